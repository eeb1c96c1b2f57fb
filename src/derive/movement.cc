#include "derive/movement.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "standing/climb.h"

namespace derive {

namespace {

using ledger::Kind;
using people::PersonId;
using standing::Direction;

/// What completed it, of the owner's word: "your answer yes".
struct WordOf {
  base::Message operator()(const ledger::Answer& one) const {
    return one.refer == ledger::Refer::none ? base::say("derive.answer-taken-back")
                                            : base::say("derive.answer", {{"refer", word(one.refer)}});
  }
  base::Message operator()(const ledger::MeetingVerdict&) const { return base::say("derive.word-met"); }
  base::Message operator()(const ledger::HelpVerdict&) const { return base::say("derive.word-help"); }
  base::Message operator()(const ledger::TakeBack&) const { return base::say("derive.taken-back"); }
  base::Message operator()(const ledger::IsPerson&) const { return base::say("derive.word-person"); }
  base::Message operator()(const ledger::Same&) const { return base::say("derive.two-theirs-joined"); }
  base::Message operator()(const auto&) const { return base::say("derive.told-apart"); }
};
base::Message word_of(const ledger::Ruling& ruling) { return std::visit(WordOf{}, ruling.decision); }

base::Message said_of(const standing::Turn& turn) {
  if (turn.ruling != nullptr) return word_of(*turn.ruling);
  const bool out = turn.direction == Direction::out;
  switch (turn.kind) {
    case Kind::met:
      return base::say("derive.met");
    case Kind::called:
      return base::say("derive.call");
    case Kind::helped:
      return out ? base::say("derive.help-out") : base::say("derive.help-in");
    case Kind::asked:
      return out ? base::say("derive.asked-help") : base::say("derive.they-asked-help");
    case Kind::introduced:
      return out ? base::say("derive.introduction") : base::say("derive.introduction-them");
    case Kind::recommended:
      return out ? base::say("derive.recommendation") : base::say("derive.recommendation-them");
    case Kind::referred:
      return out ? base::say("derive.referral") : base::say("derive.referral-them");
    default:
      return base::say("derive.other", {{"kind", ledger::word(turn.kind)}});
  }
}

/// What the owner said after `since` that makes a member of somebody whose evidence was complete
/// before: the latest word; null for none.
const ledger::Ruling* ruling_after(base::Instant since, const Moment& now, PersonId who,
                                   std::span<const ledger::Ruling> rulings) {
  const ledger::Ruling* found = nullptr;
  for (const ledger::Ruling& ruling : rulings) {
    const auto is = [&]<class... One>() { return (std::holds_alternative<One>(ruling.decision) || ...); };
    if (ruling.at <= since || !is.template operator()<ledger::TakeBack, ledger::IsPerson, ledger::Same, ledger::Apart>())
      continue;
    for (const ledger::IdentityId identity : ruling.about) {
      if (now.people.person_of[identity.value] == who) found = &ruling;
    }
  }
  return found;
}

/// One of theirs, whatever came first into the store.
ledger::IdentityId first_identity(const people::Person& person, const ledger::Book& book) {
  return *std::min_element(person.identities.begin(), person.identities.end(), [&](ledger::IdentityId a, ledger::IdentityId b) {
    return book.handles[a.value] < book.handles[b.value];
  });
}

/// When whoever was let go at `before` came back by themselves.
std::optional<base::Day> came_back(const Moment& before, const Moment& now, PersonId who, const ledger::Book& book) {
  const ledger::IdentityId identity = first_identity(now.people.persons[who.value], book);
  if (identity.value >= before.people.person_of.size()) return std::nullopt;
  const PersonId then = before.people.person_of[identity.value];
  if (then == people::nobody || !before.people.persons[then.value].let_go) return std::nullopt;
  for (const standing::Reading& reading : standing::of(now.readings, who)) {
    const bool theirs = reading.direction == Direction::in || reading.direction == Direction::both;
    const bool contact = reading.kind == Kind::wrote || reading.kind == Kind::called || reading.kind == Kind::met;
    const base::Instant at = book.rows[reading.row].at;
    if (theirs && contact && at > before.at) return base::day_of(at);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Joined> joined_since(const Moment& before, const Moment& now, const ledger::Book& book,
                                 const standing::Policy& policy) {
  const std::vector<PersonId> who = now.members_not_in(before.members());
  if (who.empty()) return {};
  const std::span<const ledger::Ruling> known = book.rulings_until(now.at);
  const standing::Said said = standing::said(now.people, known);
  std::vector<Joined> all;
  for (const PersonId one : who) {
    Joined joined{.who = first_identity(now.people.persons[one.value], book), .day = {}, .by = {}};
    const auto turns = standing::climb(one, standing::of(now.readings, one), said, book, policy, now.at);
    const auto turn = std::find_if(turns.rbegin(), turns.rend(), [](const standing::Turn& t) {
      return t.from < standing::Rung::network && t.to >= standing::Rung::network;
    });
    if (turn != turns.rend()) {
      joined.day = base::day_of(turn->at);
      joined.by = said_of(*turn);
    }
    if (turn == turns.rend() || turn->at <= before.at) {
      // It was complete before: something else kept them out, or it came to light since.
      if (const ledger::Ruling* ruling = ruling_after(before.at, now, one, known)) {
        joined.day = base::day_of(ruling->at);
        joined.by = word_of(*ruling);
      } else if (const auto day = came_back(before, now, one, book)) {
        joined.day = *day;
        joined.by = base::say("derive.back-in-touch");
      } else {
        joined.day = base::day_of(now.at);
        joined.by = base::say("derive.known-by-now");
      }
    }
    all.push_back(std::move(joined));
  }
  return all;
}

std::vector<Moved> moved(std::span<const Joined> joined, const Moment& last, std::span<const plays::Taken> steps) {
  struct Entry {
    PersonId who;
    const Joined* joined;
  };
  std::vector<Entry> entries;
  for (const Joined& one : joined) {
    const PersonId who = last.people.person_of[one.who.value];
    if (who != people::nobody) entries.push_back({who, &one});
  }
  const auto key = [](const Entry& one) { return std::tuple(-one.joined->day.days, one.who); };
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  entries.erase(std::unique(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) == key(b); }),
                entries.end());
  std::vector<Moved> all;
  for (const auto& [who, one] : entries) {
    const people::Person& person = last.people.persons[who.value];
    Moved moved{.id = people::id_text(person.code), .name = person.name, .day = one->day, .by = one->by, .after = {}};
    for (const plays::Taken& step : plays::of(steps, who)) {
      const int days_before = one->day - base::day_of(step.at);
      if (days_before >= 0 && days_before <= plays::outcome_days) moved.after.push_back(step);
    }
    std::reverse(moved.after.begin(), moved.after.end());
    all.push_back(std::move(moved));
  }
  return all;
}

}  // namespace derive
