#include "formats/places.h"

#include <geonames.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <optional>
#include <span>

#include "base/text.h"
#include "formats/countries.h"

namespace formats {

namespace {

struct Spelling {
  std::string_view other;  ///< Folded.
  std::string_view name;   ///< GeoNames', folded.
};

// What people write who live there, or wrote before: GeoNames has one English name for each city.
constexpr Spelling spellings[] = {
    {"aix", "aix en provence"},
    {"al qahirah", "cairo"},
    {"antwerpen", "antwerp"},
    {"anvers", "antwerp"},
    {"athina", "athens"},
    {"bangalore", "bengaluru"},
    {"basle", "basel"},
    {"bay area", "san francisco"},
    {"beograd", "belgrade"},
    {"berne", "bern"},
    {"bombay", "mumbai"},
    {"breslau", "wroclaw"},
    {"brugge", "bruges"},
    {"brussel", "brussels"},
    {"bruxelles", "brussels"},
    {"bucuresti", "bucharest"},
    {"calcutta", "kolkata"},
    {"danzig", "gdansk"},
    {"den haag", "the hague"},
    {"firenze", "florence"},
    {"frankfurt", "frankfurt am main"},
    {"frankfurt", "frankfurt oder"},
    {"gand", "ghent"},
    {"geneve", "geneva"},
    {"genf", "geneva"},
    {"genova", "genoa"},
    {"gent", "ghent"},
    {"goteborg", "gothenburg"},
    {"hannover", "hanover"},
    {"ile de france", "paris"},
    {"kiev", "kyiv"},
    {"kobenhavn", "copenhagen"},
    {"koln", "cologne"},
    {"kopenhagen", "copenhagen"},
    {"krakau", "krakow"},
    {"krung thep", "bangkok"},
    {"kyjiv", "kyiv"},
    {"la haye", "the hague"},
    {"lisboa", "lisbon"},
    {"lisbonne", "lisbon"},
    {"londres", "london"},
    {"luik", "liege"},
    {"lyons", "lyon"},
    {"madras", "chennai"},
    {"mailand", "milan"},
    {"marseilles", "marseille"},
    {"milano", "milan"},
    {"moskau", "moscow"},
    {"moskva", "moscow"},
    {"munchen", "munich"},
    {"napoli", "naples"},
    {"newcastle", "newcastle upon tyne"},
    {"nurnberg", "nuremberg"},
    {"nyc", "new york"},
    {"oporto", "porto"},
    {"padua", "padova"},
    {"peking", "beijing"},
    {"plzen", "pilsen"},
    {"posen", "poznan"},
    {"prag", "prague"},
    {"praha", "prague"},
    {"roma", "rome"},
    {"ruhr", "essen"},
    {"s gravenhage", "the hague"},
    {"saigon", "ho chi minh city"},
    {"sankt peterburg", "saint petersburg"},
    {"sevilla", "seville"},
    {"sf", "san francisco"},
    {"silicon valley", "san jose"},
    {"st petersburg", "saint petersburg"},
    {"tel aviv yafo", "tel aviv"},
    {"torino", "turin"},
    {"varsovie", "warsaw"},
    {"venezia", "venice"},
    {"vienne", "vienna"},
    {"vilna", "vilnius"},
    {"warschau", "warsaw"},
    {"warszawa", "warsaw"},
    {"washington", "washington dc"},
    {"wien", "vienna"},
};

constexpr std::array<Spelling, 64> abbreviations = {{
    {"al", "alabama"},
    {"ak", "alaska"},
    {"az", "arizona"},
    {"ar", "arkansas"},
    {"ca", "california"},
    {"co", "colorado"},
    {"ct", "connecticut"},
    {"de", "delaware"},
    {"dc", "district of columbia"},
    {"fl", "florida"},
    {"ga", "georgia"},
    {"hi", "hawaii"},
    {"id", "idaho"},
    {"il", "illinois"},
    {"in", "indiana"},
    {"ia", "iowa"},
    {"ks", "kansas"},
    {"ky", "kentucky"},
    {"la", "louisiana"},
    {"me", "maine"},
    {"md", "maryland"},
    {"ma", "massachusetts"},
    {"mi", "michigan"},
    {"mn", "minnesota"},
    {"ms", "mississippi"},
    {"mo", "missouri"},
    {"mt", "montana"},
    {"ne", "nebraska"},
    {"nv", "nevada"},
    {"nh", "new hampshire"},
    {"nj", "new jersey"},
    {"nm", "new mexico"},
    {"ny", "new york"},
    {"nc", "north carolina"},
    {"nd", "north dakota"},
    {"oh", "ohio"},
    {"ok", "oklahoma"},
    {"or", "oregon"},
    {"pa", "pennsylvania"},
    {"ri", "rhode island"},
    {"sc", "south carolina"},
    {"sd", "south dakota"},
    {"tn", "tennessee"},
    {"tx", "texas"},
    {"ut", "utah"},
    {"vt", "vermont"},
    {"va", "virginia"},
    {"wa", "washington"},
    {"wv", "west virginia"},
    {"wi", "wisconsin"},
    {"wy", "wyoming"},
    {"ab", "alberta"},
    {"bc", "british columbia"},
    {"mb", "manitoba"},
    {"nb", "new brunswick"},
    {"nl", "newfoundland and labrador"},
    {"ns", "nova scotia"},
    {"nt", "northwest territories"},
    {"nu", "nunavut"},
    {"on", "ontario"},
    {"pe", "prince edward island"},
    {"qc", "quebec"},
    {"sk", "saskatchewan"},
    {"yt", "yukon"},
}};

// "Greater Berlin Metropolitan Area".
constexpr std::string_view area_words[] = {"greater", "metropolitan", "metro", "metroplex", "area",
                                           "region",  "city",         "of",    "county"};

/// Folded words, one space between them; dots and apostrophes are nothing, other signs part words.
std::string key_of(std::string_view text) {
  std::string out;
  for (const char c : base::fold(text)) {
    if (c == '.' || c == '\'' || c == '`') continue;
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) out += c;
    if (!word && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) (out += out.empty() ? "" : " ") += word;
  return out;
}

/// "muenchen" as "munchen".
std::string without_umlaut_e(std::string_view key) {
  std::string out;
  for (const char c : key) {
    const bool after = c == 'e' && !out.empty() && std::string_view("aou").find(out.back()) != std::string_view::npos;
    if (!after) out += c;
  }
  return out;
}

std::string text_of(const gchar* text) { return text == nullptr ? std::string() : std::string(text); }

Place place_of(int number) {
  const std::unique_ptr<GeonamesCity, decltype(&geonames_city_free)> city(geonames_get_city(number), geonames_city_free);
  return {.name = text_of(geonames_city_get_name(city.get())),
          .region = text_of(geonames_city_get_state(city.get())),
          .country = text_of(geonames_city_get_country(city.get())),
          .country_code = text_of(geonames_city_get_country_code(city.get())),
          .zone = text_of(geonames_city_get_timezone(city.get())),
          .latitude = geonames_city_get_latitude(city.get()),
          .longitude = geonames_city_get_longitude(city.get()),
          .population = geonames_city_get_population(city.get())};
}

/// Whether `part`, which stood after a comma, is the place's region or country.
bool lies_in(const Place& place, std::string_view part) {
  const std::string key = key_of(part);
  const std::string region = key_of(place.region);
  if (key == region || (key.size() > 3 && (" " + region + " ").find(" " + key + " ") != std::string::npos)) return true;
  if (place.country_code == "US" || place.country_code == "CA") {
    for (const Spelling& state : abbreviations) {
      if (state.other == key && state.name == region) return true;
    }
  }
  const std::string code = country_code(base::trim(part));
  return code == place.country_code || key == key_of(place.country) || (key == "usa" && place.country_code == "US") ||
         (key == "uk" && place.country_code == "GB");
}

}  // namespace

std::string place_words(const Place& place) {
  std::string out = place.name;
  for (const std::string& part : {place.region, place.country}) {
    if (!part.empty() && part != place.name) out += ", " + part;
  }
  return out;
}

double distance_km(const Place& a, const Place& b) {
  constexpr double earth_km = 6371;  // The mean radius; off by 0.5 % at most.
  constexpr double radians = std::numbers::pi / 180;
  const double north = std::sin((b.latitude - a.latitude) * radians / 2);
  const double east = std::sin((b.longitude - a.longitude) * radians / 2);
  const double h = north * north + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * east * east;
  return 2 * earth_km * std::asin(std::sqrt(std::min(1.0, h)));
}

Places::Places() {
  const int count = geonames_get_n_cities();
  by_name_.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<GeonamesCity, decltype(&geonames_city_free)> city(geonames_get_city(i), geonames_city_free);
    by_name_[key_of(text_of(geonames_city_get_name(city.get())))].push_back(i);
  }
  for (const Spelling& one : spellings) {
    const auto known = by_name_.find(std::string(one.name));
    if (known == by_name_.end()) continue;
    const std::vector<int> numbers = known->second;
    std::vector<int>& also = by_name_[std::string(one.other)];
    also.insert(also.end(), numbers.begin(), numbers.end());
  }
}

