#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace graph {

/// People who know each other more than they know others.
struct Circle {
  base::Message name;  ///< What they share and others do not: "Fjord Bank", "Oslo, founder"; else "around Ada Lovelace".
  std::vector<people::PersonId> members;  ///< Three or more; who shares most with the others first.
  friend bool operator==(const Circle&, const Circle&) = default;
};

/// The circles among those for whom `in` holds, the largest first.
[[nodiscard]] std::vector<Circle> circles(std::span<const Acquaintance> all, const std::vector<bool>& in,
                                          std::span<const people::Person> persons);

[[nodiscard]] std::string pack(std::span<const Circle> circles);
/// Appends to `circles`; false when `bytes` is not what `pack` wrote.
[[nodiscard]] bool unpack(std::string_view bytes, std::vector<Circle>& circles);

}  // namespace graph
