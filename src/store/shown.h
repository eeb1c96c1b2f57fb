#pragma once

/// What is asked of the cached picture, and what it answers.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/engine.h"
#include "people/people.h"
#include "standing/standing.h"

namespace store {

/// What a cached picture was made from: how far it knows the ledger. It holds from `from` until before `until`.
struct PictureKey {
  ledger::Mark mark;
  std::int64_t form = 0;
  base::Instant from{};
  base::Instant until{};
  std::int64_t plan = 0;  ///< The `head` that its steps and markets know, which may be an earlier one.
};

/// A person as the cache holds them: what people, standing and the ledger know, ready to show.
struct Card {
  people::Person person;  ///< Without `identities`.
  standing::Standing standing;
};

/// What more a row says of a person than its own kind: a meeting that is theirs by its title alone,
/// a letter that introduced somebody.
struct Inferred {
  people::PersonId person;
  ledger::RowId row;
  ledger::Kind kind = ledger::Kind::met;
  standing::Direction direction = standing::Direction::both;
  float confidence = 1;
};

/// Whose a handle is, where it is no person's.
inline constexpr std::int32_t the_owners = -1;
inline constexpr std::int32_t nobodys = -2;

enum class Sort { strength, name, recent, rung };

struct Filter {
  std::string query;  ///< Folded words, all of which must occur; empty: everybody.
  std::optional<bool> network;
  std::vector<standing::Rung> rungs;                          ///< One of these; empty: any. Likewise:
  std::vector<std::string> missing;                           ///< "talk", "meet", "help";
  std::vector<std::string> cities, companies, tags, markets;  ///< by name, however it is spelt.
  bool one_step_only = false;
  bool quiet_only = false;
  bool let_go_only = false;
  bool organisations_only = false;
  bool unsure_only = false;  ///< A meeting or an introduction of theirs waits for the owner's word.
  bool everybody = false;    ///< Let go and organisations too.
  Sort sort = Sort::strength;
  std::size_t from = 0;   ///< So many come before the first that is given.
  std::size_t limit = 0;  ///< 0: all.
};

/// How many of those whom a filter takes in have each facet.
/// Of each facet its own part of the filter is left out, so that its other values can be chosen too.
struct Facets {
  std::size_t total = 0;  ///< By the whole filter.
  std::size_t network = 0, contact = 0, one_step = 0, quiet = 0;
  std::size_t lacks_talk = 0, lacks_meet = 0, lacks_help = 0;
  std::size_t rungs[6] = {};
  std::size_t strengths[10] = {};  ///< By the whole filter: below 10, below 20, …, 90 to 100.
  /// A value as most spell it, and how many have it.
  using Counted = std::vector<std::pair<std::string, std::size_t>>;
  Counted cities, companies, tags, markets;  ///< The most frequent first.
};

struct Page {
  std::size_t total = 0;  ///< Matched, before `from` and the limit.
  std::vector<std::uint32_t> persons;
};

using ledger::ShownRow;

/// A row, and one of the persons who have a seat in it.
struct Mention {
  std::uint32_t person = 0;
  bool wrote = false;  ///< They sent it.
  ShownRow shown;
};

}  // namespace store
