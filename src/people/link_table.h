#pragma once

/// A table whose rows may speak of one and the same person or thing, as linkage reads it: columns
/// of values that are clean, numbered and known by what they mean.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace people {

/// What a column means, which decides how its values are compared.
enum class Trait : std::uint8_t {
  name,   ///< A whole name: "Ada King Lovelace".
  given,  ///< Its parts, where the source keeps them apart.
  family,
  email,
  phone,
  company,  ///< An employer: "Acme, Inc." is "acme".
  date,     ///< Eight digits, "18151210"; other lengths as they are.
  number,   ///< Digits that are typed: house numbers, postcodes, social security numbers.
  text,     ///< Anything else.
};

/// One column. Equal values have equal numbers; 0 is no value.
class LinkColumn {
 public:
  LinkColumn(Trait trait, std::string title) : trait_(trait), title_(std::move(title)) {}

  /// The next row's value, as the source wrote it.
  void add(std::string_view raw);
  /// The next row's value, as link_value makes it.
  void add_clean(std::string value);

  /// Forgets what is only needed for adding.
  void seal() { numbers_ = {}; }

  /// The same column with its rows in `order`, and its values numbered as they then come.
  [[nodiscard]] LinkColumn in_order(const std::vector<std::uint32_t>& order) const;

  [[nodiscard]] Trait trait() const { return trait_; }
  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] std::uint32_t at(std::size_t row) const { return rows_[row]; }
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }
  [[nodiscard]] const std::string& text_at(std::size_t row) const { return values_[rows_[row]]; }

 private:
  Trait trait_;
  std::string title_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::string> values_{""};
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct LinkTable {
  std::size_t rows = 0;
  std::vector<LinkColumn> columns;
  std::vector<std::uint32_t> source;  ///< By row; only rows of different sources are compared. Empty: all.
};

/// Rows in an order that hangs on what they say alone; equal rows stay in the order that they have.
[[nodiscard]] std::vector<std::uint32_t> order_of(const LinkTable& table);

/// A value as it is compared: folded, one space between words, digits alone where only they matter.
[[nodiscard]] std::string link_value(Trait trait, std::string_view raw);

}  // namespace people
