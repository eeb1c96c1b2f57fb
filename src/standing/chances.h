#pragma once

#include <cstdint>

namespace standing {

/// What the first, unlearned form of the three chances looks at.
struct Signals {
  double out = 0;                ///< Decayed weight of what the owner sent.
  double in = 0;                 ///< Decayed weight of what they sent.
  std::uint32_t wrote_out = 0;
  std::uint32_t wrote_in = 0;
  std::uint32_t spoken = 0;
  int days_since_last = -1;      ///< -1: never any contact.
};

struct Chances {
  double exchange = 0;  ///< 0..1, as in Standing.
  double reply = 0;
  double silence = 1;
};

/// Priors from published and measured shares, docs/policy.md#chances; the owner's own past will
/// teach better ones.
[[nodiscard]] Chances estimate(const Signals& signals);

}  // namespace standing
