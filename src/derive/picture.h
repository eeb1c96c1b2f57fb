#pragma once

#include <string>
#include <vector>

#include "ledger/book.h"
#include "people/people.h"
#include "plays/plays.h"
#include "standing/outlook.h"
#include "standing/standing.h"
#include "store/store.h"

namespace derive {

/// The numbers of the headline.
struct Totals {
  std::size_t people = 0;         ///< Without organisations and those let go.
  std::size_t network = 0;        ///< Rungs network and advocate.
  std::size_t advocates = 0;
  std::size_t one_step_away = 0;
  std::size_t quiet = 0;
  std::size_t let_go = 0;
  std::size_t organisations = 0;
  std::size_t rungs[6] = {};      ///< By standing::Rung; add up to `people`.
  std::size_t identities = 0;
  std::size_t review = 0;         ///< Questions that wait.
  std::size_t unplaced_phones = 0;
  standing::Coverage covers;
  std::string owner_name;
  std::vector<std::string> owner_handles;
  std::vector<std::string> owner_assumed;
  std::string region;
  standing::Past learned;         ///< What reply chances were learned from.
  plays::Lessons lessons;         ///< What the owner's steps led to until this week's Monday.

  /// Counts one person in, or with `times` -1 out again.
  void count(const people::Person& person, const standing::Standing& standing, std::size_t identities, int times);
};

/// Everything derived: a pure function of the book, the policy and the moment.
struct Picture {
  people::People people;
  std::vector<standing::Standing> standings;
  std::vector<plays::Step> plan;
  std::vector<store::Inferred> inferred;
  std::vector<plays::Market> markets;
  Totals totals;
  standing::Learned learned;
  base::Instant until{};  ///< The next moment at which it would differ.
};

[[nodiscard]] Picture picture(const ledger::Book& book, const standing::Policy& policy, base::Instant moment);

[[nodiscard]] std::string totals_text(const Totals& totals);
[[nodiscard]] Totals parse_totals(const std::string& text);

/// Changes whenever a picture, or a graph beside it, made by older code would differ from one made by this.
inline constexpr std::int64_t picture_form = 21;

}  // namespace derive
