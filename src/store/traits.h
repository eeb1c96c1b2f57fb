#pragma once

/// What people may have in common by name: cities, companies, tags, markets.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "people/people.h"
#include "plays/market.h"
#include "store/shown.h"

namespace store {

enum class Trait : std::uint8_t { city, company, tag, market };
inline constexpr std::size_t trait_count = 4;

/// The texts of a person's traits as the picture keeps them, by Trait: one value a line. But for markets.
[[nodiscard]] std::array<std::string, trait_count> traits_of(const people::Person& person);
/// Those of these markets that somebody fits, likewise.
[[nodiscard]] std::string markets_of(const people::Person& person, std::span<const plays::Market> markets);

/// The values of one trait: one number for all spellings of a value.
class TraitValues {
 public:
  explicit TraitValues(Trait of) : of_(of) {}
  /// The number of a value, which somebody more has.
  std::uint32_t count(std::string_view spelling);
  /// Of a value that anybody has.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view spelling) const;
  [[nodiscard]] std::size_t size() const { return shown_.size(); }
  /// As most spell it.
  [[nodiscard]] const std::string& shown(std::uint32_t number) const { return shown_[number].spelling; }

 private:
  [[nodiscard]] std::string key(std::string_view spelling) const;
  struct Spelling {
    std::uint32_t number = 0, people = 0;
  };
  struct Shown {
    std::string spelling;
    std::uint32_t people = 0;
  };
  Trait of_;
  std::unordered_map<std::string, Spelling> spellings_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< By key.
  std::vector<Shown> shown_;
};

}  // namespace store
