#pragma once

/// Two people side by side: what agrees, what differs, and what they would be as one.

#include <string>
#include <utility>
#include <vector>

#include "app/person.h"

namespace app {

/// Two people side by side.
struct Sides {
  std::vector<std::string> agree;  ///< "name", "company", "town", …
  std::vector<std::string> differ;
  standing::Rung together = standing::Rung::listed;  ///< As one person.
  bool moves = false;                                ///< Together they stand higher than either alone.
};

[[nodiscard]] Sides side_by_side(const PersonView& a, const PersonView& b);

/// "Maria Silva, Fjord" and "Maria Silva, Kestrel" where the names are one, else the names alone;
/// what differs first: company, town, address, id.
[[nodiscard]] std::pair<std::string, std::string> told_apart(const PersonView& a, const PersonView& b);

}  // namespace app
