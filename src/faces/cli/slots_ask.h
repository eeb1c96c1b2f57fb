#pragma once

#include "app/meet/meet.h"
#include "faces/cli/cli.h"

namespace faces::cli {

/// Of --from, --days, --weekends, --hours, --length and --zone.
[[nodiscard]] base::Result<app::SlotsAsk> slots_ask(Context& context);

}  // namespace faces::cli
