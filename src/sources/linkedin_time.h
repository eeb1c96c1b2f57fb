#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace sources {

struct LinkedInTime {
  base::Instant at;
  bool day_only = false;  ///< The time of day is not told; `at` is the day's start.
};

/// Any of the shapes in which LinkedIn's exports and the spreadsheets that re-saved them write a
/// time: "2026-09-15 17:23:45 UTC", "2024/05/24 18:04:01 UTC", "08 Feb 2026", "2026-08-10",
/// "9/1/26, 3:15 PM" (month first), "4-Apr-21", "Sep 2026", "2026", "Tue Sep 15 17:23:45 UTC 2026".
/// A time without zone is read as UTC. Nothing when it is none of these.
[[nodiscard]] std::optional<LinkedInTime> linkedin_time(std::string_view text);

}  // namespace sources
