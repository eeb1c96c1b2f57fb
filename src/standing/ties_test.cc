#include "standing/ties.h"

#include <gtest/gtest.h>

#include <cmath>

#include "standing/sample_moment.h"

namespace standing {
namespace {

Touch touch(int days_ago, bool out, bool in) { return {{sample_moment.seconds - days_ago * base::day_seconds}, 1, out, in}; }
Touch wrote(int days_ago) { return touch(days_ago, true, false); }
Touch heard(int days_ago) { return touch(days_ago, false, true); }
Touch spoke(int days_ago) { return touch(days_ago, true, true); }

float of(const std::vector<Touch>& tie, Signal signal) {
  const Tie ties[] = {tie};
  return (*read_signals(ties, sample_moment, quarter)[0])[static_cast<std::size_t>(signal)];
}

TEST(Ties, MemoryFallsWithAgeAndADayCountsOnce) {
  EXPECT_NEAR(of({wrote(3)}, Signal::days), std::log(0.25 + 0.001), 1e-4);
  EXPECT_NEAR(of({wrote(3), wrote(3)}, Signal::days), std::log(0.25 + 0.001), 1e-4);
  EXPECT_NEAR(of({wrote(3), heard(3)}, Signal::alive), std::log(0.25 + 0.5 * 0.25 + 0.001), 1e-4);
  EXPECT_NEAR(of({wrote(3), wrote(0)}, Signal::days), std::log(1.25 + 0.001), 1e-4);
}

TEST(Ties, RhythmIsAgainstThePairsOwnGaps) {
  const std::vector<Touch> weekly = {heard(28), wrote(21), heard(14)};
  EXPECT_NEAR(of(weekly, Signal::overdue), std::log(15.0 / 8.0), 1e-5);
  EXPECT_NEAR(of(weekly, Signal::gaps_outlasted), 0.5 / 3, 1e-5) << "no gap was longer than this";
  EXPECT_NEAR(of(weekly, Signal::burstiness), -1, 1e-5) << "as regular as can be";
  EXPECT_NEAR(of(weekly, Signal::since), std::log1p(14), 1e-5);
  EXPECT_NEAR(of(weekly, Signal::age), std::log1p(28), 1e-5);
}

TEST(Ties, GiveAndTake) {
  const std::vector<Touch> tie = {wrote(40), heard(30), wrote(29), wrote(10), wrote(9)};
  EXPECT_NEAR(of(tie, Signal::balance), 3.0 / 5, 1e-5);
  EXPECT_NEAR(of(tie, Signal::exchanges), std::log1p(2), 1e-5);
  EXPECT_NEAR(of(tie, Signal::answered), 2.0 / 4, 1e-5) << "in 10 days; the second letter is open";
  EXPECT_NEAR(of(tie, Signal::answers), 2.0 / 3, 1e-5);
  EXPECT_NEAR(of(tie, Signal::unanswered), std::log1p(3), 1e-5);
  EXPECT_NEAR(of({wrote(40), wrote(40)}, Signal::unanswered), std::log1p(1), 1e-5) << "of one day";
  EXPECT_EQ(of(tie, Signal::owner_last), 1);
  EXPECT_NEAR(of(tie, Signal::starts), 2.5 / 4, 1e-5) << "the first and the last conversation of three";
  EXPECT_NEAR(of(tie, Signal::answer_hours), std::log1p(240), 1e-4);
  EXPECT_EQ(of({spoke(4)}, Signal::spoken), 1);
}

TEST(Ties, EachIsHeldAgainstTheOthers) {
  const std::vector<Touch> close = {wrote(2), heard(1)}, far = {wrote(400)}, later = {};
  const Tie ties[] = {close, far, later};
  const auto all = read_signals(ties, sample_moment, quarter);
  EXPECT_FALSE(all[2]) << "nothing is known of them";
  EXPECT_FLOAT_EQ((*all[0])[static_cast<std::size_t>(Signal::rank)], 0.75F);
  EXPECT_FLOAT_EQ((*all[1])[static_cast<std::size_t>(Signal::rank)], 0.25F);
  EXPECT_GT((*all[0])[static_cast<std::size_t>(Signal::attention)], (*all[1])[static_cast<std::size_t>(Signal::attention)]);
  EXPECT_FLOAT_EQ((*all[0])[static_cast<std::size_t>(Signal::owner_active)], std::log1p(1.0F));
}

TEST(Ties, WhatComesAfterTheMomentIsNotLookedAt) {
  const std::vector<Touch> before = {wrote(30), heard(20)};
  std::vector<Touch> more = before;
  more.push_back(heard(-1));
  const Tie one[] = {before}, two[] = {more};
  EXPECT_EQ(*read_signals(one, sample_moment, quarter)[0], *read_signals(two, sample_moment, quarter)[0]);
}

TEST(Ties, NothingIsInfiniteHoweverOddTheDates) {
  const std::vector<Touch> odd[] = {
      {{{0}, 1, true, false}, wrote(0)},                      // A clock that stood at 1970.
      {wrote(0), wrote(0), heard(0)},                         // All in one second.
      {{{-40'000 * base::day_seconds}, 0.001F, false, true}}  // Long before that, to a crowd.
  };
  for (const auto& tie : odd) {
    const Tie ties[] = {tie};
    const auto all = read_signals(ties, sample_moment, quarter);
    for (const float value : *all[0]) EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(Ties, OutcomesAreThoseOfTheProtocol) {
  const base::Instant end{sample_moment.seconds + 200 * base::day_seconds};
  const auto came = [&](std::vector<Touch> tie, base::Instant known) { return outcome(tie, sample_moment, quarter, known); };
  EXPECT_TRUE(came({wrote(5), wrote(-3), heard(-80)}, end).exchanged);
  EXPECT_FALSE(came({wrote(5), wrote(-3), heard(-91)}, end).exchanged);
  EXPECT_FALSE(came({wrote(5)}, end).answered) << "not asked";
  EXPECT_EQ(came({wrote(-3), heard(-17)}, end).answered, std::optional(true));
  EXPECT_EQ(came({wrote(-3), heard(-18)}, end).answered, std::optional(false)) << "after 15 days";
  EXPECT_EQ(came({wrote(-89), heard(-95)}, end).answered, std::optional(true));
  EXPECT_FALSE(came({wrote(-89)}, {sample_moment.seconds + 90 * base::day_seconds}).answered) << "the answer may still come";
  EXPECT_FALSE(came({wrote(5), heard(4)}, end).silent) << "two touches are not yet a live tie";
  EXPECT_EQ(came({wrote(5), heard(4), wrote(3)}, end).silent, std::optional(true));
  EXPECT_EQ(came({wrote(5), heard(4), wrote(3), heard(-90)}, end).silent, std::optional(false));
}

}  // namespace
}  // namespace standing
