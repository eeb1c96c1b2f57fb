#pragma once

/// What is computed over any graph. Leiden is igraph's, of which nothing is seen outside of measures.cc; constraint and
/// transitivity are one pass of our own over all triangles, five times as fast (docs/decisions/0009).

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace graph {

/// Vertices are 0..n-1; no edge is there twice or leads to itself, and each weighs more than 0.
struct Edge {
  std::uint32_t a = 0, b = 0;
  double weight = 1;
};

/// For each vertex the number of its community, from 0: Leiden's, with modularity (Traag, Waltman, van Eck 2019).
/// The same for the same edges in the same order.
[[nodiscard]] std::vector<std::uint32_t> leiden(std::span<const Edge> edges, std::uint32_t vertices);

struct Closure {
  std::vector<double> constraint;  ///< Burt's, of each vertex (Burt 1992, 2.4); NaN for one without edges.
  /// Of all pairs with a neighbour in common, the share that are neighbours themselves; 0 where there is none.
  double transitivity = 0;
};
[[nodiscard]] Closure closure(std::span<const Edge> edges, std::uint32_t vertices);

}  // namespace graph
