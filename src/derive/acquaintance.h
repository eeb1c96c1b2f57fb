#pragma once

/// Who knows whom: the graph is made when it is first asked for, and kept beside the picture.

#include <string>

#include "base/result.h"
#include "graph/cohesion.h"
#include "standing/standing.h"
#include "store/store.h"

namespace derive {

/// Makes sure that the graph is the one of the cached picture, which it brings up to date.
[[nodiscard]] base::Result<void> acquaint(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                          base::Instant moment);
[[nodiscard]] base::Result<void> draw_graph(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                            const store::PictureKey& key);
/// As store::GraphStore::cohesion gives it.
[[nodiscard]] graph::Cohesion parse_cohesion(const std::string& text);

}  // namespace derive
