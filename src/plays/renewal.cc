#include "plays/renewal.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace plays {

namespace {

// Sources: docs/plays.md#upkeep.
constexpr double falls_asleep = 0.03;  ///< Chance a week without contact.
constexpr double asleep_writes = 0.2;  ///< As often as a warm tie does.
constexpr double rest_of_rhythm = 0.25, rest_rhythm_max = 26, rest_weeks_min = 2;
constexpr int curve_weeks = 260;
constexpr std::size_t unknown_circle = 3;

double writes_in_week(double rate) { return 1 - std::exp(-rate); }

}  // namespace

std::size_t circle_of(double gap_days) {
  if (gap_days <= 0) return unknown_circle;
  std::size_t best = 0;
  const auto away = [&](std::size_t circle) { return std::abs(std::log(gap_days / 7 / rhythm_weeks[circle])); };
  for (std::size_t circle = 1; circle < circle_count; ++circle) {
    if (away(circle) < away(best)) best = circle;
  }
  return best;
}

double cooled(double warm, double rate) {
  const double still = warm * (1 - falls_asleep);
  const double silent_warm = still * std::exp(-rate);
  const double silent_asleep = (1 - still) * std::exp(-asleep_writes * rate);
  return silent_warm / (silent_warm + silent_asleep);
}

double rest_weeks(double rhythm) { return std::max(rest_weeks_min, rest_of_rhythm * std::min(rhythm, rest_rhythm_max)); }

/// A tie that a contact renews is worth `warm` in each week. To renew it after n weeks rather than
/// after n + 1 is as good as a subsidy for waiting of (R - warm(n) L) / (S + q(n) L), where S is the
/// chance that it was not heard of until then, L and R the weeks and the warm weeks until then, and
/// q the chance of being heard of in week n: Whittle's index of a tie that starts anew.
Curve::Curve(double rate) {
  double warm = 1, unheard = 1, weeks = 0, warm_weeks = 0;
  for (int n = 0; n < curve_weeks; ++n) {
    const double heard = warm * writes_in_week(rate) + (1 - warm) * writes_in_week(asleep_writes * rate);
    warm_.push_back(warm);
    gain_.push_back((warm_weeks - warm * weeks) / (unheard + heard * weeks));
    weeks += unheard;
    warm_weeks += unheard * warm;
    unheard *= 1 - heard;
    warm = cooled(warm, rate);
  }
}

double Curve::warm_after(double weeks) const {
  const double last = static_cast<double>(warm_.size() - 1);
  return warm_[static_cast<std::size_t>(std::clamp(weeks, 0.0, last))];
}

double Curve::gain_at(double warmth) const {
  // The first that is not warmer; between it and the one before, a straight line.
  const auto place = std::lower_bound(warm_.begin(), warm_.end(), warmth, std::greater<>());
  if (place == warm_.begin()) return gain_.front();
  if (place == warm_.end()) return gain_.back();
  const auto i = static_cast<std::size_t>(place - warm_.begin());
  const double part = warm_[i - 1] > warm_[i] ? (warm_[i - 1] - warmth) / (warm_[i - 1] - warm_[i]) : 0;
  return gain_[i - 1] + part * (gain_[i] - gain_[i - 1]);
}

}  // namespace plays
