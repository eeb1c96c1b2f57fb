#include "plays/gain.h"

#include "plays/renewal.h"

namespace plays {

namespace {

constexpr double weeks_a_year = 52;
constexpr double never_heard_weeks = 104;  ///< Of a member by the owner's word alone: as good as two years.

const Curve& curve_of(std::size_t circle) {
  static const std::vector<Curve> curves = [] {
    std::vector<Curve> all;
    for (const double weeks : rhythm_weeks) all.emplace_back(1 / weeks);
    return all;
  }();
  return curves[circle];
}

}  // namespace

double renewal_gain(const standing::Standing& s, base::Day today) {
  const Curve& curve = curve_of(circle_of(s.median_gap_days));
  const double weeks = s.last_two_way ? (today - *s.last_two_way) / 7.0 : never_heard_weeks;
  const double worth = s.rung == standing::Rung::advocate ? 2 : 1;
  return worth * s.reply_chance * curve.gain_at(curve.warm_after(weeks)) / weeks_a_year;
}

double new_member_worth(const standing::Standing& s) { return 0.5 + s.strength / 100; }

double meeting_gain(const standing::Standing& s, const Lessons& lessons) {
  return s.reply_chance * lessons.chance(Aim::speak) * new_member_worth(s);
}

double first_help_gain(const standing::Standing& s, const Lessons& lessons) {
  return s.reply_chance * lessons.chance(Aim::help) * new_member_worth(s);
}

double answer_gain(const standing::Standing& s, bool waits) { return (waits ? 1 : 0.1) * (1 + s.strength / 100); }

}  // namespace plays
