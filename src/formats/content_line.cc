#include "formats/content_line.h"

#include "base/text.h"

namespace formats {

std::string content_line(std::string_view line) {
  std::string out;
  std::size_t limit = 75;
  while (line.size() > limit) {
    const std::string_view part = base::clip(line, limit);
    out += std::string(part) + "\r\n ";
    line.remove_prefix(part.size());
    limit = 74;
  }
  return out + std::string(line) + "\r\n";
}

std::string content_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7f') {
      out += c;
    } else if (c == '\t') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace formats
