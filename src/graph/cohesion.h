#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace graph {

/// How closely the owner's people hang together.
struct Cohesion {
  std::size_t people = 0;
  std::size_t acquaintances = 0;  ///< Pairs who know each other…
  double density = 0;             ///< …of all pairs; 0..1.
  double transitivity = 0;        ///< Of pairs with an acquaintance in common, those who know each other; 0..1.
  /// Burt's constraint in the middle of all who know somebody: near 1 where all of somebody's acquaintances are one
  /// closed circle, near 0 where they are many who do not know each other. May exceed 1 in pairs and threes.
  double constraint = 0;
  /// Of the owner, who knows everybody: as many people who do not know each other would reach as far
  /// (Burt 1992; as Borgatti 1997 has it, n - 2t/n).
  double effective_size = 0;
};

/// Among those for whom `in` holds, by PersonId.
[[nodiscard]] Cohesion cohesion(std::span<const Acquaintance> all, const std::vector<bool>& in);

}  // namespace graph
