#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lab {

/// Names of many languages and scripts, for invented people.
[[nodiscard]] const std::vector<std::string_view>& given_names();
[[nodiscard]] const std::vector<std::string_view>& family_names();
[[nodiscard]] const std::vector<std::string_view>& company_names();
[[nodiscard]] const std::vector<std::string_view>& job_titles();
/// What friends say for a given name; empty when there is no such name.
[[nodiscard]] std::string_view nickname_of(std::string_view given);

}  // namespace lab