const std::vector<int>* Places::of_name(std::string_view key) const {
  auto found = by_name_.find(std::string(key));
  if (found == by_name_.end()) found = by_name_.find(without_umlaut_e(key));
  return found == by_name_.end() ? nullptr : &found->second;
}

std::vector<int> Places::of_words(std::string_view text) const {
  const std::string key = key_of(text);
  if (const auto* all = of_name(key)) return *all;
  std::vector<std::string_view> left = base::split_words(key);
  std::erase_if(left, [](std::string_view word) {
    return std::find(std::begin(area_words), std::end(area_words), word) != std::end(area_words) ||
           word.find_first_of("0123456789") != std::string_view::npos;
  });
  // "Cologne Bonn", "Frankfurt Rhine Main": the first that is a city, the longest name of it.
  for (; !left.empty(); left.pop_back()) {
    if (const auto* all = of_name(joined(left))) return *all;
  }
  return {};
}

std::vector<Place> Places::named(std::string_view text) const {
  const std::vector<std::string_view> parts = base::split(text, ',');
  std::vector<Place> found;
  for (const int number : of_words(parts.front())) found.push_back(place_of(number));
  for (const std::string_view part : std::span(parts).subspan(1)) {
    std::vector<Place> within;
    for (const Place& one : found) {
      if (lies_in(one, part)) within.push_back(one);
    }
    // A quarter or a region by another name decides nothing; another country does.
    if (!within.empty() || !country_code(base::trim(part)).empty()) found = std::move(within);
  }
  // "Jamaica" alone is the country, not the part of New York; "Luxembourg" is both.
  const std::string country = parts.size() > 1 ? "" : country_code(base::trim(text));
  std::erase_if(found, [&](const Place& one) { return !country.empty() && one.country_code != country; });
  std::sort(found.begin(), found.end(), [](const Place& a, const Place& b) {
    return a.population != b.population ? a.population > b.population : place_words(a) < place_words(b);
  });
  return found;
}

}  // namespace formats
