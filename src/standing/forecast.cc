#include "standing/forecast.h"

#include <algorithm>
#include <cmath>

namespace standing {

namespace {

constexpr double hold_signal = 150;   ///< How firmly a weight is held where it starts, and
constexpr double hold_constant = 1;  ///< the constant. docs/policy.md#chances.
constexpr double prior_hold = 50;    ///< The same for the weights that come with wellmet, …
constexpr double prior_total = 1500; ///< … each set counting as so many examples.
constexpr float deviations_max = 4;  ///< A signal farther out counts as being here.
constexpr int steps_max = 40;

double logistic(double z) { return 1 / (1 + std::exp(-std::clamp(z, -30.0, 30.0))); }

float scaled(const Start& start, const Signals& signals, std::size_t i) {
  return std::clamp((signals[i] - start.middle[i]) / start.deviation[i], -deviations_max,
                    deviations_max);
}

constexpr std::size_t lane = 8;  ///< Numbers that one instruction multiplies.

/// Rows of numbers with an answer each. Rows are filled up to whole lanes with zeros.
struct Matrix {
  std::size_t width = 0;
  std::vector<float> cells = {};
  std::vector<float> weight = {};
  std::vector<bool> yes = {};

  [[nodiscard]] std::size_t rows() const { return weight.size(); }
  [[nodiscard]] std::size_t stride() const { return (width + lane - 1) / lane * lane; }
  [[nodiscard]] const float* row(std::size_t i) const { return cells.data() + i * stride(); }
  /// After the cells of a row.
  void end_row(float its_weight, bool its_yes) {
    cells.resize((rows() + 1) * stride(), 0);
    weight.push_back(its_weight);
    yes.push_back(its_yes);
  }
};

/// Finds the weights of the greatest posterior by Newton's method with halved steps: the likelihood
/// of the answers, times a normal around `start` with the precisions `hold`.
class Fit {
 public:
  Fit(const Matrix& m, std::vector<double> start, std::vector<double> hold)
      : m_(m), start_(std::move(start)), hold_(std::move(hold)), weights_(start_) {}

  std::vector<double> run() {
    double loss = loss_at(weights_);
    for (int i = 0; i < steps_max; ++i) {
      const std::vector<double> step = newton_step();
      double part = 1, next = 0;
      std::vector<double> tried;
      for (; part > 1e-4; part /= 2) {
        tried = weights_;
        for (std::size_t j = 0; j < tried.size(); ++j) tried[j] -= part * step[j];
        next = loss_at(tried);
        if (next <= loss) break;
      }
      if (next > loss) break;
      weights_ = tried;
      if (loss - next < 1e-6 * (1 + std::abs(loss))) break;
      loss = next;
    }
    return weights_;
  }

 private:
  static double dot(const float* x, const std::vector<double>& w) {
    double sum = 0;
    for (std::size_t j = 0; j < w.size(); ++j) sum += static_cast<double>(x[j]) * w[j];
    return sum;
  }

  [[nodiscard]] double loss_at(const std::vector<double>& w) const {
    double loss = 0;
    for (std::size_t i = 0; i < m_.rows(); ++i) {
      const double z = dot(m_.row(i), w);
      // log(1 + e^z) without overflow.
      const double soft = z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
      loss += static_cast<double>(m_.weight[i]) * (soft - (m_.yes[i] ? z : 0));
    }
    for (std::size_t j = 0; j < w.size(); ++j)
      loss += 0.5 * hold_[j] * (w[j] - start_[j]) * (w[j] - start_[j]);
    return loss;
  }

  [[nodiscard]] std::vector<double> newton_step() const {
    const std::size_t d = weights_.size(), stride = m_.stride();
    std::vector<float> curve(d * stride, 0);
    std::vector<double> total(d * d, 0), slope(d, 0);
    for (std::size_t i = 0; i < m_.rows(); ++i) {
      const float* x = m_.row(i);
      const double p = logistic(dot(x, weights_));
      const double weight = static_cast<double>(m_.weight[i]);
      const float bend = static_cast<float>(weight * p * (1 - p));
      const double miss = weight * (p - (m_.yes[i] ? 1 : 0));
      for (std::size_t j = 0; j < d; ++j) {
        slope[j] += miss * static_cast<double>(x[j]);
        const float left = bend * x[j];
        float* const line = curve.data() + j * stride;
        // The curvature is symmetric: what is left of the diagonal will do.
        for (std::size_t k = 0; k <= j; k += lane) {
          for (std::size_t l = 0; l < lane; ++l) line[k + l] += left * x[k + l];
        }
      }
      // Single precision is quick; moved over before it loses digits.
      if (i % 512 == 511 || i + 1 == m_.rows()) {
        for (std::size_t j = 0; j < d; ++j) {
          for (std::size_t k = 0; k <= j; ++k)
            total[j * d + k] += static_cast<double>(curve[j * stride + k]);
        }
        std::fill(curve.begin(), curve.end(), 0.0F);
      }
    }
    for (std::size_t j = 0; j < d; ++j) {
      total[j * d + j] += hold_[j] + 1e-9;
      slope[j] += hold_[j] * (weights_[j] - start_[j]);
    }
    return solve(std::move(total), std::move(slope));
  }

