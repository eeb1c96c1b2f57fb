#pragma once

/// The words with which every face filters people.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/shown.h"

namespace app {

/// What was given for a word such as "rung", every time that it was; flags have any text. Empty: it was not given.
using Given = std::function<std::vector<std::string>(std::string_view word)>;

/// By "standing", "rung" and "missing" (one of several, by commas or given more than once), by "city", "company", "tag" and
/// "market" (each given once or more), and by the flags "one-step", "quiet", "let-go" and "organisations"; in the order of
/// "sort". `mark` goes before a word in what is told: "--". Fault::usage when a word has no such value.
[[nodiscard]] base::Result<store::Filter> filter_of(const Given& given, std::string_view mark);

}  // namespace app
