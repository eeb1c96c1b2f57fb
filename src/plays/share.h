#pragma once

#include "base/time.h"
#include "people/people.h"
#include "plays/commitments.h"

namespace plays {

/// Whoever got something is left alone for so long. docs/plays.md#share.
inline constexpr int sent_rest_days = 42;

/// Whether somebody should not get `piece` today: they have it, or something else came of late.
[[nodiscard]] bool rests(const Commitments& all, people::PersonId who, std::uint32_t piece, base::Day today);

}  // namespace plays
