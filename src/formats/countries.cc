#include "formats/countries.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <unordered_map>

#include "base/text.h"

namespace formats {

namespace {

const std::unordered_map<std::string, std::string>& codes() {
  static const std::unordered_map<std::string, std::string> table = [] {
    std::unordered_map<std::string, std::string> result;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      const icu::Locale region("und", *code);
      icu::UnicodeString shown;
      std::string name;
      region.getDisplayCountry(icu::Locale::getEnglish(), shown).toUTF8String(name);
      result.emplace(base::fold(name), *code);
      result.emplace(base::fold(*code), *code);
    }
    // As LinkedIn and people write them.
    result.emplace("usa", "US");
    result.emplace("uk", "GB");
    result.emplace("great britain", "GB");
    result.emplace("czech republic", "CZ");
    result.emplace("the netherlands", "NL");
    result.emplace("turkey", "TR");
    result.emplace("hong kong", "HK");
    result.emplace("hong kong sar", "HK");
    return result;
  }();
  return table;
}

}  // namespace

std::string country_code(std::string_view name) {
  const auto found = codes().find(base::fold(base::trim(name)));
  return found == codes().end() ? std::string{} : found->second;
}

}  // namespace formats
