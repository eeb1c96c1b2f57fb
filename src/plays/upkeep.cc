#include "plays/upkeep.h"

#include <algorithm>
#include <cmath>

namespace plays {

namespace {

// Where learning starts. Sources: docs/plays.md#upkeep.
constexpr double falls_asleep = 0.03;  ///< Chance a week without contact.
constexpr std::array<double, circle_count> rhythm_weeks = {1, 4, 13, 52, 104};
constexpr double asleep_writes = 0.2;  ///< As often as a warm tie does.
constexpr double warm_answers = 0.7, asleep_answers = 0.4;
constexpr double after_unanswered = 0.6;  ///< A letter after one without answer has so much of the chance.
constexpr int unanswered_max = 3;         ///< More make no difference.
// How much is seen before it weighs as much as the start.
constexpr double known_weeks = 50, known_letters = 20, known_of_one = 3;
constexpr double worth_trusted = 0.6;     ///< Of a difference from the circle's middle.
constexpr double readiness_min = 0.2, readiness_max = 1.6, chance_max = 0.95;
// Rest after a letter.
constexpr double rest_of_rhythm = 0.25, rest_rhythm_max = 26, rest_weeks_min = 2;
constexpr int curve_weeks = 260;
constexpr int start_weeks_max = 200;

double writes_in_week(double rate) { return 1 - std::exp(-rate); }

}  // namespace

Upkeep::Upkeep(std::span<const Kept> all)
    : warm_{warm_answers * known_letters, (1 - warm_answers) * known_letters},
      asleep_{asleep_answers * known_letters, (1 - asleep_answers) * known_letters} {
  std::array<double, circle_count> middle{}, count{};
  for (const Kept& one : all) {
    middle[one.circle] += std::log(one.worth);
    ++count[one.circle];
  }
  for (const Kept& one : all) {
    const double usual = middle[one.circle] / count[one.circle];
    Tie tie{.circle = one.circle,
            .worth = std::exp(usual + worth_trusted * (std::log(one.worth) - usual))};
    const int weeks = static_cast<int>(std::min<double>(one.weeks_since, start_weeks_max));
    for (int week = 0; week < weeks; ++week) tie.warm = cooled(tie.warm, tie.circle);
    ties_.push_back(tie);
  }
}

double Upkeep::Tie::readiness() const {
  return std::clamp((answered + known_of_one) / (expected + known_of_one), readiness_min, readiness_max);
}

double Upkeep::writes_by_itself(std::size_t circle) const {
  return (known_weeks / rhythm_weeks[circle] + heard_[circle]) / (known_weeks + warm_weeks_[circle]);
}

double Upkeep::answers(bool warm) const { return (warm ? warm_ : asleep_).chance(); }

/// One more week in which nothing was heard.
double Upkeep::cooled(double warm, std::size_t circle) const {
  const double rate = writes_by_itself(circle);
  const double still = warm * (1 - falls_asleep);
  const double silent_warm = still * std::exp(-rate);
  const double silent_asleep = (1 - still) * std::exp(-asleep_writes * rate);
  return silent_warm / (silent_warm + silent_asleep);
}

double Upkeep::answer_chance(const Tie& tie, bool warm) const {
  const double tired = std::pow(after_unanswered, std::min(tie.unanswered, unanswered_max));
  return std::min(chance_max, answers(warm) * tired * tie.readiness());
}

void Upkeep::write_to(std::size_t who) { ties_[who].last_written = week_; }

void Upkeep::tried(std::size_t who, bool answered) {
  Tie& tie = ties_[who];
  const double if_warm = answer_chance(tie, true), if_asleep = answer_chance(tie, false);
  const double chance = tie.warm * if_warm + (1 - tie.warm) * if_asleep;
  const double was_warm = answered ? tie.warm * if_warm / chance : tie.warm * (1 - if_warm) / (1 - chance);
  // Only first letters tell how often ties answer: later ones are tired.
  if (tie.unanswered == 0) {
    (answered ? warm_.yes : warm_.no) += was_warm;
    (answered ? asleep_.yes : asleep_.no) += 1 - was_warm;
  }
  tie.expected += chance / tie.readiness();
  tie.answered += answered ? 1 : 0;
  tie.warm = answered ? 1 : was_warm;
  tie.unanswered = answered ? 0 : tie.unanswered + 1;
}

void Upkeep::pass_week(std::span<const std::size_t> heard_from) {
  ++week_;
  for (const Tie& tie : ties_) warm_weeks_[tie.circle] += tie.warm;
  for (const std::size_t who : heard_from) ++heard_[ties_[who].circle];
  for (Tie& tie : ties_) tie.warm = cooled(tie.warm, tie.circle);
  for (const std::size_t who : heard_from) {
    ties_[who].warm = 1;
    ties_[who].unanswered = 0;
  }
}

/// A tie that a contact renews is worth `warm` in each week. To renew it after n weeks rather than
/// after n + 1 is as good as a subsidy for waiting of (R - warm(n) L) / (S + q(n) L), where S is the
/// chance that it was not heard of until then, L and R the weeks and the warm weeks until then, and
/// q the chance of being heard of in week n: Whittle's index of a tie that starts anew.
Upkeep::Curve Upkeep::curve(std::size_t circle) const {
  Curve out;
  const double rate = writes_by_itself(circle);
  double warm = 1, unheard = 1, weeks = 0, warm_weeks = 0;
  for (int n = 0; n < curve_weeks; ++n) {
    const double heard = warm * writes_in_week(rate) + (1 - warm) * writes_in_week(asleep_writes * rate);
    out.warm.push_back(warm);
    out.gain.push_back((warm_weeks - warm * weeks) / (unheard + heard * weeks));
    weeks += unheard;
    warm_weeks += unheard * warm;
    unheard *= 1 - heard;
    warm = cooled(warm, circle);
  }
  return out;
}

double Upkeep::Curve::gain_at(double warmth) const {
  // The first that is not warmer; between it and the one before, a straight line.
  const auto place = std::lower_bound(warm.begin(), warm.end(), warmth, std::greater<>());
  if (place == warm.begin()) return gain.front();
  if (place == warm.end()) return gain.back();
  const auto i = static_cast<std::size_t>(place - warm.begin());
  const double part = warm[i - 1] > warm[i] ? (warm[i - 1] - warmth) / (warm[i - 1] - warm[i]) : 0;
  return gain[i - 1] + part * (gain[i] - gain[i - 1]);
}

std::vector<Chosen> Upkeep::choose() const {
  std::array<Curve, circle_count> curves;
  std::array<double, circle_count> rest{};
  for (std::size_t c = 0; c < circle_count; ++c) {
    curves[c] = curve(c);
    const double rhythm = std::min(1 / std::max(writes_by_itself(c), 1e-3), rest_rhythm_max);
    rest[c] = std::max(rest_weeks_min, rest_of_rhythm * rhythm);
  }
  std::vector<Chosen> out;
  for (std::size_t i = 0; i < ties_.size(); ++i) {
    const Tie& tie = ties_[i];
    if (week_ - tie.last_written < rest[tie.circle]) continue;
    const double chance = tie.warm * answer_chance(tie, true) + (1 - tie.warm) * answer_chance(tie, false);
    const double gain = tie.worth * chance * curves[tie.circle].gain_at(tie.warm);
    if (gain > 0) out.push_back({i, gain});
  }
  std::stable_sort(out.begin(), out.end(), [](const Chosen& a, const Chosen& b) { return a.gain > b.gain; });
  return out;
}

}  // namespace plays
