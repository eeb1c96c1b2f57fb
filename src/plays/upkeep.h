#pragma once

/// Whom to get in touch with, and when: each tie is warm or it sleeps, which nobody sees; a letter
/// that is answered wakes it. Everything that the choice hangs on (how often each circle writes by
/// itself, how often a warm and a sleeping tie answer, how one person differs from the others) is
/// learned from what came of the owner's steps, starting from what studies found.
/// docs/plays.md#upkeep.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "plays/renewal.h"

namespace plays {

struct Kept {
  std::size_t circle = 0;  ///< 0 the closest, who are heard of weekly, .. 4, hardly ever.
  double worth = 1;        ///< Of a week in which the tie is warm; any unit, > 0. Taken with doubt.
  double weeks_since = 0;  ///< Since the last contact, >= 0.
};

/// One who could be written to now.
struct Chosen {
  std::size_t who = 0;
  double gain = 0;  ///< Worth won by one letter now rather than later.
};

class Upkeep {
 public:
  explicit Upkeep(std::span<const Kept> all);

  /// What came of a letter that was written since the last week.
  void tried(std::size_t who, bool answered);
  /// A week has gone by; these wrote by themselves.
  void pass_week(std::span<const std::size_t> heard_from);
  /// Everybody who is not at rest, best first; equals in the order of their places.
  [[nodiscard]] std::vector<Chosen> choose() const;
  /// The owner writes to them this week; `tried` will tell what came of it.
  void write_to(std::size_t who);

  /// What was learned so far; chances a week, 0..1.
  [[nodiscard]] double writes_by_itself(std::size_t circle) const;
  [[nodiscard]] double answers(bool warm) const;

 private:
  struct Tie {
    std::size_t circle = 0;
    double worth = 1;
    double warm = 1;  ///< Chance that it is.
    int unanswered = 0;
    int last_written = -1'000;          ///< In weeks of `week_`.
    double answered = 0, expected = 0;  ///< Of their letters, and what the average would have.
    [[nodiscard]] double readiness() const;
  };
  /// Yes and no, as far as they were seen.
  struct Seen {
    double yes = 0, no = 0;
    [[nodiscard]] double chance() const { return yes / (yes + no); }
  };

  [[nodiscard]] double answer_chance(const Tie& tie, bool warm) const;

  std::vector<Tie> ties_;
  std::array<double, circle_count> heard_{}, warm_weeks_{};
  Seen warm_, asleep_;
  int week_ = 0;
};

}  // namespace plays
