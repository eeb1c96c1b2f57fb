#include "standing/referral.h"

#include <algorithm>
#include <cmath>

#include "standing/fit.h"

namespace standing {

namespace {

/// Where each weight starts, for a trait one deviation above the average, and the constant: what
/// makes somebody network by 2-domain's rule counts most. docs/policy.md#referral.
constexpr std::array<double, trait_count + 1> starts = {0.3, 0.4, 0.3, 0.6, 0.1, 0.3, 0.05, 0.4, 0.1, -0.05, -1.2};
/// Precision of each: what is help to one owner is help to all, but letters and recency speak for
/// somebody with one owner and against with another, and how freely they say yes differs most.
constexpr std::array<double, trait_count + 1> holds = {8, 8, 8, 8, 8, 8, 2, 8, 2, 2, 0.5};
constexpr double lapse = 0.2;            ///< Of answers, those that nothing on file explains.
constexpr std::size_t pool_max = 2'000;  ///< So many stand for all others when the next is chosen.

}  // namespace

Traits traits_of(const Standing& s, base::Day today) {
  Traits t{};
  const auto put = [&](Trait trait, double value) { t[static_cast<std::size_t>(trait)] = static_cast<float>(value); };
  const bool spoken = s.meet == Fact::yes, helped = s.help == Fact::yes;
  put(Trait::spoken, spoken);
  put(Trait::they_helped, s.counts.help_in > 0);
  put(Trait::owner_helped, s.counts.help_out > 0);
  put(Trait::proven, spoken && helped);
  put(Trait::written, s.counts.wrote_in > 0 && s.counts.wrote_out > 0);
  put(Trait::meetings, std::log1p(s.counts.met + s.counts.called));
  put(Trait::letters, std::log1p(s.counts.wrote_in + s.counts.wrote_out));
  put(Trait::help, std::log1p(s.counts.help_in + s.counts.help_out));
  put(Trait::strength, s.strength / 100);
  const double days = s.last ? std::max(0, today - *s.last) : 3650;
  put(Trait::silence, std::log1p(days) / std::log1p(3650));
  return t;
}

Referral::Referral(std::span<const Traits> all, std::span<const std::optional<bool>> answers, const std::vector<bool>& waits)
    : weights_(starts.begin(), starts.end()) {
  const double count = std::max<double>(1, static_cast<double>(all.size()));
  std::array<double, trait_count> mean{}, square{};
  for (const Traits& traits : all) {
    for (std::size_t i = 0; i < trait_count; ++i) {
      const double x = static_cast<double>(traits[i]);
      mean[i] += x / count;
      square[i] += x * x / count;
    }
  }
  Matrix m{.width = width, .lapse = lapse};
  for (std::size_t who = 0; who < all.size(); ++who) {
    std::array<float, width> row{};
    for (std::size_t i = 0; i < trait_count; ++i) {
      const double deviation = std::sqrt(std::max(1e-6, square[i] - mean[i] * mean[i]));
      row[i] = static_cast<float>((static_cast<double>(all[who][i]) - mean[i]) / deviation);
      row[i] = std::clamp(row[i], -4.0F, 4.0F);
    }
    row[trait_count] = 1;
    rows_.push_back(row);
    if (!answers[who]) continue;
    m.cells.insert(m.cells.end(), row.begin(), row.end());
    m.end_row(1, *answers[who]);
  }
  std::vector<double> hold(holds.begin(), holds.end());
  if (m.rows() > 0) weights_ = fit(m, weights_, hold);
  for (const auto& row : rows_) {
    double z = 0;
    for (std::size_t i = 0; i < width; ++i) z += weights_[i] * static_cast<double>(row[i]);
    odds_.push_back(z);
    yes_.push_back(with_lapse(z, lapse));
  }
  choose(answers, waits, covariance(m, weights_, hold));
}

/// The answer that takes most of the others' uncertainty away, to the first order: for each who may
/// be asked, how far the others' chances follow theirs.
void Referral::choose(std::span<const std::optional<bool>> answers, const std::vector<bool>& waits,
                      std::span<const double> spread) {
  using Row = std::array<double, width>;
  const auto spread_of = [&](std::size_t who) {
    Row out{};
    for (std::size_t i = 0; i < width; ++i) {
      for (std::size_t j = 0; j < width; ++j) out[i] += spread[i * width + j] * static_cast<double>(rows_[who][j]);
    }
    return out;
  };
  const auto dot = [&](const Row& a, std::size_t who) {
    double sum = 0;
    for (std::size_t i = 0; i < width; ++i) sum += a[i] * static_cast<double>(rows_[who][i]);
    return sum;
  };
  const auto told = [&](std::size_t who) { return information(odds_[who], lapse); };
  // How far a chance moves with its log-odds.
  const auto slope = [&](std::size_t who) {
    const double p = logistic(odds_[who]);
    return (1 - lapse) * p * (1 - p);
  };
  std::vector<std::size_t> open;
  for (std::size_t who = 0; who < rows_.size(); ++who) {
    if (!answers[who]) open.push_back(who);
  }
  if (open.empty()) return;
  // The sum over all others of (slope · x)(slope · x)', of which each candidate's gain is a
  // quadratic form.
  const std::size_t stride = open.size() / pool_max + 1;
  std::vector<double> pool(width * width, 0);
  for (std::size_t n = 0; n < open.size(); n += stride) {
    const double weight = slope(open[n]) * slope(open[n]);
    for (std::size_t i = 0; i < width; ++i) {
      for (std::size_t j = 0; j < width; ++j)
        pool[i * width + j] += weight * static_cast<double>(rows_[open[n]][i]) * static_cast<double>(rows_[open[n]][j]);
    }
  }
  double best = -1;
  for (const std::size_t who : open) {
    if (waits[who]) continue;
    const Row moved = spread_of(who);
    double gain = 0;
    for (std::size_t i = 0; i < width; ++i) {
      for (std::size_t j = 0; j < width; ++j) gain += moved[i] * pool[i * width + j] * moved[j];
    }
    gain *= told(who) / (1 + told(who) * dot(moved, who));
    if (gain > best) {
      best = gain;
      next_ = who;
    }
  }
  if (!next_) return;
  const Row moved = spread_of(*next_);
  const double step = std::sqrt(told(*next_)) / (1 + told(*next_) * dot(moved, *next_));
  std::size_t others = 0;
  for (std::size_t n = 0; n < open.size(); n += stride) {
    would_move_ += std::abs(slope(open[n]) * dot(moved, open[n]) * step);
    ++others;
  }
  would_move_ /= static_cast<double>(others);
}

double Referral::part(std::size_t who, Trait trait) const {
  const auto i = static_cast<std::size_t>(trait);
  return weights_[i] * static_cast<double>(rows_[who][i]);
}

std::string_view word(Trait trait) {
  constexpr std::array<std::string_view, trait_count> words = {"spoken",   "they_helped", "owner_helped", "proven",   "written",
                                                               "meetings", "letters",     "help",         "strength", "silence"};
  return words[static_cast<std::size_t>(trait)];
}

}  // namespace standing
