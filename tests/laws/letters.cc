// How letters are read: cut into sentences, each held against the table of those that there are.

#include "letters.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace laws {

namespace {

constexpr std::string_view quote_begins = "\xe2\x80\x9c", quote_ends = "\xe2\x80\x9d";
constexpr std::array<std::string_view, 13> months = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                     "July", "August",  "September", "October", "November", "December"};
constexpr int date_days_max = 331;  ///< A date without a year is of the last eleven months.

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// A line's sentences: they end before a blank and a capital letter, but not within quotes.
std::vector<std::string> sentences_of(std::string_view line) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    depth += line.substr(i).starts_with(quote_begins) ? 1 : line.substr(i).starts_with(quote_ends) ? -1 : 0;
    const bool ends = depth == 0 && (line[i] == '.' || line[i] == '?' || line[i] == '!');
    if (!ends || i + 2 >= line.size() || line[i + 1] != ' ' || !is_upper(line[i + 2])) continue;
    out.emplace_back(line.substr(begin, i + 1 - begin));
    begin = i + 2;
  }
  if (begin < line.size()) out.emplace_back(line.substr(begin));
  return out;
}

/// The end of what is opened at `at`.
std::size_t closing(std::string_view pattern, std::size_t at) {
  const char open = pattern[at], close = open == '[' ? ']' : '}';
  return pattern.find(close, at);
}

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Whether some day at most one off is so.
template <class Is>
bool nearly(base::Day day, const Is& is) {
  return is(day) || is(day - 1) || is(day + 1);
}

/// "March", "March 2024" or without a year, of that day.
bool is_month(std::string_view said, base::Day day, base::Day today) {
  const base::Civil c = base::civil_of(day);
  const auto words = base::split_words(said);
  if (words.empty() || words.size() > 2 || words[0] != months[static_cast<std::size_t>(c.month)]) return false;
  return words.size() == 2 ? number_in(words[1]) == c.year : today - day <= date_days_max;
}

/// These claim nothing: questions, wishes and what goes without saying.
constexpr Sentence nothing[] = {
    {"Hello,", nullptr},
    {"Subject: Your birthday", nullptr},
    {"Subject: A year", nullptr},
    {"Subject: {n} years", nullptr},
    {"Subject: Twenty minutes next week?", nullptr},
    {"Subject: What would help you?", nullptr},
    {"Subject: Thank you", nullptr},
    {"Subject: A question about {words}", nullptr},
    {"Subject: When shall we meet?", nullptr},
    {"I thought of you when I wrote this:", nullptr},
    {"How are things with you?", nullptr},
    {"Shall we talk about it this week, or is a line by mail enough?", nullptr},
    {"What comes next on your side?", nullptr},
    {"Is it still open for you?", nullptr},
    {"How did it go on?", nullptr},
    {"What are you looking forward to in it?", nullptr},
    {"How has the year been for you?", nullptr},
    {"How have the years been for you?", nullptr},
    {"How is the start, and what would help you with it?", nullptr},
    {"What has come of it?", nullptr},
    {"Which day would suit you?", nullptr},
    {"Would half an hour next week be of use?", nullptr},
    {"May I put the two of you in touch?", nullptr},
    {"If now is not the time, just say so.", nullptr},
    {"I leave the rest to the two of you.", nullptr},
    {"What do you make of it?", nullptr},
    {"Would you have ten minutes for a question or two, by mail or telephone as you like?", nullptr},
    {"If you are not the one to ask: who is?", nullptr},
};

/// Whatever else there is.
constexpr Sentence rest[] = {
    {"Subject: {words}", not_own_words},
    {"{words}", not_own_words},
};

/// What is quoted, without its quotes and without the dots of what was cut.
std::string unquoted(std::string text) {
  for (const std::string_view sign : {"\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\xa6"}) {
    for (std::size_t i = text.find(sign); i != std::string::npos; i = text.find(sign)) text.erase(i, sign.size());
  }
  return std::string(base::trim(text));
}

