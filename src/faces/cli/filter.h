#pragma once

#include "faces/cli/cli.h"

namespace faces::cli {

/// The filter that a command's options ask for. Fault::usage when one has no such value.
[[nodiscard]] base::Result<store::Filter> filter_of(const Context& context);

}  // namespace faces::cli
