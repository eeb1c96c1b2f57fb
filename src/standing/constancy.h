#pragma once

#include <span>

#include "standing/standing.h"

namespace standing {

/// In how many of the last windows, each as long as the pair's own habit, the owner was in touch.
struct Constancy {
  int windows = 12;      ///< That were looked at.
  int in_touch = 0;      ///< 0..windows.
  int window_days = 30;  ///< 7..91.
  friend bool operator==(const Constancy&, const Constancy&) = default;
};

/// A window lasts the median gap of `standing`, where it has days of exchange enough for a habit. The
/// last one ends with the day of `moment`, the others lie before it without a gap. One counts in
/// which the owner wrote, called, met or helped: counting rows that went out or both ways.
/// `standing` and `readings`: of one person at `moment`, the readings in the order of `read`. Source
/// of the numbers: docs/policy.md#constancy.
[[nodiscard]] Constancy constancy(const Standing& standing, std::span<const Reading> readings, const ledger::Book& book,
                                  const Policy& policy, base::Instant moment);

}  // namespace standing
