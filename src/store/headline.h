#pragma once

/// The headline, and what else is known of everybody at once: kept with the picture, a column each.

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "people/people.h"
#include "plays/plays.h"
#include "standing/outlook.h"
#include "standing/standing.h"
#include "store/database.h"

namespace store {

struct Totals {
  std::size_t people = 0;   ///< Without organisations and those let go.
  std::size_t network = 0;  ///< Rungs network and advocate.
  std::size_t advocates = 0;
  std::size_t one_step_away = 0;
  std::size_t quiet = 0;
  std::size_t let_go = 0;
  std::size_t organisations = 0;
  std::size_t rungs[6] = {};  ///< By standing::Rung; add up to `people`.
  std::size_t identities = 0;
  std::size_t review = 0;  ///< Questions that wait.
  std::size_t unplaced_phones = 0;
  standing::Coverage covers;
  std::string owner_name;
  std::vector<std::string> owner_handles;
  std::vector<std::string> owner_assumed;
  std::string region;
  standing::Past learned;  ///< What reply chances were learned from.
  plays::Lessons lessons;  ///< What the owner's steps led to until this week's Monday.

  /// Counts one person in, or with `times` -1 out again.
  void count(const people::Person& person, const standing::Standing& standing, std::size_t identities, int times);
};

/// Everything of it as one text, for comparing pictures.
[[nodiscard]] std::string text_of(const Totals& totals);

/// In the place of what the picture knew.
[[nodiscard]] base::Result<void> write_headline(Database& database, const Totals& totals);
/// Nothing but zeros where there is no picture.
[[nodiscard]] base::Result<Totals> read_headline(Database& database);

}  // namespace store
