#pragma once

/// Whole names and mail addresses, which say much of each other: "ada.lovelace@x.example" is a
/// name.

#include <memory>

#include "people/compare.h"

namespace people {

/// How two whole names agree, the closest first.
enum NameLevel : std::uint8_t {
  whole = 1,
  initial,       ///< A name and an initial, or a short form.
  slip,          ///< Of the pen.
  spelled,       ///< The address of one spells the name of the other.
  single,        ///< The only word that one of them has.
  spelled_word,  ///< The address spells one word.
  one_of,        ///< One word of several.
  no_word,
  spelled_alone,       ///< One of the two shows no name: its address spells the other's…
  spelled_word_alone,  ///< …or a word of it…
  not_spelled          ///< …or nothing.
};

/// Levels: NameLevel. `emails` may be null.
[[nodiscard]] std::unique_ptr<Comparison> compare_names(const LinkColumn& names, const LinkColumn* emails);

/// Levels: 1 the same address; 2 the same mailbox name elsewhere; 3 nearly that; 4 the same domain,
/// which is nobody's provider; 5 nothing. `names` may be null. Without `domains` there is no level
/// 4: companies, which are compared beside, say it already.
[[nodiscard]] std::unique_ptr<Comparison> compare_emails(const LinkColumn& emails, const LinkColumn* names, bool domains);

/// The part of an address that its owner chose: "ada" of "ada+news@x.example" and of
/// "12345+ada@users.noreply.github.com".
[[nodiscard]] std::string_view chosen_part(std::string_view address);

}  // namespace people
