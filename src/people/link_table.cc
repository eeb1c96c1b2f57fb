#include "people/link_table.h"

#include <algorithm>

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
    const bool word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
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
    default:
      return words_of(text);
  }
}

void LinkColumn::add(std::string_view raw) {
  std::string value = link_value(trait_, raw);
  if (value.empty()) {
    rows_.push_back(0);
    return;
  }
  const auto [at, fresh] =
      numbers_.try_emplace(std::move(value), static_cast<std::uint32_t>(values_.size()));
  if (fresh) values_.push_back(at->first);
  rows_.push_back(at->second);
}

}  // namespace people
