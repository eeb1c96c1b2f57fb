#include "plays/visit.h"

#include <gtest/gtest.h>

#include "plays/plays.h"

namespace plays {
namespace {

using standing::Fact;
using standing::Rung;
using Why = Visit::Why;

const base::Day today = base::day_of(base::Civil{2026, 11, 2});

standing::Standing in_touch() {
  standing::Standing s;
  s.known = true;
  s.rung = Rung::in_touch;
  s.talk = Fact::yes;
  s.meet = Fact::no;
  s.help = Fact::no;
  s.reply_chance = 0.5;
  s.exchange_chance = 0.2;
  return s;
}

people::Person somebody() {
  people::Person person;
  person.name = "Ada";
  return person;
}

TEST(Visit, HasTheReasonThatCountsMost) {
  standing::Standing s = in_touch();
  EXPECT_EQ(visit(somebody(), s, {}, today)->why, Why::distant);
  s.waiting_since = base::start_of(today - 9);
  EXPECT_EQ(visit(somebody(), s, {}, today)->reason,
            base::say("talk.owed", {{"ago", base::say("span.ago", {{"span", span(9)}})}}));
  s.waiting_since = base::start_of(today - 61);
  EXPECT_EQ(visit(somebody(), s, {}, today)->why, Why::distant) << "a thread that has ended";

  s.one_step_away = true;
  s.help = Fact::yes;
  s.counts.help_in = 1;
  EXPECT_EQ(visit(somebody(), s, {}, today)->why, Why::unspoken);
  EXPECT_EQ(visit(somebody(), s, {}, today)->reason, base::say("visit.unspoken", {{"way", "in"}, {"sure", "yes"}}));
  EXPECT_DOUBLE_EQ(visit(somebody(), s, {}, today)->gain, 0.5 * 0.5 * 0.5) << "answer, call, worth at strength 0";

  s.meet = Fact::yes;
  s.help = Fact::no;
  EXPECT_EQ(visit(somebody(), s, {}, today)->why, Why::no_help);

  s.one_step_away = false;
  s.network = true;
  s.rung = Rung::network;
  s.last_two_way = today - 30;
  EXPECT_EQ(visit(somebody(), s, {}, today)->reason,
            base::say("visit.network", {{"advocate", "no"}, {"quiet", "no"}, {"since", span(30)}}));
  const double fresh = visit(somebody(), s, {}, today)->gain;
  s.last_two_way = today - 300;
  EXPECT_GT(visit(somebody(), s, {}, today)->gain, fresh) << "the longer the silence, the more an answer wins";
  s.quiet = true;
  EXPECT_EQ(visit(somebody(), s, {}, today)->why, Why::quiet);
}

TEST(Visit, SaysNeverOnlyWhereNothingSpeaksAgainstIt) {
  standing::Standing s = in_touch();
  s.counts.wrote_in = s.counts.wrote_out = 1;
  const auto reason = [&] { return visit(somebody(), s, {}, today)->reason; };
  EXPECT_EQ(reason(), base::say("visit.never-spoken", {{"sure", "yes"}}));
  s.meet = Fact::unknown;
  EXPECT_EQ(reason(), base::say("visit.never-spoken", {{"sure", "no"}})) << "no file could have shown it";
  s.short_call = true;
  EXPECT_EQ(reason(), base::say("visit.never-spoken", {{"sure", "called"}}));
  s.unsure_row = 7;
  EXPECT_EQ(reason(), base::say("visit.never-spoken", {{"sure", "met"}}));
  s.counts = {.help_out = 1};
  EXPECT_EQ(reason(), base::say("visit.unspoken", {{"way", "out"}, {"sure", "met"}})) << "no letters went both ways";
  EXPECT_EQ(never_helped(s), "perhaps") << "help that is too unsure to count";
}

TEST(Visit, IsForNobodyWhoIsInNoPlanOrWasNeverInTouch) {
  standing::Standing s = in_touch();
  s.rung = Rung::aware;
  EXPECT_FALSE(visit(somebody(), s, {}, today));
  for (bool people::Person::*const room : {&people::Person::let_go, &people::Person::exempt}) {
    people::Person person = somebody();
    person.*room = true;
    EXPECT_FALSE(visit(person, in_touch(), {}, today));
  }
  people::Person company = somebody();
  company.organisation = "a role address";
  EXPECT_FALSE(visit(company, in_touch(), {}, today));
}

TEST(Visit, MarketsChooseAmongNewPeopleOnly) {
  const std::vector<Market> markets = {{"fintech", "title:founder", *Rule::parse("title:founder")}};
  people::Person painter = somebody(), founder = somebody();
  painter.title = "Painter";
  founder.title = "Founder";
  EXPECT_LT(visit(painter, in_touch(), markets, today)->gain, visit(founder, in_touch(), markets, today)->gain);
  standing::Standing member = in_touch();
  member.network = true;
  EXPECT_EQ(visit(painter, member, markets, today)->gain, visit(founder, member, markets, today)->gain);
}

}  // namespace
}  // namespace plays
