#include "plays/upkeep.h"

#include <gmock/gmock.h>

#include <random>

namespace plays {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::size_t> order(const Upkeep& upkeep) {
  std::vector<std::size_t> out;
  for (const Chosen& one : upkeep.choose()) out.push_back(one.who);
  return out;
}

TEST(Upkeep, TheLongerSilentAndTheWorthierComeFirst) {
  const std::vector<Kept> silent = {{2, 1, 2}, {2, 1, 20}, {2, 1, 9}};
  EXPECT_THAT(order(Upkeep(silent)), ElementsAre(1, 2, 0));
  const std::vector<Kept> worth = {{3, 1, 20}, {3, 2, 20}, {3, 4, 20}};
  EXPECT_THAT(order(Upkeep(worth)), ElementsAre(2, 1, 0));
  EXPECT_THAT(order(Upkeep(std::vector<Kept>{{1, 1, 0}})), IsEmpty()) << "heard of today: nothing to win";
  EXPECT_THAT(order(Upkeep(std::vector<Kept>{})), IsEmpty());
}

TEST(Upkeep, NobodyIsNagged) {
  Upkeep upkeep(std::vector<Kept>{{2, 1, 30}, {2, 1, 30}});
  upkeep.write_to(0);
  EXPECT_THAT(order(upkeep), ElementsAre(1));
  upkeep.tried(0, false);
  int weeks = 0;
  while (order(upkeep).size() < 2 && weeks < 100) {
    upkeep.pass_week({});
    ++weeks;
  }
  EXPECT_GE(weeks, 3) << "a quarter of the circle's thirteen weeks";
  EXPECT_LE(weeks, 5);
  EXPECT_EQ(order(upkeep).front(), 1U) << "who did not answer comes after who was not asked";
}

TEST(Upkeep, WhoeverAnswersMoreOftenIsWrittenToMore) {
  Upkeep upkeep(std::vector<Kept>(2, {3, 1, 30}));
  for (int round = 0; round < 6; ++round) {
    for (const std::size_t who : {0U, 1U}) {
      upkeep.write_to(who);
      upkeep.tried(who, who == 0 || round == 5);
    }
    for (int week = 0; week < 26; ++week) upkeep.pass_week({});
  }
  EXPECT_EQ(order(upkeep).front(), 0U);
}

TEST(Upkeep, LearnsHowOftenACircleWritesAndTiesAnswer) {
  std::mt19937_64 random(20261123);
  const auto happens = [&](double chance) { return std::uniform_real_distribution<>(0, 1)(random) < chance; };
  Upkeep upkeep(std::vector<Kept>(100, {1, 1, 1}));
  const double before = upkeep.writes_by_itself(1);
  for (int week = 0; week < 52; ++week) {
    std::vector<std::size_t> heard;
    for (std::size_t who = 0; who < 100; ++who) {
      if (happens(0.6)) heard.push_back(who);
    }
    upkeep.pass_week(heard);
    const auto chosen = upkeep.choose();
    for (std::size_t i = 0; i < chosen.size() && i < 5; ++i) {
      upkeep.write_to(chosen[i].who);
      upkeep.tried(chosen[i].who, happens(0.2));
    }
  }
  EXPECT_NEAR(before, 0.25, 1e-9);
  EXPECT_NEAR(upkeep.writes_by_itself(1), 0.6, 0.05) << "of ties that are warm nearly all of the time";
  EXPECT_LT(upkeep.answers(true), 0.5) << "it started at 0.7";
}

TEST(Upkeep, AnythingButNotANumberComesOut) {
  Upkeep upkeep(std::vector<Kept>{{0, 1e-9, 0}, {4, 1e9, 1e6}, {2, 1, 0.5}});
  for (int i = 0; i < 300; ++i) {
    upkeep.pass_week(std::vector<std::size_t>{0});
    for (const Chosen& one : upkeep.choose()) {
      ASSERT_GT(one.gain, 0);
      ASSERT_LT(one.gain, 1e12);
      upkeep.write_to(one.who);
      upkeep.tried(one.who, false);
    }
  }
}

}  // namespace
}  // namespace plays
