#pragma once

/// The lines that vCard (RFC 6350) and iCalendar (RFC 5545) are made of.

#include <string>
#include <string_view>

namespace formats {

/// `line` with its end, folded at 75 bytes; no UTF-8 sequence is cut. No escaping.
[[nodiscard]] std::string content_line(std::string_view line);
/// A text value: backslash, comma, semicolon and line break escaped, other control characters gone.
[[nodiscard]] std::string content_text(std::string_view text);

}  // namespace formats
