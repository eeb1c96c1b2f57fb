#pragma once

/// Whole names and mail addresses, which say much of each other: "ada.lovelace@x.example" is a
/// name.

#include <memory>

#include "people/compare.h"

namespace people {

/// Levels: 1 the whole name; 2 a name and an initial, or a short form; 3 a slip of the pen; 4 the
/// address of one spells the name of the other; 5 a single word that both have; 6 the address
/// spells one word of it; 7 one word of several; 8 nothing. `emails` may be null.
[[nodiscard]] std::unique_ptr<Comparison> compare_names(const LinkColumn& names,
                                                        const LinkColumn* emails);

/// Levels: 1 the same address; 2 the same mailbox name elsewhere; 3 nearly that; 4 the same domain,
/// which is nobody's provider; 5 nothing. `names` may be null.
[[nodiscard]] std::unique_ptr<Comparison> compare_emails(const LinkColumn& emails,
                                                         const LinkColumn* names);

/// The part of an address that its owner chose: "ada" of "ada+news@x.example" and of
/// "12345+ada@users.noreply.github.com".
[[nodiscard]] std::string_view chosen_part(std::string_view address);

}  // namespace people
