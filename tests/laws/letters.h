#pragma once

/// The language of letters, as whoever gets one understands it: which sentences there are, and what each claims. It is read
/// from the English words alone, never from the code that made them.

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "said.h"

namespace laws {

/// What stands in the places of a pattern, by their names.
using Places = std::map<std::string, std::string>;

/// "We last met {when}[: {title}].": {a place} takes any words, [what is in these] may be left out.
struct Sentence {
  std::string_view pattern;
  std::string (*why_not)(const Letter& letter, const Places& said);  ///< nullptr: it claims nothing of anybody.
};
/// The first that a sentence goes by is the one, in these tables in this order: what is said for the owner's own word
/// (letters_owner.cc), of the rows between the two (letters_contact.cc), and what claims nothing (letters.cc).
[[nodiscard]] std::span<const Sentence> sentences_of_the_owner();
[[nodiscard]] std::span<const Sentence> sentences_of_contact();

/// Whether `text` goes by the pattern, all of it.
[[nodiscard]] bool goes_by(std::string_view pattern, std::string_view text, Places& said);

/// What stands in that place; empty: nothing.
[[nodiscard]] std::string at(const Places& said, const std::string& place);
/// Whether `whole` has what is said in it, in whatever case, without quotes and the dots of what was cut.
[[nodiscard]] bool says(const std::string& whole, const std::string& said);
[[nodiscard]] bool has_title(const Letter& letter, const Places& said, const Event& one);
[[nodiscard]] std::string not_the_owner(const Letter& letter, const Places& said);
[[nodiscard]] std::string not_their_company(const Letter& letter, const Places& said);
/// The words of the owner's that the letter is for: a piece, why two should meet, what somebody needs.
[[nodiscard]] std::string not_own_words(const Letter& letter, const Places& said);

// Days as letters tell them, one off at most: a day of the owner's may be another in UTC.
/// "12 November", "12 November 2024".
[[nodiscard]] bool is_date(std::string_view said, base::Day day, base::Day today);
/// "today", "yesterday", "on 12 November", "in March", "in March 2024".
[[nodiscard]] bool is_when(std::string_view said, base::Day day, base::Day today);
/// "a year", "twenty-one years".
[[nodiscard]] bool is_years(std::string_view said, int years);

}  // namespace laws
