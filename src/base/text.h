#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

[[nodiscard]] bool all_ascii(std::string_view text);
/// Without leading and trailing ASCII white space and U+00A0.
[[nodiscard]] std::string_view trim(std::string_view text);
/// The parts between runs of ASCII white space. Views into `text`.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);
/// The parts between single `separator`s, empty ones too. Views into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] bool starts_with_no_case(std::string_view text, std::string_view prefix);
[[nodiscard]] bool equal_no_case(std::string_view a, std::string_view b);
[[nodiscard]] bool contains(std::string_view text, std::string_view part);
/// ASCII letters to lower case, other bytes as they are.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// For comparing and searching: any script to Latin letters, no accents, lower case, single spaces.
/// "Łukasz  ÅSTRÖM" gives "lukasz astrom"; text that is not UTF-8 is repaired first.
/// Pure; about 3 us a name, 50 ns when it is ASCII. Source of the rules: ICU
/// "Any-Latin; Latin-ASCII; Lower".
[[nodiscard]] std::string fold(std::string_view text);

[[nodiscard]] bool is_utf8(std::string_view text);
/// `text` when it is UTF-8, else `text` read as Windows-1252 (what most files of unknown encoding
/// are). NUL bytes are dropped.
[[nodiscard]] std::string to_utf8(std::string_view text);
/// `bytes` in `charset` (any name that ICU knows) as UTF-8; an unknown charset as `to_utf8`.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view charset);
/// At most `size_max` bytes, never cutting a UTF-8 sequence.
[[nodiscard]] std::string_view clip(std::string_view text, std::size_t size_max);
/// Without format characters (category Cf: bidi marks, zero-width joiners, BOM) and controls.
[[nodiscard]] std::string strip_format(std::string_view text);

/// Safe to print: control characters, line breaks and bidi overrides become visible escapes
/// ("\x1b", "\u202e"); longer texts than `columns_max` end in "…". UTF-8 out, always.
[[nodiscard]] std::string printable(std::string_view text, std::size_t columns_max = 200);
/// How many terminal columns `text` (UTF-8) takes: wide East Asian characters 2, combining 0.
[[nodiscard]] std::size_t columns(std::string_view text);

/// A 64-bit content hash (first 8 bytes of BLAKE2b-128, libsodium): the same on every machine.
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);
/// The same without its highest bit, so that it fits a signed column.
[[nodiscard]] inline std::uint64_t hash63(std::string_view bytes) { return hash64(bytes) & ~0ULL >> 1U; }

}  // namespace base
