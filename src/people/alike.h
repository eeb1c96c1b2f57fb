#pragma once

/// How alike two texts are.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace people {

/// Edits that turn `a` into `b`: a character put in, taken out, replaced, or two neighbours swapped
/// (optimal string alignment, Boytsov 2011, 2.2.2); `most` + 1 when there are more than `most`.
/// Bytes, at most 200 of each.
[[nodiscard]] std::size_t edits(std::string_view a, std::string_view b, std::size_t most);

/// 0 (nothing in common) .. 1 (equal): Jaro with Winkler's bonus of .1 for each of up to four first
/// characters (Winkler 1990). Bytes, at most 64 of each.
[[nodiscard]] double jaro_winkler(std::string_view a, std::string_view b);

/// The letters of a folded text, of any script: "adalovelace" of "ada.lovelace99".
[[nodiscard]] std::string letters_of(std::string_view text);

/// Which characters stand in `text`, one bit each for letters and digits, shared bits for the rest:
/// two texts whose sets lie far apart need no closer look.
[[nodiscard]] std::uint64_t characters(std::string_view text);

/// A text and its characters, counted once.
struct Spelled {
  std::string_view text;
  std::uint64_t characters = 0;
};
/// edits(a, b, 1) <= 1, quickly.
[[nodiscard]] bool one_edit(const Spelled& a, const Spelled& b);
/// jaro_winkler(a, b) >= least, quickly.
[[nodiscard]] bool as_alike(const Spelled& a, const Spelled& b, double least);

}  // namespace people
