#include "graph/graph.h"

#include <gtest/gtest.h>
#include <igraph/igraph.h>

#include <cmath>
#include <map>

#include "graph/cohesion.h"
#include "graph/communities.h"
#include "graph/measures.h"
#include "graph/paths.h"
#include "ledger/sample_book.h"

namespace graph {
namespace {

using ledger::Kind;
using ledger::Role;
using people::PersonId;

/// Four people with addresses of their own, and who knows whom among them by name.
class GraphTest : public testing::Test {
 public:
  GraphTest() {
    for (const char* name : {"ada", "bo", "cy", "di"}) book_.card(address(name), name);
  }
  static std::string address(std::string_view name) {
    return "email:" + std::string(name) + "@" + std::string(name) + ".example";
  }

  GraphTest& together(Kind kind, std::string_view day, const std::vector<std::string_view>& names, Role role) {
    ledger::Evidence e;
    e.kind = kind;
    e.at = ledger::sample_noon(day);
    e.reference = "together/" + std::to_string(book_.records().size());
    e.parties.push_back({ledger::me(), Role::from, {}});
    for (const std::string_view name : names) e.parties.push_back({ledger::sample_handle(address(name)), role, {}});
    book_.add(std::move(e));
    return *this;
  }
  GraphTest& letter(std::string_view day, const std::vector<std::string_view>& names) {
    return together(Kind::wrote, day, names, Role::to);
  }
  GraphTest& met(std::string_view day, const std::vector<std::string_view>& names) {
    return together(Kind::met, day, names, Role::accepted);
  }

  std::map<std::string, Shared> known(std::string_view until = "2026-06-30") {
    const ledger::Book book = book_.book();
    const base::Instant moment = ledger::sample_noon(until);
    const people::People people = people::resolve(book, moment);
    const auto readings = standing::read(book, people, {}, moment);
    const auto standings = standing::weigh(people, readings, book, {}, moment);
    std::map<std::string, Shared> out;
    for (const Acquaintance& one : acquaintances(book, people, standings, {}, moment)) {
      std::string a = people.persons[one.a.value].name, b = people.persons[one.b.value].name;
      if (b < a) std::swap(a, b);
      out[a + " " + b] = one.shared;
    }
    return out;
  }

  ledger::SampleBook book_;
};

// Kills: n for n - 1; the owner not counted; the first letter of a thread for the smallest.
TEST_F(GraphTest, WhatIsSharedIsWorthOneOverTheOthersThere) {
  met("2026-01-10", {"ada", "bo"}).met("2026-02-10", {"ada", "bo", "cy"});
  const auto all = known();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all.at("ada bo"), (Shared{.weight = 500 + 333, .meetings = 2, .last = *base::parse_iso_day("2026-02-10")}));
  EXPECT_EQ(all.at("bo cy").weight, 333U);
}

TEST_F(GraphTest, ManyLettersOfOneConversationAreOneThing) {
  letter("2026-01-10", {"ada", "bo", "cy"});
  book_.last().thread = "plans";
  letter("2026-01-12", {"ada", "bo"});
  book_.last().thread = "plans";
  letter("2026-01-11", {"ada", "bo", "cy", "di"});
  book_.last().thread = "plans";
  const auto all = known();
  EXPECT_EQ(all.at("ada bo"), (Shared{.weight = 500, .threads = 1, .last = *base::parse_iso_day("2026-01-12")}));
  EXPECT_EQ(all.at("bo cy").weight, 333U);
  EXPECT_EQ(all.at("bo cy").last, *base::parse_iso_day("2026-01-11"));
}

// Kills: `>=` for `>` at the limit; the group that the row tells, ignored.
TEST_F(GraphTest, ACrowdMakesNobodyAcquainted) {
  met("2026-01-10", {"ada", "bo"});
  book_.last().group = 12;
  EXPECT_EQ(known().at("ada bo").weight, 91U);
  met("2026-01-11", {"cy", "di"});
  book_.last().group = 13;
  EXPECT_FALSE(known().contains("cy di"));
}

// Kills: declines not read, the owner's and others'; cancelled meetings; bulk; days to come.
TEST_F(GraphTest, WhoeverDidNotComeWasNotThere) {
  met("2026-01-10", {"ada", "bo", "cy"});
  book_.last().parties[1].role = Role::declined;
  met("2026-01-11", {"ada", "di"});
  book_.last().flags = ledger::cancelled;
  met("2026-01-12", {"ada", "di"});
  book_.last().parties[0].role = Role::declined;
  letter("2026-01-13", {"ada", "di"});
  book_.last().flags = ledger::bulk;
  met("2026-07-13", {"ada", "di"});
  const auto all = known();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.at("bo cy").weight, 333U);
}

