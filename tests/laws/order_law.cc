// Laws of the derivations: the same evidence gives the same picture, and more of it is never less.

#include <map>

#include "derive/picture.h"
#include "graph/graph.h"
#include "small_ledger.h"

namespace laws {
namespace {

// Kills, in clusters.cc: mailboxes joined in the order of their coming (of_kind without its sort); links of
// cards in that order; of two rulings at one moment the later row. In people.cc: an answer, likewise.
RC_GTEST_PROP(Law, Order, ()) {
  const std::vector<Record> records = any_records();
  RC_ASSERT(picture_text(book_of(records)) == picture_text(book_of(shuffled(records))));
}

// Kills: the name of the owner taken from claims of a day to come; rows of a day to come that are read.
RC_GTEST_PROP(Law, NothingAfterTheMomentCounts, ()) {
  const std::vector<Record> records = any_records();
  // Handles stay, as the owner's list of them does: only what happens and what is said is later.
  ledger::Book whole = book_of(records);
  ledger::Book known = whole;
  std::erase_if(known.rows, [](const ledger::Row& row) { return row.at > moment; });
  std::erase_if(known.claims, [](const ledger::ClaimRow& claim) { return claim.at > moment; });
  std::erase_if(known.rulings, [](const ledger::Ruling& ruling) { return ruling.at > moment; });
  RC_ASSERT(picture_text(whole) == picture_text(known));
}

std::string graph_text(const ledger::Book& book) {
  const derive::Picture p = derive::picture(book, {}, moment);
  std::string out;
  for (const graph::Acquaintance& one : graph::acquaintances(book, p.people, p.standings, {}, moment)) {
    const graph::Shared& s = one.shared;
    out += fmt::format("{} {} {} {} {} {} {} {}\n", one.a.value, one.b.value, s.weight, s.threads, s.meetings, s.introductions,
                       s.colleagues, s.last.days);
  }
  return out;
}

/// A letter or a meeting of several, of whom one may have two addresses and two answers.
Record gathering() {
  using ledger::Role;
  const bool met = *rc::gen::arbitrary<bool>();
  ledger::Evidence e;
  e.kind = met ? ledger::Kind::met : ledger::Kind::wrote;
  e.at = any_moment();
  e.group = *rc::gen::element(0U, 4U, 6U, 13U);
  e.thread = met ? "" : *rc::gen::element<std::string>("", "one", "other");
  // Two conversations do not hold one letter: a fingerprint leaves the thread out, and the first to come is kept.
  e.title = e.thread;
  e.parties.push_back({ledger::me(), met ? Role::organiser : Role::from, {}});
  for (const char* who : {"email:ada@x.example", "email:ada+1@x.example", "email:bo@x.example", "email:cy@x.example"}) {
    const Role role = met ? *rc::gen::element(Role::accepted, Role::accepted, Role::tentative, Role::declined) : Role::to;
    if (*rc::gen::inRange(0, 4) > 0) e.parties.push_back({ledger::sample_handle(who), role, {}});
  }
  // As another export lists them.
  for (std::size_t i = e.parties.size(); i > 2; --i) std::swap(e.parties[i - 1], e.parties[*rc::gen::inRange<std::size_t>(1, i)]);
  Record record;
  record.evidence.push_back(std::move(e));
  return record;
}

// Kills, in graph.cc: the letters of a conversation in the order of their coming (gather without its sort).
RC_GTEST_PROP(Law, OrderOfWhoKnowsWhom, ()) {
  std::vector<Record> records = any_records();
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) records.push_back(gathering());
  RC_ASSERT(graph_text(book_of(records)) == graph_text(book_of(shuffled(records))));
}

/// How whoever has `handle` stands.
standing::Standing standing_of(const ledger::Book& book, const ledger::Handle& handle) {
  const derive::Picture p = derive::picture(book, {}, moment);
  for (std::size_t i = 0; i < book.handles.size(); ++i) {
    if (book.handles[i] == handle && p.people.person_of[i] != people::nobody) return p.standings[p.people.person_of[i].value];
  }
  return {};
}

// Kills, in standing.cc: a bonus for ties both ways that counts against them; strength weighed by the
// median gap, which one more exchange makes shorter.
RC_GTEST_PROP(Law, MoreIsNotLess, ()) {
  using ledger::Kind;
  using ledger::Role;
  std::vector<Record> records = any_records();
  const ledger::Handle ada = ledger::sample_handle("email:ada@x.example");
  Record listed;
  listed.evidence.push_back({});
  listed.evidence[0].parties.push_back({ada, Role::with, {}});
  records.push_back(listed);
  const standing::Standing before = standing_of(book_of(records), ada);
  ledger::Evidence e;
  e.kind = *rc::gen::element(Kind::wrote, Kind::met, Kind::called, Kind::helped, Kind::endorsed);
  e.at = {std::min(any_moment().seconds, moment.seconds)};
  e.duration_seconds = 600;
  e.reference = "one more";
  const bool out = *rc::gen::arbitrary<bool>();
  e.parties = {{out ? ledger::me() : ada, Role::from, {}}, {out ? ada : ledger::me(), Role::to, {}}};
  Record more;
  more.evidence.push_back(e);
  records.push_back(more);
  const standing::Standing after = standing_of(book_of(records), ada);
  RC_ASSERT(after.strength >= before.strength);
  RC_ASSERT(after.rung >= before.rung);
}

/// Who is who: for each handle, in order, the least handle of the same person; "" where it is nobody's.
std::map<std::string, std::string> partition(const ledger::Book& book) {
  const people::People people = people::resolve(book, moment);
  std::map<std::string, std::string> leader;
  for (const people::Person& person : people.persons) {
    std::string least;
    for (const auto identity : person.identities) {
      const std::string handle = ledger::text(book.handles[identity.value]);
      if (least.empty() || handle < least) least = handle;
    }
    for (const auto identity : person.identities) leader[ledger::text(book.handles[identity.value])] = least;
  }
  return leader;
}

/// The owner's word on two handles, later than everything before it.
Record word_on(ledger::Decision decision, const std::string& one, const std::string& other, std::uint32_t turn) {
  Record record;
  record.rulings.push_back({.number = {1'000 + turn},
                            .key = 0,
                            .at = moment,
                            .about = {ledger::sample_handle(one), ledger::sample_handle(other)},
                            .decision = std::move(decision)});
  return record;
}

bool is_same(const Record& record) {
  return std::any_of(record.rulings.begin(), record.rulings.end(),
                     [](const auto& one) { return std::holds_alternative<ledger::Same>(one.decision); });
}

// Kills, in clusters.cc: a forest that forgets its enemies when two groups become one; a no that is not read.
RC_GTEST_PROP(Law, ANoHoldsWhateverComesLater, ()) {
  std::vector<Record> records = any_records();
  const std::string one = ledger::text(any_handle());
  const std::string other = ledger::text(any_handle());
  RC_PRE(one != other);
  records.push_back(word_on(ledger::Apart{}, one, other, 0));
  for (Record& later : any_records()) {
    // Only the owner's own later word on these two counts for more.
    if (!is_same(later)) records.push_back(std::move(later));
  }
  const auto leader = partition(book_of(records));
  const auto a = leader.find(one);
  const auto b = leader.find(other);
  if (a != leader.end() && b != leader.end()) RC_ASSERT(a->second != b->second);
}

// Kills, in clusters.cc: the first word on two handles that counts instead of the last; a merge that still
// teaches after it was split.
RC_GTEST_PROP(Law, AMergeThatWasSplitLeavesNoTrace, ()) {
  std::vector<Record> records = any_records();
  const auto leader_of = partition(book_of(records));
  RC_PRE(leader_of.size() >= 2U);
  const std::vector<std::pair<std::string, std::string>> all(leader_of.begin(), leader_of.end());
  const std::string one = (*rc::gen::elementOf(all)).second;
  const std::string other = (*rc::gen::elementOf(all)).second;
  RC_PRE(one != other);
  // As `wellmet split` says it: each handle of the one from each of the other.
  std::uint32_t turn = 1;
  for (const auto& [handle, leader] : all) {
    for (const auto& [stays, whose] : all) {
      if (leader == other && whose == one) records.push_back(word_on(ledger::Apart{}, handle, stays, turn++));
    }
  }
  const auto split = partition(book_of(records));
  const std::string never_merged = picture_text(book_of(records));
  records.push_back(word_on(ledger::Same{}, one, other, 0));
  RC_ASSERT(picture_text(book_of(records)) == never_merged);
  for (const auto& [handle, leader] : all) {
    for (const auto& [also, whose] : all) {
      if (leader == one && whose == other) RC_ASSERT(split.at(handle) != split.at(also));
    }
  }
}

}  // namespace
}  // namespace laws
