#pragma once

/// What letters tell of help, as readings; shared by all that read between their lines.

#include <optional>
#include <span>
#include <unordered_map>

#include "standing/standing.h"

namespace standing {

/// Help that a letter tells of.
struct Told {
  people::PersonId who;
  std::uint32_t row = 0;  ///< The letter's place in Book::rows.
  ledger::Kind kind = ledger::Kind::helped;
  Direction direction = Direction::none;
  double confidence = 0;
};

/// It counts from `policy.counts_from` on; the owner's word (`verdicts`, by the letter's key) makes it
/// certain, or takes it away.
[[nodiscard]] std::optional<Reading> told_of(const std::unordered_map<std::uint64_t, bool>& verdicts, const ledger::Book& book,
                                             const Policy& policy, const Told& told);

/// Whether something counting passed in both directions before `at`. `readings`: one person's.
[[nodiscard]] bool known_before(std::span<const Reading> readings, const ledger::Book& book, base::Instant at);

}  // namespace standing
