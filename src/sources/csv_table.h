#pragma once

/// What sources of tables share: a header found by its words, cells by their column's name.

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv.h"
#include "sources/sources.h"

namespace sources {

/// A header row. Names are compared without case, spaces and underscores, as exports differ in
/// them ("Company_Follows", "Company Follows").
class Table {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Table() = default;
  explicit Table(const formats::CsvRow& header);

  /// The column of that name, `none` when there is none.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] bool has(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
  /// A name as it is compared.
  [[nodiscard]] static std::string key(std::string_view name);

 private:
  std::vector<std::string> keys_;
};

/// The trimmed cell of `column`; empty where the row is too short or the column is `none`.
[[nodiscard]] std::string_view cell(const formats::CsvRow& row, std::size_t column);

/// Reads on to the first row that `fits` as a header, at most 20 rows down; false when none does.
[[nodiscard]] base::Result<bool> find_header(formats::CsvReader& reader, const std::function<bool(const Table&)>& fits);

/// Hands every row that can be read to `each` and tells the broken ones, until the end or until
/// the person cancels.
struct Rows {
  formats::CsvReader& reader;
  Sink& sink;
  std::string_view what;  ///< As in Sink.
};
[[nodiscard]] base::Result<void> each_row(const Rows& rows, const std::function<void(const formats::CsvRow&)>& each);

/// "line 12".
[[nodiscard]] base::Message line_of(const formats::CsvRow& row);
/// "First Last", without the space when one is missing.
[[nodiscard]] std::string full_name(std::string_view given, std::string_view family);

}  // namespace sources
