#pragma once

/// Cities: where they are, and which one a text means. Source: GeoNames as Debian packages it
/// (libgeonames), every city of some 15,000 people or more.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace formats {

struct Place {
  std::string name;    ///< In English, as GeoNames spells it.
  std::string region;  ///< State, county or land; may be empty.
  std::string country;
  std::string country_code;            ///< ISO 3166-1 alpha-2.
  std::string zone;                    ///< IANA.
  double latitude = 0, longitude = 0;  ///< Degrees north and east.
  std::uint32_t population = 0;
};

/// "Springfield, Illinois, United States of America".
[[nodiscard]] std::string place_words(const Place& place);
/// Along the great circle.
[[nodiscard]] double distance_km(const Place& a, const Place& b);

/// Loading takes some 30 ms: once, and only by who asks where somebody is.
class Places {
 public:
  Places();
  /// The cities that `text` may mean, the most populous first; none where it names none that is
  /// known. Reads "Springfield, IL", "Frankfurt, DE", "Warszawa", "10115 Berlin", "Greater Berlin
  /// Area"; a region or country after a comma decides where it fits any of them.
  [[nodiscard]] std::vector<Place> named(std::string_view text) const;

 private:
  [[nodiscard]] const std::vector<int>* of_name(std::string_view key) const;
  [[nodiscard]] std::vector<int> of_words(std::string_view text) const;

  std::unordered_map<std::string, std::vector<int>> by_name_;  ///< Folded; numbers of GeoNames.
};

}  // namespace formats
