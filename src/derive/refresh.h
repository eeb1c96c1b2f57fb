#pragma once

/// What brings the cached picture up to date, in the cheapest way that is right: nothing where it is the one of the
/// moment; a few persons anew where what was said moves only them (amend.cc); the plan anew where that alone moves
/// (replan.cc); else everything. Dropping the cache loses nothing.

#include <vector>

#include "base/result.h"
#include "people/people.h"
#include "standing/standing.h"
#include "store/store.h"

namespace derive {

/// Makes sure that the cached picture is the one of `moment`, and says what it took.
enum class Refreshed { no, amended, rebuilt };
[[nodiscard]] base::Result<Refreshed> refresh(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment);
/// The same with the plan and who fits which market, which may be made anew later than the rest.
[[nodiscard]] base::Result<void> refresh_plan(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment);
/// Everything from nothing.
[[nodiscard]] base::Result<void> rebuild(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment);

/// Brings the picture of `key` up to date by what was said since, where that moves only the
/// persons whom it speaks of. False where it may move others: then all is to be made anew.
[[nodiscard]] base::Result<bool> amend(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                       base::Instant moment, const store::PictureKey& key);
/// The plan and the markets anew, from the picture that lies there.
[[nodiscard]] base::Result<void> replan(ledger::Ledger& ledger, store::Pictures& pictures, base::Instant moment, const store::PictureKey& key);

/// For each identity of the picture whose it is.
[[nodiscard]] base::Result<std::vector<people::PersonId>> persons_of_identities(store::Pictures& pictures);

}  // namespace derive
