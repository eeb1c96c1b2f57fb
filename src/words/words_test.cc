#include "words/words.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "words/table.h"

namespace words {
namespace {

using base::say;

TEST(Words, CountsTakeTheirPlural) {
  EXPECT_EQ(words::say(say("span.days", {{"n", 1}})), "1 day");
  EXPECT_EQ(words::say(say("span.days", {{"n", 3}})), "3 days");
  EXPECT_EQ(words::say(say("help.no-help", {{"times", 1}, {"sure", "yes"}})),
            "one step away: you have spoken once, no help has flowed yet");
  EXPECT_EQ(words::say(say("help.no-help", {{"times", 2}, {"sure", "no"}})),
            "one step away: you have spoken 2 times, no help has flowed yet as far as your files tell");
}

TEST(Words, DaysMessagesAndListsAreFilledIn) {
  EXPECT_EQ(words::say(say("talk.birthday", {{"ahead", 2}, {"day", base::Day{20'454}}})), "birthday on 1 Jan 2026");
  EXPECT_EQ(words::say(say("span.ago", {{"span", say("span.weeks", {{"n", 2}})}})), "2 weeks ago");
  const std::vector<base::Message> three = {say("visit.spoken"), say("visit.advocate"), say("span.today")};
  EXPECT_EQ(words::say(say("span.ago", {{"span", three}})), "you have spoken, an advocate and today ago");
}

TEST(Words, DaysAndNumbersAreOfTheLanguage) {
  for (int month = 0; month < 12; ++month) {
    const base::Day day{20'000 + 31 * month};
    EXPECT_EQ(words::say(day), base::words(day));
  }
  EXPECT_EQ(words::number(3'118), "3,118");
  const Speaking strange("xx");
  EXPECT_EQ(words::say(base::Day{20'454}), "⟦1 Ĵåñ 2026⟧");
}

TEST(Words, WhatIsFilledInIsNoPattern) {
  EXPECT_EQ(words::say(say("do.propose-coffee", {{"city", "{n} 'O'' # {{"}})), "propose coffee in {n} 'O'' # {{, or a call");
}

TEST(Words, NothingIsLost) {
  EXPECT_EQ(words::say(base::Message{}), "");
  EXPECT_EQ(words::say(say("no.such-code", {{"n", 1}})), "no.such-code");
}

TEST(Words, EachThreadSpeaksItsOwnLanguage) {
  const auto today = [] { return words::say(say("span.today")); };
  EXPECT_EQ(language(), "en");
  {
    const Speaking strange("tlh, xx;q=0.9, en");
    EXPECT_EQ(language(), "xx");
    EXPECT_EQ(today(), "⟦ţöđåý⟧");
    std::string elsewhere;
    std::thread([&] { elsewhere = today(); }).join();
    EXPECT_EQ(elsewhere, "today");
    const Speaking plain("en_GB.UTF-8");
    EXPECT_EQ(today(), "today");
  }
  EXPECT_EQ(today(), "today");
  const Speaking none("tlh");
  EXPECT_EQ(today(), "today") << "no such catalogue: English";
}

TEST(Words, EveryLanguageHasEverySentence) {
  std::set<std::string_view> english;
  for (const Sentence& one : catalogues()[0].sentences) english.insert(one.code);
  for (const Catalogue& catalogue : catalogues()) {
    std::set<std::string_view> codes;
    for (const Sentence& one : catalogue.sentences) codes.insert(one.code);
    EXPECT_EQ(codes, english) << catalogue.language;
    EXPECT_TRUE(std::is_sorted(catalogue.sentences.begin(), catalogue.sentences.end(), [](const Sentence& a, const Sentence& b) {
      return a.code < b.code;
    })) << catalogue.language;
  }
}

// A pattern that ICU does not take would be said as its code.
TEST(Words, EveryPatternIsTaken) {
  for (const Catalogue& catalogue : catalogues()) {
    const Speaking in(catalogue.language);
    for (const Sentence& one : catalogue.sentences) {
      EXPECT_NE(words::say(base::Message{std::string(one.code), {}}), one.code) << catalogue.language;
    }
  }
}

}  // namespace
}  // namespace words
