#pragma once

/// When the owner's own calendar is taken: of what is to come as well, which is no evidence and so
/// not kept.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "formats/bytes.h"
#include "ledger/handle.h"

namespace sources {

struct Busy {
  std::int64_t from = 0, to = 0;  ///< Seconds since 1970; `to` is free again.
  bool whole_days = false;        ///< By the clock of whoever's calendar it is; else UTC.
};

struct BusyTimes {
  std::vector<Busy> times;  ///< In no order; they may overlap.
  std::string zone;         ///< As the calendar names its own; empty where it does not.
};

/// Every event and occurrence up to the end of the year after `until`, but what is cancelled,
/// marked as free (TRANSP, Outlook's busy status), declined by one of `owner`, or a day of every
/// year. Fault::unreadable when the bytes fail.
[[nodiscard]] base::Result<BusyTimes> read_busy(formats::Bytes& bytes, base::Day until, const std::vector<ledger::Handle>& owner);

}  // namespace sources
