#include "store/traits.h"

#include <algorithm>

#include "base/name.h"
#include "base/text.h"
#include "people/fields.h"

namespace store {

namespace {

/// Within one line.
void add_line(std::string& lines, std::string_view text) {
  if (text.empty()) return;
  if (!lines.empty()) lines += '\n';
  for (const char c : text) lines += c == '\n' || c == '\r' ? ' ' : c;
}

/// Of a field that is a facet; another facet is told apart here.
Trait trait_of(std::string_view field) {
  return field == "city" ? Trait::city : field == "company" ? Trait::company : Trait::tag;
}

}  // namespace

std::array<std::string, trait_count> traits_of(const people::Person& person) {
  std::array<std::string, trait_count> out;
  people::each_text(
      [&](const people::PersonField& field, const std::string& text) {
        if (field.facet) add_line(out[static_cast<std::size_t>(trait_of(field.name))], base::trim(text));
      },
      person);
  return out;
}

std::string markets_of(const people::Person& person, std::span<const plays::Market> markets) {
  std::string out;
  for (const plays::Market& market : markets) {
    if (plays::fit(market, person).how == plays::Fit::How::yes) add_line(out, market.name);
  }
  return out;
}

std::string TraitValues::key(std::string_view spelling) const {
  std::string key = of_ == Trait::company ? base::company_key(spelling) : base::fold(base::trim(spelling));
  return key.empty() ? std::string(spelling) : key;
}

std::uint32_t TraitValues::count(std::string_view spelling) {
  const auto [place, is_new] = spellings_.try_emplace(std::string(spelling));
  Spelling& one = place->second;
  if (is_new) {
    one.number = numbers_.try_emplace(key(spelling), static_cast<std::uint32_t>(shown_.size())).first->second;
    if (one.number == shown_.size()) shown_.emplace_back();
  }
  Shown& shown = shown_[one.number];
  if (++one.people > shown.people) shown = {place->first, one.people};
  return one.number;
}

std::optional<std::uint32_t> TraitValues::find(std::string_view spelling) const {
  const auto found = numbers_.find(key(spelling));
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace store
