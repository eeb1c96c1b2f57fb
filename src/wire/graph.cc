// JSON of who knows whom.

#include <nlohmann/json.hpp>

#include "wire/values.h"
#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

/// Rounded to them, numbers are the same on every machine.
constexpr double millionths = 1e6;

json link(const app::PersonView& from, const app::PersonView& to, const graph::Shared& shared) {
  return {{"from", named_json(from)},
          {"to", named_json(to)},
          {"threads", shared.threads},
          {"meetings", shared.meetings},
          {"introductions", shared.introductions},
          {"colleagues", shared.colleagues},
          {"last", shared.last == base::Day{} ? json(nullptr) : json(base::iso(shared.last))}};
}

json cohesion_of(const graph::Cohesion& c) {
  return {{"people", c.people},
          {"acquaintances", c.acquaintances},
          {"density", rounded(c.density, millionths)},
          {"transitivity", rounded(c.transitivity, millionths)},
          {"constraint", rounded(c.constraint, millionths)},
          {"effective_size", rounded(c.effective_size, millionths)}};
}

}  // namespace

json path_json(const app::PathView& path) {
  json introducers = json::array();
  for (const app::PathView::Introducer& one : path.introducers) {
    json chain = json::array();
    chain.push_back(link(one.first, one.then ? *one.then : one.to, one.shared));
    if (one.then) chain.push_back(link(*one.then, one.to, one.then_shared));
    introducers.push_back(
        {{"person", named_json(one.first)}, {"chance", rounded(one.chance, millionths)}, {"chain", std::move(chain)}});
  }
  json own = json::array();
  for (const app::PersonView& one : path.own) own.push_back(named_json(one));
  return {{"to", path.person ? named_json(*path.person) : json(words::say(path.group))},
          {"people", path.people},
          {"in_touch", path.in_touch},
          {"own", std::move(own)},
          {"introducers", std::move(introducers)}};
}

json map_json(const app::MapView& map) {
  json nodes = json::array(), edges = json::array();
  for (const app::MapView::Node& node : map.nodes) {
    const standing::Standing& s = node.person.card.standing;
    nodes.push_back({{"id", node.person.id()},
                     {"name", node.person.card.person.name},
                     {"network", s.network},
                     {"one_step", s.one_step_away},
                     {"quiet", s.quiet},
                     {"strength", std::round(10 * s.strength) / 10},
                     {"circle", node.circle ? json(*node.circle) : json(nullptr)},
                     {"gone", node.proposed}});
  }
  for (const app::MapView::Edge& edge : map.edges) edges.push_back({edge.a, edge.b, rounded(edge.weight, millionths)});
  json circles = json::array();
  for (const app::CircleView& one : map.circles)
    circles.push_back({{"name", words::say(one.name)}, {"people", one.people}, {"network", one.network}});
  return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}, {"circles", std::move(circles)}, {"others", map.others}};
}

json communities_json(const std::vector<app::CircleView>& circles) {
  json list = json::array();
  for (const app::CircleView& one : circles) {
    json central = json::array();
    for (const app::PersonView& person : one.central) central.push_back(named_json(person));
    list.push_back(
        {{"name", words::say(one.name)}, {"people", one.people}, {"network", one.network}, {"central", std::move(central)}});
  }
  return {{"communities", std::move(list)}};
}

json cohesion_json(const app::CohesionChange& change) {
  return {{"before", cohesion_of(change.before)}, {"after", cohesion_of(change.after)}};
}

}  // namespace wire
