#pragma once

/// What it gains to hear of somebody now rather than later. A tie is warm or it sleeps, which nobody
/// sees; without contact it falls asleep with some chance each week, and a letter that is answered
/// wakes it. The plan and Upkeep go by the same curves. docs/plays.md#upkeep.

#include <array>
#include <cstddef>
#include <vector>

namespace plays {

/// From 0, those who are heard of every week, to 4, hardly ever.
inline constexpr std::size_t circle_count = 5;
/// How often each circle writes by itself while its ties are warm: every so many weeks.
inline constexpr std::array<double, circle_count> rhythm_weeks = {1, 4, 13, 52, 104};

/// The circle whose rhythm is nearest to `gap_days` between contacts, by ratio. 0: unknown, and then
/// it is that of once a year.
[[nodiscard]] std::size_t circle_of(double gap_days);

/// The chance that a tie is warm after one more week in which nothing was heard; `rate`: times a week
/// that it writes by itself while it is.
[[nodiscard]] double cooled(double warm, double rate);

/// For so many weeks after a letter they are left alone; 2 to 6.5.
[[nodiscard]] double rest_weeks(double rhythm_weeks);

/// What waiting costs where ties write `rate` times a week by themselves.
class Curve {
 public:
  explicit Curve(double rate);
  /// The chance that the tie is warm, so many weeks after it was.
  [[nodiscard]] double warm_after(double weeks) const;
  /// Of an answer now rather than a week later, in weeks of the tie being warm; ≥ 0.
  [[nodiscard]] double gain_at(double warmth) const;

 private:
  std::vector<double> warm_;  ///< By weeks since the last contact; falling.
  std::vector<double> gain_;
};

}  // namespace plays
