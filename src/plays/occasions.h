#pragma once

/// Days on which to get in touch: birthdays, and when a tie is due by its own rhythm.
/// docs/plays.md#occasions.

#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/time.h"
#include "people/people.h"
#include "standing/standing.h"

namespace plays {

inline constexpr int owed_days_fresh = 14;     ///< Nine answers of ten come within a day; later is no surprise any more.
inline constexpr int owed_days_max = 60;       ///< An answer is owed for so long; then the thread has ended.
inline constexpr int thanks_days_max = 60;     ///< Later, it is an excuse rather than thanks.
inline constexpr int after_meeting_days = 14;  ///< For so long it is asked how a meeting went.

/// What their letter waits for: an answer, or nothing, where it was one itself; or it was never answered. Its subject is the
/// person. REQUIRES: waiting_since.
[[nodiscard]] base::Message owed(const standing::Standing& standing, base::Day today);

/// The first birthday on or after `from`; nothing for a date that does not exist. Who was born on
/// 29 February has it on the 28th of other years.
[[nodiscard]] std::optional<base::Day> next_birthday(std::string_view birthday, base::Day from);

/// The day on which a member of the network is due: after two thirds of the silence at which they
/// would count as quiet. Nothing for others, and where the pair's rhythm is not known.
[[nodiscard]] std::optional<base::Day> due_day(const standing::Standing& standing);

}  // namespace plays
