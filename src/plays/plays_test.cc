#include "plays/plays.h"

#include <gtest/gtest.h>

#include <set>

#include "ledger/sample_book.h"
#include "standing/outlook.h"

namespace plays {
namespace {

using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

using ledger::ada;

struct Planned {
  people::People people;
  std::vector<Step> steps;

  [[nodiscard]] std::vector<std::string> of(std::string_view name) const {
    std::vector<std::string> topics;
    for (const Step& step : steps) {
      if (people.persons[step.person.value].name == name) topics.push_back(step.play + " " + step.topic);
    }
    return topics;
  }
};

Planned plan_of(const SampleBook& sample, std::string_view day) {
  const ledger::Book book = sample.book();
  const base::Instant moment = ledger::sample_noon(day);
  Planned planned{.people = people::resolve(book, moment), .steps = {}};
  const auto readings = standing::read(book, planned.people, {}, moment);
  auto standings = standing::weigh(planned.people, readings, book, {}, moment);
  const standing::OwnTies ties(planned.people, readings, book);
  standing::put(ties.chances(ties.learn(moment), moment), standings);
  planned.steps = plan({.people = planned.people, .standings = standings, .today = base::day_of(moment)}, book, moment);
  return planned;
}

/// Ada is owed an answer, Bo is network gone quiet, Cy was met and never helped.
SampleBook life() {
  SampleBook book;
  book.card(ada, "Ada Lovelace").card("email:bo@x.example", "Bo Berg").card("email:cy@x.example", "Cy Dahl");
  book.mail("me", ada, "2026-05-01").mail(ada, "me", "2026-06-20");
  for (const std::string_view day : {"2024-01-01", "2024-02-01", "2024-03-01"}) book.met("email:bo@x.example", day);
  book.row(Kind::helped, "2024-03-01", {{"email:bo@x.example", Role::from}, {"me", Role::to}});
  book.met("email:cy@x.example", "2026-06-01");
  return book;
}

TEST(Plan, OwedAnswersComeBeforeTheQuietAndTheQuietBeforeTheRest) {
  const Planned planned = plan_of(life(), "2026-06-30");
  ASSERT_EQ(planned.steps.size(), 3U);
  EXPECT_EQ(planned.of("Ada Lovelace"), std::vector<std::string>{"talk owed"});
  EXPECT_EQ(planned.of("Bo Berg"), std::vector<std::string>{"talk quiet"});
  EXPECT_EQ(planned.of("Cy Dahl"), std::vector<std::string>{"help no-help"});
  EXPECT_EQ(planned.steps[0].urgency, 2);
  EXPECT_EQ(planned.steps[1].urgency, 1);
  EXPECT_EQ(planned.steps[2].urgency, 0);
  EXPECT_TRUE(planned.steps[1].gives) << "one thing to give";
}

TEST(Plan, NobodyIsInItTwice) {
  SampleBook book = life();
  book.mail("email:cy@x.example", "me", "2026-06-20").mail("me", "email:cy@x.example", "2026-05-20");
  const Planned planned = plan_of(book, "2026-06-30");
  EXPECT_EQ(planned.of("Cy Dahl"), std::vector<std::string>{"talk owed"}) << "the more urgent of two";
}

TEST(Plan, WhoIsLetGoExemptOrRefusedIsNeverInIt) {
  const ledger::Decision rulings[] = {ledger::LetGo{}, ledger::Exempt{}, ledger::Answer{ledger::Refer::no},
                                      ledger::Answer{ledger::Refer::stranger}};
  for (const ledger::Decision& ruling : rulings) {
    SampleBook book = life();
    for (const std::string& who : {ada, std::string("email:bo@x.example"), std::string("email:cy@x.example")}) {
      book.ruled(ruling, {who}, "2026-06-01");
    }
    EXPECT_TRUE(plan_of(book, "2026-06-30").steps.empty()) << word(kind_of(ruling));
  }
  SampleBook firm = life();
  firm.say(ada, Field::organisation, "a company");
  EXPECT_TRUE(plan_of(firm, "2026-06-30").of("Ada Lovelace").empty());
}

TEST(Plan, SkippedOnceRestsAWeekAndTwiceAQuarter) {
  SampleBook book = life();
  book.ruled(ledger::StepSkipped{"help", "no-help", ""}, {"email:cy@x.example"}, "2026-07-01");
  EXPECT_TRUE(plan_of(book, "2026-07-07").of("Cy Dahl").empty());
  EXPECT_FALSE(plan_of(book, "2026-07-08").of("Cy Dahl").empty());
  EXPECT_FALSE(plan_of(book, "2026-07-02").of("Ada Lovelace").empty()) << "only what was skipped rests";
  book.ruled(ledger::StepSkipped{"help", "no-help", ""}, {"email:cy@x.example"}, "2026-07-08");
  EXPECT_TRUE(plan_of(book, "2026-10-05").of("Cy Dahl").empty());
  EXPECT_FALSE(plan_of(book, "2026-10-06").of("Cy Dahl").empty());
}

TEST(Plan, LaterMeansNotBeforeThatDay) {
  SampleBook book = life();
  book.ruled(ledger::StepPostponed{*base::parse_iso_day("2026-12-01"), "help", "no-help"}, {"email:cy@x.example"}, "2026-07-01");
  EXPECT_TRUE(plan_of(book, "2026-11-30").of("Cy Dahl").empty());
  EXPECT_FALSE(plan_of(book, "2026-12-01").of("Cy Dahl").empty());
}

TEST(Plan, WhatWasDoneNeedsTimeToShow) {
  SampleBook book = life();
  book.ruled(ledger::StepDone{"help", "no-help", "sent her the paper"}, {"email:cy@x.example"}, "2026-07-01");
  EXPECT_TRUE(plan_of(book, "2026-07-14").of("Cy Dahl").empty());
  EXPECT_FALSE(plan_of(book, "2026-07-15").of("Cy Dahl").empty());
}

TEST(Plan, AnAnswerIsOwedForTwoMonthsFromTheSecondDayOn) {
  EXPECT_TRUE(plan_of(life(), "2026-06-21").of("Ada Lovelace").empty());
  EXPECT_FALSE(plan_of(life(), "2026-06-22").of("Ada Lovelace").empty());
  EXPECT_FALSE(plan_of(life(), "2026-08-19").of("Ada Lovelace").empty());
  EXPECT_TRUE(plan_of(life(), "2026-08-20").of("Ada Lovelace").empty());
}

TEST(Plan, AnAnswerOwedForMoreThanAFortnightIsUrgentNoLonger) {
  EXPECT_EQ(plan_of(life(), "2026-07-04").steps[0].urgency, 2);
  const Planned later = plan_of(life(), "2026-07-05");
  EXPECT_EQ(later.of("Ada Lovelace"), std::vector<std::string>{"talk dropped"});
  EXPECT_EQ(later.steps[0].topic, "quiet") << "the quiet comes before it now";
}

TEST(Plan, WhoeverDoesNotAnswerIsLeftAloneForLongerEachTime) {
  constexpr std::string_view cy = "email:cy@x.example";
  SampleBook book = life();  // Cy was met on 1 June.
  book.mail("me", cy, "2026-07-01");
  EXPECT_TRUE(plan_of(book, "2026-08-14").of("Cy Dahl").empty()) << "no rhythm is known: six and a half weeks";
  EXPECT_FALSE(plan_of(book, "2026-08-15").of("Cy Dahl").empty());
  book.mail("me", cy, "2026-08-15").mail("me", cy, "2026-08-15");
  EXPECT_TRUE(plan_of(book, "2026-11-12").of("Cy Dahl").empty()) << "a quarter, and two letters of a day are one";
  EXPECT_FALSE(plan_of(book, "2026-11-13").of("Cy Dahl").empty());
  book.mail(cy, "me", "2026-08-16").mail("me", cy, "2026-08-16");
  EXPECT_FALSE(plan_of(book, "2026-10-15").of("Cy Dahl").empty()) << "they answered: it begins anew";
}

TEST(Plan, TheLastWordOfWhatTheOwnerBeganIsNotUrgent) {
  constexpr std::string_view dan = "email:dan@x.example";
  SampleBook book = life();
  book.card(dan, "Dan Ek").mail("me", dan, "2026-06-20").mail(dan, "me", "2026-06-22");
  const Planned planned = plan_of(book, "2026-06-30");
  EXPECT_EQ(planned.of("Dan Ek"), std::vector<std::string>{"talk owed"});
  EXPECT_EQ(planned.steps[0].urgency, 2);
  EXPECT_EQ(planned.people.persons[planned.steps[0].person.value].name, "Ada Lovelace");
  EXPECT_EQ(std::count_if(planned.steps.begin(), planned.steps.end(), [](const Step& one) { return one.urgency == 2; }), 1);
}

TEST(Plan, WhatWasAnsweredIsOwedAgainWhenTheyWriteAgain) {
  SampleBook book = life();
  book.ruled(ledger::StepDone{"talk", "owed", ""}, {ada}, "2026-06-25");
  EXPECT_TRUE(plan_of(book, "2026-06-30").of("Ada Lovelace").empty());
  book.mail("me", ada, "2026-06-25").mail(ada, "me", "2026-06-26").mail("me", ada, "2026-06-26").mail(ada, "me", "2026-06-27");
  EXPECT_EQ(plan_of(book, "2026-06-30").of("Ada Lovelace"), std::vector<std::string>{"talk owed"});
}

TEST(Plan, WhatWasDoneOnADayIsCounted) {
  constexpr std::string_view bo = "email:bo@x.example", cy = "email:cy@x.example";
  SampleBook book = life();
  book.ruled(ledger::StepDone{"help", "no-help", "sent her the paper"}, {cy}, "2026-07-01")
      .ruled(ledger::StepDone{"help", "no-help", ""}, {cy}, "2026-07-01");
  book.ruled(ledger::StepDone{"talk", "birthday", ""}, {bo}, "2026-07-01")
      .ruled(ledger::StepSkipped{"talk", "owed", ""}, {ada}, "2026-07-01");
  book.ruled(ledger::StepDone{"talk", "owed", ""}, {ada}, "2026-06-30");
  const ledger::Book known = book.book();
  const Done done = done_on(*base::parse_iso_day("2026-07-01"), known.rulings);
  EXPECT_EQ(done.steps, 2);
  EXPECT_EQ(done.minutes, 13);
  EXPECT_EQ(done_on(*base::parse_iso_day("2026-07-02"), known.rulings).steps, 0);
}

TEST(Plan, AStepTakesItsMinutes) {
  for (const Step& step : plan_of(life(), "2026-06-30").steps)
    EXPECT_EQ(step.minutes, step.topic == "no-help" ? 10 : 5) << step.topic;
  EXPECT_EQ(topic_of("help", "need-12").minutes, 10);
  EXPECT_EQ(topic_of("share", "piece-3").minutes, 5);
  EXPECT_EQ(topic_of("meet", "how-did-it-go").minutes, 1);
  EXPECT_EQ(topic_of("", "").minutes, 5) << "what no play says takes a letter's time";
}

TEST(Plan, AnOfferThatLedToNothingIsMadeMoreRarely) {
  SampleBook book = life();
  const std::string_view cy = "email:cy@x.example";
  book.ruled(ledger::StepDone{"help", "no-help", ""}, {cy}, "2026-07-01")
      .ruled(ledger::StepDone{"help", "no-help", ""}, {cy}, "2026-08-01");
  EXPECT_TRUE(plan_of(book, "2026-08-28").of("Cy Dahl").empty());
  EXPECT_FALSE(plan_of(book, "2026-08-29").of("Cy Dahl").empty()) << "four weeks after the second";
}

TEST(Plan, WhoFitsAMarketIsWrittenToForTheFirstTime) {
  constexpr std::string_view eve = "email:eve@x.example";
  SampleBook book = life();
  book.card(eve, "Eve Fox").say(eve, Field::title, "Founder");
  EXPECT_TRUE(plan_of(book, "2026-06-30").of("Eve Fox").empty()) << "without a market nobody new is sought";
  book.ruled(ledger::Market{"fintech", "title:founder"}, {}, "2026-06-01");
  EXPECT_EQ(plan_of(book, "2026-06-30").of("Eve Fox"), std::vector<std::string>{"focus first-letter"});
}

TEST(Plan, WhoOnlyWritesIsAskedForACallOnceTheyAnswered) {
  constexpr std::string_view dan = "email:dan@x.example";
  SampleBook book = life();
  book.card(dan, "Dan Ek").mail("me", dan, "2026-02-01").mail(dan, "me", "2026-02-02").mail("me", dan, "2026-02-03");
  EXPECT_TRUE(plan_of(book, "2026-06-30").of("Dan Ek").empty()) << "one answer may be politeness";
  book.mail(dan, "me", "2026-02-04").mail("me", dan, "2026-02-05");
  EXPECT_EQ(plan_of(book, "2026-06-30").of("Dan Ek"), std::vector<std::string>{"meet first-talk"});
}

TEST(Plan, YearsSinceTheFirstMeetingAreToldOfMembers) {
  const Planned planned = plan_of(life(), "2025-12-30");  // Bo: 1 January 2024.
  const auto step =
      std::find_if(planned.steps.begin(), planned.steps.end(), [](const Step& one) { return one.topic == "quiet"; });
  ASSERT_NE(step, planned.steps.end()) << "one step a person: their silence comes first";
  SampleBook book = life();
  book.met("email:bo@x.example", "2025-12-20");
  EXPECT_EQ(plan_of(book, "2025-12-30").of("Bo Berg"), std::vector<std::string>{"talk anniversary"});
  EXPECT_TRUE(plan_of(book, "2025-12-29").of("Bo Berg").empty());
}

TEST(Plan, AnIntroductionAsksTheFirstThenTheSecondThenIsMade) {
  SampleBook book = life();
  const std::string_view bo = "email:bo@x.example";
  const auto helps = [&](std::string_view name) {
    const Planned planned = plan_of(book, "2026-06-30");
    const auto topics = planned.of(name);
    return std::find(topics.begin(), topics.end(), "help introduction") != topics.end();
  };
  book.ruled(ledger::Introduction{"Bo", "Cy", "engines"}, {bo, "email:cy@x.example"}, "2026-06-01", 7);
  EXPECT_TRUE(helps("Bo Berg"));
  EXPECT_FALSE(helps("Cy Dahl"));
  const SampleBook before = book;
  book.ruled(ledger::IntroductionAsked{{7}, false}, {bo}, "2026-06-17");
  EXPECT_FALSE(helps("Bo Berg")) << "they need time to answer";
  book = before;
  book.ruled(ledger::IntroductionAsked{{7}, false}, {bo}, "2026-06-16");
  EXPECT_TRUE(helps("Bo Berg")) << "two weeks without a word";
  book = before;
  book.ruled(ledger::IntroductionAgreed{{7}, false}, {bo}, "2026-06-02");
  EXPECT_FALSE(helps("Bo Berg"));
  EXPECT_TRUE(helps("Cy Dahl"));
  book.ruled(ledger::IntroductionAgreed{{7}, true}, {bo}, "2026-06-03");
  EXPECT_TRUE(helps("Bo Berg")) << "to be made";
  EXPECT_FALSE(helps("Cy Dahl"));
  book.ruled(ledger::IntroductionMade{{7}}, {bo}, "2026-06-20");
  EXPECT_FALSE(helps("Bo Berg")) << "they need time";
}

TEST(Plan, AnInvitationIsAskedAboutUntilTheEvidenceOrTheOwnerTells) {
  SampleBook book = life();
  const std::string_view cy = "email:cy@x.example", dora = "email:dora@x.example";
  book.card(dora, "Dora Ek");
  book.mail("me", dora, "2026-05-01")
      .mail(dora, "me", "2026-05-02")
      .mail("me", dora, "2026-05-03")
      .mail(dora, "me", "2026-05-04")
      .mail("me", dora, "2026-05-05");
  const std::vector<std::string> asks = {"meet how-did-it-go"};
  EXPECT_EQ(plan_of(book, "2026-06-30").of("Dora Ek"), std::vector<std::string>{"meet first-talk"});
  book.ruled(ledger::Invitation{.from = *base::parse_iso_instant("2026-06-20T13:00:00Z"),
                                .minutes = 45,
                                .day = *base::parse_iso_day("2026-06-20"),
                                .minute = 15 * 60,
                                .zone = "Europe/Berlin",
                                .title = "Lunch"},
             {cy, dora}, "2026-06-18", 7);
  EXPECT_TRUE(plan_of(book, "2026-06-19").of("Dora Ek").empty()) << "who is invited need not be";
  EXPECT_TRUE(plan_of(book, "2026-06-20").of("Dora Ek").empty()) << "not on the day itself";
  EXPECT_EQ(plan_of(book, "2026-06-21").of("Cy Dahl"), asks) << "it comes before the first help";
  EXPECT_TRUE(plan_of(book, "2026-06-21").of("Dora Ek").empty()) << "one question for both";
  const std::vector<Step> steps = plan_of(book, "2026-06-21").steps;
  const auto asked = std::find_if(steps.begin(), steps.end(), [](const Step& one) { return one.topic == "how-did-it-go"; });
  EXPECT_EQ(asked->reason, base::say("meet.untold", {{"others", 1},
                                                     {"other", "Dora Ek"},
                                                     {"day", *base::parse_iso_day("2026-06-20")},
                                                     {"titled", "yes"},
                                                     {"title", "Lunch"}}));
  EXPECT_EQ(asked->number, 7U);
  EXPECT_EQ(plan_of(book, "2026-07-20").of("Cy Dahl"), asks);
  EXPECT_EQ(plan_of(book, "2026-07-21").of("Dora Ek"), std::vector<std::string>{"meet first-talk"}) << "nobody asks any more";
  SampleBook known = book;
  known.met(cy, "2026-06-20");
  EXPECT_EQ(plan_of(known, "2026-06-21").of("Cy Dahl"), std::vector<std::string>{"help no-help"});
  EXPECT_EQ(plan_of(known, "2026-06-21").of("Dora Ek"), asks);
  known.ruled(ledger::InvitationOff{{7}}, {dora}, "2026-06-21");
  EXPECT_EQ(plan_of(known, "2026-06-21").of("Dora Ek"), std::vector<std::string>{"meet first-talk"});
}

TEST(Plan, AskingHowItWentProposesNoMeeting) {
  EXPECT_EQ(topic_of("meet", "unspoken").aim, Aim::speak);
  EXPECT_EQ(topic_of("meet", "how-did-it-go").aim, std::nullopt);
  EXPECT_EQ(topic_of("help", "meet").aim, std::nullopt);
  EXPECT_FALSE(is_lesson(ledger::StepDone{"meet", "how-did-it-go", ""}));
  EXPECT_TRUE(is_lesson(ledger::StepDone{"meet", "unspoken", ""}));
}

// Choosing among steps for the minutes of a day.

struct Wish {
  std::string play;
  int minutes = 5;
  int urgency = 0;
  bool gives = false;
};

std::vector<Step> steps_of(const std::vector<Wish>& wishes) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < wishes.size(); ++i) {
    const Wish& wish = wishes[i];
    Step step;
    step.person.value = i;
    step.play = wish.play;
    step.minutes = wish.minutes;
    step.urgency = wish.urgency;
    step.gives = wish.gives;
    steps.push_back(std::move(step));
  }
  return steps;
}

