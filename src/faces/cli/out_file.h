#pragma once

/// Files that a command writes.

#include <string>

namespace faces::cli {

/// Whole or not at all: whoever reads it meanwhile never sees half of it.
[[nodiscard]] bool write_whole(const std::string& file, const std::string& text);

}  // namespace faces::cli
