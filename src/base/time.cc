#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "base/text.h"

namespace base {

namespace chrono = std::chrono;

namespace {

constexpr std::array<std::string_view, 12> month_words = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> number(std::string_view text) {
  int value = 0;
  if (text.substr(0, 1) == "-") return std::nullopt;  // A dash separates; no date here is negative.
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> weekday_of_word(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  constexpr std::array<std::string_view, 7> whole = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i].substr(0, word.size()) == word) return static_cast<int>(i);
  }
  return std::nullopt;
}

int unit_days(std::string_view unit) {
  if (!unit.empty() && unit.back() == 's') unit.remove_suffix(1);
  if (unit == "day") return 1;
  if (unit == "week") return 7;
  if (unit == "month") return 30;
  if (unit == "year") return 365;
  return 0;
}

chrono::year_month_day calendar_date(Civil civil) {
  return chrono::year(civil.year) / chrono::month(static_cast<unsigned>(civil.month)) /
         chrono::day(static_cast<unsigned>(civil.day));
}

chrono::sys_days sys_days_of(Day day) { return chrono::sys_days(chrono::days(day.days)); }

constexpr chrono::sys_days first_day = chrono::year::min() / chrono::January / 1;
constexpr chrono::sys_days last_day = chrono::year::max() / chrono::December / 31;

}  // namespace

Day day_of(Civil civil) { return {static_cast<std::int32_t>(chrono::sys_days(calendar_date(civil)).time_since_epoch().count())}; }

Civil civil_of(Day day) {
  const chrono::year_month_day date(std::clamp(sys_days_of(day), first_day, last_day));
  return {int{date.year()}, static_cast<int>(unsigned{date.month()}), static_cast<int>(unsigned{date.day()})};
}

bool valid(Civil civil) {
  // chrono keeps a day in a byte, where 257 would be the first.
  return civil.year >= -9'999 && civil.year <= 9'999 && civil.month >= 1 && civil.month <= 12 && civil.day >= 1 &&
         civil.day <= 31 && calendar_date(civil).ok();
}

int weekday_of(Day day) { return static_cast<int>(chrono::weekday(sys_days_of(day)).iso_encoding()) - 1; }

Day day_of(Instant at) {
  const auto days = chrono::floor<chrono::days>(chrono::seconds(at.seconds));
  return {static_cast<std::int32_t>(days.count())};
}

Instant start_of(Day day) { return {day.days * day_seconds}; }

Instant end_of(Day day) { return {day.days * day_seconds + day_seconds - 1}; }

std::optional<Instant> instant_of(Civil civil, TimeOfDay t, int offset_minutes) {
  if (!valid(civil) || t.hour < 0 || t.hour > 24 || t.minute < 0 || t.minute > 59 || t.second < 0 || t.second > 60 ||
      (t.hour == 24 && (t.minute > 0 || t.second > 0))) {
    return std::nullopt;
  }
  return Instant{start_of(day_of(civil)).seconds + t.hour * 3'600 + t.minute * 60 + t.second - offset_minutes * 60};
}

std::string iso(Day day) {
  const Civil c = civil_of(day);
  return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

std::string iso(Instant at) {
  const Day day = day_of(at);
  const auto rest = static_cast<int>(at.seconds - start_of(day).seconds);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso(day), rest / 3'600, rest / 60 % 60, rest % 60);
}

std::string words(Day day) {
  const Civil c = civil_of(day);
  return fmt::format("{} {} {}", c.day, month_words[static_cast<std::size_t>(c.month - 1)], c.year);
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || !valid({*year, *month, *day})) return std::nullopt;
  return day_of(Civil{*year, *month, *day});
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') {
    return std::nullopt;
  }
  const auto day = parse_iso_day(text.substr(0, 10));
  const auto hour = number(text.substr(11, 2));
  const auto minute = number(text.substr(14, 2));
  const auto second = number(text.substr(17, 2));
  if (!day || !hour || !minute || !second) return std::nullopt;
  return instant_of(civil_of(*day), {*hour, *minute, *second});
}

