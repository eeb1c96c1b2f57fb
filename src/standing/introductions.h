#pragma once

#include <string_view>
#include <vector>

#include "standing/standing.h"

namespace standing {

/// Introductions that the structure of mail shows: somebody puts two people who never shared a
/// thread into one, and they go on. A reading each for whoever introduced the owner (`in`), or for
/// both whom the owner introduced (`out`). Those below `policy.counts_from` do not count: they are
/// asked about in review. `readings`: of everybody, in the order of `read`.
/// docs/policy.md#introductions.
[[nodiscard]] std::vector<Reading> read_introductions(const ledger::Book& book, const people::People& people,
                                                      const std::vector<Reading>& readings, const Policy& policy,
                                                      base::Instant moment);

/// Whether a subject says that two are brought together: "Intro", "Ada <> Bo", "Vorstellung".
[[nodiscard]] bool says_introduction(std::string_view subject);

}  // namespace standing
