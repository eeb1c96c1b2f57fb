#pragma once

#include <vector>

#include "standing/standing.h"

namespace standing {

/// All that rows say of people beyond their own kind: meetings by their title (titles.h),
/// introductions (introductions.h), thanks and referrals (thanks.h). `readings`: of everybody, in the
/// order of `read`.
[[nodiscard]] std::vector<Reading> infer(const ledger::Book& book, const people::People& people,
                                         const std::vector<Reading>& readings, const Policy& policy, base::Instant moment);

}  // namespace standing
