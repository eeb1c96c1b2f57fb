#pragma once

#include "base/result.h"
#include "plays/commitments.h"

namespace app {

/// The market of that name. Fault::not_found, with the names that there are.
[[nodiscard]] base::Result<plays::Market> market_of(const plays::Commitments& all, std::string_view name);

}  // namespace app
