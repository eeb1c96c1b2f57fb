#pragma once

/// Data files for the tests of the store, and what is put into them.

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ledger/sample_book.h"
#include "store/store.h"
#include "store/vault.h"

namespace store {

namespace fs = std::filesystem;
using ledger::ChangeId;
using ledger::Evidence;
using ledger::Kind;
using ledger::Role;

/// A folder that goes with the test.
class StoreTest : public testing::Test {
 protected:
  ~StoreTest() override {
    std::error_code error;
    fs::permissions(folder_, fs::perms::owner_all, error);  // So that it can go.
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }

  std::unique_ptr<Scratch> scratch_ = std::move(*Vault::temporary());
  fs::path folder_ = scratch_->path();
};

inline std::unique_ptr<DataFile> in_memory() { return std::move(*DataFile::open(":memory:", true, 0)); }

/// One change with these records in it.
inline ChangeId add(DataFile& file, const std::vector<ledger::Record>& records, std::optional<ChangeId> undoes = {}) {
  const auto transaction = std::move(*file.ledger().begin());
  const ChangeId change = *transaction->new_change({1'000}, undoes ? "undo" : "import", base::Message{}, undoes);
  for (const ledger::Record& record : records) EXPECT_TRUE(transaction->add(record, change));
  EXPECT_TRUE(transaction->commit());
  return change;
}

inline ledger::Record meeting(std::uint64_t version, std::string_view day) {
  Evidence e;
  e.kind = Kind::met;
  e.at = ledger::sample_noon(day);
  e.reference = "calendar/1";
  e.version = version;
  e.thread = "t";
  e.title = "Coffee";
  e.place = "Malmö";
  e.parties = {{ledger::me(), Role::organiser, {}}, {ledger::sample_handle("email:ada@x.example"), Role::accepted, "Ada"}};
  ledger::Record record;
  record.evidence.push_back(std::move(e));
  return record;
}

inline ledger::SampleBook life() {
  ledger::SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"email:ada@x.example", "phone:+46701234567"});
  book.mail("me", "email:ada@x.example", "2026-01-01").mail("email:ada@x.example", "me", "2026-01-02");
  book.met("email:ada@x.example", "2026-02-01").ruled(ledger::Answer{ledger::Refer::yes}, {"uid:vcard/1"}, "2026-03-01");
  book.row(Kind::met, "2026-02-02", {{"me", Role::organiser}});
  book.last().title = "Lunch with Ada Lovelace";
  return book;
}

inline std::vector<base::Day> days_of(DataFile& file) {
  const auto book = file.ledger().read();
  std::vector<base::Day> days;
  for (const ledger::Row& row : book->rows) days.push_back(base::day_of(row.at));
  return days;
}

inline base::Day day(std::string_view text) { return *base::parse_iso_day(text); }

inline people::Person somebody() {
  people::Person p;
  p.code = 77;
  p.name = "Ada Lovelace";
  p.company = "Fjord";
  p.title = "Engine \x1f builder";
  p.birthday = "--12-10";
  p.emails = {"ada@x.example", "ada@y.example"};
  p.notes = {"two\nlines"};
  p.labels = {"sailing", "Fjord"};
  p.tags = {"sailing", "skating"};
  p.let_go = true;
  p.answer = "hesitate";
  return p;
}

inline standing::Standing somewhere() {
  standing::Standing s;
  s.known = true;
  s.quiet = true;
  s.rung = standing::Rung::advocate;
  s.help = standing::Fact::no;
  s.counts = {1, 2, 3, 4, 5, 6};
  s.strength = 41.25;
  s.last = base::Day{-3};
  s.median_gap_days = 30;
  s.waiting_since = base::Instant{-5};
  s.waiting_row = 9;
  return s;
}

inline people::People two_people() {
  people::People people;
  people.persons = {somebody(), somebody()};
  people.persons[1].code = 99;
  people.persons[1].name = "Zoë Berg";
  people.persons[1].let_go = false;
  people.persons[1].identities = {ledger::IdentityId{1}};
  people.person_of = {people::nobody, people::PersonId{1}};
  people.is_owner = {true, false};
  return people;
}

}  // namespace store
