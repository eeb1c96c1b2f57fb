#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"

namespace formats {

/// One row of a table. The cells are UTF-8 and live until the next call of `CsvReader::next`.
struct CsvRow {
  std::vector<std::string_view> cells;
  std::size_t line = 0;  ///< Of the row's first character, counted from 1.
  base::Message wrong;   ///< Not empty: the row is broken in this way and has no cells.
};

/// Reads comma-separated values (RFC 4180, October 2005) row by row from the front.
/// UTF-8 with and without byte order mark, UTF-16 with one, anything else as Windows-1252; rows
/// ended by CRLF, LF or CR; cells separated by ',' ';' or tab, whichever the first lines use most.
/// Blank lines are passed over. A row with broken quotes, or longer than `row_size_max`, is given
/// as `wrong`, and reading goes on with the line after the place where it broke.
class CsvReader {
 public:
  static constexpr std::size_t row_size_max = std::size_t{1} << 20U;

  /// `bytes` must outlive the reader.
  explicit CsvReader(Bytes& bytes) : bytes_(bytes) {}
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  /// The next row; false at the end. Fault::unreadable when the bytes fail.
  [[nodiscard]] base::Result<bool> next(CsvRow& row);
  [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }

 private:
  enum class Encoding { unknown, eight_bit, utf16_little, utf16_big };
  enum class Step { row, blank, more, broken };

  [[nodiscard]] base::Result<void> fill();
  [[nodiscard]] base::Result<void> start();
  void take_utf16(std::string_view raw, bool last);
  void sniff();
  [[nodiscard]] Step parse(CsvRow& row);
  [[nodiscard]] bool quoted_cell(std::size_t& at, CsvRow& row, Step& step);
  void consume(std::size_t end);
  void make_utf8(CsvRow& row, bool changed);
  [[nodiscard]] base::Result<void> skip_line();

  Bytes& bytes_;
  Encoding encoding_ = Encoding::unknown;
  char delimiter_ = ',';
  bool end_ = false;    ///< `bytes_` has no more.
  std::string buffer_;  ///< Decoded; what is before `at_` has been given out.
  std::size_t at_ = 0;
  std::size_t wanted_ = 0;  ///< `parse` is not tried again before the buffer holds so much.
  std::string odd_;         ///< Bytes of a UTF-16 character that a read has cut.
  std::size_t line_ = 1;
  std::size_t bytes_read_ = 0;
  std::size_t broke_at_ = 0;  ///< Where the row that is `wrong` broke.
  base::Message wrong_;
  std::array<bool, 256> stops_{};  ///< Bytes that end a cell without quotes.
  std::vector<std::string> repaired_;
};

}  // namespace formats
