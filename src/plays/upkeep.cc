#include "plays/upkeep.h"

#include <algorithm>
#include <cmath>

namespace plays {

namespace {

// Where learning starts. Sources: docs/plays.md#upkeep.
constexpr double warm_answers = 0.7, asleep_answers = 0.4;
constexpr double after_unanswered = 0.6;  ///< A letter after one without answer has so much of the chance.
constexpr int unanswered_max = 3;         ///< More make no difference.
// How much is seen before it weighs as much as the start.
constexpr double known_weeks = 50, known_letters = 20, known_of_one = 3;
constexpr double worth_trusted = 0.6;  ///< Of a difference from the circle's middle.
constexpr double readiness_min = 0.2, readiness_max = 1.6, chance_max = 0.95;
constexpr int start_weeks_max = 200;

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
    Tie tie{.circle = one.circle, .worth = std::exp(usual + worth_trusted * (std::log(one.worth) - usual))};
    const int weeks = static_cast<int>(std::min<double>(one.weeks_since, start_weeks_max));
    for (int week = 0; week < weeks; ++week) tie.warm = cooled(tie.warm, writes_by_itself(tie.circle));
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
  for (Tie& tie : ties_) tie.warm = cooled(tie.warm, writes_by_itself(tie.circle));
  for (const std::size_t who : heard_from) {
    ties_[who].warm = 1;
    ties_[who].unanswered = 0;
  }
}

std::vector<Chosen> Upkeep::choose() const {
  std::vector<Curve> curves;
  std::array<double, circle_count> rest{};
  for (std::size_t c = 0; c < circle_count; ++c) {
    curves.emplace_back(writes_by_itself(c));
    rest[c] = rest_weeks(1 / std::max(writes_by_itself(c), 1e-3));
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
