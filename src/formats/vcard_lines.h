#pragma once

/// vCard 2.1, 3.0 and 4.0 as cards of content lines, whatever program wrote them; what the lines
/// mean is not known here. Photos, keys and sounds pass by unread; cards within cards (AGENT) are
/// left out; UTF-16 is read with and without a byte order mark.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"
#include "formats/text_lines.h"

namespace formats {

struct CardParameter {
  std::string name;   ///< Upper case; "TYPE" where 2.1 writes a value alone.
  std::string value;  ///< Without quotes.
};

struct CardLine {
  std::string group;  ///< "item1" of "item1.EMAIL"; local to the card.
  std::string name;   ///< Upper case.
  std::vector<CardParameter> parameters;
  std::string value;  ///< Raw bytes: still escaped and encoded.
};

struct Card {
  std::size_t line = 0;  ///< Of the file, where it begins; from 1.
  std::string version;   ///< "2.1"; empty when it does not say.
  std::vector<CardLine> lines;
  bool cut_off = false;   ///< The file ended within it; a value may be half of what it was.
  bool too_long = false;  ///< More than 8 MiB of text; `lines` has its front.
};

/// True when `line` has a parameter `name` (upper case) with `value` in its list, in any case.
[[nodiscard]] bool has_parameter(const CardLine& line, std::string_view name, std::string_view value);
[[nodiscard]] std::string_view parameter(const CardLine& line, std::string_view name);
/// The value decoded and unescaped, UTF-8.
[[nodiscard]] std::string card_text(const CardLine& line);
/// The parts between unescaped `separator`s, each decoded and unescaped. At most 100.
[[nodiscard]] std::vector<std::string> card_parts(const CardLine& line, char separator);
/// True when a card begins in `head`, the front of a file.
[[nodiscard]] bool has_card(std::string_view head);

class Cards {
 public:
  explicit Cards(Bytes& bytes) : lines_(bytes) {}
  /// The next card; false at the end.
  [[nodiscard]] base::Result<bool> next(Card& card);
  [[nodiscard]] std::size_t bytes_read() const { return lines_.bytes_read(); }

 private:
  [[nodiscard]] base::Result<bool> logical_line(std::string& line);

  TextLines lines_;
  std::string ahead_;  ///< A physical line read too far.
  bool has_ahead_ = false;
  bool begun_ = false;  ///< The last card ended at the BEGIN of the next.
  std::size_t begun_line_ = 0;
  bool is_old_ = false;  ///< Within a 2.1 card.
};

}  // namespace formats
