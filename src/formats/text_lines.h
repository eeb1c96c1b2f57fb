#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/bytes.h"

namespace formats {

/// Lines of a text file, one at a time, as UTF-8 bytes: LF, CRLF and CR; UTF-16 by mark or by its
/// pattern of NULs. What a line has beyond `line_bytes_max` is dropped.
class TextLines {
 public:
  explicit TextLines(Bytes& bytes, std::size_t line_bytes_max = std::size_t{1} << 20U);
  /// False at the end.
  [[nodiscard]] base::Result<bool> next(std::string& line);
  [[nodiscard]] std::size_t line_number() const { return number_; }
  [[nodiscard]] std::size_t bytes_read() const { return taken_; }

 private:
  enum class Width : unsigned char { unknown, one, two_little, two_big };
  [[nodiscard]] base::Result<bool> fill();
  void widen(std::string_view raw);

  Bytes& bytes_;
  std::size_t line_bytes_max_;
  std::string chunk_;
  std::string raw_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  std::size_t taken_ = 0;
  Width width_ = Width::unknown;
  std::string odd_;  ///< Half of a UTF-16 unit, or a high surrogate that waits.
  bool after_return_ = false;
};

}  // namespace formats
