#include "sources/linkedin_time.h"

#include <string>
#include <vector>

#include "base/text.h"

namespace sources {

namespace {

// The date's parts: numbers outside the time of day, and words.
struct Parts {
  std::vector<int> numbers;
  std::vector<std::size_t> digits;  ///< How many digits each number has.
  std::optional<int> month;         ///< From a word.
  std::optional<base::TimeOfDay> time;
  bool afternoon = false;
  bool morning = false;
  bool bad = false;
};

std::size_t take_time(std::string_view text, std::size_t at, int hour, Parts& parts) {
  base::TimeOfDay time{.hour = hour, .minute = 0, .second = 0};
  int* const fields[] = {&time.minute, &time.second};
  for (int* const field : fields) {
    if (at + 2 >= text.size() || text[at] != ':' || !base::is_digit(text[at + 1]) || !base::is_digit(text[at + 2])) {
      break;
    }
    *field = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    at += 3;
  }
  parts.time = time;
  return at;
}

void take_word(std::string_view word, Parts& parts) {
  if (base::equal_no_case(word, "pm")) {
    parts.afternoon = true;
  } else if (base::equal_no_case(word, "am")) {
    parts.morning = true;
  } else if (const auto month = base::month_of(word)) {
    if (parts.month) parts.bad = true;
    parts.month = month;
  } else {
    constexpr std::string_view known[] = {"utc", "gmt", "z", "t", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    bool found = false;
    for (const std::string_view other : known) found = found || base::equal_no_case(word, other);
    parts.bad = parts.bad || !found;
  }
}

Parts parts_of(std::string_view text) {
  Parts parts;
  for (std::size_t at = 0; at < text.size() && !parts.bad;) {
    const std::size_t start = at;
    if (base::is_digit(text[at])) {
      int value = 0;
      while (at < text.size() && base::is_digit(text[at]) && at - start < 5) {
        value = value * 10 + (text[at++] - '0');
      }
      if (at < text.size() && text[at] == ':' && !parts.time) {
        at = take_time(text, at, value, parts);
        continue;
      }
      parts.numbers.push_back(value);
      parts.digits.push_back(at - start);
    } else if (constexpr std::string_view between = " ,/-."; between.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      while (at < text.size() && !base::is_digit(text[at]) && text[at] != ' ' && text[at] != ',' && text[at] != '-' &&
             text[at] != '.' && text[at] != '/') {
        ++at;
      }
      take_word(text.substr(start, at - start), parts);
    }
  }
  return parts;
}

int year_of(int value, std::size_t digits) {
  if (digits > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

std::optional<base::Civil> civil_of(const Parts& parts) {
  const auto& n = parts.numbers;
  const auto& d = parts.digits;
  if (parts.month) {
    if (n.size() == 1 && d[0] == 4) return base::Civil{n[0], *parts.month, 1};
    if (n.size() != 2) return std::nullopt;
    return base::Civil{year_of(n[1], d[1]), *parts.month, n[0]};
  }
  if (n.size() == 1 && d[0] == 4) return base::Civil{n[0], 1, 1};
  if (n.size() != 3) return std::nullopt;
  if (d[0] == 4) return base::Civil{n[0], n[1], n[2]};
  const int year = year_of(n[2], d[2]);
  // LinkedIn writes the month first; a spreadsheet in another country may have turned it.
  if (n[0] > 12) return base::Civil{year, n[1], n[0]};
  return base::Civil{year, n[0], n[1]};
}

// "2026-09-15 17:23:45", perhaps with " UTC": what every message has, without taking it apart.
std::optional<LinkedInTime> message_time(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00 00:00:00";
  if (text.size() == shape.size() + 4 && text.substr(shape.size()) == " UTC") {
    text = text.substr(0, shape.size());
  }
  if (text.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '0' ? !base::is_digit(text[i]) : text[i] != shape[i]) return std::nullopt;
  }
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const base::Civil civil{two(0) * 100 + two(2), two(5), two(8)};
  if (civil.year < 1900 || civil.year > 2200 || !base::valid(civil)) return std::nullopt;
  const auto at = base::instant_of(civil, {two(11), two(14), two(17)});
  if (!at) return std::nullopt;
  return LinkedInTime{*at, false};
}

}  // namespace

std::optional<LinkedInTime> linkedin_time(std::string_view raw) {
  if (raw.size() > 64) return std::nullopt;
  if (const auto quick = message_time(raw)) return quick;
  // Newer ICU writes a narrow no-break space (U+202F) before "PM".
  constexpr std::string_view narrow = "\u202f";
  std::string text;
  for (std::string_view rest = base::trim(raw); !rest.empty();) {
    const bool space = rest.substr(0, narrow.size()) == narrow;
    text += space ? ' ' : rest.front();
    rest.remove_prefix(space ? narrow.size() : 1);
  }
  Parts parts = parts_of(text);
  const auto civil = parts.bad ? std::nullopt : civil_of(parts);
  if (!civil || civil->year < 1900 || civil->year > 2200 || !base::valid(*civil)) {
    return std::nullopt;
  }
  if (!parts.time) return LinkedInTime{base::start_of(base::day_of(*civil)), true};
  base::TimeOfDay time = *parts.time;
  if ((parts.afternoon || parts.morning) && (time.hour < 1 || time.hour > 12)) return std::nullopt;
  if (parts.afternoon && time.hour < 12) time.hour += 12;
  if (parts.morning && time.hour == 12) time.hour = 0;
  const auto at = base::instant_of(*civil, time);
  if (!at) return std::nullopt;
  return LinkedInTime{*at, false};
}

}  // namespace sources
