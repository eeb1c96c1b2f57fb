#include "standing/forecast.h"

#include <gtest/gtest.h>

#include <cmath>

namespace standing {
namespace {

Signals with(Signal signal, double value) {
  Signals s{};
  s[static_cast<std::size_t>(signal)] = static_cast<float>(value);
  return s;
}

/// A prior that says nothing: chance 1/2 whatever a tie shows.
Prior blank() {
  Prior prior{};
  for (Start& start : prior) start.deviation.fill(1);
  return prior;
}

TEST(Forecast, WithoutAPastItIsWhatComesWithWellmet) {
  Prior prior = blank();
  prior[0].weights[static_cast<std::size_t>(Signal::alive)] = 2;
  prior[0].weights.back() = -1;
  const Forecast forecast(prior, Question::exchange, std::span<const Example>{});
  EXPECT_NEAR(forecast.chance(with(Signal::alive, 1)), 1 / (1 + std::exp(-1.0)), 1e-9);
  EXPECT_NEAR(forecast.part(with(Signal::alive, 1), Signal::alive), 2, 1e-9);
  EXPECT_NEAR(forecast.chance(with(Signal::alive, 1e9)), 1 / (1 + std::exp(-7.0)), 1e-9)
      << "farther out than four deviations counts as four";
}

TEST(Forecast, FindsTheWeightsOfTheGreatestPosterior) {
  const Prior prior = blank();
  std::vector<Example> past;
  for (int i = 0; i < 40; ++i) past.push_back({.signals = with(Signal::alive, i % 2), .yes = i % 2 == 1 || i % 8 == 0});
  const Forecast forecast(prior, Question::exchange, past);
  // At the maximum, what the examples pull equals what the prior holds.
  double pull = 0, constant = 0;
  for (const Example& one : past) {
    const double miss = (one.yes ? 1 : 0) - forecast.chance(one.signals);
    pull += miss * static_cast<double>(one.signals[static_cast<std::size_t>(Signal::alive)]);
    constant += miss;
  }
  const double weight = forecast.part(with(Signal::alive, 1), Signal::alive);
  EXPECT_GT(weight, 0);
  EXPECT_NEAR(pull, 150 * weight, 1e-3);
  const double z = std::log(forecast.chance({}) / (1 - forecast.chance({})));
  EXPECT_NEAR(constant, z, 1e-3);
}

TEST(Forecast, AFewExamplesMoveItALittleAndManyALot) {
  const Prior prior = blank();
  const auto learned = [&](std::size_t count) {
    std::vector<Example> past(count);
    return Forecast(prior, Question::reply, past).chance({});
  };
  EXPECT_LT(learned(2), 0.5);
  EXPECT_GT(learned(2), 0.25);
  EXPECT_LT(learned(2'000), 0.01);
  EXPECT_GT(learned(2'000), 0);
}

TEST(Forecast, WhatComesWithWellmetIsWholeAndComesBackFromText) {
  for (const bool circles : {true, false}) {
    const Prior& prior = shipped_prior(circles);
    EXPECT_NE(prior[0].weights[static_cast<std::size_t>(Signal::alive_long)], 0);
    EXPECT_EQ(prior[0].weights[static_cast<std::size_t>(Signal::walk)] != 0, circles);
    const auto back = parse_prior(text_of(prior), "text");
    ASSERT_TRUE(back);
    EXPECT_EQ(text_of(*back), text_of(prior));
  }
  const auto broken = parse_prior("exchange alive 0 1 0.5\nexchange wrong 0 1 0\n", "a.prior");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().where, "a.prior line 2");
  EXPECT_FALSE(parse_prior("exchange alive 0 1 0.5\n", "a.prior")) << "the others lack";
}

TEST(Forecast, APriorLearnsFromEachPastAlikeAndNotWhoAnswersMore) {
  // In the first past hardly anybody answers, in the second nearly everybody; in both, the lively
  // do so more.
  std::array<std::vector<Example>, question_count> past;
  for (std::uint32_t of : {0U, 1U}) {
    for (int i = 0; i < 400; ++i) {
      const bool lively = i % 2 == 0;
      const bool rare = i % 10 == (lively ? 0 : 1) && i % (lively ? 20 : 40) < 10;
      past[0].push_back({.signals = with(Signal::alive, lively), .of = of, .yes = of == 0 ? rare : lively || !rare});
    }
  }
  const Prior prior = learn_prior(past, 2, false);
  EXPECT_GT(prior[0].weights[static_cast<std::size_t>(Signal::alive)], 0.1);
  EXPECT_EQ(prior[0].weights[static_cast<std::size_t>(Signal::walk)], 0);
}

}  // namespace
}  // namespace standing
