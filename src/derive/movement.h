#pragma once

/// Who moved from contact to network, when, what completed it, and which steps of the owner's went
/// before. Definitions: docs/plays.md#movement.

#include <span>
#include <string>
#include <vector>

#include "derive/moment.h"
#include "plays/outcomes.h"

namespace derive {

/// A member who was none before.
struct Moved {
  std::string id;    ///< As people see it, on the day of the report.
  std::string name;  ///< Likewise.
  /// On which the evidence happened that completed it, or on which the owner said so.
  base::Day day{};
  base::Message by;                 ///< What completed it: "derive.met", "derive.answer".
  std::vector<plays::Taken> after;  ///< Steps of that day and the 90 before it; the latest first.
};

/// Somebody among `Moment::members_not_in` of the moment before, found as the moments come.
struct Joined {
  ledger::IdentityId who;  ///< The first of theirs by its handle: persons change, identities stay.
  base::Day day{};
  base::Message by;
};

/// Who of `now` was no member at `before`: as many as the report's row counts. An empty `before`:
/// nobody was known.
[[nodiscard]] std::vector<Joined> joined_since(const Moment& before, const Moment& now, const ledger::Book& book,
                                               const standing::Policy& policy);

/// The same with names and steps, the latest first, each person once a day. `last` is the moment
/// of the report; whoever is no person there is left out. `steps` as plays::steps_taken gives them.
[[nodiscard]] std::vector<Moved> moved(std::span<const Joined> joined, const Moment& last, std::span<const plays::Taken> steps);

}  // namespace derive
