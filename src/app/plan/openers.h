#pragma once

/// A letter for each step of the plan where one is the thing to do: one true thing that the evidence tells, and a
/// question. It says nothing of what the owner thinks or did not keep; docs/plays.md#letters.

#include <optional>
#include <string>
#include <vector>

#include "app/plan/plan.h"

namespace app {

/// What a letter may speak of besides its step.
struct Matter {
  base::Day today{};
  std::string owner_name;            ///< May be empty.
  std::string topics;                ///< What the owner is known for; may be empty.
  std::optional<RowView> evidence;   ///< The row that the reason names; of help, as it was read.
  std::optional<RowView> last;       ///< Their latest letter, call or meeting, as it was read.
  std::vector<plays::Need> needs;    ///< Theirs.
  std::vector<plays::Offer> offers;  ///< The owner's.
  /// Whom the owner introduced them to, and when, where the step asks what came of it.
  std::optional<PersonView> introduced_to;
  base::Day introduced_on{};
};

/// Nothing for topics where no letter is the thing to do, or where it is written elsewhere (introductions that are not
/// made yet, pieces).
[[nodiscard]] std::optional<Draft> opener(const StepView& step, const Matter& matter);

}  // namespace app
