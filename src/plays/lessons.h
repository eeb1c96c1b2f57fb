#pragma once

/// What the owner's own steps led to, as far as it shows in evidence: of those who answered when a
/// call was proposed, with how many the owner then spoke; of those who answered an offer, with how
/// many help flowed; of the pieces sent, how many brought something back. Chances start from a guess
/// and are learned from there. docs/plays.md#lessons.

#include <array>
#include <cstdint>
#include <span>

#include "base/time.h"
#include "ledger/book.h"
#include "people/people.h"
#include "standing/standing.h"

namespace plays {

/// What a step is for, beyond an answer.
enum class Aim : std::uint8_t { speak, help, piece };
inline constexpr std::size_t aim_count = 3;

struct Lesson {
  std::uint32_t tried = 0;  ///< Steps old enough to tell, and answered (a piece: sent).
  std::uint32_t came = 0;   ///< Of these, those that led to what they were for.
  friend bool operator==(const Lesson&, const Lesson&) = default;
};

struct Lessons {
  std::array<Lesson, aim_count> of;
  /// That a step which is answered leads to what it is for; 0..1.
  [[nodiscard]] double chance(Aim aim) const;
  friend bool operator==(const Lessons&, const Lessons&) = default;
};

/// From everything until `until`: what came later does not count, nor do steps of the last 30 days.
/// `readings` of everybody, in the order of standing::read.
[[nodiscard]] Lessons learn_lessons(const ledger::Book& book, const people::People& people,
                                    std::span<const standing::Reading> readings, base::Instant until);

/// Whether a ruling is one of those that lessons are learned from.
[[nodiscard]] bool is_lesson(const ledger::Decision& decision);

}  // namespace plays
