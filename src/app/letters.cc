#include "app/letters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/clean.h"
#include "base/text.h"
#include "words/words.h"

namespace app {

std::string given_name(std::string_view name) {
  constexpr std::string_view titles[] = {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "herr", "frau"};
  if (name.find('@') != std::string_view::npos || name.find_first_of("0123456789") != std::string_view::npos) return "";
  const auto all = base::split_words(name);
  const auto is_title = [&](std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return std::any_of(std::begin(titles), std::end(titles),
                       [&](std::string_view one) { return base::equal_no_case(one, word); });
  };
  const auto first = std::find_if_not(all.begin(), all.end(), is_title);
  const bool surname_alone = first != all.begin() && all.end() - first < 2;
  const bool initial = first != all.end() && base::columns(*first) <= 2 && first->ends_with('.');
  return std::string(surname_alone || initial || first == all.end() ? base::trim(name) : *first);
}

std::string called(const PersonView& person) {
  const std::string name = given_name(person.card.person.name);
  return name.empty() ? person.card.person.name : name;
}

std::string greeting(const PersonView& person) {
  const std::string name = given_name(person.card.person.name);
  return words::say("letter.greeting", {{"name", name.empty() ? "_" : name}});
}

std::string described(const PersonView& person) {
  const people::Person& p = person.card.person;
  const std::string job = p.title + (p.title.empty() || p.company.empty() ? "" : ", ") + p.company;
  return p.name + (job.empty() ? "" : " (" + job + ")");
}

std::string address(const PersonView& person) {
  return person.card.person.emails.empty() ? "" : person.card.person.emails.front();
}

std::string shown_name(const PersonView& person) { return base::printable(person.card.person.name, 60); }

std::vector<base::Message> names_of(std::span<const PersonView> persons) {
  constexpr std::size_t most = 8, first = 5;
  const std::size_t named = persons.size() > most ? first : persons.size();
  std::vector<base::Message> out;
  for (std::size_t i = 0; i < named; ++i) out.push_back(base::say("said.name", {{"name", shown_name(persons[i])}}));
  if (named < persons.size()) out.push_back(base::say("said.more", {{"n", persons.size() - named}}));
  return out;
}

std::string tidied(std::string_view body) {
  std::string out;
  int blank = 0;
  for (const std::string_view line : base::split(body, '\n')) {
    const std::string_view text = base::trim(line);
    blank = text.empty() ? blank + 1 : 0;
    if (blank < 2) out += std::string(text) + "\n";
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

std::string_view bare_subject(std::string_view subject) {
  constexpr std::string_view prefixes[] = {"re:", "aw:", "sv:", "fw:", "fwd:", "antw:", "wg:", "vs:"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view prefix : prefixes) {
      if (!base::starts_with_no_case(subject, prefix)) continue;
      subject = base::trim(subject.substr(prefix.size()));
      more = true;
    }
  }
  return subject;
}

std::optional<std::uint32_t> topic_number(std::string_view topic, std::string_view kind) {
  if (!topic.starts_with(kind)) return std::nullopt;
  const std::string_view digits = topic.substr(kind.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::string quotable(std::string_view text, std::size_t columns_max) {
  return base::printable(base::cleaned(base::to_utf8(text)), columns_max);
}

RowView row_view(const store::ShownRow& shown) {
  return {.kind = shown.row.kind,
          .direction = standing::Direction::none,
          .at = shown.row.at,
          .day_only = (shown.row.flags & ledger::day_only) != 0,
          .channel = shown.row.channel,
          .source = shown.reference.substr(0, shown.reference.find('/')),
          .note = shown.title,
          .place = shown.place,
          .confidence = shown.row.confidence,
          .counts = true};
}

}  // namespace app
