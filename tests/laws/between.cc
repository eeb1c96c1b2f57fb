// The rows between the owner and each person.

#include <algorithm>
#include <set>
#include <tuple>

#include "said.h"

namespace laws {

namespace {

using ledger::Kind;
using ledger::Role;

// docs/policy.md, Facts.
constexpr std::uint32_t call_seconds_min = 60;
constexpr double unsure_meeting = 0.8;

bool is_help(Kind kind) {
  return kind == Kind::helped || kind == Kind::asked || kind == Kind::introduced || kind == Kind::recommended ||
         kind == Kind::referred;
}

bool is_sign(Kind kind) {
  return kind == Kind::invited || kind == Kind::endorsed || kind == Kind::thanked || kind == Kind::shared ||
         kind == Kind::engaged;
}

bool is_address(Role role) { return role == Role::to || role == Role::copied || role == Role::with; }
bool is_yes(Role role) {
  return role == Role::accepted || role == Role::organiser || role == Role::with || role == Role::from || role == Role::to;
}

/// The parts that somebody plays in one row, under any of their addresses.
struct Part {
  bool there = false, from = false, addressed = false, declined = false, yes = false;
  void take(Role role) {
    there = true;
    from = from || role == Role::from;
    addressed = addressed || is_address(role);
    declined = declined || role == Role::declined;
    yes = yes || is_yes(role);
  }
};

/// The owner's word of a letter is the letter itself, where another source has one of that day.
void drop_words_of_letters(std::vector<Event>& wrote) {
  const auto is_word = [](const Event& one) { return one.row->channel == ledger::Channel::you; };
  std::set<base::Day> letters;
  for (const Event& one : wrote) {
    if (one.out && !is_word(one)) letters.insert(one.day());
  }
  std::erase_if(wrote, [&](const Event& one) { return one.out && is_word(one) && letters.contains(one.day()); });
}

/// Mail that looks like bulk counts once the owner has written to its sender.
void drop_unasked_bulk(Between& between) {
  const auto is_bulk = [](const Event& one) { return (one.row->flags & ledger::bulk) != 0; };
  if (std::any_of(between.wrote.begin(), between.wrote.end(), [&](const Event& one) { return one.out && !is_bulk(one); })) return;
  for (auto* list : {&between.wrote, &between.help, &between.signs})
    std::erase_if(*list, [&](const Event& one) { return one.in && !one.out && is_bulk(one); });
}

}  // namespace

Ties::Ties(const ledger::Book& book, const people::People& people, const std::vector<store::Inferred>& inferred,
           base::Instant until)
    : all_(people.persons.size()) {
  for (const ledger::Ruling& one : book.rulings) {
    const auto* verdict = std::get_if<ledger::MeetingVerdict>(&one.decision);
    if (verdict != nullptr && one.at <= until) verdicts_[verdict->row] = verdict->yes;
  }
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.field != ledger::Field::covers || claim.at > until) continue;
    meetings_covered_ = meetings_covered_ || claim.value.starts_with("meet");
    help_covered_ = help_covered_ || claim.value.starts_with("help");
  }
  std::map<std::uint32_t, const ledger::Row*> by_id;
  for (const ledger::Row& row : book.rows) {
    if (row.at > until) continue;
    by_id[row.id.value] = &row;
    meetings_covered_ = meetings_covered_ || row.kind == Kind::met || row.kind == Kind::called;
    help_covered_ = help_covered_ || is_help(row.kind);
    take(book, people, row);
  }
  for (const store::Inferred& one : inferred) {
    const auto row = by_id.find(one.row.value);
    if (row == by_id.end()) continue;
    const bool out = one.direction != standing::Direction::in, in = one.direction != standing::Direction::out;
    const Event event{row->second, one.kind, out, in, one.confidence};
    Between& between = all_[one.person.value];
    (one.kind == Kind::met ? between.spoke : event.sure() ? between.help : between.perhaps_help).push_back(event);
  }
  for (Between& between : all_) {
    drop_words_of_letters(between.wrote);
    drop_unasked_bulk(between);
    for (auto* list : {&between.wrote, &between.spoke, &between.help, &between.touched, &between.missed, &between.perhaps_help,
                       &between.signs}) {
      std::stable_sort(list->begin(), list->end(), [](const Event& a, const Event& b) {
        return std::tie(a.row->at, a.row->key) < std::tie(b.row->at, b.row->key);
      });
    }
  }
}

