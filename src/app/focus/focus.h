#pragma once

/// Focus: one market or two, and letting go of those who are in none and whom nothing ties. Who knows whom is in
/// acquaintance.h.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/person.h"
#include "plays/market.h"

namespace app {

/// Whom a rule takes in, among everybody who is in the lists.
struct MarketView {
  std::string name;     ///< Empty while it is only tried.
  std::string rule;     ///< As written.
  base::Message words;  ///< The rule, as it is read.
  std::size_t fits = 0, maybe = 0, people = 0;
  std::size_t network = 0;  ///< Of those who fit.
  struct One {
    PersonView person;
    plays::Fit fit;
  };
  std::vector<One> best;  ///< Who fits, the strongest first; then who may.
};

[[nodiscard]] base::Result<base::Message> market(Session& session, std::string_view name, std::string_view rule);
[[nodiscard]] base::Result<base::Message> drop_market(Session& session, std::string_view name);
[[nodiscard]] base::Result<MarketView> try_market(Session& session, std::string_view name, std::string_view rule);
[[nodiscard]] base::Result<MarketView> show_market(Session& session, std::string_view name);
[[nodiscard]] base::Result<std::vector<MarketView>> markets(Session& session);

/// Whom the owner might let go, and why.
struct LetGoView {
  struct One {
    PersonView person;
    base::Message why;
  };
  std::vector<One> batch;
  std::size_t of = 0;                ///< How many could be proposed in all.
  std::size_t people = 0, fits = 0;  ///< Everybody in the lists, and those who fit a market.
  bool markets = false;              ///< There is one.
};

[[nodiscard]] base::Result<LetGoView> let_go_proposals(Session& session, std::size_t limit);
/// All of the last batch that `let_go_proposals` gave, but for these.
[[nodiscard]] base::Result<base::Message> let_go_batch(Session& session, const std::vector<std::string>& except);

}  // namespace app
