#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"
#include "formats/text_lines.h"

namespace formats {

/// One content line of iCalendar (RFC 5545 3.1) or vCalendar 1.0. UTF-8.
struct IcsLine {
  std::string name;                                         ///< Upper case, without a group ("item1.").
  std::vector<std::pair<std::string, std::string>> params;  ///< Names in upper case.
  std::string value;                                        ///< Quoted-printable decoded; backslashes as they are.
  std::size_t line = 0;                                     ///< On which the line begins, counted from 1.

  /// The parameter of that name; empty when there is none.
  [[nodiscard]] std::string_view param(std::string_view name_upper) const;
};

/// Reads content lines from the front: CRLF, LF or CR, UTF-16 as TextLines does; folded lines joined
/// as bytes before they are read as text, since folding may cut a character; blank lines passed over.
/// Of a line longer than `line_size_max` the rest is dropped.
class IcsReader {
 public:
  static constexpr std::size_t line_size_max = std::size_t{1} << 20U;

  /// `bytes` must outlive the reader.
  explicit IcsReader(Bytes& bytes) : lines_(bytes, line_size_max) {}

  /// The next line; false at the end. Fault::unreadable when the bytes fail.
  [[nodiscard]] base::Result<bool> next(IcsLine& line);
  [[nodiscard]] std::size_t bytes_read() const { return lines_.bytes_read(); }

 private:
  TextLines lines_;
  bool ahead_full_ = false;
  std::string ahead_;  ///< The physical line after the one given.
};

/// A TEXT value without its backslashes: "a\, b\nc".
[[nodiscard]] std::string ics_text(std::string_view value);

}  // namespace formats
