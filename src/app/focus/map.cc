// Who knows whom, to be drawn: the owner's strongest ties and the acquaintances among them.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "app/focus/acquaintance.h"
#include "app/focus/focus.h"
#include "base/try.h"
#include "graph/communities.h"

namespace app {

base::Result<MapView> map(Session& session, std::size_t limit) {
  TRY(circle_views, communities(session));
  TRY(proposals, let_go_proposals(session, 0));
  std::unordered_set<std::uint32_t> proposed;
  for (const LetGoView::One& one : proposals.batch) proposed.insert(one.person.person);
  const auto snapshot = session.pictures().snapshot();
  TRY(bytes, session.pictures().graph().circles());
  std::vector<graph::Circle> circles;
  if (!graph::unpack(bytes, circles))
    return base::fail(base::Fault::damaged, session.file->path(), base::say("focus.who-knows-whom-cannot"),
                      base::say("focus.run-wellmet-check"));
  std::unordered_map<std::uint32_t, std::uint32_t> circle_of;
  for (std::size_t i = 0; i < circles.size(); ++i) {
    for (const people::PersonId member : circles[i].members) circle_of.emplace(member.value, static_cast<std::uint32_t>(i));
  }
  MapView out;
  out.circles = std::move(circle_views);
  store::Filter network, one_step, rest;
  network.network = true;
  one_step.one_step_only = true;
  rest.network = false;
  std::unordered_map<std::uint32_t, std::uint32_t> node_of;
  for (const store::Filter& filter : {network, one_step, rest}) {
    TRY(page, session.pictures().find(filter));
    for (const std::uint32_t person : page.persons) {
      if (out.nodes.size() == limit) break;
      if (!node_of.emplace(person, static_cast<std::uint32_t>(out.nodes.size())).second) continue;
      TRY(one, view(session, person));
      const auto circle = circle_of.find(person);
      out.nodes.push_back({.person = std::move(one),
                           .circle = circle == circle_of.end() ? std::nullopt : std::optional(circle->second),
                           .proposed = proposed.contains(person)});
    }
  }
  TRY(everybody, session.pictures().find({}));
  out.others = everybody.total - std::min(everybody.total, out.nodes.size());
  std::vector<graph::Known> known;
  for (const auto& [person, node] : node_of) {
    known.clear();
    TRY(packed, session.pictures().graph().known(person));
    if (!graph::unpack(packed, known))
      return base::fail(base::Fault::damaged, session.file->path(), base::say("focus.who-knows-whom-cannot"),
                        base::say("focus.run-wellmet-check"));
    for (const graph::Known& one : known) {
      const auto other = node_of.find(one.who.value);
      if (one.who.value > person && other != node_of.end())
        out.edges.push_back({node, other->second, static_cast<double>(one.shared.weight) / 1000});
    }
  }
  std::sort(out.edges.begin(), out.edges.end(),
            [](const MapView::Edge& x, const MapView::Edge& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  return out;
}

}  // namespace app
