#pragma once

#include <vector>

#include "standing/standing.h"
#include "store/store.h"

namespace derive {

/// What the rows of one person say of them, as the picture reads them: what was inferred of rows
/// with everybody known is taken from the picture.
[[nodiscard]] std::vector<standing::Reading> readings_of(const store::Pictures::PersonBook& part, const standing::Policy& policy,
                                                         base::Instant moment);

}  // namespace derive
