#pragma once

/// Recurrence as vCalendar 1.0 writes it (versit, 18 September 1996, chapter 2.1.17).

#include <string>
#include <string_view>

namespace sources {

/// "W1 MO FR #10" as RFC 5545 would write it: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,FR;COUNT=10".
/// Without an end it counts 2, as that document says. Empty for what is no such rule.
[[nodiscard]] std::string modern_rule(std::string_view text);

}  // namespace sources
