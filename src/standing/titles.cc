#include "standing/titles.h"

#include <algorithm>
#include <unordered_map>

#include "base/name.h"
#include "base/text.h"
#include "people/rulings.h"

namespace standing {

namespace {

/// Folded words of letters, as base::Name keeps them.
std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : base::fold(title) + " ") {
    if ((c >= 'a' && c <= 'z') || (c == '-' && !word.empty())) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

std::vector<Reading> read_titles(const ledger::Book& book, const people::People& people, const Policy& policy,
                                 base::Instant moment) {
  std::vector<Reading> readings;
  const std::unordered_map<std::uint64_t, bool> said = verdicts(book, moment, people::ruled_met, people::ruled_not_met);
  std::unordered_map<std::string, people::PersonId> by_name;
  for (std::uint32_t i = 0; i < book.rows.size(); ++i) {
    const ledger::Row& row = book.rows[i];
    if (row.kind != ledger::Kind::met || row.title == 0 || row.at > moment) continue;
    if ((row.flags & ledger::cancelled) != 0) continue;
    if (row.group > static_cast<std::uint32_t>(policy.small_group_max)) continue;
    bool others = false, declined = false;
    for (const ledger::Seat& seat : book.seats_of(row)) {
      others = others || !people.is_owner[seat.who.value];
      declined = declined || seat.role == ledger::Role::declined;
    }
    if (others || declined) continue;
    if (by_name.empty()) {
      for (std::uint32_t p = 0; p < people.persons.size(); ++p) {
        const base::Name name = base::parse_name(people.persons[p].name);
        if (name.words.size() < 2) continue;
        const auto [at, fresh] = by_name.try_emplace(name.text(), people::PersonId{p});
        if (!fresh) at->second = people::nobody;  // Two of that name: exactly one is needed.
      }
    }
    const std::vector<std::string> words = words_of(base::clip(book.title_of(row), 300));
    std::vector<people::PersonId> found;
    for (std::size_t from = 0; from < words.size(); ++from) {
      std::string name = words[from];
      for (std::size_t to = from + 1; to < words.size() && to < from + 5; ++to) {
        name += ' ' + words[to];
        const auto person = by_name.find(name);
        if (person == by_name.end()) continue;
        if (std::find(found.begin(), found.end(), person->second) != found.end()) continue;
        found.push_back(person->second);
      }
    }
    if (found.size() != 1 || found[0] == people::nobody) continue;
    const auto verdict = said.find(row.key);
    if (verdict != said.end() && !verdict->second) continue;
    readings.push_back({.person = found[0],
                        .row = i,
                        .kind = ledger::Kind::met,
                        .direction = Direction::both,
                        .counts = true,
                        .group = 2,
                        .confidence = static_cast<float>(verdict == said.end() ? policy.unsure_meeting : 1)});
  }
  return readings;
}

}  // namespace standing
