#pragma once

/// What a step gains, by which the plan and a trip are ordered: the chance that it moves the person
/// × the worth of that. docs/plays.md#order.

#include "standing/standing.h"

namespace plays {

/// Of a member: a tie that would come alive by itself gains nothing, nor one that will not answer.
[[nodiscard]] inline double renewal_gain(const standing::Standing& s) {
  return (s.rung == standing::Rung::advocate ? 2 : 1) * s.reply_chance * (1 - s.exchange_chance);
}

/// Of speaking for the first time with somebody with whom help has flowed: it makes them network.
[[nodiscard]] inline double meeting_gain(const standing::Standing& s) { return 1.2 * s.reply_chance; }

/// Of the first help between two who have spoken.
[[nodiscard]] inline double first_help_gain(const standing::Standing& s) {
  return s.reply_chance * (0.5 + s.strength / 100);
}

/// Of an answer that is owed; `fresh`: for two weeks at most.
[[nodiscard]] inline double answer_gain(const standing::Standing& s, bool fresh) {
  return (fresh ? 1 : 0.5) * (1 + s.strength / 100);
}

}  // namespace plays
