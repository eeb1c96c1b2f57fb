#include "standing/introductions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "ledger/sample_book.h"

namespace standing {
namespace {

using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

const base::Instant now = base::end_of(*base::parse_iso_day("2026-11-20"));

/// A ledger in which one letter after another is written.
class Letters {
 public:
  SampleBook book;

  /// `to` may be several; `thread` names the conversation.
  void letter(const std::string& from, const std::vector<std::string>& to, int day, const std::string& thread,
              const std::string& subject = "Hello") {
    std::vector<ledger::SampleSeat> seats = {{from, Role::from}};
    for (const std::string& one : to) seats.push_back({one, Role::to});
    book.row(Kind::wrote, base::iso(*base::parse_iso_day("2024-01-01") + day), seats);
    book.last().thread = thread;
    book.last().title = subject;
  }
  /// Both ways, so that the owner knows them.
  void knows(const std::string& who, int day) {
    letter("me", {who}, day, "old/" + who);
    letter(who, {"me"}, day + 1, "old/" + who);
  }
  [[nodiscard]] std::map<std::string, std::vector<Reading>> found() const {
    const ledger::Book all = book.book();
    const people::People people = people::resolve(all, now);
    const std::vector<Reading> readings = standing::read(all, people, {}, now);
    std::map<std::string, std::vector<Reading>> out;
    for (const Reading& one : read_introductions(all, people, readings, {}, now)) {
      for (std::size_t i = 0; i < all.handles.size(); ++i) {
        if (people.person_of[i] == one.person) out[ledger::text(all.handles[i])].push_back(one);
      }
    }
    return out;
  }
};

std::string mail(const std::string& name) { return "email:" + name; }

const std::string xenia = mail("xenia@x.example"), yara = mail("yara@y.example"), zoe = mail("zoe@z.example");

/// Xenia introduces Yara to the owner, who goes on with her alone.
Letters introduced() {
  Letters all;
  all.knows(xenia, 10);
  all.letter(xenia, {"me", yara}, 100, "t");
  all.letter("me", {yara}, 101, "t");
  all.letter(yara, {"me"}, 102, "t");
  return all;
}

TEST(Introductions, WhoBringsTwoTogetherAndLeaves) {
  const auto found = introduced().found();
  ASSERT_EQ(found.count(xenia), 1U);
  EXPECT_EQ(found.at(xenia)[0].direction, Direction::in);
  EXPECT_TRUE(found.at(xenia)[0].counts);
  EXPECT_EQ(found.count(yara), 0U) << "she did nothing but be introduced";
}

TEST(Introductions, OnlyWhereTheTwoGoOn) {
  Letters all;
  all.knows(xenia, 10);
  all.letter(xenia, {"me", yara}, 100, "t", "Intro: Yara");
  all.letter("me", {yara, xenia}, 101, "t");
  EXPECT_TRUE(all.found().empty()) << "she never answered";
  all.letter(yara, {"me"}, 161, "t");
  EXPECT_TRUE(all.found().empty()) << "too late";
  all.letter(yara, {"me", xenia}, 110, "t");
  EXPECT_TRUE(all.found().at(xenia)[0].counts) << "the subject says it";
}

TEST(Introductions, NotOfSomebodyKnownNorByAStranger) {
  Letters known = introduced();
  known.knows(yara, 50);
  EXPECT_TRUE(known.found().empty());
  Letters stranger;
  stranger.letter(xenia, {"me", yara}, 100, "t", "Intro");
  stranger.letter("me", {yara}, 101, "t");
  stranger.letter(yara, {"me"}, 102, "t");
  EXPECT_TRUE(stranger.found().empty());
}

TEST(Introductions, ColleaguesAreAskedAboutAndThreeAtWorkAreNot) {
  Letters colleague;
  const std::string assistant = mail("assistant@x.example");
  colleague.knows(xenia, 10);
  colleague.letter(xenia, {"me", assistant}, 100, "t", "Intro: my assistant finds a date");
  colleague.letter("me", {assistant}, 101, "t");
  colleague.letter(assistant, {"me"}, 102, "t");
  EXPECT_FALSE(colleague.found().at(xenia)[0].counts);
  Letters three;
  three.knows(xenia, 10);
  three.letter(xenia, {"me", yara}, 100, "t", "Figures for March");
  three.letter("me", {yara, xenia}, 101, "t");
  three.letter(yara, {"me", xenia}, 102, "t");
  EXPECT_TRUE(three.found().empty());
}

TEST(Introductions, TheOwnerIntroducesByWordAndBothHaveBeenHelped) {
  Letters all;
  all.knows(xenia, 10);
  all.knows(yara, 20);
  all.letter("me", {xenia, yara}, 100, "t", "Xenia <> Yara");
  EXPECT_TRUE(all.found().empty()) << "nobody answered yet";
  all.letter(xenia, {yara, "me"}, 101, "t");
  const auto found = all.found();
  EXPECT_EQ(found.at(xenia)[0].direction, Direction::out);
  EXPECT_EQ(found.at(yara)[0].direction, Direction::out);
  Letters dinner;
  dinner.letter("me", {xenia, yara}, 100, "t", "Dinner on Friday?");
  dinner.letter(xenia, {yara, "me"}, 101, "t");
  EXPECT_TRUE(dinner.found().empty()) << "no word of an introduction";
  Letters again;
  again.letter("me", {xenia, yara}, 50, "s", "Dinner on Friday?");
  again.letter("me", {xenia, yara}, 100, "t", "Intro");
  again.letter(xenia, {yara, "me"}, 101, "t");
  EXPECT_TRUE(again.found().empty()) << "they have shared a thread";
}

TEST(Introductions, TheOwnersWordDecides) {
  for (const bool yes : {true, false}) {
    Letters all;
    all.knows(xenia, 10);
    const std::string colleague = mail("colleague@x.example");
    all.letter(xenia, {"me", colleague}, 100, "t", "Figures for March");
    all.letter("me", {colleague}, 101, "t");
    all.letter(colleague, {"me"}, 102, "t");
    const Reading unsure = all.found().at(xenia)[0];
    const std::uint64_t key = all.book.book().rows[unsure.row].key;
    all.book.ruled(ledger::HelpVerdict{key, yes}, {xenia}, "2024-06-01");
    const auto found = all.found();
    ASSERT_EQ(found.count(xenia), yes ? 1U : 0U);
    if (yes) {
      EXPECT_TRUE(found.at(xenia)[0].counts);
    }
  }
}

TEST(Introductions, SubjectsInManyWords) {
  for (const char* yes : {"Intro: Ada", "Ada <> Bo", "Introducing Ada", "Introduction Ada / Bo", "Vorstellung Ada",
                          "Ada, meet Bo", "Connecting you two", "E-Intro"})
    EXPECT_TRUE(says_introduction(yes)) << yes;
  for (const char* no : {"Meeting on Friday", "Introvert", "Figures", "Re: lunch", "Connected", ""})
    EXPECT_FALSE(says_introduction(no)) << no;
}

/// Invented mail: introductions of several shapes among letters of three that are none. The share
/// of what counts unasked that was planted, and the share of what was planted that is found or
/// asked.
TEST(Introductions, NineInTenOfThoseThatCountArePlanted) {
  std::mt19937_64 random(20261120);
  const auto of_hundred = [&](unsigned percent) { return random() % 100 < percent; };
  Letters all;
  std::map<std::string, bool> planted;  // By introducer; each has one letter of three.
  for (int i = 0; i < 400; ++i) {
    const std::string x = mail(fmt::format("x{}@house{}.example", i, i));
    const bool is_introduction = i % 4 == 0;
    const bool work = !is_introduction && of_hundred(60), assistant = !is_introduction && !work && of_hundred(60);
    // Work for three: somebody of a third house in one case of four; half go on alone with the
    // owner once.
    const bool other_house = is_introduction || (work ? of_hundred(25) : !assistant);
    const std::string y =
        mail(fmt::format("y{}@{}.example", i, other_house ? fmt::format("other{}", i) : fmt::format("house{}", i)));
    const std::string t = fmt::format("t{}", i);
    if (is_introduction ? of_hundred(95) : of_hundred(80)) all.knows(x, 10);
    // Otherwise those known already: a common friend on a plan for an evening.
    if (!is_introduction && !work && !assistant) all.knows(y, 20);
    const bool says = is_introduction ? of_hundred(60) : of_hundred(3);
    all.letter(x, {"me", y}, 100, t, says ? "Introduction" : "Plans");
    const bool stays = is_introduction ? of_hundred(20) : of_hundred(85);
    if (is_introduction ? of_hundred(90) : of_hundred(70)) {
      all.letter("me", stays ? std::vector{y, x} : std::vector{y}, 103, t);
      all.letter(y, stays ? std::vector<std::string>{"me", x} : std::vector<std::string>{"me"}, 105, t);
    }
    planted[x] = is_introduction;
  }
  std::size_t counted = 0, right = 0, asked = 0, seen = 0;
  for (const auto& [who, readings] : all.found()) {
    if (!planted.contains(who)) continue;
    for (const Reading& one : readings) {
      counted += one.counts ? 1 : 0;
      right += one.counts && planted[who] ? 1 : 0;
      asked += one.counts ? 0 : 1;
      seen += planted[who] ? 1 : 0;
    }
  }
  RecordProperty("counted", static_cast<int>(counted));
  RecordProperty("right", static_cast<int>(right));
  RecordProperty("asked", static_cast<int>(asked));
  EXPECT_GE(counted, 50U);
  EXPECT_GE(static_cast<double>(right), 0.9 * static_cast<double>(counted)) << right << " of " << counted;
  EXPECT_GE(seen, 75U) << "of 100 planted, some never answered";
}

}  // namespace
}  // namespace standing
