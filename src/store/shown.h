#pragma once

/// What is asked of the cached picture, and what it answers.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/book.h"
#include "people/people.h"
#include "standing/standing.h"

namespace store {

/// A person as the cache holds them: what people, standing and the ledger know, ready to show.
struct Card {
  people::Person person;        ///< Without `identities`.
  standing::Standing standing;
};

/// A meeting that is somebody's by its title alone.
struct Titled {
  people::PersonId person;
  ledger::RowId row;
};

enum class Sort { strength, name, recent, rung };

struct Filter {
  std::string query;  ///< Folded words, all of which must occur; empty: everybody.
  std::optional<bool> network;
  std::optional<standing::Rung> rung;
  std::optional<std::string> missing;  ///< "talk", "meet", "help".
  bool one_step_only = false;
  bool quiet_only = false;
  bool let_go_only = false;
  bool organisations_only = false;
  bool unsure_only = false;            ///< A meeting of theirs waits for the owner's word.
  bool everybody = false;  ///< Let go and organisations too.
  Sort sort = Sort::strength;
  std::size_t limit = 0;   ///< 0: all.
};

struct Page {
  std::size_t total = 0;  ///< Matched, before the limit.
  std::vector<std::uint32_t> persons;
};

/// A row as it is shown: with its words, and whose seats it has.
struct ShownRow {
  ledger::Row row;
  std::string title;
  std::string place;
  std::string reference;
};

}  // namespace store
