#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace ledger {

/// What a letter's subject has in it, in lower case, where it may tell of help: the title is kept in
/// a book only then. Parts of words that folding leaves alone; every phrase by which standing reads
/// help (standing/thanks.cc) holds one, which the compiler checks there.
inline constexpr std::string_view telling_stems[] = {"thank", "dank",  "merci", "gracias",   "grazie", "obrigad",
                                                     "tack",  "refer", "recom", "suggested", "empf"};

[[nodiscard]] constexpr bool has_telling_stem(std::string_view lower) {
  return std::any_of(std::begin(telling_stems), std::end(telling_stems),
                     [&](std::string_view stem) { return lower.find(stem) != std::string_view::npos; });
}

}  // namespace ledger
