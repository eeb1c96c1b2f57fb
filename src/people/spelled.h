#pragma once

/// Addresses that spell a name: "ada.lovelace@x.example" without a name beside it.

#include <vector>

#include "base/name.h"
#include "ledger/book.h"

namespace people {

/// By identity: the full name of somebody in the book that its address is made of, where the
/// address stands without a full name and only one name fits. Given name and surname in either
/// order and whole ("adalovelace", "lovelace.ada"); an initial and the surname ("alovelace",
/// "lovelacea", or "A. Lovelace" shown beside it) only at the company that the bearer of the name
/// works for. `names`: full names shown with each identity.
[[nodiscard]] std::vector<std::vector<base::Name>> spelled_names(
    const ledger::Book& book, base::Instant moment,
    const std::vector<std::vector<base::Name>>& names);

}  // namespace people
