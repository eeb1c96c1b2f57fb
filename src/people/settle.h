#pragma once

/// What becomes of pairs that may be one person: what is sure and has nothing against it is joined,
/// what is in doubt is asked.

#include <functional>
#include <vector>

#include "people/clusters.h"
#include "people/likely.h"

namespace people {

/// Joins two identities' clusters; false when they were told apart.
using Join = std::function<bool(std::uint32_t, std::uint32_t)>;

/// `pairs`: the likeliest first. Appends the questions to `open`.
void settle(const Faces& faces, const std::vector<LikelyPair>& pairs, const Apart& apart, const Join& join,
            std::vector<OpenPair>& open);

}  // namespace people
