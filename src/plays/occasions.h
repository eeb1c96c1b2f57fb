#pragma once

/// Days on which to get in touch: birthdays, and when a tie is due by its own rhythm.
/// docs/plays.md#occasions.

#include <optional>
#include <string_view>

#include "base/time.h"
#include "people/people.h"
#include "standing/standing.h"

namespace plays {

/// The first birthday on or after `from`; nothing for a date that does not exist. Who was born on
/// 29 February has it on the 28th of other years.
[[nodiscard]] std::optional<base::Day> next_birthday(std::string_view birthday, base::Day from);

/// The day on which a member of the network is due: after two thirds of the silence at which they
/// would count as quiet. Nothing for others, and where the pair's rhythm is not known.
[[nodiscard]] std::optional<base::Day> due_day(const standing::Standing& standing);

}  // namespace plays