// Kills: of two answers of one guest the first to be listed; a decline that another address outranks.
TEST_F(GraphTest, OfTwoAddressesTheSurerAnswerCountsButADeclineWins) {
  for (const bool turned : {false, true}) {
    book_ = {};
    book_.card(address("ada"), "ada", {"email:ada@other.example"}).card(address("bo"), "bo");
    met("2026-01-10", {"bo", "ada"});
    auto& parties = book_.last().parties;
    parties.push_back({ledger::sample_handle("email:ada@other.example"), Role::waiting, {}});
    if (turned) std::swap(parties[2].role, parties[3].role);
    EXPECT_EQ(known().at("ada bo").weight, 333U);
    parties[turned ? 2 : 3].role = Role::declined;
    EXPECT_TRUE(known().empty());
  }
}

TEST_F(GraphTest, AnAnswerThatIsOpenCountsLessUntilTheOwnerSaysSo) {
  met("2026-01-10", {"ada", "bo"});
  book_.last().parties[2].role = Role::waiting;
  EXPECT_EQ(known().at("ada bo").weight, 400U);
}

TEST_F(GraphTest, WhoeverWasIntroducedKnowsTheOther) {
  together(Kind::introduced, "2026-03-01", {"ada", "di"}, Role::to);
  EXPECT_EQ(known().at("ada di"), (Shared{.weight = 1'000, .introductions = 1, .last = *base::parse_iso_day("2026-03-01")}));
}

// Kills: companies compared as written; a large company that ties everybody; the limit off by one.
TEST_F(GraphTest, ASmallCompanyTies) {
  book_.say(address("ada"), ledger::Field::company, "Fjord AB").say(address("bo"), ledger::Field::company, "fjord");
  EXPECT_EQ(known().at("ada bo"), (Shared{.weight = 250, .colleagues = true}));
  for (int i = 0; i < 28; ++i) {
    const std::string who = "n" + std::to_string(i);
    book_.card(address(who), "Given" + std::to_string(i) + " Family" + std::to_string(i))
        .say(address(who), ledger::Field::company, "Fjord AB");
  }
  EXPECT_EQ(known().size(), 30U * 29 / 2);
  book_.say(address("cy"), ledger::Field::company, "Fjord AB");
  EXPECT_TRUE(known().empty());
}

TEST_F(GraphTest, WhatIsPackedComesBack) {
  const std::vector<Known> known = {{{0}, {.weight = 250, .colleagues = true}},
                                    {{7}, {.weight = 1'833, .threads = 200, .meetings = 3, .introductions = 1, .last = {20'000}}},
                                    {{4'000'000'000}, {.weight = 1}}};
  std::vector<Known> again;
  const std::string bytes = pack(known);
  ASSERT_TRUE(unpack(bytes, again));
  EXPECT_EQ(again, known);
  EXPECT_FALSE(unpack(std::string_view(bytes).substr(0, bytes.size() - 1), again));
  const std::vector<Voice> voices = {
      {}, {.answers = 1, .speaks = Voice::Speaks::readily}, {.answers = .1234, .speaks = Voice::Speaks::perhaps}};
  EXPECT_EQ(unpack_voices(pack(voices)), voices);
  const std::vector<Circle> circles = {{base::say("graph.around", {{"name", "Ada"}}), {{3}, {1}, {300}}}, {}};
  std::vector<Circle> back;
  ASSERT_TRUE(unpack(pack(circles), back));
  EXPECT_EQ(back, circles);
}

/// A triangle 0-1-2 with 3 hanging on 0, all of weight 1, and 4 alone.
std::vector<Acquaintance> kite() {
  const Shared one{.weight = 1'000};
  return {{{0}, {1}, one}, {{0}, {2}, one}, {{0}, {3}, one}, {{1}, {2}, one}};
}

// By hand, with p(i,j) what part of i's weight j has, and each term (p(i,j) + sum of p(i,q) p(q,j))^2:
// of 0: to 1 and to 2 each 1/3 + 1/3 * 1/2, to 3 1/3; of 1: to 0 1/2 + 1/2 * 1/2, to 2 1/2 + 1/2 * 1/3; of 3: 1.
TEST(Cohesion, AKiteByHand) {
  const Cohesion all = cohesion(kite(), {true, true, true, true, true});
  EXPECT_EQ(all.people, 5U);
  EXPECT_EQ(all.acquaintances, 4U);
  EXPECT_DOUBLE_EQ(all.density, 0.4);
  EXPECT_DOUBLE_EQ(all.transitivity, 3.0 / 5);
  const double end = 9.0 / 16 + 4.0 / 9;
  EXPECT_NEAR(all.constraint, (11.0 / 18 + 2 * end + 1) / 4, 1e-12);
  EXPECT_DOUBLE_EQ(all.effective_size, 5 - 8.0 / 5);
}

// Kills: those let go that still count; an average over those who know nobody (NaN).
TEST(Cohesion, LettingGoLeavesTheRest) {
  const Cohesion rest = cohesion(kite(), {true, true, true, false, true});
  EXPECT_DOUBLE_EQ(rest.density, 0.5);
  EXPECT_DOUBLE_EQ(rest.transitivity, 1);
  EXPECT_NEAR(rest.constraint, 9.0 / 8, 1e-12);
  const Cohesion nobody = cohesion({}, {});
  EXPECT_EQ(nobody.constraint, 0);
  EXPECT_EQ(cohesion({}, {true}).density, 0);
}

// Kills: strength of the vertex for that of the one between; triangles counted once.
TEST(Closure, IsWhatIgraphGives) {
  constexpr std::uint32_t vertices = 60;
  std::vector<Edge> edges;
  igraph_vector_int_t ends;
  igraph_vector_t weights;
  ASSERT_EQ(igraph_vector_int_init(&ends, 0), IGRAPH_SUCCESS);
  ASSERT_EQ(igraph_vector_init(&weights, 0), IGRAPH_SUCCESS);
  for (std::uint32_t a = 0; a < vertices; ++a) {
    for (std::uint32_t b = a + 1; b < vertices; ++b) {
      if ((a * 31 + b * 17) % 11 != 0 || b == 7) continue;
      edges.push_back({a, b, 1.0 + (a + b) % 5});
      ASSERT_EQ(igraph_vector_int_push_back(&ends, a), IGRAPH_SUCCESS);
      ASSERT_EQ(igraph_vector_int_push_back(&ends, b), IGRAPH_SUCCESS);
      ASSERT_EQ(igraph_vector_push_back(&weights, edges.back().weight), IGRAPH_SUCCESS);
    }
  }
  igraph_t graph;
  ASSERT_EQ(igraph_create(&graph, &ends, vertices, IGRAPH_UNDIRECTED), IGRAPH_SUCCESS);
  igraph_vector_t constraint;
  ASSERT_EQ(igraph_vector_init(&constraint, 0), IGRAPH_SUCCESS);
  double transitivity = 0;
  ASSERT_EQ(igraph_constraint(&graph, &constraint, igraph_vss_all(), &weights), IGRAPH_SUCCESS);
  ASSERT_EQ(igraph_transitivity_undirected(&graph, &transitivity, IGRAPH_TRANSITIVITY_ZERO), IGRAPH_SUCCESS);
  const Closure ours = closure(edges, vertices);
  EXPECT_GT(ours.transitivity, 0);
  EXPECT_NEAR(ours.transitivity, transitivity, 1e-12);
  for (std::uint32_t i = 0; i < vertices; ++i) {
    const double theirs = VECTOR(constraint)[i];
    if (std::isnan(theirs)) {
      EXPECT_TRUE(std::isnan(ours.constraint[i])) << i;
    } else {
      EXPECT_NEAR(ours.constraint[i], theirs, 1e-12) << i;
    }
  }
  igraph_vector_destroy(&constraint);
  igraph_destroy(&graph);
  igraph_vector_destroy(&weights);
  igraph_vector_int_destroy(&ends);
}

TEST(Circles, TwoHousesAreTwoCirclesWithTheirNames) {
  std::vector<people::Person> persons(9);
  for (std::uint32_t i = 0; i < 9; ++i) {
    persons[i].name = "Person " + std::to_string(i);
    persons[i].company = i < 4 ? "Fjord Bank" : "";
    persons[i].city = i < 4 ? "Oslo" : i < 6 ? "Bergen" : "";
    persons[i].title = "the engineer";
  }
  std::vector<Acquaintance> all;
  for (std::uint32_t i = 0; i < 8; ++i) {
    for (std::uint32_t j = i + 1; j < 8; ++j) {
      if ((i < 4) == (j < 4)) all.push_back({{i}, {j}, {.weight = 1'000}});
    }
  }
  all.push_back({{3}, {4}, {.weight = 100}});
  const std::vector<bool> in(9, true);
  const auto found = circles(all, in, persons);
  ASSERT_EQ(found.size(), 2U);
  // What everybody has says nothing of a circle: all are engineers.
  EXPECT_EQ(found[0].name, base::say("graph.shared", {{"first", "Fjord Bank"}, {"second", "Oslo"}}));
  EXPECT_EQ(found[0].members, (std::vector<PersonId>{{0}, {1}, {2}, {3}}));
  EXPECT_EQ(found[1].name, base::say("graph.shared", {{"first", "Bergen"}, {"second", "_"}}));
  for (std::uint32_t i = 4; i < 6; ++i) persons[i].city = "";
  EXPECT_EQ(circles(all, in, persons)[1].name, base::say("graph.around", {{"name", "Person 4"}}));
  EXPECT_TRUE(circles({}, in, persons).empty());
}

class Paths : public testing::Test {
 protected:
  std::vector<Chain> to(PersonId target, std::size_t limit = 5) {
    const auto known = by_person(all_, voices_.size());
    return warmest(
        {&target, 1}, voices_, [&](PersonId who) { return std::span<const Known>(known[who.value]); }, limit);
  }
  void knows(std::uint32_t a, std::uint32_t b, std::uint32_t weight) { all_.push_back({{a}, {b}, {.weight = weight}}); }

  std::vector<Acquaintance> all_;
  std::vector<Voice> voices_ = std::vector<Voice>(6, {.answers = .5, .speaks = Voice::Speaks::readily});
};

// Kills: a contact who speaks as readily as a member; chances added; the longer chain that is not looked at.
TEST_F(Paths, ChancesMultiply) {
  knows(0, 1, 1'000);
  knows(1, 2, 3'000);
  voices_[1].speaks = Voice::Speaks::perhaps;
  voices_[0].answers = .8;
  const auto found = to({2});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].by, (std::vector<PersonId>{{1}}));
  EXPECT_DOUBLE_EQ(found[0].chance, .5 * .5 * .75);
  EXPECT_EQ(found[1].by, (std::vector<PersonId>{{0}, {1}}));
  EXPECT_DOUBLE_EQ(found[1].chance, .8 * .5 * .5 * .75);
}

// Kills: a path through those let go; whoever was never in touch, asked by the owner; a chain of three.
TEST_F(Paths, SomeAreNotAsked) {
  knows(0, 1, 1'000);
  knows(1, 2, 1'000);
  knows(2, 3, 1'000);
  EXPECT_EQ(to({3}).size(), 2U);
  voices_[2].answers = 0;
  ASSERT_EQ(to({3}).size(), 1U);
  EXPECT_EQ(to({3})[0].by, (std::vector<PersonId>{{1}, {2}}));
  voices_[2].speaks = Voice::Speaks::never;
  EXPECT_TRUE(to({3}).empty());
}

// Kills: persons in no order where chances are equal; the limit.
TEST_F(Paths, EqualChancesStandInOrder) {
  for (const std::uint32_t one : {4U, 1U, 3U}) knows(std::min(one, 2U), std::max(one, 2U), 1'000);
  const auto found = to({2}, 2);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].by, (std::vector<PersonId>{{1}}));
  EXPECT_EQ(found[1].by, (std::vector<PersonId>{{3}}));
  EXPECT_TRUE(to({5}).empty());
}

}  // namespace
}  // namespace graph
