#include "store/pictures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "store/card_text.h"
#include "store/sample_file.h"

namespace store {
namespace {

using PicturesTest = StoreTest;

// Kills: a column of the headline that is written and not read, or read as another.
TEST_F(PicturesTest, TheHeadlineReadsBackAsItWasWritten) {
  Totals totals{.people = 1,
                .network = 2,
                .advocates = 3,
                .one_step_away = 4,
                .quiet = 5,
                .let_go = 6,
                .organisations = 7,
                .rungs = {8, 9, 10, 11, 12, 13},
                .identities = 14,
                .review = 15,
                .unplaced_phones = 16,
                .covers = {.talk = true, .meet = false, .help = true},
                .owner_name = "Mara",
                .owner_handles = {"a@x.example", ""},
                .owner_assumed = {"b@x.example"},
                .region = "SE",
                .learned = {.ties = 17, .yes = 18},
                .lessons = {}};
  totals.lessons.of = {{{19, 20}, {21, 22}, {23, 24}}};
  const auto store = in_memory();
  EXPECT_EQ(text_of(*store->pictures().totals()), text_of(Totals{})) << "no picture yet";
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  const PictureKey key{.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}, .plan = 1};
  ASSERT_TRUE(store->pictures().save(key, {people, standings, {}, {}, totals, ""}));
  const Totals back = *store->pictures().totals();
  EXPECT_EQ(text_of(back), text_of(totals));
  EXPECT_EQ(back.rungs[5], 13U);
  EXPECT_FALSE(back.covers.meet);
  EXPECT_TRUE(back.covers.help);
  EXPECT_EQ(back.owner_handles, totals.owner_handles);
  EXPECT_EQ(back.region, "SE");
  EXPECT_EQ(back.learned.yes, 18U);
  EXPECT_EQ(back.lessons, totals.lessons);
  totals.network = 99;
  ASSERT_TRUE(*store->pictures().amend(key, key, {}, totals));
  EXPECT_EQ(store->pictures().totals()->network, 99U);
  ASSERT_TRUE(store->pictures().drop_picture());
  EXPECT_EQ(text_of(*store->pictures().totals()), text_of(Totals{}));
}

TEST_F(PicturesTest, APictureOfAnotherFormIsDropped) {
  const std::string path = file("a.db");
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  const auto has_picture = [&] { return (*DataFile::open(path, true, 0))->pictures().picture_key()->has_value(); };
  ASSERT_TRUE((*DataFile::open(path, true, 0))
                  ->pictures()
                  .save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, {}, ""}));
  EXPECT_TRUE(has_picture());
  const auto database = std::move(*Database::open(path, Database::Mode::read_write, 0));
  const std::int64_t form = *database->integer("SELECT form FROM derived");
  EXPECT_LT(static_cast<std::uint64_t>(form ^ card_form()), 1'000U) << "that of the tables, and the fields of a card";
  ASSERT_TRUE(database->script("UPDATE derived SET form = form + 1"));
  EXPECT_FALSE(has_picture());
}

TEST_F(PicturesTest, APictureIsKeptAndDropped) {
  const auto store = in_memory();
  add(*store, {meeting(1, "2026-03-14")});
  const people::People people = two_people();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  const std::vector<plays::Step> plan(1);
  Filter zoe;
  zoe.query = "zoe";
  Filter everybody;
  everybody.everybody = true;
  ASSERT_TRUE(
      store->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}}, {people, standings, plan, {}, {}, ""}));
  ASSERT_TRUE(store->pictures().picture_key()->has_value());
  EXPECT_EQ((*store->pictures().picture_key())->until, base::Instant{9});
  EXPECT_EQ(store->pictures().card(1)->person.name, "Zoë Berg");
  EXPECT_EQ(Pictures::text_of(*store->pictures().card(0)), card_text(people.persons[0], standings[0]));
  EXPECT_EQ(store->pictures().steps()->size(), 1U);
  EXPECT_EQ(**store->pictures().person_of(ledger::sample_handle("email:ada@x.example")), 1);
  EXPECT_FALSE(store->pictures().person_of(ledger::sample_handle("email:nobody@x.example"))->has_value());
  EXPECT_EQ(store->pictures().find(zoe)->persons, std::vector<std::uint32_t>{1}) << "folded";
  EXPECT_EQ(store->pictures().find({})->total, 1U) << "without the one let go";
  EXPECT_EQ(store->pictures().find(everybody)->total, 2U);
  ASSERT_TRUE(store->pictures().drop_picture());
  EXPECT_FALSE(store->pictures().picture_key()->has_value());
  EXPECT_EQ(store->ledger().read()->rows.size(), 1U) << "the ledger is untouched";
}

