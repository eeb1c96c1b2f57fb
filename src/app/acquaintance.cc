// Who knows whom: the graph is made when it is first asked for and kept beside the picture.

#include "app/acquaintance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "app/app.h"
#include "app/focus.h"
#include "base/text.h"
#include "base/try.h"
#include "graph/communities.h"
#include "graph/paths.h"

namespace app {

namespace {

using graph::Voice;
using people::PersonId;

// Choices, docs/plays.md#graph.
constexpr std::size_t introducers_shown = 5;
constexpr std::size_t central_shown = 3;
constexpr std::size_t own_shown = 3;

/// Whether somebody is in the lists.
bool listed(const people::Person& person, const standing::Standing& standing) {
  return standing.known && person.organisation.empty() && !person.let_go;
}

Voice voice_of(const people::Person& person, const standing::Standing& standing) {
  if (!plays::plannable(person, standing)) return {};
  // Whoever was never in touch with the owner is asked by others only.
  return {.answers = standing.rung >= standing::Rung::in_touch ? standing.reply_chance : 0,
          .speaks = standing.network ? Voice::Speaks::readily : Voice::Speaks::perhaps};
}

std::string text_of(const graph::Cohesion& c) {
  return fmt::format("{} {} {} {} {} {}", c.people, c.acquaintances, c.density, c.transitivity, c.constraint, c.effective_size);
}

graph::Cohesion parse_cohesion(const std::string& text) {
  graph::Cohesion c;
  const auto parts = base::split(text, ' ');
  if (parts.size() != 6) return c;
  const auto number = [&](std::size_t i) { return std::strtod(std::string(parts[i]).c_str(), nullptr); };
  c.people = static_cast<std::size_t>(number(0));
  c.acquaintances = static_cast<std::size_t>(number(1));
  c.density = number(2);
  c.transitivity = number(3);
  c.constraint = number(4);
  c.effective_size = number(5);
  return c;
}

base::Problem unreadable_graph() {
  return {base::Fault::damaged, {}, "who knows whom cannot be read from the data file", "run: wellmet check"};
}

}  // namespace

base::Result<void> App::acquaint() {
  CHECK(refresh());
  TRY(key, store_->picture_key());
  TRY(there, store_->graph().is_of(*key));
  return there ? base::Result<void>{} : draw_graph(*key);
}

base::Result<void> App::draw_graph(const store::PictureKey& key) {
  std::optional<store::Database::Snapshot> snapshot(store_->snapshot());
  people::People people;
  std::vector<standing::Standing> standings;
  TRY(whose, store_->seating());
  const std::int32_t last = whose.empty() ? -1 : *std::max_element(whose.begin(), whose.end());
  people.persons.resize(static_cast<std::size_t>(std::max(last, -1) + 1));
  standings.resize(people.persons.size());
  for (const std::int32_t one : whose) {
    people.person_of.push_back(one >= 0 ? PersonId{static_cast<std::uint32_t>(one)} : people::nobody);
    people.is_owner.push_back(one == store::the_owners);
  }
  std::vector<bool> in(people.persons.size());
  std::vector<Voice> voices(people.persons.size());
  for (std::uint32_t i = 0; i < people.persons.size(); ++i) {
    TRY(card, store_->card(i));
    in[i] = listed(card.person, card.standing);
    voices[i] = voice_of(card.person, card.standing);
    people.persons[i] = std::move(card.person);
    standings[i] = std::move(card.standing);
  }
  TRY(book, store_->read());
  snapshot.reset();
  // What another wellmet wrote since is not of this picture: its identities are nobody's.
  people.person_of.resize(std::max(people.person_of.size(), book.handles.size()), people::nobody);
  people.is_owner.resize(people.person_of.size());
  const auto all = graph::acquaintances(book, people, standings, policy_, key.from);
  store::GraphStore::Graph drawn{.cohesion = text_of(graph::cohesion(all, in)),
                                 .voices = graph::pack(voices),
                                 .circles = graph::pack(graph::circles(all, in, people.persons)),
                                 .known = {}};
  for (const auto& known : graph::by_person(all, people.persons.size())) drawn.known.push_back(graph::pack(known));
  return store_->graph().save(key, drawn);
}

base::Result<std::vector<graph::Acquaintance>> App::acquaintances() {
  TRY(drawn, store_->graph().all());
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

base::Result<CohesionChange> App::cohesion_without(std::span<const std::uint32_t> persons) {
  CHECK(acquaint());
  const auto snapshot = store_->snapshot();
  TRY(text, store_->graph().cohesion());
  CohesionChange out{.before = parse_cohesion(text), .after = {}};
  TRY(page, store_->find({}));
  TRY(all, acquaintances());
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

base::Result<std::vector<CircleView>> App::communities() {
  CHECK(acquaint());
  const auto snapshot = store_->snapshot();
  TRY(bytes, store_->graph().circles());
  std::vector<graph::Circle> circles;
  if (!graph::unpack(bytes, circles)) return base::fail(unreadable_graph());
  store::Filter filter;
  filter.network = true;
  TRY(page, store_->find(filter));
  const std::set<std::uint32_t> network(page.persons.begin(), page.persons.end());
  std::vector<CircleView> out;
  for (graph::Circle& circle : circles) {
    CircleView one{.name = std::move(circle.name), .people = circle.members.size(), .network = 0, .central = {}};
    one.network = static_cast<std::size_t>(std::count_if(circle.members.begin(), circle.members.end(), [&](PersonId who) {
      return network.contains(who.value);
    }));
    for (const PersonId member : circle.members) {
      if (one.central.size() == central_shown) break;
      TRY(who, view(member.value));
      if (!who.card.person.exempt) one.central.push_back(std::move(who));
    }
    out.push_back(std::move(one));
  }
  return out;
}

base::Result<void> App::find_introducers(std::span<const PersonId> targets, PathView& out) {
  TRY(bytes, store_->graph().voices());
  const std::vector<Voice> voices = graph::unpack_voices(bytes);
  for (const PersonId one : targets) {
    if (one.value >= voices.size()) return base::fail(unreadable_graph());
  }
  std::map<PersonId, std::vector<graph::Known>> read;
  std::optional<base::Problem> problem;
  const auto knows = [&](PersonId who) -> std::span<const graph::Known> {
    const auto [known, fresh] = read.try_emplace(who);
    if (!fresh) return known->second;
    const auto packed = store_->graph().known(who.value);
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
    TRY(first, view(chain.by.front().value));
    TRY(to, view(chain.to.value));
    PathView::Introducer one{.first = std::move(first), .then = {}, .to = std::move(to), .shared = {}, .then_shared = {}, .chance = chain.chance};
    if (chain.by.size() > 1) {
      TRY(then, view(chain.by[1].value));
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

base::Result<PathView> App::path_to(const plays::Market& group, const std::string& words) {
  const auto snapshot = store_->snapshot();
  PathView out;
  out.group = group.rule.words();
  store::Filter filter;
  filter.query = words;
  TRY(page, store_->find(filter));
  std::vector<PersonId> targets;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(person));
    if (plays::fit(group, one.card.person).how != plays::Fit::How::yes) continue;
    ++out.people;
    if (one.card.standing.rung < standing::Rung::in_touch) {
      if (plays::plannable(one.card.person, one.card.standing)) targets.push_back({person});
    } else if (++out.in_touch <= own_shown) {
      out.own.push_back(std::move(one));
    }
  }
  CHECK(find_introducers(targets, out));
  return out;
}

base::Result<PathView> App::path(std::string_view to) {
  CHECK(acquaint());
  TRY(now, commitments());
  for (const plays::Market& market : now.markets) {
    if (base::fold(market.name) == base::fold(to)) return path_to(market);
  }
  auto person = find(to);
  if (person) {
    const auto snapshot = store_->snapshot();
    PathView out;
    const PersonId target{person->person};
    out.people = 1;
    out.in_touch = person->card.standing.rung >= standing::Rung::in_touch ? 1 : 0;
    out.person = std::move(*person);
    CHECK(find_introducers({&target, 1}, out));
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
  TRY(group, path_to({.name = {}, .text = rule, .rule = *parsed}, words));
  return group.people > 0 ? base::Result<PathView>(std::move(group)) : base::fail(person.error());
}

}  // namespace app
