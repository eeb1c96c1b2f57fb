#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0). UTC.
struct Day {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(const Day&, const Day&) = default;
  friend constexpr Day operator+(Day day, int days) { return {day.days + days}; }
  friend constexpr Day operator-(Day day, int days) { return {day.days - days}; }
  friend constexpr int operator-(Day a, Day b) { return a.days - b.days; }
};

/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z; may be negative.
struct Instant {
  std::int64_t seconds = 0;
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

inline constexpr std::int64_t day_seconds = 86'400;

/// A date as it is written, which may not exist. What is computed with it is std::chrono's (docs/decisions/0015).
struct Civil {
  int year = 1970;
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31
};

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// REQUIRES: a date that exists (see `valid`). Years -9999 to 9999.
[[nodiscard]] Day day_of(Civil civil);
/// Beyond the years -32767 and 32767, which only a broken file tells of, the first and the last day of them.
[[nodiscard]] Civil civil_of(Day day);
[[nodiscard]] bool valid(Civil civil);
/// 0 Monday .. 6 Sunday.
[[nodiscard]] int weekday_of(Day day);

[[nodiscard]] Day day_of(Instant at);
[[nodiscard]] Instant start_of(Day day);
/// The last second of `day`.
[[nodiscard]] Instant end_of(Day day);
/// Nothing when the date or the time does not exist. `offset_minutes` is east of Greenwich.
[[nodiscard]] std::optional<Instant> instant_of(Civil civil, TimeOfDay time, int offset_minutes = 0);

/// "2026-03-14".
[[nodiscard]] std::string iso(Day day);
/// "2026-03-14T09:30:00Z".
[[nodiscard]] std::string iso(Instant at);
/// "14 Mar 2026".
[[nodiscard]] std::string words(Day day);

/// "2026-03-14" and nothing else.
[[nodiscard]] std::optional<Day> parse_iso_day(std::string_view text);
/// "2026-03-14T09:30:00Z", as `iso` writes it.
[[nodiscard]] std::optional<Instant> parse_iso_instant(std::string_view text);
/// What people type: "2026-03-14", "today", "yesterday", "3 days ago", "last friday", "14 Mar"
/// (the latest one not after `today`), "14 Mar 2026", "tomorrow", "in 3 days", "in 2 weeks",
/// "next friday".
[[nodiscard]] std::optional<Day> parse_day(std::string_view text, Day today);

/// The same of days to come: "14 Mar" is the next one from `today` on, "friday" too.
[[nodiscard]] std::optional<Day> parse_day_ahead(std::string_view text, Day today);

struct Days {
  Day from, to;  ///< Both are in it; `from` may be after `to` when so written.
};
/// Days to come, or that have begun: "3..5 May", "2026-05-03..2026-05-05", "28 Dec..3 Jan", "friday".
[[nodiscard]] std::optional<Days> parse_days(std::string_view text, Day today);

/// 1..12 from "Mar", "march", "März", "mars" and the like (English, German, French, Spanish,
/// Italian, Portuguese, Dutch, Swedish); nothing when unknown.
[[nodiscard]] std::optional<int> month_of(std::string_view name);

/// The clock is an argument: only main.cc makes a real one.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

}  // namespace base
