#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "ledger/sample_book.h"
#include "store/card_text.h"
#include "store/migrations.h"

namespace store {
namespace {

namespace fs = std::filesystem;
using ledger::ChangeId;
using ledger::Evidence;
using ledger::Kind;
using ledger::Role;

/// A folder that goes with the test.
class StoreTest : public testing::Test {
 protected:
  StoreTest() {
    std::string pattern = (fs::temp_directory_path() / "wellmet-store-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~StoreTest() override {
    std::error_code error;
    fs::permissions(folder_, fs::perms::owner_all, error);
    fs::remove_all(folder_, error);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }

  fs::path folder_;
};

std::unique_ptr<Store> in_memory() { return std::move(*Store::open(":memory:", true, 0)); }

/// One change with these records in it.
ChangeId add(Store& store, const std::vector<ledger::Record>& records, std::optional<ChangeId> undoes = {}) {
  EXPECT_TRUE(store.begin());
  const ChangeId change = *store.new_change({1'000}, undoes ? "undo" : "import", "test", undoes);
  for (const ledger::Record& record : records) EXPECT_TRUE(store.add(record, change));
  EXPECT_TRUE(store.commit());
  return change;
}

ledger::Record meeting(std::uint64_t version, std::string_view day) {
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

ledger::SampleBook life() {
  ledger::SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"email:ada@x.example", "phone:+46701234567"});
  book.mail("me", "email:ada@x.example", "2026-01-01").mail("email:ada@x.example", "me", "2026-01-02");
  book.met("email:ada@x.example", "2026-02-01").ruled(ledger::Answer{ledger::Refer::yes}, {"uid:vcard/1"}, "2026-03-01");
  book.row(Kind::met, "2026-02-02", {{"me", Role::organiser}});
  book.last().title = "Lunch with Ada Lovelace";
  return book;
}

std::vector<base::Day> days_of(Store& store) {
  const auto book = store.read();
  std::vector<base::Day> days;
  for (const ledger::Row& row : book->rows) days.push_back(base::day_of(row.at));
  return days;
}

base::Day day(std::string_view text) { return *base::parse_iso_day(text); }

TEST_F(StoreTest, ABookReadsBackAsItWasAddedAndAsInMemory) {
  ledger::SampleBook sample = life();
  const ledger::Book expected = sample.book();
  const auto store = in_memory();
  add(*store, sample.records());
  const ledger::Book book = *store->read();
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

TEST_F(StoreTest, WhatWasAddedIsThereWhenItIsOpenedAgain) {
  ledger::SampleBook sample = life();
  {
    const auto store = Store::open(file("folder/w.db"), true, 0);
    ASSERT_TRUE(store) << store.error().what;
    add(**store, sample.records());
  }
  struct stat status {};
  ASSERT_EQ(::stat(file("folder/w.db").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0077U, 0U) << "nobody else may read it";
  const auto store = Store::open(file("folder/w.db"), false, 0);
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->read()->rows.size(), sample.book().rows.size());
  EXPECT_EQ(Store::open(file("none.db"), false, 0).error().fault, base::Fault::not_found);
}

TEST_F(StoreTest, TheNewestVersionCountsInAnyOrder) {
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

TEST_F(StoreTest, AMeetingThatMovedBackIsWhereItWas) {
  const auto store = in_memory();
  add(*store, {meeting(1, "2026-03-14")});
  add(*store, {meeting(2, "2026-03-21")});
  const ChangeId back = add(*store, {meeting(3, "2026-03-14")});
  EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-14")});
  ASSERT_TRUE(store->begin());
  EXPECT_FALSE(*store->add(meeting(2, "2026-03-21"), back));
  EXPECT_FALSE(*store->add(meeting(4, "2026-03-14"), back)) << "the same again, newer by its stamp alone, is no news";
  store->rollback();
  add(*store, {}, back);
  EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-21")});
}

TEST_F(StoreTest, WhatAnExportMadeLaterRepeatsCountsInAnyOrder) {
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
    ASSERT_TRUE(copy->begin());
    const ChangeId whole = *copy->new_change({1}, "import", "copy");
    ASSERT_TRUE(store->each_evidence([&](const Evidence& e) { return copy->add(ledger::Record{.evidence = {e}, .claims = {}}, whole).has_value(); }));
    ASSERT_TRUE(copy->commit());
    EXPECT_EQ(days_of(*copy), std::vector<base::Day>{day("2026-03-14")}) << "exported and read back";
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(StoreTest, AnUndoneChangeIsGoneAndARedoneOneIsBack) {
  const auto store = in_memory();
  ledger::SampleBook sample = life();
  const ChangeId first = add(*store, sample.records());
  const std::size_t rows = store->read()->rows.size();
  const ChangeId undo = add(*store, {}, first);
  EXPECT_TRUE(store->read()->rows.empty());
  EXPECT_TRUE(store->read()->claims.empty());
  add(*store, {}, undo);
  EXPECT_EQ(store->read()->rows.size(), rows);
  const auto changes = store->changes();
  ASSERT_EQ(changes->size(), 3U);
  EXPECT_TRUE((*changes)[0].live);
  EXPECT_FALSE((*changes)[1].live);
}

TEST_F(StoreTest, WhatWasUndoneMayBeAddedAgain) {
  const auto store = in_memory();
  ledger::SampleBook sample = life();
  const ChangeId first = add(*store, sample.records());
  ASSERT_TRUE(store->begin());
  EXPECT_FALSE(*store->add(sample.records()[0], first)) << "twice is once";
  store->rollback();
  const std::size_t rows = store->read()->rows.size();
  const std::size_t claims = store->read()->claims.size();
  add(*store, {}, first);
  add(*store, sample.records());
  EXPECT_EQ(store->read()->rows.size(), rows);
  EXPECT_EQ(store->read()->claims.size(), claims);
}

TEST_F(StoreTest, AnUndoOfTheNewerVersionBringsTheOlderBack) {
  const auto store = in_memory();
  add(*store, {meeting(1, "2026-03-14")});
  const ChangeId second = add(*store, {meeting(2, "2026-03-21")});
  add(*store, {}, second);
  EXPECT_EQ(days_of(*store), std::vector<base::Day>{day("2026-03-14")});
}

TEST_F(StoreTest, ARolledBackTransactionLeavesNothing) {
  const auto store = in_memory();
  ASSERT_TRUE(store->begin());
  const ChangeId change = *store->new_change({1}, "import", "test");
  ASSERT_TRUE(*store->add(meeting(1, "2026-03-14"), change));
  store->rollback();
  EXPECT_TRUE(store->read()->rows.empty());
  EXPECT_EQ(store->read()->handles.size(), 1U) << "the owner alone";
  add(*store, {meeting(1, "2026-03-14")});
  EXPECT_EQ(store->read()->rows.size(), 1U);
}

TEST_F(StoreTest, AMigrationKeepsACopyOfWhatWasThere) {
  const std::string path = file("w.db");
  { ASSERT_TRUE(Store::open(path, true, 0)); }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  const std::size_t before = steps.size();
  steps.push_back({"CREATE TABLE later (x INTEGER); INSERT INTO later VALUES (7);"});
  {
    const auto database = Database::open(path, Database::Mode::read_write, 0);
    ASSERT_TRUE(migrate(**database, steps));
    EXPECT_EQ(*(*database)->integer("SELECT x FROM later"), 7);
    EXPECT_EQ(*(*database)->integer("PRAGMA user_version"), static_cast<std::int64_t>(before) + 1);
  }
  const std::string backup = path + ".backup-v" + std::to_string(before);
  ASSERT_TRUE(fs::exists(backup));
  EXPECT_TRUE(Store::open(backup, false, 0)) << "the copy is of the old form, and whole";
  // And now the file is ahead of this code.
  const auto refused = Store::open(path, false, 0);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, base::Fault::newer);
  EXPECT_FALSE(refused.error().hint.empty());
}

// Kills: the copy that a migration makes in the place of one that was kept before.
TEST_F(StoreTest, ASecondMigrationKeepsACopyOfItsOwn) {
  const std::string path = file("w.db");
  const std::string first = path + ".backup-v" + std::to_string(migrations().size());
  std::ofstream(first) << "the only copy of something";
  { ASSERT_TRUE(Store::open(path, true, 0)); }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({"CREATE TABLE later (x INTEGER);"});
  ASSERT_TRUE(migrate(**Database::open(path, Database::Mode::read_write, 0), steps));
  std::string kept;
  std::getline(std::ifstream(first), kept);
  EXPECT_EQ(kept, "the only copy of something");
  EXPECT_TRUE(Store::open(first + "-2", false, 0));
}

TEST_F(StoreTest, AStatementHasNoMorePlacesThanCanBeBound) {
  std::string sql = "SELECT $1";
  for (int place = 2; place <= 40; ++place) sql += ", $" + std::to_string(place);
  const auto database = Database::open(":memory:", Database::Mode::read_write, 0);
  EXPECT_DEATH((void)(*database)->prepare(sql.c_str()), "parameter_count");
  EXPECT_DEATH((*(*database)->prepare("SELECT $1"))->bind(40, std::int64_t{1}), "place");
}

TEST_F(StoreTest, AMigrationThatFailsChangesNothing) {
  const std::string path = file("w.db");
  { ASSERT_TRUE(Store::open(path, true, 0)); }
  std::vector<Migration> steps(migrations().begin(), migrations().end());
  steps.push_back({"CREATE TABLE half (x INTEGER);"});
  steps.push_back({"THIS IS NO SQL;"});
  {
    const auto database = Database::open(path, Database::Mode::read_write, 0);
    EXPECT_FALSE(migrate(**database, steps));
    EXPECT_EQ(*(*database)->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
  }
  EXPECT_TRUE(Store::open(path, false, 0));
}

TEST_F(StoreTest, ADamagedFileSaysSo) {
  std::ofstream(file("w.db")) << "this is no data file at all, but long enough to look like one: " << std::string(4'096, 'x');
  const auto opened = Store::open(file("w.db"), false, 0);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().fault, base::Fault::damaged);
  EXPECT_NE(opened.error().hint.find("restore"), std::string::npos);
}

people::Person somebody() {
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

standing::Standing somewhere() {
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

TEST_F(StoreTest, ACardReadsBackAsItWasWritten) {
  const std::string text = card_text(somebody(), somewhere());
  const Card card = parse_card(77, text);
  EXPECT_EQ(card_text(card.person, card.standing), text);
  EXPECT_EQ(card.person.name, "Ada Lovelace");
  EXPECT_EQ(card.person.title, "Engine   builder") << "what separates fields cannot be in one";
  EXPECT_EQ(card.person.emails.size(), 2U);
  EXPECT_EQ(card.person.notes, std::vector<std::string>{"two\nlines"});
  EXPECT_EQ(card.person.labels, (std::vector<std::string>{"sailing", "Fjord"}));
  EXPECT_EQ(card.person.tags, (std::vector<std::string>{"sailing", "skating"}));
  EXPECT_TRUE(card.person.let_go);
  EXPECT_EQ(card.standing.counts, (standing::Counts{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(card.standing.last, base::Day{-3});
  EXPECT_FALSE(card.standing.last_two_way);
  EXPECT_EQ(card.standing.waiting_since, base::Instant{-5});
  EXPECT_EQ(card.standing.strength, 41.25);
  EXPECT_EQ(parse_card(1, "").person.name, "") << "damage is no crash";
}

TEST_F(StoreTest, ACardKeepsWhatIsOnlySometimesThere) {
  people::Person person = somebody();
  person.job_change = people::JobChange{"Kestrel", "", {-7}, {20'000}};
  person.organisation = "a company's address";
  person.doubtful = true;
  standing::Standing standing = somewhere();
  standing.silence_chance = 0.25;
  standing.waiting_closes = true;
  standing.unthanked_since = base::Day{19'000};
  standing.first_spoken = base::Day{0};
  standing.unsure_help_row = 0xffff'ffff;
  const Card card = parse_card(77, card_text(person, standing));
  ASSERT_TRUE(card.person.job_change);
  EXPECT_EQ(card.person.job_change->company, "Kestrel");
  EXPECT_EQ(card.person.job_change->title, "");
  EXPECT_EQ(card.person.job_change->after, base::Day{-7});
  EXPECT_EQ(card.person.job_change->by, base::Day{20'000});
  EXPECT_EQ(card.person.organisation, "a company's address");
  EXPECT_TRUE(card.person.doubtful);
  EXPECT_EQ(card.person.answer, "hesitate");
  EXPECT_EQ(card.standing.silence_chance, 0.25);
  EXPECT_TRUE(card.standing.waiting_closes);
  EXPECT_EQ(card.standing.unthanked_since, base::Day{19'000});
  EXPECT_EQ(card.standing.first_spoken, base::Day{0}) << "the first of all days is a day";
  EXPECT_FALSE(card.standing.last_out);
  EXPECT_EQ(card.standing.unsure_help_row, 0xffff'ffff) << "the last field";
}

TEST_F(StoreTest, AStepReadsBackAsItWasWritten) {
  const plays::Step step{.person = {3}, .play = "talk", .topic = "owed", .reason = "r", .todo = "t", .row = 4,
                         .number = 6, .minutes = 5, .urgency = 2, .gives = true, .gain = 1.5};
  EXPECT_EQ(step_text(parse_step(step_text(step))), step_text(step));
  EXPECT_EQ(parse_step(step_text(step)).topic, "owed");
  EXPECT_EQ(parse_step(step_text(step)).number, 6U);
}

people::People two_people() {
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

TEST_F(StoreTest, APictureOfAnotherFormIsDropped) {
  const std::string path = file("a.db");
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  const auto has_picture = [&] { return (*Store::open(path, true, 0))->picture_key()->has_value(); };
  ASSERT_TRUE((*Store::open(path, true, 0))->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, "{}", ""}));
  EXPECT_TRUE(has_picture());
  const auto database = std::move(*Database::open(path, Database::Mode::read_write, 0));
  const std::int64_t form = *database->integer("SELECT form FROM derived");
  EXPECT_LT(static_cast<std::uint64_t>(form ^ card_form()), 1'000U) << "that of the tables, and the fields of a card";
  ASSERT_TRUE(database->script("UPDATE derived SET form = form + 1"));
  EXPECT_FALSE(has_picture());
}

TEST_F(StoreTest, APictureIsKeptAndDropped) {
  const auto store = in_memory();
  add(*store, {meeting(1, "2026-03-14")});
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  const std::vector<plays::Step> plan(1);
  Filter zoe;
  zoe.query = "zoe";
  Filter everybody;
  everybody.everybody = true;
  ASSERT_TRUE(store->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {people, standings, plan, {}, "{}", ""}));
  ASSERT_TRUE(store->picture_key()->has_value());
  EXPECT_EQ((*store->picture_key())->until, base::Instant{9});
  EXPECT_EQ(store->card(1)->person.name, "Zoë Berg");
  EXPECT_EQ(Store::text_of(*store->card(0)), card_text(people.persons[0], standings[0]));
  EXPECT_EQ(store->steps()->size(), 1U);
  EXPECT_EQ(**store->person_of(ledger::sample_handle("email:ada@x.example")), 1);
  EXPECT_FALSE(store->person_of(ledger::sample_handle("email:nobody@x.example"))->has_value());
  EXPECT_EQ(store->find(zoe)->persons, std::vector<std::uint32_t>{1}) << "folded";
  EXPECT_EQ(store->find({})->total, 1U) << "without the one let go";
  EXPECT_EQ(store->find(everybody)->total, 2U);
  ASSERT_TRUE(store->drop_picture());
  EXPECT_FALSE(store->picture_key()->has_value());
  EXPECT_EQ(store->read()->rows.size(), 1U) << "the ledger is untouched";
}

// Kills: words that join two people; a list that is not read anew with the picture; pages that overlap.
TEST_F(StoreTest, ListsAreNarrowedAndPaged) {
  const auto store = in_memory();
  people::People people;
  std::vector<standing::Standing> standings;
  for (std::uint32_t i = 0; i < 9; ++i) {
    people.persons.push_back({});
    people.persons[i].code = i + 1;
    people.persons[i].name = i % 2 == 0 ? "Anna Berg" : "Bo Annason";
    people.persons[i].company = i == 4 ? "Fjord" : "";
    standings.push_back({});
    standings[i].known = true;
    standings[i].strength = 10.0 * i;
    standings[i].network = i > 6;
    standings[i].rung = i > 6 ? standing::Rung::network : standing::Rung::listed;
  }
  ASSERT_TRUE(store->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, "{}", ""}));
  const auto found = [&](const std::string& query, std::size_t from = 0, std::size_t limit = 0) {
    Filter filter;
    filter.query = query;
    filter.from = from;
    filter.limit = limit;
    return store->find(filter)->persons;
  };
  using Persons = std::vector<std::uint32_t>;
  EXPECT_EQ(found("berg"), (Persons{8, 6, 4, 2, 0}));
  EXPECT_EQ(found("BERG anna"), (Persons{8, 6, 4, 2, 0}));
  EXPECT_EQ(found("fjord berg"), (Persons{4}));
  EXPECT_EQ(found("berg bo"), (Persons{})) << "each of them has one of the words";
  EXPECT_EQ(found("bergbo"), (Persons{})) << "a word begins and ends in one person";
  EXPECT_EQ(found("", 0, 4), (Persons{8, 7, 6, 5}));
  EXPECT_EQ(found("", 4, 4), (Persons{4, 3, 2, 1}));
  EXPECT_EQ(found("", 8, 4), (Persons{0}));
  EXPECT_EQ(found("", 20, 4), (Persons{}));
  EXPECT_EQ(store->facets({})->total, 9U);
  EXPECT_EQ(store->facets({})->network, 2U);
  EXPECT_EQ(store->facets({})->rungs[static_cast<int>(standing::Rung::listed)], 7U);
  people.persons[4].company = "Kestrel";
  ASSERT_TRUE(store->save({.head = 2, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, "{}", ""}));
  EXPECT_EQ(found("fjord"), (Persons{}));
  EXPECT_EQ(found("kestrel"), (Persons{4}));
}

// Kills: counts of a facet that its own ticks narrow; spellings told apart; several values that all must hold.
TEST_F(StoreTest, FacetsCountWhatElseCouldBeChosen) {
  const auto store = in_memory();
  people::People people;
  std::vector<standing::Standing> standings;
  const std::vector<plays::Market> markets = {{.name = "makers", .text = "company:fjord", .rule = *plays::Rule::parse("company:fjord")}};
  constexpr std::array cities = {"Berlin", "berlin", "Berlin", "Oslo", ""};
  for (std::uint32_t i = 0; i < cities.size(); ++i) {
    people.persons.push_back({});
    people.persons[i].code = i + 1;
    people.persons[i].name = "Anna";
    people.persons[i].city = cities[i];
    people.persons[i].company = i % 2 == 0 ? "Fjord GmbH" : "Fjord";
    standings.push_back({});
    standings[i].known = true;
    standings[i].strength = 25.0 * i;
    standings[i].rung = i == 0 ? standing::Rung::met : i == 1 ? standing::Rung::in_touch : standing::Rung::listed;
  }
  people.persons[2].company = "Kestrel";
  people.persons[2].tags = {"Makers", "sailing"};
  people.persons[4].organisation = "your word";
  ASSERT_TRUE(store->save({.head = 1, .form = 1, .from = {5}, .until = {9}},
                          {people, standings, {}, {}, "{}", "", markets}));
  using Counted = Facets::Counted;
  const Facets all = *store->facets({});
  EXPECT_EQ(all.total, 4U) << "organisations are not counted";
  EXPECT_EQ(all.cities, (Counted{{"Berlin", 3}, {"Oslo", 1}})) << "as most spell it";
  EXPECT_EQ(all.companies, (Counted{{"Fjord", 3}, {"Kestrel", 1}}));
  EXPECT_EQ(all.tags, (Counted{{"Makers", 1}, {"sailing", 1}}));
  EXPECT_EQ(all.markets, (Counted{{"makers", 4}})) << "three by the rule, one by hand";
  EXPECT_EQ(std::vector<std::size_t>(std::begin(all.strengths), std::end(all.strengths)), (std::vector<std::size_t>{1, 0, 1, 0, 0, 1, 0, 1, 0, 0}));
  Filter filter;
  filter.cities = {"BERLIN"};
  filter.rungs = {standing::Rung::met, standing::Rung::listed};
  EXPECT_EQ(store->find(filter)->persons, (std::vector<std::uint32_t>{2, 0}));
  const Facets some = *store->facets(filter);
  EXPECT_EQ(some.total, 2U);
  EXPECT_EQ(some.cities, (Counted{{"Berlin", 2}, {"Oslo", 1}}));
  EXPECT_EQ(some.rungs[static_cast<int>(standing::Rung::in_touch)], 1U);
  EXPECT_EQ(some.companies, (Counted{{"Fjord", 1}, {"Kestrel", 1}}));
  filter.tags = {"no such"};
  EXPECT_EQ(store->find(filter)->total, 0U);
  EXPECT_EQ(store->facets(filter)->tags, (Counted{{"Makers", 1}, {"sailing", 1}, {"no such", 0}}));
}

// Kills: an order of steps in SQL that is not the plan's.
TEST_F(StoreTest, StepsComeBackInTheOrderOfThePlan) {
  const auto store = in_memory();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  std::vector<plays::Step> plan(2);
  plan[0] = {.person = {1}, .play = "talk", .topic = "due", .reason = {}, .todo = {}, .gain = 0.5};
  plan[1] = {.person = {0}, .play = "talk", .topic = "due", .reason = {}, .todo = {}, .gain = 0.6, .turn = 1};
  ASSERT_TRUE(store->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {two_people(), standings, plan, {}, "{}", ""}));
  const auto steps = store->steps();
  ASSERT_EQ(steps->size(), 2U);
  EXPECT_EQ(steps->front().person.value, 1U) << "the other's day of the week is another";
  plan[1].gain = 0.9;
  ASSERT_TRUE(store->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {two_people(), standings, plan, {}, "{}", ""}));
  EXPECT_EQ(store->steps()->front().person.value, 0U) << "but they gain more by far";
}

// Kills: a graph taken for that of any picture; of two graphs the persons of the first that the second has not.
TEST_F(StoreTest, AGraphIsOfOnePicture) {
  const auto store = in_memory();
  const PictureKey key{.head = 1, .form = 1, .from = {5}, .until = {9}};
  EXPECT_FALSE(*store->graph().is_of(key));
  const GraphStore::Graph graph{.cohesion = "1 2", .voices = std::string("\0\1", 2), .circles = "c", .known = {"", "a", "b"}};
  ASSERT_TRUE(store->graph().save(key, graph));
  EXPECT_TRUE(*store->graph().is_of(key));
  EXPECT_EQ(*store->graph().all(), graph);
  EXPECT_EQ(*store->graph().known(1), "a");
  EXPECT_EQ(*store->graph().known(7), "");
  for (const PictureKey& other : {PictureKey{.head = 2, .form = 1, .from = {5}}, PictureKey{.head = 1, .form = 2, .from = {5}},
                                  PictureKey{.head = 1, .form = 1, .from = {6}}}) {
    EXPECT_FALSE(*store->graph().is_of(other));
  }
  const GraphStore::Graph next{.cohesion = "3", .voices = "", .circles = "", .known = {"x"}};
  ASSERT_TRUE(store->graph().save({.head = 2, .form = 1, .from = {5}}, next));
  EXPECT_FALSE(*store->graph().is_of(key));
  EXPECT_EQ(*store->graph().all(), next);
}

/// To root every file is writable: root becomes nobody for a while.
class Nobody {
 public:
  Nobody() : user_(::geteuid()) { become(65'534, 65'534); }
  ~Nobody() { become(0, 0); }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;

 private:
  void become(uid_t real, uid_t effective) const {
    if (user_ != 0) return;
    EXPECT_EQ(::setresuid(real, effective, 0), 0);
  }
  uid_t user_;
};

// Kills: an index that is not brought up to date; rows that were taken back or overtaken found; a word's ending insisted on.
TEST_F(StoreTest, SubjectsAreFoundWhoseRowsCount) {
  const auto store = in_memory();
  const auto titled = [](std::string_view title, std::uint64_t version) {
    ledger::Record record = meeting(version, "2026-02-01");
    record.evidence[0].title = title;
    return record;
  };
  add(*store, {titled("Gräfin Engineers", 1)});
  const auto found = [&](const std::string& word) {
    const auto book = store->read();
    const people::People people = people::resolve(*book, ledger::sample_noon("2026-03-01"));
    const std::vector<standing::Standing> standings(people.persons.size());
    EXPECT_TRUE(store->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, "{}", ""}));
    EXPECT_TRUE(store->index_subjects());
    const auto mentions = store->mentions({word}, 10);
    return mentions ? mentions->size() : 99U;
  };
  EXPECT_EQ(found("grafin"), 1U);
  EXPECT_EQ(found("engineering"), 1U) << "what begins alike comes along";
  EXPECT_EQ(found("painter"), 0U);
  const ChangeId newer = add(*store, {titled("Painters", 2)});
  EXPECT_EQ(found("painter"), 1U);
  EXPECT_EQ(found("engineer"), 0U) << "overtaken";
  add(*store, {}, newer);
  EXPECT_EQ(found("painter"), 0U) << "taken back";
  EXPECT_EQ(found("engineer"), 1U);
}

TEST_F(StoreTest, AFileThatMayNotBeWrittenStillAnswers) {
  const std::string path = file("w.db");
  {
    const auto store = Store::open(path, true, 0);
    add(**store, {meeting(1, "2026-03-14")});
  }
  ASSERT_EQ(::chmod(path.c_str(), 0444), 0);
  ASSERT_EQ(::chmod(folder_.c_str(), 0555), 0);
  const Nobody nobody;
  const auto store = Store::open(path, false, 0);
  ASSERT_TRUE(store) << store.error().what;
  EXPECT_EQ((*store)->read()->rows.size(), 1U);
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  EXPECT_TRUE((*store)->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, "{}", ""}))
      << "the picture is kept in memory beside it";
  EXPECT_EQ((*store)->card(1)->person.name, "Zoë Berg");
  const PictureKey key{.head = 1, .form = 1, .from = {5}, .until = {9}};
  ASSERT_TRUE((*store)->graph().save(key, {.cohesion = "1", .voices = "", .circles = "", .known = {"", "a"}}));
  EXPECT_TRUE(*(*store)->graph().is_of(key));
  EXPECT_EQ(*(*store)->graph().known(1), "a");
  EXPECT_EQ((*store)->begin().error().fault, base::Fault::locked);
}

TEST_F(StoreTest, TwoWritersTakeTurns) {
  const std::string path = file("w.db");
  const auto one = Store::open(path, true, 0);
  const auto two = Store::open(path, true, 0);
  ASSERT_TRUE((*one)->begin());
  const auto refused = (*two)->begin();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, base::Fault::locked);
  EXPECT_TRUE((*two)->read()) << "readers never wait";
  (*one)->rollback();
  EXPECT_TRUE((*two)->begin());
  (*two)->rollback();
}

ledger::Record ruling(ledger::Decision decision, std::uint32_t number = 0, std::string_view day = "2026-03-14") {
  ledger::Record record;
  record.rulings.push_back({.number = {number},
                            .key = 0,
                            .at = ledger::sample_noon(day),
                            .about = {ledger::sample_handle("email:ada@x.example")},
                            .decision = std::move(decision)});
  return record;
}

TEST_F(StoreTest, RulingsAreReadInTheOrderInWhichTheyCount) {
  const auto store = in_memory();
  add(*store, {ruling(ledger::Answer{ledger::Refer::yes}, 0, "2026-03-15"), ruling(ledger::Offer{"taxes"})});
  add(*store, {ruling(ledger::StepDone{"talk", "owed", "at last"})});
  const auto all = *store->rulings();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].number.value, 2U) << "by day, then by number";
  EXPECT_EQ(std::get<ledger::Offer>(all[0].decision).text, "taxes");
  EXPECT_EQ(all[1].number.value, 3U);
  EXPECT_EQ(std::get<ledger::StepDone>(all[1].decision), (ledger::StepDone{"talk", "owed", "at last"}));
  EXPECT_EQ(all[2].about.size(), 1U);
  const auto offers = *store->rulings([](ledger::RulingKind kind, auto about) { return kind == ledger::RulingKind::offer && about.size() == 1; });
  EXPECT_EQ(offers.size(), 1U);
}

TEST_F(StoreTest, ARulingSaidAgainIsKnownAndOneThatTakesItsNumberGetsAnother) {
  const auto store = in_memory();
  const ledger::Record offer = ruling(ledger::Offer{"taxes"}, 7);
  const ChangeId first = add(*store, {offer});
  add(*store, {offer});
  EXPECT_EQ(store->rulings()->size(), 1U) << "the same again";
  // From another data file, where other things went by these numbers.
  add(*store, {ruling(ledger::Need{"a flat"}, 7, "2026-04-01"), ruling(ledger::NeedMet{{7}}, 9, "2026-04-02")});
  const auto all = *store->rulings();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].number.value, 7U);
  EXPECT_EQ(all[1].number.value, 8U);
  EXPECT_EQ(std::get<ledger::NeedMet>(all[2].decision).number.value, 8U) << "it speaks of the need still";
  // Taken back, it may be said again, under a number of its own.
  add(*store, {}, first);
  EXPECT_EQ(store->rulings()->size(), 2U);
  add(*store, {offer});
  EXPECT_EQ(store->rulings()->size(), 3U);
}

// Kills: an error that is taken for "make the picture anew".
TEST_F(StoreTest, WhatIsWrongWithAPictureThatIsAmendedIsTold) {
  const auto store = Store::open(file("w.db"), true, 0);
  add(**store, {meeting(1, "2026-03-14")});
  const PictureKey key{.head = 1, .form = 1, .from = {5}, .until = {9}, .plan = 1};
  ASSERT_TRUE((*store)->save(key, {two_people(), std::vector(2, somewhere()), {}, {}, "{}", ""}));
  ASSERT_TRUE((*Database::open(file("w.db"), Database::Mode::read_write, 0))->script("DROP TABLE step"));
  const auto amended = (*store)->amend(key, key, {}, "{}");
  ASSERT_FALSE(amended);
  EXPECT_EQ(amended.error().fault, base::Fault::damaged);
}

TEST_F(StoreTest, ABackupComesBack) {
  const auto store = Store::open(file("w.db"), true, 0);
  add(**store, {meeting(1, "2026-03-14")});
  ASSERT_TRUE((*store)->save({.head = 1, .form = 1, .from = {5}, .until = {9}}, {two_people(), std::vector(2, somewhere()), {}, {}, "{}", ""}));
  ASSERT_TRUE((*store)->backup(file("copy.db")));
  add(**store, {meeting(2, "2026-03-21")});
  const auto kept = (*store)->restore(file("copy.db"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, file("w.db.backup-before-restore"));
  EXPECT_EQ(days_of(**store), std::vector<base::Day>{day("2026-03-14")});
  EXPECT_FALSE((*store)->picture_key()->has_value()) << "a server beside it sees that all of it is another";
  EXPECT_TRUE((*store)->check()->empty());
  const auto back = (*store)->restore(*kept);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, file("w.db.backup-before-restore-2")) << "not over what is brought back";
  EXPECT_EQ(days_of(**store), std::vector<base::Day>{day("2026-03-21")}) << "the meeting that moved";
  EXPECT_EQ(*(*Store::open(file("new.db"), true, 0))->restore(*kept), "") << "nothing was there";
}

}  // namespace
}  // namespace store
