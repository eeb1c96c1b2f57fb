#include "app/focus/acquaintance.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "base/try.h"
#include "derive/acquaintance.h"
#include "graph/communities.h"
#include "graph/paths.h"
#include "plays/market.h"

namespace app {

namespace {

using graph::Voice;
using people::PersonId;

// Choices, docs/plays.md#graph.
constexpr std::size_t introducers_shown = 5;
constexpr std::size_t central_shown = 3;
constexpr std::size_t own_shown = 3;

base::Problem unreadable_graph() {
  return {base::Fault::damaged, {}, base::say("focus.who-knows-whom-cannot-2"), base::say("focus.run-wellmet-check")};
}

}  // namespace

namespace {

/// Everybody's, as the graph has them.
base::Result<std::vector<graph::Acquaintance>> acquaintances(Session& session) {
  TRY(drawn, session.pictures().graph().all());
  std::vector<graph::Acquaintance> all;
  std::vector<graph::Known> known;
  for (std::uint32_t i = 0; i < drawn.known.size(); ++i) {
    known.clear();
    if (!graph::unpack(drawn.known[i], known)) return base::fail(unreadable_graph());
    for (const graph::Known& one : known) {
      if (one.who.value > i) all.push_back({{i}, one.who, one.shared});
    }
  }
  return all;
}

}  // namespace

base::Result<CohesionChange> cohesion_without(Session& session, std::span<const std::uint32_t> persons) {
  CHECK(derive::acquaint(session.ledger(), session.pictures(), session.policy, session.moment()));
  const auto snapshot = session.pictures().snapshot();
  TRY(text, session.pictures().graph().cohesion());
  CohesionChange out{.before = derive::parse_cohesion(text), .after = {}};
  TRY(page, session.pictures().find({}));
  TRY(all, acquaintances(session));
  std::uint32_t end = 0;
  for (const std::uint32_t one : page.persons) end = std::max(end, one + 1);
  for (const graph::Acquaintance& one : all) end = std::max(end, one.b.value + 1);
  std::vector<bool> in(end);
  for (const std::uint32_t one : page.persons) in[one] = true;
  for (const std::uint32_t one : persons) {
    if (one < end) in[one] = false;
  }
  out.after = graph::cohesion(all, in);
  return out;
}

base::Result<std::vector<CircleView>> communities(Session& session) {
  CHECK(derive::acquaint(session.ledger(), session.pictures(), session.policy, session.moment()));
  const auto snapshot = session.pictures().snapshot();
  TRY(bytes, session.pictures().graph().circles());
  std::vector<graph::Circle> circles;
  if (!graph::unpack(bytes, circles)) return base::fail(unreadable_graph());
  store::Filter filter;
  filter.network = true;
  TRY(page, session.pictures().find(filter));
  const std::set<std::uint32_t> network(page.persons.begin(), page.persons.end());
  std::vector<CircleView> out;
  for (graph::Circle& circle : circles) {
    CircleView one{.name = std::move(circle.name), .people = circle.members.size(), .network = 0, .central = {}};
    one.network = static_cast<std::size_t>(
        std::count_if(circle.members.begin(), circle.members.end(), [&](PersonId who) { return network.contains(who.value); }));
    for (const PersonId member : circle.members) {
      if (one.central.size() == central_shown) break;
      TRY(who, view(session, member.value));
      if (!who.card.person.exempt) one.central.push_back(std::move(who));
    }
    out.push_back(std::move(one));
  }
  return out;
}

namespace {

base::Result<void> find_introducers(Session& session, std::span<const PersonId> targets, PathView& out) {
  TRY(bytes, session.pictures().graph().voices());
  const std::vector<Voice> voices = graph::unpack_voices(bytes);
  for (const PersonId one : targets) {
    if (one.value >= voices.size()) return base::fail(unreadable_graph());
  }
  std::map<PersonId, std::vector<graph::Known>> read;
  std::optional<base::Problem> problem;
  const auto knows = [&](PersonId who) -> std::span<const graph::Known> {
    const auto [known, fresh] = read.try_emplace(who);
    if (!fresh) return known->second;
    const auto packed = session.pictures().graph().known(who.value);
    if (!packed) {
      problem = packed.error();
    } else if (!graph::unpack(*packed, known->second) ||
               (!known->second.empty() && known->second.back().who.value >= voices.size())) {
      problem = unreadable_graph();
      known->second.clear();
    }
    return known->second;
  };
  const auto shared = [&](PersonId one, PersonId other) {
    const auto known = knows(one);
    const auto found = std::find_if(known.begin(), known.end(), [&](const graph::Known& k) { return k.who == other; });
    return found == known.end() ? graph::Shared{} : found->shared;
  };
  for (const graph::Chain& chain : graph::warmest(targets, voices, knows, introducers_shown)) {
    TRY(first, view(session, chain.by.front().value));
    TRY(to, view(session, chain.to.value));
    PathView::Introducer one{
        .first = std::move(first), .then = {}, .to = std::move(to), .shared = {}, .then_shared = {}, .chance = chain.chance};
    if (chain.by.size() > 1) {
      TRY(then, view(session, chain.by[1].value));
      one.then = std::move(then);
      one.shared = shared(chain.by[1], chain.by[0]);
      one.then_shared = shared(chain.to, chain.by[1]);
    } else {
      one.shared = shared(chain.to, chain.by[0]);
    }
    out.introducers.push_back(std::move(one));
  }
  if (problem) return base::fail(*problem);
  return {};
}

}  // namespace

namespace {

/// `words` occur in everybody who is of the group; empty: nothing is known.
base::Result<PathView> path_to(Session& session, const plays::Market& group, const std::string& words = {}) {
  const auto snapshot = session.pictures().snapshot();
  PathView out;
  out.group = group.rule.words();
  store::Filter filter;
  filter.query = words;
  TRY(page, session.pictures().find(filter));
  std::vector<PersonId> targets;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    if (plays::fit(group, one.card.person).how != plays::Fit::How::yes) continue;
    ++out.people;
    if (one.card.standing.rung < standing::Rung::in_touch) {
      if (plays::plannable(one.card.person, one.card.standing)) targets.push_back({person});
    } else if (++out.in_touch <= own_shown) {
      out.own.push_back(std::move(one));
    }
  }
  CHECK(find_introducers(session, targets, out));
  return out;
}

}  // namespace

base::Result<PathView> path(Session& session, std::string_view to) {
  CHECK(derive::acquaint(session.ledger(), session.pictures(), session.policy, session.moment()));
  TRY(now, commitments(session));
  for (const plays::Market& market : now.markets) {
    if (base::fold(market.name) == base::fold(to)) return path_to(session, market);
  }
  auto person = find(session, to);
  if (person) {
    const auto snapshot = session.pictures().snapshot();
    PathView out;
    const PersonId target{person->person};
    out.people = 1;
    out.in_touch = person->card.standing.rung >= standing::Rung::in_touch ? 1 : 0;
    out.person = std::move(*person);
    CHECK(find_introducers(session, {&target, 1}, out));
    return out;
  }
  // No person: a rule, or the name of a company.
  std::string rule(to), words;
  if (!base::contains(to, ":")) {
    std::erase(rule, '"');
    words = rule;
    rule = "company:\"" + rule + "\"";
  }
  const auto parsed = plays::Rule::parse(rule);
  if (!parsed) return base::fail(person.error());
  TRY(group, path_to(session, {.name = {}, .text = rule, .rule = *parsed}, words));
  return group.people > 0 ? base::Result<PathView>(std::move(group)) : base::fail(person.error());
}

}  // namespace app
