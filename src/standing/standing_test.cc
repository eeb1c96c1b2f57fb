// The rules of standing, one by one. Ada is the person; Mara, the owner, is "me".

#include "standing/standing.h"

#include <gtest/gtest.h>

#include "ledger/sample_book.h"
#include "standing/titles.h"

namespace standing {
namespace {

using ledger::Evidence;
using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada;

struct Result {
  Standing standing;
  people::Person person;
  std::vector<Reading> readings;
};

/// Where `who` stands at `moment`, all that a picture does before the plan.
Result at(const SampleBook& sample, std::string_view moment = "2026-06-30", std::string_view who = ada) {
  const ledger::Book book = sample.book();
  const Policy policy;
  const base::Instant now = ledger::sample_noon(moment);
  const people::People people = people::resolve(book, now);
  std::vector<Reading> readings = read(book, people, policy, now);
  merge(readings, read_titles(book, people, policy, now), book);
  const std::vector<Standing> all = weigh(people, readings, book, policy, now);
  Result result;
  const ledger::Handle handle = ledger::sample_handle(who);
  for (std::size_t i = 0; i < book.handles.size(); ++i) {
    if (book.handles[i] != handle || people.person_of[i] == people::nobody) continue;
    const people::PersonId id = people.person_of[i];
    result.standing = all[id.value];
    result.person = people.persons[id.value];
    for (const Reading& reading : readings) {
      if (reading.person == id) result.readings.push_back(reading);
    }
  }
  return result;
}

/// Every source imported that could have shown talk, meet and help.
SampleBook covered() {
  SampleBook book;
  for (const std::string_view what : {"talk", "meet", "help"}) book.say("me", Field::covers, what);
  return book;
}

SampleBook with(Kind kind, std::vector<ledger::SampleSeat> seats, std::string_view day = "2026-01-10") {
  SampleBook book = covered();
  book.row(kind, day, seats);
  return book;
}

SampleBook out(Kind kind) { return with(kind, {{"me", Role::from}, {ada, Role::to}}); }
SampleBook in(Kind kind) { return with(kind, {{ada, Role::from}, {"me", Role::to}}); }

SampleBook meeting(Role owner, Role other) { return with(Kind::met, {{"me", owner}, {ada, other}}); }

TEST(Standing, ThanksAreDueUntilSomethingIsSaid) {
  EXPECT_TRUE(at(in(Kind::helped)).standing.unthanked_since);
  EXPECT_TRUE(at(in(Kind::introduced)).standing.unthanked_since);
  for (const Kind kind : {Kind::asked, Kind::wrote}) EXPECT_FALSE(at(in(kind)).standing.unthanked_since);
  EXPECT_FALSE(at(out(Kind::helped)).standing.unthanked_since);
  const base::Day day = base::day_of(in(Kind::helped).book().rows.back().at);
  for (const Kind kind : {Kind::wrote, Kind::thanked, Kind::helped, Kind::called}) {
    for (const int later : {0, 3}) {
      SampleBook book = in(Kind::helped);
      book.row(kind, base::iso(day + later), {{"me", Role::from}, {ada, Role::to}});
      EXPECT_FALSE(at(book).standing.unthanked_since) << ledger::word(kind) << " " << later;
    }
  }
}

// What each kind proves, and in which direction.

struct KindRule {
  Kind kind;
  Rung rung;
  bool spoken;
  bool help;
};

TEST(Standing, EachKindProvesWhatTheRulesSay) {
  const KindRule rules[] = {
      {Kind::invited, Rung::aware, false, false},      {Kind::wrote, Rung::aware, false, false},
      {Kind::endorsed, Rung::aware, false, false},     {Kind::shared, Rung::aware, false, false},
      {Kind::engaged, Rung::aware, false, false},      {Kind::called, Rung::met, true, false},
      {Kind::introduced, Rung::in_touch, false, true}, {Kind::recommended, Rung::in_touch, false, true},
      {Kind::helped, Rung::in_touch, false, true},     {Kind::asked, Rung::in_touch, false, true},
      {Kind::referred, Rung::in_touch, false, true},   {Kind::thanked, Rung::listed, false, false},
      {Kind::noted, Rung::listed, false, false},       {Kind::crossed, Rung::listed, false, false},
      {Kind::listed, Rung::listed, false, false},
  };
  for (const KindRule& rule : rules) {
    for (const bool outward : {true, false}) {
      SCOPED_TRACE(std::string(ledger::word(rule.kind)) + (outward ? " out" : " in"));
      const Result r = at(outward ? out(rule.kind) : in(rule.kind));
      EXPECT_EQ(r.standing.rung, rule.rung);
      EXPECT_EQ(r.standing.meet, rule.spoken ? Fact::yes : Fact::no);
      EXPECT_EQ(r.standing.help, rule.help ? Fact::yes : Fact::no);
      EXPECT_FALSE(r.standing.network);
      EXPECT_TRUE(r.standing.known);
    }
  }
}

TEST(Standing, HelpCountsOnTheSideThatItServed) {
  for (const Kind kind : {Kind::helped, Kind::referred, Kind::introduced, Kind::recommended}) {
    EXPECT_EQ(at(out(kind)).standing.counts.help_out, 1U) << ledger::word(kind);
    EXPECT_EQ(at(out(kind)).standing.counts.help_in, 0U) << ledger::word(kind);
    EXPECT_EQ(at(in(kind)).standing.counts.help_in, 1U) << ledger::word(kind);
    EXPECT_EQ(at(in(kind)).standing.counts.help_out, 0U) << ledger::word(kind);
  }
  EXPECT_EQ(at(out(Kind::asked)).standing.counts.help_in, 1U) << "the owner asked them";
  EXPECT_EQ(at(in(Kind::asked)).standing.counts.help_out, 1U) << "they asked the owner";
}

TEST(Standing, WritingOneWayIsNotTalking) {
  EXPECT_EQ(at(out(Kind::wrote)).standing.talk, Fact::no);
  SampleBook both = out(Kind::wrote);
  both.mail(ada, "me", "2026-01-11");
  const Result r = at(both);
  EXPECT_EQ(r.standing.talk, Fact::yes);
  EXPECT_EQ(r.standing.rung, Rung::in_touch);
  EXPECT_EQ(r.standing.counts.wrote_out, 1U);
  EXPECT_EQ(r.standing.counts.wrote_in, 1U);
}

TEST(Standing, MailBetweenOthersSaysNothing) {
  SampleBook book = covered();
  book.mail("email:bo@x.example", ada, "2026-01-01");
  EXPECT_FALSE(at(book).standing.known);
}

TEST(Standing, WhoIsBroughtTogetherWithTheOwnerHasCrossedTheirPath) {
  const SampleBook book = with(Kind::introduced, {{"email:bo@x.example", Role::from}, {"me", Role::to}, {ada, Role::about}});
  EXPECT_EQ(at(book).standing.rung, Rung::listed);
  EXPECT_EQ(at(book, "2026-06-30", "email:bo@x.example").standing.counts.help_in, 1U);
}

// Calls.

TEST(Standing, ACallOfAMinuteIsSpeakingAndAShorterOneIsNot) {
  for (const std::uint32_t seconds : {0U, 59U, 60U, 3'600U}) {
    SampleBook book = out(Kind::called);
    book.last().duration_seconds = seconds;
    const Result r = at(book);
    EXPECT_EQ(r.standing.meet, seconds >= 60 ? Fact::yes : Fact::no) << seconds;
    EXPECT_EQ(r.standing.counts.called, seconds >= 60 ? 1U : 0U);
    ASSERT_EQ(r.readings.size(), 1U) << "in the timeline all the same";
    EXPECT_EQ(r.readings[0].counts, seconds >= 60);
  }
}

TEST(Standing, ACallThatNobodyAnsweredIsNoCall) {
  SampleBook book = in(Kind::called);
  book.last().flags = ledger::missed;
  EXPECT_EQ(at(book).standing.rung, Rung::listed);
  EXPECT_EQ(at(book).standing.counts.called, 0U);
  EXPECT_FALSE(at(book).standing.last);
}

// Meetings.

TEST(Standing, AMeetingCountsByBothAnswers) {
  struct Rule {
    Role owner;
    Role other;
    bool there;
    bool spoken;
  };
  const Rule rules[] = {
      {Role::organiser, Role::accepted, true, true},   {Role::accepted, Role::organiser, true, true},
      {Role::accepted, Role::accepted, true, true},    {Role::with, Role::with, true, true},
      {Role::organiser, Role::tentative, true, false}, {Role::tentative, Role::organiser, true, false},
      {Role::organiser, Role::waiting, true, false},   {Role::waiting, Role::organiser, true, false},
      {Role::organiser, Role::declined, false, false}, {Role::declined, Role::organiser, false, false},
  };
  for (const Rule& rule : rules) {
    SCOPED_TRACE(std::string(ledger::word(rule.owner)) + ", " + std::string(ledger::word(rule.other)));
    const Result r = at(meeting(rule.owner, rule.other));
    EXPECT_EQ(r.standing.known, rule.there);
    EXPECT_EQ(r.standing.meet, rule.spoken ? Fact::yes : Fact::no);
  }
}

TEST(Standing, AnOwnDeclineOutranksBeingTheOrganiser) {
  const SampleBook theirs = with(Kind::met, {{"me", Role::accepted}, {ada, Role::organiser}, {ada, Role::declined}});
  EXPECT_FALSE(at(theirs).standing.known);
  const SampleBook owners = with(Kind::met, {{"me", Role::organiser}, {"me", Role::declined}, {ada, Role::accepted}});
  EXPECT_FALSE(at(owners).standing.known);
}

TEST(Standing, OneTentativeMeetingMovesNoRungAndTwoDo) {
  SampleBook book = meeting(Role::organiser, Role::tentative);
  EXPECT_EQ(at(book).standing.rung, Rung::listed);
  book.row(Kind::met, "2026-02-10", {{"me", Role::organiser}, {ada, Role::waiting}});
  EXPECT_EQ(at(book).standing.rung, Rung::met);
}

TEST(Standing, OneMeetingUnderTwoAddressesIsOneMeeting) {
  SampleBook book = with(Kind::met, {{"me", Role::organiser}, {ada, Role::tentative}, {"email:ada+1@x.example", Role::waiting}});
  const Result r = at(book);
  EXPECT_EQ(r.standing.meet, Fact::no) << "one event of 0.8, not two";
  EXPECT_EQ(r.standing.counts.met, 1U);
  SampleBook mail = with(Kind::wrote, {{"me", Role::from}, {ada, Role::to}, {"email:ada+1@x.example", Role::copied}});
  EXPECT_EQ(at(mail).standing.counts.wrote_out, 1U);
}

TEST(Standing, AMeetingThatWasCalledOffIsNone) {
  SampleBook book = meeting(Role::organiser, Role::accepted);
  book.last().flags = ledger::cancelled;
  EXPECT_FALSE(at(book).standing.known);
}

TEST(Standing, TwelveAreAMeetingAndThirteenACrowd) {
  for (const std::uint32_t group : {2U, 12U, 13U, 60U}) {
    SampleBook book = meeting(Role::organiser, Role::accepted);
    book.last().group = group;
    const Result r = at(book);
    EXPECT_EQ(r.standing.meet, group <= 12 ? Fact::yes : Fact::no) << group;
    EXPECT_EQ(r.readings.at(0).kind, group <= 12 ? Kind::met : Kind::crossed);
  }
  // Seats count when the group does not say more: eleven others and the owner.
  std::vector<std::string> others;
  for (int i = 0; i < 12; ++i) others.push_back("email:guest" + std::to_string(i) + "@x.example");
  for (const std::size_t count : {10U, 11U}) {
    std::vector<ledger::SampleSeat> seats = {{"me", Role::organiser}, {ada, Role::accepted}};
    for (std::size_t i = 0; i < count; ++i) seats.push_back({others[i], Role::accepted});
    EXPECT_EQ(at(with(Kind::met, seats)).standing.meet, count == 10 ? Fact::yes : Fact::no) << count;
  }
}

TEST(Standing, MailToNineCrossesOnlyTheSendersPath) {
  SampleBook book = with(Kind::crossed, {{ada, Role::from}, {"me", Role::to}, {"email:bo@x.example", Role::to}});
  book.last().group = 9;
  EXPECT_TRUE(at(book).standing.known);
  EXPECT_EQ(at(book).standing.rung, Rung::listed);
  EXPECT_FALSE(at(book, "2026-06-30", "email:bo@x.example").standing.known);
  const SampleBook sent = with(Kind::crossed, {{"me", Role::from}, {ada, Role::to}});
  EXPECT_TRUE(at(sent).standing.known);
}

TEST(Standing, ATitleWithTheFullNameOfExactlyOnePersonIsEightTenthsOfAMeeting) {
  const auto named = [](std::string_view title) {
    SampleBook book = covered();
    book.card(ada, "Ada Lovelace").card("email:bo@x.example", "Bo Berg");
    book.row(Kind::met, "2026-01-10", {{"me", Role::organiser}});
    book.last().title = std::string(title);
    return book;
  };
  for (const char* title : {"Coffee with Ada Lovelace", "ada lovelace: lunch", "Ada Lovelace / call Ada Lovelace"}) {
    const Result r = at(named(title));
    EXPECT_EQ(r.standing.counts.met, 1U) << title;
    EXPECT_EQ(r.standing.meet, Fact::no) << title << ": one of 0.8";
  }
  for (const char* title : {"Coffee with Ada", "Ada Lovelace and Bo Berg", "Lovelace, Ada memorial", ""}) {
    EXPECT_EQ(at(named(title)).standing.counts.met, 0U) << title;
  }
  SampleBook twice = named("Ada Lovelace");
  twice.row(Kind::met, "2026-02-10", {{"me", Role::organiser}});
  twice.last().title = "Ada Lovelace again";
  EXPECT_EQ(at(twice).standing.meet, Fact::yes);
  SampleBook declined = named("Ada Lovelace");
  declined.last().parties[0].role = Role::declined;
  EXPECT_EQ(at(declined).standing.counts.met, 0U) << "the owner did not go";
  SampleBook crowd = named("Ada Lovelace");
  crowd.last().group = 40;
  EXPECT_EQ(at(crowd).standing.counts.met, 0U) << "a lecture";
}

// Bulk mail.

TEST(Standing, BulkMailCountsOnceTheOwnerHasWrittenToItsSender) {
  SampleBook book = in(Kind::wrote);
  book.last().flags = ledger::bulk;
  EXPECT_FALSE(at(book).standing.known);
  book.mail("me", ada, "2026-03-01");
  EXPECT_EQ(at(book).standing.counts.wrote_in, 1U);
  EXPECT_FALSE(at(book, "2026-02-01").standing.known) << "not written to yet";
}

// Unknown and missing.

TEST(Standing, WhatNoSourceCouldHaveShownIsUnknown) {
  SampleBook book;
  book.card(ada, "Ada Lovelace");
  Result r = at(book);
  EXPECT_EQ(r.standing.talk, Fact::unknown);
  EXPECT_EQ(r.standing.meet, Fact::unknown);
  EXPECT_EQ(r.standing.help, Fact::unknown);
  book.say("me", Field::covers, "meet", "2026-02-01");
  r = at(book);
  EXPECT_EQ(r.standing.talk, Fact::unknown);
  EXPECT_EQ(r.standing.meet, Fact::no);
  EXPECT_EQ(at(book, "2026-01-15").standing.meet, Fact::unknown);
  book.met(ada, "2026-03-01");
  EXPECT_EQ(at(book).standing.meet, Fact::yes) << "what is proved is known, whatever is covered";
  EXPECT_EQ(at(book).standing.talk, Fact::yes) << "who speaks, talks";
}

// Network, and the owner's answer.

SampleBook spoken_and_helped() {
  SampleBook book = covered();
  return book.met(ada, "2026-01-10").row(Kind::helped, "2026-01-20", {{"me", Role::from}, {ada, Role::to}});
}

TEST(Standing, SpokenAndHelpAreNetworkAndNeitherAloneIs) {
  EXPECT_TRUE(at(spoken_and_helped()).standing.network);
  EXPECT_FALSE(at(meeting(Role::organiser, Role::accepted)).standing.network);
  EXPECT_FALSE(at(out(Kind::helped)).standing.network);
}

TEST(Standing, TheOwnersAnswerDecidesAgainstTheEvidence) {
  struct Rule {
    ledger::Refer answer;
    bool proved;
    bool bare;
  };
  using ledger::Refer;
  const Rule rules[] = {{Refer::yes, true, true},
                        {Refer::hesitate, true, false},
                        {Refer::no, false, false},
                        {Refer::stranger, false, false},
                        {Refer::none, true, false}};
  for (const Rule& rule : rules) {
    SampleBook proved = spoken_and_helped();
    SampleBook bare = covered();
    bare.card(ada, "Ada Lovelace");
    for (SampleBook* book : {&proved, &bare}) book->ruled(ledger::Answer{rule.answer}, {ada}, "2026-02-01");
    EXPECT_EQ(at(proved).standing.network, rule.proved) << word(rule.answer);
    EXPECT_EQ(at(bare).standing.network, rule.bare) << word(rule.answer);
  }
  SampleBook changed = spoken_and_helped();
  changed.ruled(ledger::Answer{ledger::Refer::no}, {ada}, "2026-02-01")
      .ruled(ledger::Answer{ledger::Refer::yes}, {ada}, "2026-03-01");
  EXPECT_TRUE(at(changed).standing.network) << "the latest answer";
  EXPECT_FALSE(at(changed, "2026-02-15").standing.network);
}

TEST(Standing, FactsFromTheConfidenceOfNineTenthsOn) {
  for (const double confidence : {0.5, 0.89, 0.9, 1.0}) {
    SampleBook book = in(Kind::introduced);
    book.last().confidence = confidence;
    EXPECT_EQ(at(book).standing.help, confidence >= 0.9 ? Fact::yes : Fact::no) << confidence;
  }
  SampleBook two = in(Kind::introduced);
  two.last().confidence = 0.8;
  two.row(Kind::introduced, "2026-02-01", {{ada, Role::from}, {"me", Role::to}});
  two.last().confidence = 0.8;
  EXPECT_EQ(at(two).standing.help, Fact::yes) << "1 - 0.2 × 0.2";
}

TEST(Standing, AnAdvocateActedTwiceForTheOwnerWithinThreeYears) {
  for (const Kind kind : {Kind::introduced, Kind::recommended, Kind::referred, Kind::helped}) {
    SampleBook book = spoken_and_helped();
    book.row(kind, "2024-01-01", {{ada, Role::from}, {"me", Role::to}});
    EXPECT_EQ(at(book).standing.rung, Rung::network) << ledger::word(kind) << " once";
    book.row(kind, "2025-01-01", {{ada, Role::from}, {"me", Role::to}});
    EXPECT_EQ(at(book).standing.rung, Rung::advocate) << ledger::word(kind) << " twice";
    EXPECT_EQ(at(book, "2027-06-30").standing.rung, Rung::network) << "the first is too long ago";
  }
  SampleBook asked = spoken_and_helped();
  for (const std::string_view day : {"2025-01-01", "2025-02-01", "2025-03-01"}) {
    asked.row(Kind::asked, day, {{"me", Role::from}, {ada, Role::to}});
  }
  EXPECT_EQ(at(asked).standing.rung, Rung::network) << "to be asked is not to act";
  SampleBook stranger = asked;
  stranger.ruled(ledger::Answer{ledger::Refer::no}, {ada}, "2026-01-01");
  EXPECT_EQ(at(stranger).standing.rung, Rung::met) << "only members of the network are advocates";
}

// One step away.

TEST(Standing, OneStepAwayIsExactlyOneOfSpokenAndHelp) {
  EXPECT_TRUE(at(meeting(Role::organiser, Role::accepted)).standing.one_step_away);
  EXPECT_FALSE(at(out(Kind::helped)).standing.one_step_away) << "not spoken, and not written both ways";
  SampleBook written = out(Kind::helped);
  written.mail("me", ada, "2026-01-11").mail(ada, "me", "2026-01-12");
  EXPECT_TRUE(at(written).standing.one_step_away);
  EXPECT_FALSE(at(spoken_and_helped()).standing.one_step_away) << "there already";
  SampleBook neither = covered();
  neither.mail("me", ada, "2026-01-11").mail(ada, "me", "2026-01-12");
  EXPECT_FALSE(at(neither).standing.one_step_away);
}

TEST(Standing, WhoIsLetGoOrExemptOrRefusedIsNeverOneStepAway) {
  const ledger::Decision rulings[] = {ledger::LetGo{}, ledger::Exempt{}, ledger::Answer{ledger::Refer::no},
                                      ledger::Answer{ledger::Refer::stranger}};
  for (const ledger::Decision& ruling : rulings) {
    SampleBook book = meeting(Role::organiser, Role::accepted);
    book.ruled(ruling, {ada}, "2026-02-01");
    EXPECT_FALSE(at(book).standing.one_step_away) << word(kind_of(ruling));
  }
  SampleBook hesitant = meeting(Role::organiser, Role::accepted);
  hesitant.ruled(ledger::Answer{ledger::Refer::hesitate}, {ada}, "2026-02-01");
  EXPECT_TRUE(at(hesitant).standing.one_step_away);
}

// Quiet.

SampleBook met_every(int gap_days, int times) {
  SampleBook book = covered();
  const base::Day first = *base::parse_iso_day("2020-01-01");
  for (int i = 0; i < times; ++i) book.met(ada, base::iso(first + i * gap_days));
  return book.row(Kind::helped, "2020-01-01", {{"me", Role::from}, {ada, Role::to}});
}

TEST(Standing, QuietIsThreeTimesTheOwnGapWithinItsBounds) {
  struct Rule {
    int gap_days;
    int limit_days;
  };
  for (const Rule rule : {Rule{7, 90}, Rule{30, 90}, Rule{50, 150}, Rule{200, 600}, Rule{400, 730}}) {
    const SampleBook book = met_every(rule.gap_days, 4);
    const base::Day last = *base::parse_iso_day("2020-01-01") + 3 * rule.gap_days;
    EXPECT_EQ(at(book, base::iso(last)).standing.median_gap_days, static_cast<std::uint32_t>(rule.gap_days));
    EXPECT_FALSE(at(book, base::iso(last + rule.limit_days)).standing.quiet) << rule.gap_days;
    EXPECT_TRUE(at(book, base::iso(last + rule.limit_days + 1)).standing.quiet) << rule.gap_days;
    EXPECT_TRUE(at(book, base::iso(last + 3'000)).standing.network) << "network does not expire";
  }
}

TEST(Standing, FewerThanThreeExchangesOrNoNetworkIsNeverQuiet) {
  EXPECT_FALSE(at(met_every(30, 2)).standing.quiet);
  SampleBook contact = covered();
  for (const std::string_view day : {"2020-01-01", "2020-02-01", "2020-03-01"}) contact.met(ada, day);
  EXPECT_FALSE(at(contact).standing.quiet);
}

TEST(Standing, OneWayMailDoesNotEndTheQuiet) {
  SampleBook book = met_every(30, 4);
  book.mail("me", ada, "2026-06-01");
  EXPECT_TRUE(at(book).standing.quiet);
  book.mail(ada, "me", "2026-06-02");
  EXPECT_FALSE(at(book).standing.quiet);
}

// Owed answers.

TEST(Standing, AnAnswerIsOwedToWhoWroteLastToTheOwnerAlone) {
  SampleBook book = in(Kind::wrote);
  EXPECT_TRUE(at(book).standing.waiting_since);
  SampleBook answered = book;
  answered.mail("me", ada, "2026-01-11");
  EXPECT_FALSE(at(answered).standing.waiting_since);
  SampleBook spoken = book;
  spoken.met(ada, "2026-01-11");
  EXPECT_FALSE(at(spoken).standing.waiting_since) << "it could be said";
  book.last().group = 5;
  EXPECT_FALSE(at(book).standing.waiting_since) << "to many";
}

// Time.

TEST(Standing, NothingAfterTheMomentCounts) {
  SampleBook book = spoken_and_helped();
  const Result before = at(book, "2026-01-05");
  EXPECT_FALSE(before.standing.known);
  EXPECT_EQ(at(book, "2026-01-15").standing.rung, Rung::met);
  EXPECT_EQ(at(book, "2026-01-25").standing.rung, Rung::network);
}

TEST(Standing, StrengthGrowsWithExchangeFadesWithTimeAndWeighsGroups) {
  SampleBook one = covered();
  one.met(ada, "2026-01-10");
  SampleBook two = one;
  two.met(ada, "2026-02-10");
  EXPECT_GT(at(two).standing.strength, at(one).standing.strength);
  EXPECT_GT(at(one, "2026-02-01").standing.strength, at(one, "2026-12-01").standing.strength);
  SampleBook crowd = one;
  crowd.last().group = 8;
  EXPECT_LT(at(crowd).standing.strength, at(one).standing.strength);
  SampleBook both = covered();
  both.mail("me", ada, "2026-01-10").mail(ada, "me", "2026-01-10");
  SampleBook same_way = covered();
  same_way.mail("me", ada, "2026-01-10").mail("me", ada, "2026-01-10");
  EXPECT_GT(at(both).standing.strength, at(same_way).standing.strength);
  EXPECT_LT(at(both).standing.strength, 100);
}

// Kills: every answer to the owner's own letter taken for one that waits.
TEST(Standing, AnAnswerToTheOwnersLetterMayBeTheEndOfIt) {
  const auto closes = [&](const ledger::SampleBook& sample) {
    const ledger::Book book = sample.book();
    const base::Instant moment = ledger::sample_noon("2026-06-30");
    const people::People people = people::resolve(book, moment);
    const Standing s = weigh(people, read(book, people, {}, moment), book, {}, moment)[0];
    EXPECT_TRUE(s.waiting_since);
    return s.waiting_closes;
  };
  ledger::SampleBook book;
  book.card(ada, "Ada Lovelace").mail("me", ada, "2026-06-01").mail(ada, "me", "2026-06-03");
  EXPECT_TRUE(closes(book));
  ledger::SampleBook more = book;
  EXPECT_FALSE(closes(more.mail(ada, "me", "2026-06-04"))) << "they wrote again";
  EXPECT_TRUE(closes(book.mail("me", ada, "2026-06-05").mail(ada, "me", "2026-06-06"))) << "a conversation that goes on";
  ledger::SampleBook asked;
  asked.card(ada, "Ada Lovelace").mail(ada, "me", "2026-06-01");
  EXPECT_FALSE(closes(asked)) << "they began";
  EXPECT_TRUE(closes(asked.mail("me", ada, "2026-06-05").mail(ada, "me", "2026-06-07"))) << "the owner answered, and so did they";
  ledger::SampleBook late;
  EXPECT_FALSE(closes(late.card(ada, "Ada Lovelace").mail("me", ada, "2026-05-01").mail(ada, "me", "2026-06-20")))
      << "three weeks are no answer";
}

}  // namespace
}  // namespace standing
