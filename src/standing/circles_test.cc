#include "standing/circles.h"

#include <gtest/gtest.h>

#include <cmath>

#include "standing/sample_moment.h"

namespace standing {
namespace {

Passed letter(std::uint32_t from, std::uint32_t to, int days_ago) {
  return {from, to, {sample_moment.seconds - days_ago * base::day_seconds}, 1};
}

Signals seen(std::vector<Passed> passed, std::uint32_t nodes, std::uint32_t owner, std::uint32_t person) {
  sort_by_pair(passed);
  Circles circles(passed, nodes, sample_moment, quarter);
  std::vector<std::optional<Signals>> signals(1, Signals{});
  const std::uint32_t people[] = {person};
  circles.add(owner, people, signals);
  return *signals[0];
}

double of(const Signals& signals, Signal signal) { return static_cast<double>(signals[static_cast<std::size_t>(signal)]); }

TEST(Circles, AWalkComesAsOftenAsTiesAreAlive) {
  // 0 - 1 and 0 - 2, each alive 1/2; 1 - 2 alive 1/2.
  const Signals s = seen({letter(0, 1, 1), letter(0, 2, 1), letter(1, 2, 1)}, 3, 0, 1);
  EXPECT_NEAR(of(s, Signal::two_steps), std::log(0.25 + 1e-4), 1e-5) << "by way of 2, half of a half";
  // In three steps: to 1, to 2, to 1, a quarter of a half; to 2, back to the owner is not followed.
  EXPECT_NEAR(of(s, Signal::three_steps), std::log(0.125 + 1e-4), 1e-5);
  EXPECT_NEAR(of(s, Signal::walk), std::log(0.875 + 1e-5), 1e-5);
  EXPECT_NEAR(of(s, Signal::walk_back), std::log(0.875 + 1e-5), 1e-5) << "both are equally alive";
}

TEST(Circles, WhatAThirdOneSees) {
  const Signals s = seen({letter(0, 1, 1), letter(1, 2, 3), letter(2, 1, 2), letter(0, 2, 50), letter(1, 3, 200)}, 4, 0, 1);
  EXPECT_NEAR(of(s, Signal::person_since), std::log1p(3), 1e-5);
  EXPECT_NEAR(of(s, Signal::person_active), std::log1p(1), 1e-5) << "one within the quarter";
  EXPECT_NEAR(of(s, Signal::person_heard), std::log1p(2), 1e-5);
  EXPECT_NEAR(of(s, Signal::person_answers), 1.0 / 4, 1e-5) << "two letters came, neither was answered";
  EXPECT_NEAR(of(s, Signal::person_ties), std::log1p(3), 1e-5);
  EXPECT_NEAR(of(s, Signal::common), std::log1p(1), 1e-5) << "2 knows both";
  EXPECT_NEAR(of(s, Signal::their_rank), std::log1p(1), 1e-5) << "2 is nearer to them";
}

TEST(Circles, TheSameAgainAfterAnotherOwnersWalk) {
  std::vector<Passed> passed = {letter(0, 1, 1), letter(0, 2, 1), letter(1, 2, 1), letter(2, 3, 4)};
  sort_by_pair(passed);
  Circles circles(passed, 4, sample_moment, quarter);
  const std::uint32_t people[] = {1};
  std::vector<std::optional<Signals>> first(1, Signals{}), other(1, Signals{}), again(1, Signals{});
  circles.add(0, people, first);
  circles.add(2, people, other);
  circles.add(0, people, again);
  EXPECT_EQ(first, again);
  EXPECT_NE(first, other);
}

}  // namespace
}  // namespace standing
