#include "people/link_table.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/name.h"
#include "base/text.h"

namespace people {

namespace {

constexpr std::size_t value_bytes_max = 500;

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

/// Letters and digits of any script, folded; everything else parts words.
std::string words_of(std::string_view text) {
  std::string out;
  for (const char c : base::fold(text)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (word) {
      out += c;
    } else if (c != '\'' && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string link_value(Trait trait, std::string_view raw) {
  const std::string_view text = base::trim(base::clip(raw, value_bytes_max));
  switch (trait) {
    case Trait::date:
    case Trait::phone:
      return digits_of(text);
    case Trait::email:
      return base::lower_ascii(text);
    case Trait::company:
      return base::company_key(text);
    case Trait::name:
    case Trait::given:
    case Trait::family: {
      const std::string words = words_of(text);
      std::string out;
      for (const std::string_view word : base::split_words(words)) out += (out.empty() ? "" : " ") + base::one_spelling(word);
      return out;
    }
    default:
      return words_of(text);
  }
}

void LinkColumn::add(std::string_view raw) { add_clean(link_value(trait_, raw)); }

void LinkColumn::add_clean(std::string value) {
  if (value.empty()) {
    rows_.push_back(0);
    return;
  }
  const auto [at, fresh] = numbers_.try_emplace(std::move(value), static_cast<std::uint32_t>(values_.size()));
  if (fresh) values_.push_back(at->first);
  rows_.push_back(at->second);
}

LinkColumn LinkColumn::in_order(const std::vector<std::uint32_t>& order) const {
  LinkColumn out(trait_, title_);
  std::vector<std::uint32_t> number(values_.size(), 0);
  out.rows_.reserve(order.size());
  for (const std::uint32_t row : order) {
    const std::uint32_t value = rows_[row];
    if (value != 0 && number[value] == 0) {
      number[value] = static_cast<std::uint32_t>(out.values_.size());
      out.values_.push_back(values_[value]);
    }
    out.rows_.push_back(number[value]);
  }
  return out;
}

std::vector<std::uint32_t> order_of(const LinkTable& table) {
  std::vector<std::uint64_t> print(table.rows, 0);
  for (const LinkColumn& column : table.columns) {
    std::vector<std::uint64_t> of_value;
    for (const std::string& value : column.values()) of_value.push_back(std::hash<std::string>{}(value));
    for (std::size_t row = 0; row < table.rows; ++row) {
      print[row] = (print[row] ^ of_value[column.at(row)]) * 0x9e37'79b9'7f4a'7c15U;
    }
  }
  for (std::size_t row = 0; row < table.source.size(); ++row) {
    print[row] = (print[row] ^ table.source[row]) * 0x9e37'79b9'7f4a'7c15U;
  }
  std::vector<std::uint32_t> order(table.rows);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return print[a] < print[b]; });
  return order;
}

}  // namespace people
