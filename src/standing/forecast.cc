#include "standing/forecast.h"

#include <algorithm>
#include <cmath>

#include "standing/fit.h"

namespace standing {

namespace {

constexpr double hold_signal = 150;   ///< How firmly a weight is held where it starts, and
constexpr double hold_constant = 1;   ///< the constant. docs/policy.md#chances.
constexpr double prior_hold = 50;     ///< The same for the weights that come with wellmet, …
constexpr double prior_total = 1500;  ///< … each set counting as so many examples.
constexpr float deviations_max = 4;   ///< A signal farther out counts as being here.

float scaled(const Start& start, const Signals& signals, std::size_t i) {
  return std::clamp((signals[i] - start.middle[i]) / start.deviation[i], -deviations_max, deviations_max);
}

/// Middle and deviation of each signal, the mean of those of each past.
void scale(const std::vector<Example>& examples, std::uint32_t count, std::size_t width, Start& start) {
  std::vector<double> sum(count * width), squares(count * width), total(count);
  for (const Example& example : examples) {
    total[example.of] += 1;
    for (std::size_t i = 0; i < width; ++i) {
      const double x = static_cast<double>(example.signals[i]);
      sum[example.of * width + i] += x;
      squares[example.of * width + i] += x * x;
    }
  }
  for (std::size_t i = 0; i < signal_count; ++i) {
    double middle = 0, deviation = 0;
    for (std::uint32_t s = 0; s < count && i < width; ++s) {
      const double mean = sum[s * width + i] / std::max(1.0, total[s]);
      middle += mean / count;
      deviation += std::sqrt(std::max(0.0, squares[s * width + i] / std::max(1.0, total[s]) - mean * mean)) / count;
    }
    start.middle[i] = static_cast<float>(middle);
    // What never varied in any of the pasts is not known to say anything until it does.
    start.deviation[i] = deviation > 1e-6 ? static_cast<float>(deviation) : 1;
  }
}

}  // namespace

Forecast::Forecast(const Prior& prior, Question question)
    : start_(&prior[static_cast<std::size_t>(question)]), weights_(start_->weights) {}

Forecast::Forecast(const Prior& prior, Question question, const Weights& weights)
    : start_(&prior[static_cast<std::size_t>(question)]), weights_(weights) {}

Forecast::Forecast(const Prior& prior, Question question, std::span<const Example> examples) : Forecast(prior, question) {
  if (examples.empty()) return;
  Matrix m{.width = signal_count + 1};
  m.cells.reserve(examples.size() * m.stride());
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < signal_count; ++i) m.cells.push_back(scaled(*start_, example.signals, i));
    m.cells.push_back(1);
    m.end_row(example.weight, example.yes);
  }
  std::vector<double> hold(signal_count, hold_signal);
  hold.push_back(hold_constant);
  const std::vector<double> learned = fit(m, {weights_.begin(), weights_.end()}, hold);
  std::copy(learned.begin(), learned.end(), weights_.begin());
}

double Forecast::chance(const Signals& signals) const {
  double z = weights_.back();
  for (std::size_t i = 0; i < signal_count; ++i) z += weights_[i] * static_cast<double>(scaled(*start_, signals, i));
  return logistic(z);
}

double Forecast::part(const Signals& signals, Signal signal) const {
  const auto i = static_cast<std::size_t>(signal);
  return weights_[i] * static_cast<double>(scaled(*start_, signals, i));
}

void add_examples(std::span<const Tie> ties, std::span<const std::optional<Signals>> signals, base::Instant moment,
                  const Horizon& horizon, base::Instant known_until, std::size_t stride, Example with, Examples& out) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    if (!signals[i] || seen++ % stride != 0) continue;
    const Outcome came = outcome(ties[i], moment, horizon, known_until);
    with.signals = *signals[i];
    const auto add = [&](Question question, bool yes) {
      with.yes = yes;
      out[static_cast<std::size_t>(question)].push_back(with);
    };
    add(Question::exchange, came.exchanged);
    if (came.answered) add(Question::reply, *came.answered);
    if (came.silent) add(Question::silence, *came.silent);
  }
}

Prior learn_prior(const Examples& examples, std::uint32_t count, bool circles) {
  Prior prior;
  const std::size_t width = circles ? signal_count : first_circle;
  for (std::size_t q = 0; q < question_count; ++q) {
    Start& start = prior[q];
    scale(examples[q], count, width, start);
    // One constant for each past: who answers more than others is not what is learned here.
    Matrix m{.width = signal_count + count};
    std::vector<double> total(count);
    for (const Example& example : examples[q]) total[example.of] += static_cast<double>(example.weight);
    for (const Example& example : examples[q]) {
      for (std::size_t i = 0; i < signal_count; ++i) m.cells.push_back(i < width ? scaled(start, example.signals, i) : 0);
      for (std::uint32_t s = 0; s < count; ++s) m.cells.push_back(s == example.of ? 1 : 0);
      m.end_row(static_cast<float>(static_cast<double>(example.weight) * prior_total / total[example.of]), example.yes);
    }
    std::vector<double> hold(signal_count, prior_hold);
    hold.resize(m.width, 1e-3);
    const std::vector<double> learned = fit(m, std::vector<double>(m.width, 0), hold);
    Weights& weights = start.weights;
    std::copy_n(learned.begin(), signal_count, weights.begin());
    double constant = 0;
    for (std::uint32_t s = 0; s < count; ++s) constant += learned[signal_count + s] / count;
    weights.back() = constant;
  }
  return prior;
}

}  // namespace standing
