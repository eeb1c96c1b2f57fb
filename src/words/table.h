#pragma once

/// The catalogues as they are built in; cmake/words.cmake writes them from words/*.json.

#include <span>
#include <string_view>

namespace words {

struct Sentence {
  std::string_view code, pattern;
};
struct Catalogue {
  std::string_view language;
  std::span<const Sentence> sentences;  ///< Sorted by code.
};
[[nodiscard]] std::span<const Catalogue> catalogues();

}  // namespace words
