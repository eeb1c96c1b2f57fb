#pragma once

/// What the owner did, and what came after it: the steps of the plan that were done, the pieces and
/// invitations that were sent, the introductions that were made. After it is not because of it. Every number and
/// choice: docs/plays.md#movement.

#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "ledger/book.h"
#include "people/people.h"
#include "standing/climb.h"
#include "standing/standing.h"

namespace plays {

/// They answered when anything came from them within so many days after a step.
inline constexpr int answer_days = 14;
/// What moved somebody within so many days after a step came after it.
inline constexpr int outcome_days = 90;

/// A step that the owner took towards somebody.
struct Taken {
  people::PersonId who;
  base::Instant at{};  ///< When the owner said so.
  std::string play;    ///< As the plan named it: "talk"; whatever an import brought.
  std::string topic;   ///< "owed", "piece-14"; may be empty.
};

/// All that the steps taken say of people: by person, then the earliest first. A step that is told
/// twice on one day (marked as done, and seen from what was done) is one.
[[nodiscard]] std::vector<Taken> steps_taken(const people::People& people, std::span<const ledger::Ruling> rulings);

/// Those of one person.
[[nodiscard]] std::span<const Taken> of(std::span<const Taken> steps, people::PersonId who);

/// What came after the steps of one play.
struct Outcomes {
  std::string play;
  std::size_t steps = 0;      ///< All of them.
  std::size_t people = 0;     ///< To whom they went. The next three are of these.
  std::size_t answered = 0;   ///< Within `answer_days`.
  std::size_t moved_up = 0;   ///< Reached a higher rung, in touch at least, within `outcome_days`.
  std::size_t network = 0;    ///< Moved into the network so.
  std::size_t too_early = 0;  ///< Steps of which nothing has come, and which are younger than that.
};

/// What is known of everybody at one moment.
struct Known {
  const ledger::Book& book;
  std::span<const standing::Reading> readings;  ///< Of everybody, in the order of standing::read.
  const standing::Said& said;
  const standing::Policy& policy;
  base::Instant moment{};
};

/// By play, in the order of the five, others after them by name; plays without a step are left out.
/// Only steps from the day `from` on.
[[nodiscard]] std::vector<Outcomes> outcomes(std::span<const Taken> steps, const Known& known, base::Day from);

}  // namespace plays
