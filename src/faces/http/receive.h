#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>

#include "app/vault.h"
#include "base/result.h"

namespace faces::http {

/// Writes what `in` gives to `file` in `folder`, until it ends, or has given `bytes` where these
/// are known; of fewer than that nothing is left. Gives how many there were. `name`: what a problem
/// calls it.
[[nodiscard]] base::Result<std::uint64_t> receive(std::istream& in,
                                                  std::optional<std::uint64_t> bytes,
                                                  const app::Scratch& folder,
                                                  const std::string& file, const std::string& name);

}  // namespace faces::http
