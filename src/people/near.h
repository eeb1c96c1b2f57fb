#pragma once

/// Names that are nearly one, at one employer: "Maria Silva" and "Maria Silva Santos", "Lovelace
/// Ada", "A. Lovelace", "Ada Lovlace".

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/name.h"
#include "ledger/book.h"

namespace people {

struct NearPair {
  ledger::IdentityId
      a;  ///< The leading identity of each of the two clusters; a's handle is the lesser.
  ledger::IdentityId b;
  bool sure = false;  ///< The same words in another order.
  std::string why;    ///< "nearly the same name, both at Fjord".
};

/// Two clusters of one company (by what is said of them or by their mail) whose names are not equal
/// but may be one; neither two LinkedIn profiles nor two birthdays. `names`: full names of each
/// identity; `cluster_of`: an identity's root, or no_cluster. In order of handles.
[[nodiscard]] std::vector<NearPair> near_pairs(
    const ledger::Book& book, base::Instant moment,
    const std::vector<std::vector<base::Name>>& names,
    const std::function<std::uint32_t(std::uint32_t)>& cluster_of);

}  // namespace people
