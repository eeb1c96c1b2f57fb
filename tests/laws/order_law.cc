// Laws of the derivations: the same evidence gives the same picture, and more of it is never less.

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
  RC_ASSERT(picture_text(whole) == picture_text(known));
}

/// How whoever has `handle` stands.
standing::Standing standing_of(const ledger::Book& book, const ledger::Handle& handle) {
  const app::Picture p = app::picture(book, {}, moment);
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

}  // namespace
}  // namespace laws