// Kills: words that join two people; a list that is not read anew with the picture; pages that overlap.
TEST_F(PicturesTest, ListsAreNarrowedAndPaged) {
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
  ASSERT_TRUE(
      store->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, {}, ""}));
  const auto found = [&](const std::string& query, std::size_t from = 0, std::size_t limit = 0) {
    Filter filter;
    filter.query = query;
    filter.from = from;
    filter.limit = limit;
    return store->pictures().find(filter)->persons;
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
  EXPECT_EQ(store->pictures().facets({})->total, 9U);
  EXPECT_EQ(store->pictures().facets({})->network, 2U);
  EXPECT_EQ(store->pictures().facets({})->rungs[static_cast<int>(standing::Rung::listed)], 7U);
  people.persons[4].company = "Kestrel";
  ASSERT_TRUE(
      store->pictures().save({.mark = {.head = 2}, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, {}, ""}));
  EXPECT_EQ(found("fjord"), (Persons{}));
  EXPECT_EQ(found("kestrel"), (Persons{4}));
}

// Kills: counts of a facet that its own ticks narrow; spellings told apart; several values that all must hold.
TEST_F(PicturesTest, FacetsCountWhatElseCouldBeChosen) {
  const auto store = in_memory();
  people::People people;
  std::vector<standing::Standing> standings;
  const std::vector<plays::Market> markets = {
      {.name = "makers", .text = "company:fjord", .rule = *plays::Rule::parse("company:fjord")}};
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
  ASSERT_TRUE(store->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}},
                                     {people, standings, {}, {}, {}, "", markets}));
  using Counted = Facets::Counted;
  const Facets all = *store->pictures().facets({});
  EXPECT_EQ(all.total, 4U) << "organisations are not counted";
  EXPECT_EQ(all.cities, (Counted{{"Berlin", 3}, {"Oslo", 1}})) << "as most spell it";
  EXPECT_EQ(all.companies, (Counted{{"Fjord", 3}, {"Kestrel", 1}}));
  EXPECT_EQ(all.tags, (Counted{{"Makers", 1}, {"sailing", 1}}));
  EXPECT_EQ(all.markets, (Counted{{"makers", 4}})) << "three by the rule, one by hand";
  EXPECT_EQ(std::vector<std::size_t>(std::begin(all.strengths), std::end(all.strengths)),
            (std::vector<std::size_t>{1, 0, 1, 0, 0, 1, 0, 1, 0, 0}));
  Filter filter;
  filter.cities = {"BERLIN"};
  filter.rungs = {standing::Rung::met, standing::Rung::listed};
  EXPECT_EQ(store->pictures().find(filter)->persons, (std::vector<std::uint32_t>{2, 0}));
  const Facets some = *store->pictures().facets(filter);
  EXPECT_EQ(some.total, 2U);
  EXPECT_EQ(some.cities, (Counted{{"Berlin", 2}, {"Oslo", 1}}));
  EXPECT_EQ(some.rungs[static_cast<int>(standing::Rung::in_touch)], 1U);
  EXPECT_EQ(some.companies, (Counted{{"Fjord", 1}, {"Kestrel", 1}}));
  filter.tags = {"no such"};
  EXPECT_EQ(store->pictures().find(filter)->total, 0U);
  EXPECT_EQ(store->pictures().facets(filter)->tags, (Counted{{"Makers", 1}, {"sailing", 1}, {"no such", 0}}));
}

