#pragma once

#include <vector>

#include "ledger/book.h"
#include "people/people.h"
#include "standing/standing.h"

namespace derive {

/// Who was who, and who stood where, at one moment: a picture without plan and chances.
struct Moment {
  base::Instant at{};
  people::People people;
  std::vector<standing::Reading> readings;
  std::vector<standing::Standing> standings;

  /// As the headline counts: known, and neither an organisation nor let go.
  [[nodiscard]] bool is_counted(people::PersonId who) const;
  [[nodiscard]] bool is_member(people::PersonId who) const;
  /// By identity: whether it is a member's. Persons change as more is known, identities stay.
  [[nodiscard]] std::vector<bool> members() const;
  /// Members of whom no identity is among `others`, as `members` of another moment gives them; in
  /// order of person.
  [[nodiscard]] std::vector<people::PersonId> members_not_in(const std::vector<bool>& others) const;
};

/// The passes of a picture that say who stands where; nothing is planned or foretold.
[[nodiscard]] Moment look(const ledger::Book& book, const standing::Policy& policy, base::Instant at);

}  // namespace derive