std::optional<int> month_of(std::string_view name) {
  // Prefixes that tell the twelve apart, in the languages named in the header. Longest first
  // where one begins another ("juin" and "juil", "mar" and "mai").
  struct Prefix {
    std::string_view text;
    int month;
  };
  static constexpr Prefix prefixes[] = {
      {"janv", 1}, {"jan", 1},   {"ene", 1},  {"gen", 1},  {"feb", 2},  {"fev", 2},  {"fevr", 2}, {"mars", 3}, {"marz", 3},
      {"marc", 3}, {"maart", 3}, {"mrt", 3},  {"mar", 3},  {"maer", 3}, {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},
      {"mai", 5},  {"mag", 5},   {"maj", 5},  {"mei", 5},  {"juin", 6}, {"jun", 6},  {"giu", 6},  {"juil", 7}, {"jul", 7},
      {"lug", 7},  {"aug", 8},   {"aou", 8},  {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10}, {"okt", 10}, {"ott", 10},
      {"out", 10}, {"nov", 11},  {"dec", 12}, {"dez", 12}, {"dic", 12}, {"des", 12},
  };
  std::string folded;
  if (all_ascii(name)) {
    for (const char c : name) {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  } else {
    folded = fold(name);
  }
  for (const Prefix& prefix : prefixes) {
    if (std::string_view(folded).substr(0, prefix.text.size()) == prefix.text) return prefix.month;
  }
  return std::nullopt;
}

std::optional<Day> parse_day(std::string_view text, Day today) {
  const std::string lower = fold(trim(text));
  if (const auto day = parse_iso_day(lower)) return day;
  if (lower == "today" || lower == "now") return today;
  if (lower == "yesterday") return today - 1;
  if (lower == "tomorrow") return today + 1;

  const std::vector<std::string_view> word = split_words(lower);
  if (word.size() == 2 && (word[0] == "last" || word[0] == "next")) {
    const bool past = word[0] == "last";
    if (const int days = unit_days(word[1]); days > 0) return past ? today - days : today + days;
    if (const auto weekday = weekday_of_word(word[1])) {
      int gap = past ? weekday_of(today) - *weekday : *weekday - weekday_of(today);
      if (gap <= 0) gap += 7;
      return past ? today - gap : today + gap;
    }
    return std::nullopt;
  }
  if (word.size() == 3 && word[2] == "ago") {
    const auto count = word[0] == "a" || word[0] == "one" ? std::optional<int>(1) : number(word[0]);
    const int days = unit_days(word[1]);
    if (!count || days == 0 || *count < 0 || *count > 100'000) return std::nullopt;
    return today - *count * days;
  }
  if (word.size() == 3 && word[0] == "in") {
    const auto count = word[1] == "a" || word[1] == "one" ? std::optional<int>(1) : number(word[1]);
    const int days = unit_days(word[2]);
    if (!count || days == 0 || *count < 0 || *count > 100'000) return std::nullopt;
    return today + *count * days;
  }
  if (word.size() == 1) {
    if (const auto weekday = weekday_of_word(word[0])) {
      int gap = weekday_of(today) - *weekday;
      if (gap < 0) gap += 7;
      return today - gap;
    }
  }
  if (word.size() == 2 || word.size() == 3) {
    auto day = number(word[0]);
    auto month = month_of(word[1]);
    if (!day) {
      day = number(word[1]);
      month = month_of(word[0]);
    }
    if (!day || !month) return std::nullopt;
    int year = civil_of(today).year;
    if (word.size() == 3) {
      const auto typed = number(word[2]);
      if (!typed) return std::nullopt;
      year = *typed;
    } else {
      // The latest such day: 29 Feb may be eight years back.
      const int earliest = year - 8;
      while (year > earliest && (!valid({year, *month, *day}) || day_of(Civil{year, *month, *day}) > today)) --year;
    }
    if (!valid({year, *month, *day})) return std::nullopt;
    return day_of(Civil{year, *month, *day});
  }
  return std::nullopt;
}

std::optional<Day> parse_day_ahead(std::string_view text, Day today) {
  const auto day = parse_day(text, today);
  if (!day || *day >= today) return day;
  const std::vector<std::string_view> word = split_words(text);
  if (word.size() == 1) return parse_day(fmt::format("next {}", text), today).value_or(*day);
  if (word.size() != 2) return day;
  // 29 Feb may be eight years on.
  for (int year = civil_of(today).year; year <= civil_of(today).year + 8; ++year) {
    const auto next = parse_day(fmt::format("{} {}", text, year), today);
    if (next && *next >= today) return next;
  }
  return day;
}

std::optional<Days> parse_days(std::string_view text, Day today) {
  const std::size_t dots = text.find("..");
  const std::string_view begin = trim(text.substr(0, dots));
  const std::string_view end = dots == std::string_view::npos ? begin : trim(text.substr(dots + 2));
  const auto bare = number(begin);
  const bool months = split_words(begin).size() > 1;
  // "today..friday", "2026-05-03..5 May": what ends follows what begins; else the other way round.
  const auto first = bare || months ? std::nullopt : parse_day_ahead(begin, today);
  const auto to = parse_day_ahead(end, first.value_or(today));
  if (!to) return std::nullopt;
  if (dots == std::string_view::npos) return Days{*to, *to};
  const Civil last = civil_of(*to);
  const Civil start{last.year, last.month, bare.value_or(0)};  // "3..5 May"
  if (bare && !valid(start)) return std::nullopt;
  const auto from = bare ? day_of(start) : months ? parse_day(begin, *to) : first;
  if (!from) return std::nullopt;
  return Days{*from, *to};
}

}  // namespace base
