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

using store::Totals;

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

/// Changes whenever a picture, or a graph beside it, made by older code would differ from one made by this.
inline constexpr std::int64_t picture_form = 24;

}  // namespace derive