// Kills: an order of steps in SQL that is not the plan's.
TEST_F(PicturesTest, StepsComeBackInTheOrderOfThePlan) {
  const auto store = in_memory();
  const std::vector<standing::Standing> standings = {somewhere(), somewhere()};
  std::vector<plays::Step> plan(2);
  plan[0] = {.person = {1}, .play = "talk", .topic = "due", .reason = {}, .todo = {}, .gain = 0.5};
  plan[1] = {.person = {0}, .play = "talk", .topic = "due", .reason = {}, .todo = {}, .gain = 0.6, .turn = 1};
  ASSERT_TRUE(store->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}},
                                     {two_people(), standings, plan, {}, {}, ""}));
  const auto steps = store->pictures().steps();
  ASSERT_EQ(steps->size(), 2U);
  EXPECT_EQ(steps->front().person.value, 1U) << "the other's day of the week is another";
  plan[1].gain = 0.9;
  ASSERT_TRUE(store->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}},
                                     {two_people(), standings, plan, {}, {}, ""}));
  EXPECT_EQ(store->pictures().steps()->front().person.value, 0U) << "but they gain more by far";
}

// Kills: a graph taken for that of any picture; of two graphs the persons of the first that the second has not.
TEST_F(PicturesTest, AGraphIsOfOnePicture) {
  const auto store = in_memory();
  const PictureKey key{.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}};
  EXPECT_FALSE(*store->pictures().graph().is_of(key));
  const GraphStore::Graph graph{.cohesion = "1 2", .voices = std::string("\0\1", 2), .circles = "c", .known = {"", "a", "b"}};
  ASSERT_TRUE(store->pictures().graph().save(key, graph));
  EXPECT_TRUE(*store->pictures().graph().is_of(key));
  EXPECT_EQ(*store->pictures().graph().all(), graph);
  EXPECT_EQ(*store->pictures().graph().known(1), "a");
  EXPECT_EQ(*store->pictures().graph().known(7), "");
  for (const PictureKey& other :
       {PictureKey{.mark = {.head = 2}, .form = 1, .from = {5}}, PictureKey{.mark = {.head = 1}, .form = 2, .from = {5}},
        PictureKey{.mark = {.head = 1}, .form = 1, .from = {6}}}) {
    EXPECT_FALSE(*store->pictures().graph().is_of(other));
  }
  const GraphStore::Graph next{.cohesion = "3", .voices = "", .circles = "", .known = {"x"}};
  ASSERT_TRUE(store->pictures().graph().save({.mark = {.head = 2}, .form = 1, .from = {5}}, next));
  EXPECT_FALSE(*store->pictures().graph().is_of(key));
  EXPECT_EQ(*store->pictures().graph().all(), next);
}

// Kills: an index that is not brought up to date; rows that were taken back or overtaken found; a word's ending insisted on.
TEST_F(PicturesTest, SubjectsAreFoundWhoseRowsCount) {
  const auto store = in_memory();
  const auto titled = [](std::string_view title, std::uint64_t version) {
    ledger::Record record = meeting(version, "2026-02-01");
    record.evidence[0].title = title;
    return record;
  };
  add(*store, {titled("Gräfin Engineers", 1)});
  const auto found = [&](const std::string& word) {
    const auto book = store->ledger().read();
    const people::People people = people::resolve(*book, ledger::sample_noon("2026-03-01"));
    const std::vector<standing::Standing> standings(people.persons.size());
    EXPECT_TRUE(
        store->pictures().save({.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}}, {people, standings, {}, {}, {}, ""}));
    EXPECT_TRUE(store->pictures().index_subjects());
    const auto mentions = store->pictures().mentions({word}, 10);
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

// Kills: an error that is taken for "make the picture anew".
TEST_F(PicturesTest, WhatIsWrongWithAPictureThatIsAmendedIsTold) {
  const auto store = DataFile::open(file("w.db"), true, 0);
  add(**store, {meeting(1, "2026-03-14")});
  const PictureKey key{.mark = {.head = 1}, .form = 1, .from = {5}, .until = {9}, .plan = 1};
  ASSERT_TRUE((*store)->pictures().save(key, {two_people(), std::vector(2, somewhere()), {}, {}, {}, ""}));
  ASSERT_TRUE((*Database::open(file("w.db"), Database::Mode::read_write, 0))->script("DROP TABLE step"));
  const auto amended = (*store)->pictures().amend(key, key, {}, {});
  ASSERT_FALSE(amended);
  EXPECT_EQ(amended.error().fault, base::Fault::damaged);
}

}  // namespace
}  // namespace store