void Ties::take(const ledger::Book& book, const people::People& people, const ledger::Row& row) {
  Part owner;
  std::map<people::PersonId, Part> others;
  std::uint32_t present = 1;
  for (const ledger::Seat& seat : book.seats_of(row)) {
    if (people.is_owner[seat.who.value]) {
      owner.take(seat.role);
      continue;
    }
    ++present;
    const people::PersonId who = people.person_of[seat.who.value];
    if (who != people::nobody) others[who].take(seat.role);
  }
  const auto verdict = verdicts_.find(row.key);
  for (const auto& [who, they] : others) {
    Between& between = all_[who.value];
    if (row.kind == Kind::met) {
      if ((row.flags & ledger::cancelled) != 0 || owner.declined || they.declined) continue;
      if (std::max(row.group, present) > small_group_max) continue;
      if (verdict != verdicts_.end() && !verdict->second) continue;
      const bool yes = verdict != verdicts_.end() || (owner.yes && they.yes);
      between.spoke.push_back({&row, row.kind, true, true, (yes ? 1 : unsure_meeting) * row.confidence});
    } else if (row.kind == Kind::called) {
      auto& list = (row.flags & ledger::missed) != 0         ? between.missed
                   : row.duration_seconds < call_seconds_min ? between.touched
                                                             : between.spoke;
      list.push_back({&row, row.kind, true, true, row.confidence});
    } else if (row.kind == Kind::wrote || is_help(row.kind) || is_sign(row.kind)) {
      const bool out = owner.from && they.addressed, in = !owner.from && owner.addressed && they.from;
      if (!out && !in) continue;
      const Event event{&row, row.kind, out, in, row.kind == Kind::wrote ? 1 : row.confidence};  // A letter is one.
      // Who asks is who is helped.
      const Event help{&row, row.kind, row.kind == Kind::asked ? in : out, row.kind == Kind::asked ? out : in, row.confidence};
      if (row.kind == Kind::wrote) between.wrote.push_back(event);
      if (is_help(row.kind)) between.help.push_back(help);
      if (is_sign(row.kind)) between.signs.push_back(event);
    }
  }
}

const Event* Between::last() const {
  const Event* found = nullptr;
  for (const auto* list : {&wrote, &spoke, &touched}) {
    for (const Event& one : *list) {
      if (one.sure() && (found == nullptr || one.row->at >= found->row->at)) found = &one;
    }
  }
  return found;
}

std::vector<base::Day> Between::exchanges() const {
  std::set<base::Day> days;
  for (const Event& one : spoke) days.insert(one.day());
  for (std::size_t i = 1; i < wrote.size(); ++i) {
    if (wrote[i].out != wrote[i - 1].out) days.insert(wrote[i].day());
  }
  return {days.begin(), days.end()};
}

bool Between::counts(const std::vector<Event>& events) {
  double miss = 1;
  for (const Event& one : events) miss *= 1 - one.confidence;
  return 1 - miss >= 0.9 - 1e-6;
}

std::vector<const Event*> Between::all() const {
  std::vector<const Event*> out;
  for (const auto* list : {&wrote, &spoke, &help, &touched, &missed, &perhaps_help, &signs}) {
    for (const Event& one : *list) out.push_back(&one);
  }
  return out;
}

bool is_network(const people::Person& person, const Between& between) {
  if (person.answer == "yes") return true;
  return person.answer != "no" && person.answer != "stranger" && Between::counts(between.spoke) && Between::counts(between.help);
}

bool is_advocate(const Between& between, base::Day today) {
  constexpr int days = 3 * 365, acts_min = 2;  // docs/policy.md.
  const auto acts = std::count_if(between.help.begin(), between.help.end(), [&](const Event& one) {
    return one.in && one.kind != Kind::asked && today - one.day() <= days;
  });
  return acts >= acts_min;
}

std::int64_t count(const std::vector<Event>& events, bool out) {
  return std::count_if(events.begin(), events.end(), [out](const Event& one) { return out ? one.out : one.in; });
}

}  // namespace laws
