#pragma once

/// Rulings as they were kept before they had types: evidence whose title was a verb and its words.
/// For data files of forms 1 and 2, and for exports of them; nothing writes this any more.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/ruling.h"

namespace ledger {

/// What such a title decides; nullopt where it says nothing that counted. `thread`: Row::thread.
[[nodiscard]] std::optional<Decision> old_decision(std::string_view title, std::uint64_t thread);

/// Ruling::key of what was evidence: the fingerprint that it had.
[[nodiscard]] std::uint64_t old_ruling_key(Evidence evidence);

/// Gives each of them a number of its own: they come with what stood in the row's `group`, which
/// several could share. What the owner speaks of by its number keeps it, of two the earlier one;
/// what counted after it stays after it.
template <class Who>
void number_old_rulings(std::vector<BasicRuling<Who>>& rulings) {
  std::sort(rulings.begin(), rulings.end(),
            [](const auto& a, const auto& b) { return std::tie(a.at, a.number, a.key) < std::tie(b.at, b.number, b.key); });
  using enum RulingKind;
  const auto begins = [](RulingKind kind) {
    return kind == offer || kind == need || kind == introduction || kind == piece || kind == invitation;
  };
  std::set<std::uint32_t> taken{0};
  std::vector<BasicRuling<Who>*> moved, others;
  for (const bool first : {true, false}) {
    for (auto& ruling : rulings) {
      const RulingKind kind = kind_of(ruling.decision);
      if (!is_commitment(kind)) {
        if (first) others.push_back(&ruling);
      } else if (begins(kind) == first && !taken.insert(ruling.number.value).second) {
        moved.push_back(&ruling);
      }
    }
  }
  for (auto* ruling : moved) {
    while (!taken.insert(ruling->number.value).second) ++ruling->number.value;
  }
  std::uint32_t next = 1;
  for (auto* ruling : others) {
    while (!taken.insert(next).second) ++next;
    ruling->number = {next};
  }
}

}  // namespace ledger
