#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace lab {

/// Writes an invented life into `folder` (made when it is not there), as the files that real
/// services export: a LinkedIn archive, mail, an address book, a calendar, calls, text messages and
/// a chat of the invented owner Mara Lindqvist, and truth.json: who the `people` in them are, which
/// handles are theirs and where they stand by the rules of wellmet. Nothing in it is a real person:
/// every address ends in ".example". The same `seed` and `today` give the same bytes everywhere.
/// Fault::usage when the folder holds anything, Fault::unreadable when a file cannot be written.
[[nodiscard]] base::Result<void> write_demo(const std::string& folder, int people, std::uint64_t seed, base::Day today);

}  // namespace lab
