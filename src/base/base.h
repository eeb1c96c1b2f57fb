#pragma once

/// The words that every other folder speaks. Nothing in here knows wellmet's purpose: strong ids,
/// moments and days, results and problems, the canonical forms of addresses and names.
/// Whatever comes from outside is a std::string_view until one of these types holds it.

#include <compare>
#include <cstdint>
#include <functional>

namespace base {

/// An integer that cannot be mixed up with another integer. `Tag` is never defined.
template <class Tag, class Int>
struct Strong {
  Int value = 0;
  friend constexpr auto operator<=>(const Strong&, const Strong&) = default;
};

}  // namespace base

template <class Tag, class Int>
struct std::hash<base::Strong<Tag, Int>> {
  std::size_t operator()(base::Strong<Tag, Int> id) const noexcept { return std::hash<Int>{}(id.value); }
};
