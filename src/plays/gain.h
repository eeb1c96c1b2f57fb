#pragma once

/// What a step gains, by which the plan and a trip are ordered: the chance that it moves the person
/// × the worth of that, in years of a warm tie with a member of the network. docs/plays.md#order.

#include "base/time.h"
#include "plays/lessons.h"
#include "standing/standing.h"

namespace plays {

/// Of hearing from a member now rather than later; an advocate's tie is worth two.
[[nodiscard]] double renewal_gain(const standing::Standing& standing, base::Day today);

/// Of winning somebody for the network: half a year, and more the stronger the tie; .5 .. 1.5.
[[nodiscard]] double new_member_worth(const standing::Standing& standing);

/// Of speaking for the first time with somebody with whom help has flowed.
[[nodiscard]] double meeting_gain(const standing::Standing& standing, const Lessons& lessons);

/// Of the first help between two who have spoken.
[[nodiscard]] double first_help_gain(const standing::Standing& standing, const Lessons& lessons);

/// Where both lack, either is half of the way, and the other half is not sure to follow.
inline constexpr double first_of_two = 0.4;

/// Of an answer that is owed. `waits`: of late, and not only for the end of what the owner began.
[[nodiscard]] double answer_gain(const standing::Standing& standing, bool waits);

}  // namespace plays
