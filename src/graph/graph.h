#pragma once

/// Who knows whom, as far as the owner's own evidence shows it: two who were in one letter, one small
/// meeting, one introduction, or are at one company. From that: circles (communities.h), how closely
/// people hang together (cohesion.h), and who could introduce the owner to whom (paths.h).
/// Every number that is a choice: docs/plays.md#graph.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "ledger/book.h"
#include "people/people.h"
#include "standing/standing.h"

namespace graph {

/// What two people have in common.
struct Shared {
  std::uint32_t weight = 0;   ///< In thousandths; being introduced is 1,000.
  std::uint32_t threads = 0;  ///< Conversations in which some letter had both of them.
  std::uint32_t meetings = 0;
  std::uint32_t introductions = 0;
  bool colleagues = false;  ///< At one company, as far as is known.
  base::Day last{};         ///< Of the first three; day 0 where there is none.
  friend bool operator==(const Shared&, const Shared&) = default;
};

struct Acquaintance {
  people::PersonId a, b;  ///< a < b.
  Shared shared;
  friend bool operator==(const Acquaintance&, const Acquaintance&) = default;
};

/// The same as one of the two sees it.
struct Known {
  people::PersonId who;
  Shared shared;
  friend bool operator==(const Known&, const Known&) = default;
};

/// Everybody's, ascending, up to `moment`. Organisations and those without evidence know nobody;
/// nor does any event of more than `policy.small_group_max` people make two of them acquainted.
[[nodiscard]] std::vector<Acquaintance> acquaintances(const ledger::Book& book, const people::People& people,
                                                      std::span<const standing::Standing> standings,
                                                      const standing::Policy& policy, base::Instant moment);

/// For each of `persons`, whom they know, ascending.
[[nodiscard]] std::vector<std::vector<Known>> by_person(std::span<const Acquaintance> all, std::size_t persons);

/// Whom one person knows, in few bytes; ascending.
[[nodiscard]] std::string pack(std::span<const Known> known);
/// Appends to `known`; false when `bytes` is not what `pack` wrote.
[[nodiscard]] bool unpack(std::string_view bytes, std::vector<Known>& known);

}  // namespace graph
