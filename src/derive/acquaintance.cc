#include "derive/acquaintance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "base/try.h"
#include "derive/refresh.h"
#include "graph/communities.h"
#include "graph/graph.h"
#include "graph/paths.h"
#include "plays/plays.h"

namespace derive {

namespace {

using graph::Voice;
using people::PersonId;

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

}  // namespace

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

base::Result<void> acquaint(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                            base::Instant moment) {
  CHECK(refresh(ledger, pictures, policy, moment));
  TRY(key, pictures.picture_key());
  TRY(there, pictures.graph().is_of(*key));
  return there ? base::Result<void>{} : draw_graph(ledger, pictures, policy, *key);
}

base::Result<void> draw_graph(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                              const store::PictureKey& key) {
  std::optional<store::Database::Snapshot> snapshot(pictures.snapshot());
  people::People people;
  std::vector<standing::Standing> standings;
  TRY(whose, pictures.seating());
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
    TRY(card, pictures.card(i));
    in[i] = listed(card.person, card.standing);
    voices[i] = voice_of(card.person, card.standing);
    people.persons[i] = std::move(card.person);
    standings[i] = std::move(card.standing);
  }
  TRY(book, ledger.read());
  snapshot.reset();
  // What another wellmet wrote since is not of this picture: its identities are nobody's.
  people.person_of.resize(std::max(people.person_of.size(), book.handles.size()), people::nobody);
  people.is_owner.resize(people.person_of.size());
  const auto all = graph::acquaintances(book, people, standings, policy, key.from);
  store::GraphStore::Graph drawn{.cohesion = text_of(graph::cohesion(all, in)),
                                 .voices = graph::pack(voices),
                                 .circles = graph::pack(graph::circles(all, in, people.persons)),
                                 .known = {}};
  for (const auto& known : graph::by_person(all, people.persons.size())) drawn.known.push_back(graph::pack(known));
  return pictures.graph().save(key, drawn);
}

}  // namespace derive
