#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A personal name taken apart for comparing. Made of what people and files write: "Dr. Ada
/// Lovelace (she/her)", "Lovelace, Ada", "Ada Lovelace, PhD", "王小明".
struct Name {
  std::vector<std::string> words;  ///< Folded, in one_spelling, in the order given, surname last.

  /// The whole name folded: "ada king lovelace".
  [[nodiscard]] std::string text() const;
  /// Given name without its diminutive ("kate" is "katherine") and surname: "ada lovelace".
  /// Empty unless both are there and neither is an initial.
  [[nodiscard]] std::string key() const;
};

[[nodiscard]] Name parse_name(std::string_view text);

/// A folded word with its vowels written in one way: "haendel" as "handel", which is what "Händel"
/// folds to; likewise oe, ue and aa. Words of three letters ("joe", "sue") stay as they are.
[[nodiscard]] std::string one_spelling(std::string_view word);

/// The formal given name behind a diminutive, both in one_spelling: "bob" gives "robert".
/// A name that stands for several ("alex", "sam", "chris") stays as it is.
/// Source: common given names and their short forms, docs/policy.md#nicknames.
[[nodiscard]] std::string_view formal(std::string_view given);

/// Whether two full names can be one person's: same surname and compatible given names, or the
/// same given name with another surname (marriage); a single word agrees with any name holding it.
[[nodiscard]] bool compatible(const Name& a, const Name& b);

/// For showing: no quotes around, no bidi marks, "Lovelace, Ada" turned round, one space.
[[nodiscard]] std::string shown_name(std::string_view text);

/// A company for comparing: folded, without legal forms ("Acme, Inc." and "ACME GmbH": "acme").
[[nodiscard]] std::string company_key(std::string_view text);

}  // namespace base
