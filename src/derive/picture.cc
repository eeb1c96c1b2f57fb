#include "derive/picture.h"

#include <algorithm>
#include <future>

#include "standing/infer.h"
#include "standing/outlook.h"

namespace derive {

namespace {

/// The next moment at which something more counts, or the next day, when everything is a day older.
base::Instant next_change(const ledger::Book& book, base::Instant moment) {
  base::Instant until = base::start_of(base::day_of(moment) + 1);
  for (const ledger::Row& row : book.rows) {
    if (row.at > moment) until = std::min(until, row.at);
  }
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.at > moment) until = std::min(until, claim.at);
  }
  const std::size_t known = book.rulings_until(moment).size();
  if (known < book.rulings.size()) until = std::min(until, book.rulings[known].at);
  return until;
}

Totals count(const Picture& p, const ledger::Book& book, base::Instant moment) {
  Totals t;
  for (std::size_t i = 0; i < p.standings.size(); ++i)
    t.count(p.people.persons[i], p.standings[i], p.people.persons[i].identities.size(), 1);
  t.review += p.people.doubts.size();
  t.unplaced_phones = p.people.unplaced_phones;
  t.covers = standing::coverage(book, moment);
  t.owner_name = p.people.owner.name;
  t.owner_handles = p.people.owner.handles;
  t.owner_assumed = p.people.owner.assumed;
  t.region = p.people.owner.region.code;
  t.learned = p.learned.past[static_cast<std::size_t>(standing::Question::reply)];
  return t;
}

}  // namespace

Picture picture(const ledger::Book& book, const standing::Policy& policy, base::Instant moment) {
  Picture p;
  // One person per human, however many addresses and spellings; the owner's word first.
  p.people = people::resolve(book, moment);
  // From here on, no person is added, merged or split.
  std::vector<standing::Reading> readings = standing::read(book, p.people, policy, moment);
  // What takes everybody: meetings that only their title gives to somebody, introductions, thanks.
  std::vector<standing::Reading> inferred = standing::infer(book, p.people, readings, policy, moment);
  for (const standing::Reading& one : inferred)
    p.inferred.push_back({one.person, book.rows[one.row].id, one.kind, one.direction, one.confidence});
  standing::merge(readings, std::move(inferred), book);
  // Whoever was let go comes back when they write.
  standing::take_back_who_wrote(p.people, readings, book);
  // From here on, no reading is added: who stands where follows from them alone.
  // Beside that: what will become of each tie, learned from what became of all of them before.
  auto foretold = std::async(std::launch::async, [&] {
    const standing::OwnTies ties(p.people, readings, book);
    standing::Learned learned = ties.learn(moment);
    return std::pair(ties.chances(learned, moment), std::move(learned));
  });
  p.standings = standing::weigh(p.people, readings, book, policy, moment);
  auto [chances, learned] = foretold.get();
  standing::put(chances, p.standings);
  p.learned = std::move(learned);
  std::erase_if(p.people.doubts, [&](const people::Doubt& doubt) {
    return !p.standings[doubt.a.value].known || !p.standings[doubt.b.value].known;
  });
  p.totals = count(p, book, moment);
  // What to do about it, by what came of what was done before.
  p.totals.lessons = plays::learn_lessons(book, p.people, readings, standing::week_start(moment));
  p.plan = plays::plan({.people = p.people, .standings = p.standings, .today = base::day_of(moment), .lessons = p.totals.lessons},
                       book, moment);
  p.markets = plays::commitments(book.rulings_until(moment), p.people.person_of).markets;
  p.until = next_change(book, moment);
  return p;
}

}  // namespace derive