  /// Cholesky, from the lower half of `a`. REQUIRES: positive definite, as a curvature with `hold`
  /// added is.
  static std::vector<double> solve(std::vector<double> a, std::vector<double> b) {
    const std::size_t d = b.size();
    for (std::size_t j = 0; j < d; ++j) {
      for (std::size_t k = 0; k <= j; ++k) {
        double sum = a[j * d + k];
        for (std::size_t l = 0; l < k; ++l) sum -= a[j * d + l] * a[k * d + l];
        a[j * d + k] = j == k ? std::sqrt(std::max(sum, 1e-12)) : sum / a[k * d + k];
      }
    }
    for (std::size_t j = 0; j < d; ++j) {
      for (std::size_t l = 0; l < j; ++l) b[j] -= a[j * d + l] * b[l];
      b[j] /= a[j * d + j];
    }
    for (std::size_t j = d; j-- > 0;) {
      for (std::size_t l = j + 1; l < d; ++l) b[j] -= a[l * d + j] * b[l];
      b[j] /= a[j * d + j];
    }
    return b;
  }

  const Matrix& m_;
  std::vector<double> start_;
  std::vector<double> hold_;
  std::vector<double> weights_;
};

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

Forecast::Forecast(const Prior& prior, Question question, std::span<const Example> examples)
    : Forecast(prior, question) {
  if (examples.empty()) return;
  Matrix m{.width = signal_count + 1};
  m.cells.reserve(examples.size() * m.stride());
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < signal_count; ++i)
      m.cells.push_back(scaled(*start_, example.signals, i));
    m.cells.push_back(1);
    m.end_row(example.weight, example.yes);
  }
  std::vector<double> hold(signal_count, hold_signal);
  hold.push_back(hold_constant);
  const std::vector<double> learned =
      Fit(m, {weights_.begin(), weights_.end()}, std::move(hold)).run();
  std::copy(learned.begin(), learned.end(), weights_.begin());
}

double Forecast::chance(const Signals& signals) const {
  double z = weights_.back();
  for (std::size_t i = 0; i < signal_count; ++i)
    z += weights_[i] * static_cast<double>(scaled(*start_, signals, i));
  return logistic(z);
}

double Forecast::part(const Signals& signals, Signal signal) const {
  const auto i = static_cast<std::size_t>(signal);
  return weights_[i] * static_cast<double>(scaled(*start_, signals, i));
}

void add_examples(std::span<const Tie> ties, std::span<const std::optional<Signals>> signals,
                  base::Instant moment, const Horizon& horizon, base::Instant known_until,
                  std::size_t stride, Example with, Examples& out) {
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
      for (std::size_t i = 0; i < signal_count; ++i)
        m.cells.push_back(i < width ? scaled(start, example.signals, i) : 0);
      for (std::uint32_t s = 0; s < count; ++s) m.cells.push_back(s == example.of ? 1 : 0);
      m.end_row(static_cast<float>(static_cast<double>(example.weight) * prior_total /
                                   total[example.of]),
                example.yes);
    }
    std::vector<double> hold(signal_count, prior_hold);
    hold.resize(m.width, 1e-3);
    const std::vector<double> learned =
        Fit(m, std::vector<double>(m.width, 0), std::move(hold)).run();
    Weights& weights = start.weights;
    std::copy_n(learned.begin(), signal_count, weights.begin());
    double constant = 0;
    for (std::uint32_t s = 0; s < count; ++s) constant += learned[signal_count + s] / count;
    weights.back() = constant;
  }
  return prior;
}

}  // namespace standing
