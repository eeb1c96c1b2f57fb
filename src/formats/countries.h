#pragma once

#include <string>
#include <string_view>

namespace formats {

/// The ISO 3166-1 alpha-2 code of a country's name in English ("Sweden", "UNITED STATES") or of a
/// code ("SE"); empty when it is neither. Source of the names: ICU (CLDR).
[[nodiscard]] std::string country_code(std::string_view name);

}  // namespace formats
