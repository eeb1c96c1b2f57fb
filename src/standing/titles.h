#pragma once

#include <vector>

#include "standing/standing.h"

namespace standing {

/// Meetings without attendees whose title bears the full name of exactly one person ("Coffee with
/// Ada Lovelace"): a reading each, of confidence `policy.unsure_meeting`. 2-domain, Evidence.
[[nodiscard]] std::vector<Reading> read_titles(const ledger::Book& book, const people::People& people, const Policy& policy,
                                               base::Instant moment);

}  // namespace standing
