#pragma once

/// How somebody came to stand where they stand: each change of rung, when it came, and what brought
/// it. By the facts of `stand` (facts.h), so that the last turn ends on the rung that `stand` gives.

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "standing/standing.h"

namespace standing {

/// A change of rung.
struct Turn {
  base::Instant at{};  ///< When the evidence happened, or when the owner said so.
  Rung from = Rung::listed;
  Rung to = Rung::listed;
  std::uint32_t row = 0;                     ///< Place in Book::rows of the evidence that brought it,
  const ledger::Ruling* ruling = nullptr;    ///< unless it was the owner's word, which is the book's.
  ledger::Kind kind = ledger::Kind::listed;  ///< As the evidence counts (Reading).
  Direction direction = Direction::none;
};

/// What the owner said that moves rungs. Borrows the rulings from the book.
struct Said {
  struct Answer {
    people::PersonId who;
    const ledger::Ruling* ruling = nullptr;
    std::string_view answer;  ///< As in people::Person.
  };
  std::vector<Answer> answers;  ///< To the referral test: by person, then the latest last.
  /// By the key of a row that was unsure and that the owner's last word confirmed: that word.
  std::unordered_map<std::uint64_t, const ledger::Ruling*> confirmed;
};

/// `rulings`: of a book, all of them or the first.
[[nodiscard]] Said said(const people::People& people, std::span<const ledger::Ruling> rulings);

/// Every change of the rung of `who` until `moment`, the earliest first; they begin as `listed`.
/// `readings`: theirs alone, in the order of `read`. What was unsure counts as sure from the owner's
/// word on; what was inferred (infer.h) counts from its own row on, although rows after it may have
/// shown it.
[[nodiscard]] std::vector<Turn> climb(people::PersonId who, std::span<const Reading> readings, const Said& said,
                                      const ledger::Book& book, const Policy& policy, base::Instant moment);

/// The rung at `at`: that of the last of `turns` until then.
[[nodiscard]] Rung rung_at(std::span<const Turn> turns, base::Instant at);

}  // namespace standing