Heard hear(const Letter& letter, std::string_view text) {
  for (const std::span<const Sentence> table :
       {sentences_of_the_owner(), sentences_of_contact(), std::span<const Sentence>(nothing), std::span<const Sentence>(rest)}) {
    for (const Sentence& one : table) {
      Places said;
      if (!goes_by(one.pattern, text, said)) continue;
      return {std::string(one.pattern), std::string(text), one.why_not == nullptr ? "" : one.why_not(letter, said)};
    }
  }
  return {"?", std::string(text), "no condition is known"};
}

}  // namespace

std::string at(const Places& said, const std::string& name) {
  const auto found = said.find(name);
  return found == said.end() ? "" : found->second;
}

bool says(const std::string& whole, const std::string& said) {
  return base::contains(base::fold(whole), base::fold(unquoted(said)));
}

bool has_title(const Letter& letter, const Places& said, const Event& one) {
  const std::string title = at(said, "title");
  return title.empty() || says(letter.title_of(*one.row), title);
}

std::string not_the_owner(const Letter& letter, const Places& said) {
  return says(letter.world.picture.people.owner.name, at(said, "owner")) ? "" : "the owner's name is another";
}

std::string not_their_company(const Letter& letter, const Places& said) {
  return !said.contains("company") || says(letter.world.person(letter.who).company, at(said, "company")) ? ""
                                                                                                         : "they work elsewhere";
}

bool goes_by(std::string_view pattern, std::string_view text, Places& said) {
  while (!pattern.empty()) {
    if (pattern[0] == '[') {
      const std::size_t end = closing(pattern, 0);
      const std::string with = std::string(pattern.substr(1, end - 1)) + std::string(pattern.substr(end + 1));
      return goes_by(with, text, said) || goes_by(pattern.substr(end + 1), text, said);
    }
    if (pattern[0] == '{') {
      const std::size_t end = closing(pattern, 0);
      for (std::size_t size = 1; size <= text.size(); ++size) {
        Places rest;
        if (!goes_by(pattern.substr(end + 1), text.substr(size), rest)) continue;
        said = std::move(rest);
        said[std::string(pattern.substr(1, end - 1))] = text.substr(0, size);
        return true;
      }
      return false;
    }
    if (text.empty() || text[0] != pattern[0]) return false;
    pattern.remove_prefix(1);
    text.remove_prefix(1);
  }
  return text.empty();
}

bool is_date(std::string_view said, base::Day day, base::Day today) {
  const std::size_t space = said.find(' ');
  if (space == std::string_view::npos) return false;
  return nearly(day, [&](base::Day one) {
    return number_in(said.substr(0, space)) == base::civil_of(one).day && is_month(said.substr(space + 1), one, today);
  });
}

bool is_when(std::string_view said, base::Day day, base::Day today) {
  std::string words = std::string(said);
  if (!words.empty()) words[0] = base::lower_ascii(words.substr(0, 1))[0];
  if (words == "today") return nearly(day, [&](base::Day one) { return one == today; });
  if (words == "yesterday") return nearly(day, [&](base::Day one) { return today - one == 1; });
  if (words.starts_with("on ")) return is_date(words.substr(3), day, today);
  return words.starts_with("in ") && nearly(day, [&](base::Day one) { return is_month(words.substr(3), one, today); });
}

bool is_years(std::string_view said, int years) {
  constexpr std::array<std::string_view, 20> ones = {
      "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
      "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  if (years == 1) return said == "a year";
  const auto one = static_cast<std::size_t>(years % 10);
  const std::string word = years < 20 ? std::string(ones.at(static_cast<std::size_t>(years)))
                                      : (years < 30 ? "twenty" : "thirty") + (one == 0 ? "" : "-" + std::string(ones[one]));
  return said == word + " years";
}

std::vector<Heard> read_letter(const Letter& letter) {
  std::vector<Heard> out = {hear(letter, "Subject: " + letter.subject)};
  std::vector<std::string> lines;
  for (const std::string_view line : base::split(letter.body, '\n')) {
    if (!base::trim(line).empty()) lines.emplace_back(base::trim(line));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && i + 1 == lines.size()) {
      out.push_back(hear(letter, "Signed: " + lines[i]));
      continue;
    }
    for (const std::string& one : sentences_of(lines[i])) out.push_back(hear(letter, one));
  }
  return out;
}

}  // namespace laws
