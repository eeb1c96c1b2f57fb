#include "app/movement.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "people/rulings.h"
#include "standing/climb.h"

namespace app {

namespace {

using ledger::Kind;
using people::PersonId;
using standing::Direction;

/// What completed it, of the owner's word: "your answer yes".
std::string word_of(std::string_view title) {
  const auto [verb, rest] = people::ruling_of(title);
  if (verb == people::ruled_answer)
    return rest == "none" ? "your answer taken back" : fmt::format("your answer {}", rest);
  if (verb == people::ruled_met) return "your word that you met";
  if (verb == people::ruled_help) return "your word that it was help";
  if (verb == people::ruled_take_back) return "taken back by you";
  if (verb == people::ruled_person) return "your word that this is a person";
  return verb == people::ruled_same ? "two of theirs joined by you" : "told apart by you";
}

std::string words_of(const standing::Turn& turn, const ledger::Book& book) {
  const bool out = turn.direction == Direction::out;
  switch (turn.kind) {
    case Kind::met: return "met";
    case Kind::called: return "a call";
    case Kind::helped: return out ? "help from you" : "help to you";
    case Kind::asked: return out ? "you asked for help" : "they asked for help";
    case Kind::introduced: return out ? "an introduction by you" : "an introduction by them";
    case Kind::recommended: return out ? "a recommendation by you" : "a recommendation by them";
    case Kind::referred: return out ? "a referral by you" : "a referral by them";
    case Kind::ruled: return word_of(book.title_of(book.rows[turn.row]));
    default: return std::string(ledger::word(turn.kind));
  }
}

/// What the owner said after `since` that makes a member of somebody whose evidence was complete
/// before: the latest word.
std::optional<std::uint32_t> ruling_after(base::Instant since, const Moment& now, PersonId who,
                                          std::span<const std::uint32_t> rulings,
                                          const ledger::Book& book) {
  constexpr std::string_view verbs[] = {people::ruled_take_back, people::ruled_person,
                                        people::ruled_same, people::ruled_apart};
  std::optional<std::uint32_t> found;
  for (const std::uint32_t place : rulings) {
    const ledger::Row& row = book.rows[place];
    if (row.at <= since || row.at > now.at) continue;
    const std::string_view verb = people::ruling_of(book.title_of(row)).verb;
    if (std::find(std::begin(verbs), std::end(verbs), verb) == std::end(verbs)) continue;
    for (const ledger::Seat& seat : book.seats_of(row)) {
      if (now.people.person_of[seat.who.value] == who) found = place;
    }
  }
  return found;
}

/// One of theirs, whatever came first into the store.
ledger::IdentityId first_identity(const people::Person& person, const ledger::Book& book) {
  return *std::min_element(person.identities.begin(), person.identities.end(),
                           [&](ledger::IdentityId a, ledger::IdentityId b) {
                             return book.handles[a.value] < book.handles[b.value];
                           });
}

/// When whoever was let go at `before` came back by themselves.
std::optional<base::Day> came_back(const Moment& before, const Moment& now, PersonId who,
                                   const ledger::Book& book) {
  const ledger::IdentityId identity = first_identity(now.people.persons[who.value], book);
  if (identity.value >= before.people.person_of.size()) return std::nullopt;
  const PersonId then = before.people.person_of[identity.value];
  if (then == people::nobody || !before.people.persons[then.value].let_go) return std::nullopt;
  for (const standing::Reading& reading : standing::of(now.readings, who)) {
    const bool theirs =
        reading.direction == Direction::in || reading.direction == Direction::both;
    const bool contact = reading.kind == Kind::wrote || reading.kind == Kind::called ||
                         reading.kind == Kind::met;
    const base::Instant at = book.rows[reading.row].at;
    if (theirs && contact && at > before.at) return base::day_of(at);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Joined> joined_since(const Moment& before, const Moment& now,
                                 std::span<const std::uint32_t> rulings, const ledger::Book& book,
                                 const standing::Policy& policy) {
  const std::vector<PersonId> who = now.members_not_in(before.members());
  if (who.empty()) return {};
  const auto until = std::find_if(rulings.begin(), rulings.end(), [&](std::uint32_t place) {
    return book.rows[place].at > now.at;
  });
  const std::span known(rulings.begin(), until);
  const standing::Said said = standing::said(book, now.people, known);
  std::vector<Joined> all;
  for (const PersonId one : who) {
    Joined joined{.who = first_identity(now.people.persons[one.value], book),
                  .day = base::day_of(now.at),
                  .by = "what is known by now"};
    const auto turns = standing::climb(one, standing::of(now.readings, one), said, book, policy,
                                       now.at);
    const auto turn = std::find_if(turns.rbegin(), turns.rend(), [](const standing::Turn& t) {
      return t.from < standing::Rung::network && t.to >= standing::Rung::network;
    });
    if (turn != turns.rend()) {
      joined.day = base::day_of(turn->at);
      joined.by = words_of(*turn, book);
    }
    if (turn == turns.rend() || turn->at <= before.at) {
      // It was complete before: something else kept them out, or it came to light since.
      if (const auto ruling = ruling_after(before.at, now, one, known, book)) {
        joined.day = base::day_of(book.rows[*ruling].at);
        joined.by = word_of(book.title_of(book.rows[*ruling]));
      } else if (const auto day = came_back(before, now, one, book)) {
        joined.day = *day;
        joined.by = "back in touch after you let them go";
      }
    }
    all.push_back(std::move(joined));
  }
  return all;
}

std::vector<Moved> moved(std::span<const Joined> joined, const Moment& last,
                         std::span<const plays::Taken> steps) {
  struct Entry {
    PersonId who;
    const Joined* joined;
  };
  std::vector<Entry> entries;
  for (const Joined& one : joined) {
    const PersonId who = last.people.person_of[one.who.value];
    if (who != people::nobody) entries.push_back({who, &one});
  }
  const auto key = [](const Entry& one) {
    return std::tuple(-one.joined->day.days, one.who);
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [&](const Entry& a, const Entry& b) { return key(a) == key(b); }),
                entries.end());
  std::vector<Moved> all;
  for (const auto& [who, one] : entries) {
    const people::Person& person = last.people.persons[who.value];
    Moved moved{.id = people::id_text(person.code),
                .name = person.name,
                .day = one->day,
                .by = one->by,
                .after = {}};
    for (const plays::Taken& step : plays::of(steps, who)) {
      const int days_before = one->day - base::day_of(step.at);
      if (days_before >= 0 && days_before <= plays::outcome_days) moved.after.push_back(step);
    }
    std::reverse(moved.after.begin(), moved.after.end());
    all.push_back(std::move(moved));
  }
  return all;
}

}  // namespace app
