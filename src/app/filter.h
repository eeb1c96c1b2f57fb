#pragma once

/// The words with which every face filters people.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/shown.h"

namespace app {

/// What was given for a word such as "rung"; flags have any text. Nothing where it was not given.
using Given = std::function<std::optional<std::string>(std::string_view word)>;

/// By "standing", "rung", "missing" and "sort", and the flags "one-step", "quiet", "let-go" and "organisations".
/// `mark` goes before a word in what is told: "--". Fault::usage when a word has no such value.
[[nodiscard]] base::Result<store::Filter> filter_of(const Given& given, std::string_view mark);

}  // namespace app
