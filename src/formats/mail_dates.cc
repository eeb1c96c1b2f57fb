// Dates of mail: the one common shape by hand, the rest by GMime, and what GMime cannot read by
// looking for a month, a day, a time and a year in any order.

#include <gmime/gmime.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "formats/mail_words.h"

namespace formats {

namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [stop, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || stop != text.data() + text.size() || value < 0) return {};
  return value;
}

std::optional<int> english_month(std::string_view word) {
  static constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (word.size() < 3) return {};
  const std::string three = base::lower_ascii(word.substr(0, 3));
  const std::size_t at = names.find(three);
  if (at == std::string_view::npos || at % 3 != 0) return {};
  return static_cast<int>(at / 3) + 1;
}

std::optional<base::TimeOfDay> clock_of(std::string_view word) {
  const auto parts = base::split(word, ':');
  if (parts.size() < 2 || parts.size() > 3) return {};
  const auto hour = number(parts[0]);
  const auto minute = number(parts[1]);
  const auto second = parts.size() == 3 ? number(parts[2]) : std::optional<int>(0);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return {};
  return base::TimeOfDay{*hour, *minute, *second == 60 ? 59 : *second};
}

/// "+0530", "-08:00" in minutes east.
std::optional<int> offset_of(std::string_view word) {
  if (word.size() < 5 || (word[0] != '+' && word[0] != '-')) return {};
  std::string digits(word.substr(1));
  std::erase(digits, ':');
  const auto value = number(digits);
  if (digits.size() != 4 || !value || *value % 100 > 59 || *value > 1459) return {};
  const int minutes = *value / 100 * 60 + *value % 100;
  return word[0] == '-' ? -minutes : minutes;
}

int full_year(int year, std::size_t digits) {
  if (digits >= 4) return year;
  return digits == 3 ? 1900 + year : year < 70 ? 2000 + year : 1900 + year;  // RFC 5322 4.3
}

/// "Thu, 22 Aug 2002 12:36:23 +0700" and nothing rarer.
std::optional<base::Instant> common_date(std::string_view text) {
  text = base::trim(text);
  if (text.size() > 4 && text[3] == ',') text = base::trim(text.substr(4));
  std::string_view words[5];
  std::size_t count = 0;
  while (count < 5 && !text.empty()) {
    const std::size_t stop = std::min(text.find(' '), text.size());
    words[count++] = text.substr(0, stop);
    text = text.substr(std::min(stop + 1, text.size()));
    if (!text.empty() && text.front() == ' ') return {};
  }
  if (count != 5 || words[1].size() != 3 || words[2].size() != 4 || words[4].size() != 5) return {};
  const auto day = number(words[0]);
  const auto month = english_month(words[1]);
  const auto year = number(words[2]);
  const auto clock = clock_of(words[3]);
  const auto offset = offset_of(words[4]);
  if (!day || !month || !year || !clock || !offset) return {};
  return base::instant_of({*year, *month, *day}, *clock, *offset);
}

bool is_sane(base::Instant at) {
  return at.seconds > -62'135'596'800 && at.seconds < 253'402'300'800;  // Years 1 to 9999.
}

/// Any order of month, day, time and year; zones as offsets or GMT. What has no month or no time
/// is no date.
std::optional<base::Instant> loose_date(std::string_view text) {
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> year;
  std::optional<base::TimeOfDay> clock;
  int offset = 0;
  for (std::string_view word : base::split_words(text.substr(0, 500))) {
    while (!word.empty() && (word.back() == ',' || word.back() == ')' || word.back() == '.')) {
      word.remove_suffix(1);
    }
    if (word.empty()) continue;
    const auto value = number(word);
    if (const auto found = clock_of(word)) {
      clock = found;
    } else if (!month && word.size() <= 9 && english_month(word) && !value) {
      // A month stands next to a day: "March Hare <x>" is a name.
      month = english_month(word);
    } else if (const auto east = offset_of(word)) {
      offset = *east;
    } else if (value && word.size() <= 2 && !day) {
      day = value;
    } else if (value && (word.size() == 4 || (word.size() == 2 && day)) && !year) {
      year = full_year(*value, word.size());
    }
  }
  if (!month || !day || !year || !clock) return {};
  return base::instant_of({*year, *month, *day}, *clock, offset);
}

/// "GMT+0100" and "+-0500" as the offsets that they mean.
std::string plain_offset(std::string_view raw) {
  std::string text(raw);
  for (const std::string_view odd : {"GMT+", "GMT-", "UTC+", "UTC-", "+-"}) {
    const std::size_t at = text.find(odd);
    if (at != std::string::npos) text.erase(at, odd.size() - 1);
  }
  return text;
}

}  // namespace

std::optional<base::Instant> mail_date_slow(std::string_view raw) {
  const std::string text = plain_offset(base::trim(raw.substr(0, 500)));
  GDateTime* const made = g_mime_utils_header_decode_date(text.c_str());
  if (made == nullptr) return {};
  const base::Instant at{g_date_time_to_unix(made)};
  g_date_time_unref(made);
  return is_sane(at) ? std::optional(at) : std::nullopt;
}

std::optional<base::Instant> mail_date(std::string_view raw) {
  if (const auto at = common_date(raw)) return at;
  if (const auto at = mail_date_slow(raw)) return at;
  return loose_date(raw);
}

std::optional<base::Instant> separator_date(std::string_view line) {
  if (line.find(':') == std::string_view::npos) return {};
  // The address may hold anything, "May" included: the date is at the end.
  const std::vector<std::string_view> words = base::split_words(line.substr(0, 500));
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::string_view word = words[i];
    if (!english_month(word) || word.size() > 9 || i + 1 == words.size()) continue;
    const auto from = static_cast<std::size_t>(word.data() - line.data());
    if (const auto at = loose_date(line.substr(from))) return at;
    if (i > 0 && number(words[i - 1])) {
      return loose_date(line.substr(static_cast<std::size_t>(words[i - 1].data() - line.data())));
    }
  }
  return {};
}

}  // namespace formats