std::vector<std::uint32_t> chosen(const std::vector<Wish>& wishes, int minutes) {
  std::vector<std::uint32_t> out;
  for (const Step& step : choose(steps_of(wishes), minutes)) out.push_back(step.person.value);
  return out;
}

TEST(Choose, NeverTakesMoreThanTheMinutes) {
  const std::vector<Wish> wishes = {{"talk", 5, 2, false},  {"talk", 5, 1, true},   {"help", 10, 0, true},
                                    {"meet", 10, 0, false}, {"meet", 20, 0, false}, {"talk", 5, 2, false}};
  for (int minutes = 0; minutes <= 70; ++minutes) {
    int sum = 0;
    std::set<std::uint32_t> persons;
    for (const Step& step : choose(steps_of(wishes), minutes)) {
      sum += step.minutes;
      EXPECT_TRUE(persons.insert(step.person.value).second) << "one person twice";
    }
    EXPECT_LE(sum, minutes);
  }
  EXPECT_TRUE(chosen(wishes, 4).empty());
}

TEST(Choose, OneStepGivesIfThereIsOne) {
  const std::vector<Wish> wishes = {{"talk", 5, 2, false}, {"talk", 5, 2, false}, {"talk", 5, 2, false}, {"help", 10, 0, true}};
  EXPECT_EQ(chosen(wishes, 15), (std::vector<std::uint32_t>{0, 3}));
  EXPECT_EQ(chosen(wishes, 25), (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(Choose, AnOwedAnswerComesBeforeTheGift) {
  EXPECT_EQ(chosen({{"talk", 5, 2, false}, {"help", 10, 0, true}}, 10), (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(chosen({{"talk", 5, 2, false}, {"help", 10, 0, true}, {"share", 5, 0, true}}, 10), (std::vector<std::uint32_t>{0, 2}))
      << "the gift that fits beside it";
}

TEST(Choose, NoPlayTakesMoreThanHalfWhileOthersWait) {
  const std::vector<Wish> wishes = {
      {"meet", 10, 0, false}, {"meet", 10, 0, false}, {"meet", 10, 0, false}, {"share", 5, 0, false}};
  EXPECT_EQ(chosen(wishes, 20), (std::vector<std::uint32_t>{0, 3}));
  EXPECT_EQ(chosen({{"meet", 10, 0, false}, {"meet", 10, 0, false}}, 20), (std::vector<std::uint32_t>{0, 1}))
      << "rather one play than idle minutes";
}

TEST(Choose, TheQuietLeaveHalfToOthers) {
  const std::vector<Wish> wishes = {{"talk", 5, 1, true}, {"talk", 5, 1, true}, {"talk", 5, 1, true}, {"meet", 10, 0, false}};
  EXPECT_EQ(chosen(wishes, 20), (std::vector<std::uint32_t>{0, 1, 3}));
}

TEST(Choose, TheUrgentStandFirst) {
  const auto steps = choose(steps_of({{"talk", 5, 2, false}, {"talk", 5, 1, true}, {"meet", 10, 0, false}}), 60);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].urgency, 2);
  EXPECT_EQ(steps[1].urgency, 1);
  EXPECT_EQ(steps[2].urgency, 0);
}

TEST(Plan, SpansAreToldInTheUnitThatPeopleUse) {
  EXPECT_EQ(span(0), base::say("span.days", {{"n", 1}}));
  EXPECT_EQ(span(3), base::say("span.days", {{"n", 3}}));
  EXPECT_EQ(span(14), base::say("span.weeks", {{"n", 2}}));
  EXPECT_EQ(span(60), base::say("span.months", {{"n", 2}}));
  EXPECT_EQ(span(729), base::say("span.months", {{"n", 24}}));
  EXPECT_EQ(span(730), base::say("span.years", {{"n", 2}}));
}

}  // namespace
}  // namespace plays
