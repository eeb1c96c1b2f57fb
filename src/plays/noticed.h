#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plays {

/// What somebody seems to look for, in the words of a subject or a note: "Looking for two data
/// engineers" gives "two data engineers". Empty where nothing says so. A guess: the owner confirms it.
/// The phrases: docs/plays.md#noticed.
[[nodiscard]] std::string noticed_need(std::string_view text);

/// Words of which each such text has one, folded, for finding them by an index.
[[nodiscard]] std::vector<std::string> need_words();

}  // namespace plays
