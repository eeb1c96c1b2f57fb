#pragma once

/// Words that tell of a trade or a matter, for finding who has to do with it. docs/plays.md#words.

#include <string>
#include <string_view>
#include <vector>

namespace plays {

inline constexpr std::size_t word_letters_min = 4;

/// The words of `text` that may be compared: folded, not shorter, without those that everybody
/// uses. Sorted, each once.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view text, std::size_t letters_min = word_letters_min);
/// Whether two such words are one but for an ending of up to three letters ("engineer", "engineers").
[[nodiscard]] bool alike(std::string_view a, std::string_view b);
/// The words that two texts have in common, as the first has them.
[[nodiscard]] std::vector<std::string> words_in_common(std::string_view a, std::string_view b);
/// What a text is about: its telling words, the most frequent first, those of its title as if each
/// stood in the text three times more. At most `bytes_max` bytes, spaces between.
[[nodiscard]] std::string gist(std::string_view title, std::string_view text, std::size_t bytes_max);

}  // namespace plays
