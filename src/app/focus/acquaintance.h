#pragma once

/// Who knows whom: who can introduce the owner, in which circles people move, and how closely all of them hang together.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/person.h"
#include "graph/cohesion.h"
#include "graph/graph.h"

namespace app {

/// Who can introduce the owner: to one person, or to anybody of a group.
struct PathView {
  std::optional<PersonView> person;
  base::Message group;          ///< Where it is no person.
  std::size_t people = 0;       ///< In the group, or 1;
  std::size_t in_touch = 0;     ///< those of it with whom the owner is in touch already,
  std::vector<PersonView> own;  ///< and the strongest of these, at most three.
  struct Introducer {
    PersonView first;                ///< Whom the owner asks.
    std::optional<PersonView> then;  ///< Whom they ask.
    PersonView to;
    graph::Shared shared;       ///< Of `first` and whoever comes next,
    graph::Shared then_shared;  ///< and of `then` and `to`.
    double chance = 0;          ///< 0..1; rough.
  };
  std::vector<Introducer> introducers;  ///< The warmest first.
};

/// To a person, to a company or market, or to whom a rule takes in.
[[nodiscard]] base::Result<PathView> path(Session& session, std::string_view to);

struct CircleView {
  base::Message name;
  std::size_t people = 0;
  std::size_t network = 0;          ///< How many of them are the owner's.
  std::vector<PersonView> central;  ///< Who shares most with the others; at most three, exempt people left out.
};

[[nodiscard]] base::Result<std::vector<CircleView>> communities(Session& session);

/// Who knows whom, to be drawn.
struct MapView {
  struct Node {
    PersonView person;
    std::optional<std::uint32_t> circle;  ///< Of `circles`.
    bool proposed = false;                ///< To be let go.
  };
  struct Edge {
    std::uint32_t a = 0, b = 0;  ///< Of `nodes`.
    double weight = 0;           ///< 1: they were introduced.
  };
  std::vector<Node> nodes;  ///< Members of the network, then those one step away, then the rest; by strength.
  std::vector<Edge> edges;
  std::vector<CircleView> circles;
  std::size_t others = 0;  ///< Everybody else in the lists.
};

/// The strongest ties, at most `limit` of them, and who of these know each other; members and those one step
/// away come first.
[[nodiscard]] base::Result<MapView> map(Session& session, std::size_t limit);

struct CohesionChange {
  graph::Cohesion before, after;
};

/// How closely those in the lists hang together, and how they would without some of them.
[[nodiscard]] base::Result<CohesionChange> cohesion_without(Session& session, std::span<const std::uint32_t> persons);

}  // namespace app
