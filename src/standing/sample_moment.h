#pragma once

/// When tests of ties and of who knows whom look.

#include "standing/ties.h"

namespace standing {

inline constexpr Horizon quarter;
inline constexpr base::Instant sample_moment{1'000 * base::day_seconds};

}  // namespace standing
