#include "plays/occasions.h"

#include <algorithm>
#include <charconv>

#include "plays/plays.h"

namespace plays {

namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<base::Day> next_birthday(std::string_view birthday, base::Day from) {
  // "1980-01-22" or "--01-22".
  if (birthday.size() < 7 || birthday[birthday.size() - 3] != '-') return std::nullopt;
  const std::string_view end = birthday.substr(birthday.size() - 5);
  const auto month = number(end.substr(0, 2)), day = number(end.substr(3));
  if (!month || !day || !base::valid({2000, *month, *day})) return std::nullopt;  // A leap year.
  const int year = base::civil_of(from).year;
  for (const int candidate : {year, year + 1}) {
    base::Civil date{candidate, *month, *day};
    if (!base::valid(date)) date.day = 28;
    if (base::day_of(date) >= from) return base::day_of(date);
  }
  return std::nullopt;
}

std::optional<base::Day> due_day(const standing::Standing& s) {
  const standing::Policy policy;
  if (!s.network || !s.last_two_way || static_cast<int>(s.exchanges) < policy.quiet_exchanges_min) return std::nullopt;
  const int quiet =
      std::clamp(policy.quiet_gaps * static_cast<int>(s.median_gap_days), policy.quiet_days_min, policy.quiet_days_max);
  return *s.last_two_way + quiet * 2 / 3;
}

base::Message owed(const standing::Standing& standing, base::Day today) {
  const int days = today - base::day_of(*standing.waiting_since);
  const base::Message ago = days == 0 ? base::say("span.today") : base::say("span.ago", {{"span", span(days)}});
  if (days > owed_days_fresh) return base::say("talk.dropped", {{"ago", ago}});
  return standing.waiting_closes ? base::say("talk.last-word", {{"ago", ago}}) : base::say("talk.owed", {{"ago", ago}});
}

}  // namespace plays
