#pragma once

/// What the lines of cards and calendars are made of: names without regard to case, bytes in hexadecimal.

#include <string>
#include <string_view>

namespace formats {

[[nodiscard]] inline std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

/// 0..15; -1 if `c` is not a hexadecimal digit.
[[nodiscard]] inline int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace formats
