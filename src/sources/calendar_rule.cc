#include "sources/calendar_rule.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace sources {

namespace {

bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

std::string modern_rule(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"D", "DAILY"},           {"W", "WEEKLY"},           {"MP", "MONTHLY;BYDAY"}, {"MD", "MONTHLY;BYMONTHDAY"},
      {"YM", "YEARLY;BYMONTH"}, {"YD", "YEARLY;BYYEARDAY"}};
  const auto words = base::split(base::trim(text), ' ');
  const std::string_view first = words.front();
  const std::size_t letters = std::min(first.find_first_of("0123456789"), first.size());
  std::string frequency;
  for (const auto& [letter, name] : kinds) {
    if (first.substr(0, letters) == letter) frequency = name;
  }
  if (frequency.empty() || !is_number(first.substr(letters))) return {};
  std::string list;
  std::string nth;  // "1+" and "2-", which say of the days after them which.
  std::string end = ";COUNT=2";
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::string word(words[i].substr(0, words[i].find('$')));
    const bool back = word.ends_with('-');
    if (back || word.ends_with('+')) word.pop_back();
    if (word.empty()) continue;
    if (word.front() == '#') {
      const bool endless = word == "#0";
      end = endless ? "" : ";COUNT=" + word.substr(1);
    } else if (word.size() >= 8 && is_number(word.substr(0, 8))) {
      end = ";UNTIL=" + word;
    } else if (first.starts_with("MP") && is_number(word)) {
      nth = (back ? "-" : "") + word;
    } else {
      if (word == "LD") word = "-1";
      list += (list.empty() ? "" : ",") + nth + (back ? "-" : "") + word;
    }
  }
  const std::size_t by = frequency.find(';');
  const std::string part = by == std::string::npos ? "BYDAY" : frequency.substr(by + 1);
  return "FREQ=" + frequency.substr(0, by) + ";INTERVAL=" + std::string(first.substr(letters)) +
         (list.empty() ? "" : ";" + part + "=" + list) + end;
}

}  // namespace sources
