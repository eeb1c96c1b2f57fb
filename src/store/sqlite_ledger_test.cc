#include "store/sqlite_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "store/sample_file.h"

namespace store {
namespace {

using LedgerTest = StoreTest;

ledger::Record ruling(ledger::Decision decision, std::uint32_t number = 0, std::string_view day = "2026-03-14") {
  ledger::Record record;
  record.rulings.push_back({.number = {number},
                            .key = 0,
                            .at = ledger::sample_noon(day),
                            .about = {ledger::sample_handle("email:ada@x.example")},
                            .decision = std::move(decision)});
  return record;
}

TEST_F(LedgerTest, ABookReadsBackAsItWasAddedAndAsInMemory) {
  ledger::SampleBook sample = life();
  const ledger::Book expected = sample.book();
  const auto store = in_memory();
  add(*store, sample.records());
  const ledger::Book book = *store->ledger().read();
  ASSERT_EQ(book.handles, expected.handles);
  ASSERT_EQ(book.rows.size(), expected.rows.size());
  for (std::size_t i = 0; i < book.rows.size(); ++i) {
    const ledger::Row& row = book.rows[i];
    const ledger::Row& twin = expected.rows[i];
    EXPECT_EQ(row.key, twin.key);
    EXPECT_EQ(row.thread, twin.thread);
    EXPECT_EQ(row.at, twin.at);
    EXPECT_EQ(row.kind, twin.kind);
    EXPECT_EQ(row.channel, twin.channel);
    EXPECT_EQ(row.flags, twin.flags);
    EXPECT_EQ(row.group, twin.group);
    EXPECT_EQ(row.confidence, twin.confidence);
    EXPECT_EQ(book.title_of(row), expected.title_of(twin));
    EXPECT_TRUE(std::ranges::equal(book.seats_of(row), expected.seats_of(twin)));
  }
  ASSERT_EQ(book.claims.size(), expected.claims.size());
  for (std::size_t i = 0; i < book.claims.size(); ++i) {
    EXPECT_EQ(book.claims[i].who, expected.claims[i].who);
    EXPECT_EQ(book.claims[i].field, expected.claims[i].field);
    EXPECT_EQ(book.claims[i].value, expected.claims[i].value);
  }
}

TEST_F(LedgerTest, TheNewestVersionCountsInAnyOrder) {
  const std::array<ledger::Record, 3> all = {meeting(1, "2026-03-14"), meeting(2, "2026-03-21"), meeting(3, "2026-03-28")};
  std::array<std::size_t, 3> order = {0, 1, 2};
  do {
    const auto store = in_memory();
    for (const std::size_t i : order) add(*store, {all[i]});
    EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-28")});
    const auto once = in_memory();
    add(*once, {all[order[0]], all[order[1]], all[order[2]]});
    EXPECT_EQ(days_of(*once), std::vector<base::Day>{day("2026-03-28")}) << "within one transaction";
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(LedgerTest, AMeetingThatMovedBackIsWhereItWas) {
  const auto store = in_memory();
  add(*store, {meeting(1, "2026-03-14")});
  add(*store, {meeting(2, "2026-03-21")});
  const ChangeId back = add(*store, {meeting(3, "2026-03-14")});
  EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-14")});
  {
    const auto transaction = std::move(*store->ledger().begin());
    EXPECT_FALSE(*transaction->add(meeting(2, "2026-03-21"), back));
    EXPECT_FALSE(*transaction->add(meeting(4, "2026-03-14"), back)) << "the same again, newer by its stamp alone, is no news";
  }
  add(*store, {}, back);
  EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-21")});
}

TEST_F(LedgerTest, WhatAnExportMadeLaterRepeatsCountsInAnyOrder) {
  // The meeting of the 14th was exported twice, before and after somebody else's export with the 21st.
  const std::array<ledger::Record, 3> all = {meeting(1, "2026-03-14"), meeting(3, "2026-03-14"), meeting(2, "2026-03-21")};
  std::array<std::size_t, 3> order = {0, 1, 2};
  do {
    const auto store = in_memory();
    std::vector<ChangeId> changes;
    for (const std::size_t i : order) changes.push_back(add(*store, {all[i]}));
    EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-14")});
    const auto once = in_memory();
    add(*once, {all[order[0]], all[order[1]], all[order[2]]});
    EXPECT_EQ(days_of(*once), std::vector<base::Day>{day("2026-03-14")}) << "within one transaction";
    const auto copy = in_memory();
    const auto transaction = std::move(*copy->ledger().begin());
    const ChangeId whole = *transaction->new_change({1}, "import", base::Message{});
    ASSERT_TRUE(store->ledger().each_evidence(
        [&](const Evidence& e) { return transaction->add(ledger::Record{.evidence = {e}, .claims = {}}, whole).has_value(); }));
    ASSERT_TRUE(transaction->commit());
    EXPECT_EQ(days_of(*copy), std::vector<base::Day>{day("2026-03-14")}) << "exported and read back";
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(LedgerTest, AnUndoneChangeIsGoneAndARedoneOneIsBack) {
  const auto store = in_memory();
  ledger::SampleBook sample = life();
  const ChangeId first = add(*store, sample.records());
  const std::size_t rows = store->ledger().read()->rows.size();
  const ChangeId undo = add(*store, {}, first);
  EXPECT_TRUE(store->ledger().read()->rows.empty());
  EXPECT_TRUE(store->ledger().read()->claims.empty());
  add(*store, {}, undo);
  EXPECT_EQ(store->ledger().read()->rows.size(), rows);
  const auto changes = store->ledger().changes();
  ASSERT_EQ(changes->size(), 3U);
  EXPECT_TRUE((*changes)[0].live);
  EXPECT_FALSE((*changes)[1].live);
}

TEST_F(LedgerTest, WhatWasUndoneMayBeAddedAgain) {
  const auto store = in_memory();
  ledger::SampleBook sample = life();
  const ChangeId first = add(*store, sample.records());
  EXPECT_FALSE(*(*store->ledger().begin())->add(sample.records()[0], first)) << "twice is once";
  const std::size_t rows = store->ledger().read()->rows.size();
  const std::size_t claims = store->ledger().read()->claims.size();
  add(*store, {}, first);
  add(*store, sample.records());
  EXPECT_EQ(store->ledger().read()->rows.size(), rows);
  EXPECT_EQ(store->ledger().read()->claims.size(), claims);
}

TEST_F(LedgerTest, AnUndoOfTheNewerVersionBringsTheOlderBack) {
  const auto store = in_memory();
  add(*store, {meeting(1, "2026-03-14")});
  const ChangeId second = add(*store, {meeting(2, "2026-03-21")});
  add(*store, {}, second);
  EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-14")});
}

TEST_F(LedgerTest, ARolledBackTransactionLeavesNothing) {
  const auto store = in_memory();
  {
    const auto transaction = std::move(*store->ledger().begin());
    const ChangeId change = *transaction->new_change({1}, "import", base::Message{});
    ASSERT_TRUE(*transaction->add(meeting(1, "2026-03-14"), change));
    EXPECT_TRUE(transaction->wrote());
  }
  EXPECT_TRUE(store->ledger().read()->rows.empty());
  EXPECT_EQ(store->ledger().read()->handles.size(), 1U) << "the owner alone";
  add(*store, {meeting(1, "2026-03-14")});
  EXPECT_EQ(store->ledger().read()->rows.size(), 1U);
}

TEST_F(LedgerTest, TwoWritersTakeTurns) {
  const std::string path = file("w.db");
  const auto one = DataFile::open(path, true, 0);
  const auto two = DataFile::open(path, true, 0);
  {
    const auto writes = std::move(*(*one)->ledger().begin());
    const auto refused = (*two)->ledger().begin();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fault, base::Fault::locked);
    EXPECT_TRUE((*two)->ledger().read()) << "readers never wait";
  }
  EXPECT_TRUE((*two)->ledger().begin());
}

TEST_F(LedgerTest, RulingsAreReadInTheOrderInWhichTheyCount) {
  const auto store = in_memory();
  add(*store, {ruling(ledger::Answer{ledger::Refer::yes}, 0, "2026-03-15"), ruling(ledger::Offer{"taxes"})});
  add(*store, {ruling(ledger::StepDone{"talk", "owed", "at last"})});
  const auto all = *store->ledger().rulings();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].number.value, 2U) << "by day, then by number";
  EXPECT_EQ(std::get<ledger::Offer>(all[0].decision).text, "taxes");
  EXPECT_EQ(all[1].number.value, 3U);
  EXPECT_EQ(std::get<ledger::StepDone>(all[1].decision), (ledger::StepDone{"talk", "owed", "at last"}));
  EXPECT_EQ(all[2].about.size(), 1U);
  const auto offers = *store->ledger().rulings(
      [](ledger::RulingKind kind, auto about) { return kind == ledger::RulingKind::offer && about.size() == 1; });
  EXPECT_EQ(offers.size(), 1U);
}

TEST_F(LedgerTest, ARulingSaidAgainIsKnownAndOneThatTakesItsNumberGetsAnother) {
  const auto store = in_memory();
  const ledger::Record offer = ruling(ledger::Offer{"taxes"}, 7);
  const ChangeId first = add(*store, {offer});
  add(*store, {offer});
  EXPECT_EQ(store->ledger().rulings()->size(), 1U) << "the same again";
  // From another data file, where other things went by these numbers.
  add(*store, {ruling(ledger::Need{"a flat"}, 7, "2026-04-01"), ruling(ledger::NeedMet{{7}}, 9, "2026-04-02")});
  const auto all = *store->ledger().rulings();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].number.value, 7U);
  EXPECT_EQ(all[1].number.value, 8U);
  EXPECT_EQ(std::get<ledger::NeedMet>(all[2].decision).number.value, 8U) << "it speaks of the need still";
  // Taken back, it may be said again, under a number of its own.
  add(*store, {}, first);
  EXPECT_EQ(store->ledger().rulings()->size(), 2U);
  add(*store, {offer});
  EXPECT_EQ(store->ledger().rulings()->size(), 3U);
}

}  // namespace
}  // namespace store
