#pragma once

/// Whatever is said is so: what must hold in the rows for each sentence of a plan to be said, found again from them slowly and
/// by itself. It knows nothing of standing: only who is who, which of the rows are between two people, and docs/policy.md. What
/// titles tell (a meeting with somebody, thanks) is taken as it was read, for that is a guess and not a count.

#include <functional>
#include <map>
#include <string>

#include "derive/picture.h"
#include "ledger/book.h"

namespace laws {

/// What the rows up to a moment say of the owner and one person.
class Between {
 public:
  Between(const ledger::Book& book, const derive::Picture& picture, people::PersonId who, base::Instant moment);

  struct Event {
    const ledger::Row* row = nullptr;
    bool out = false, in = false;  ///< From the owner, to the owner; both of what was done together.
    bool sure = true;
  };
  std::vector<Event> wrote, spoke, touched, help;  ///< Oldest first. `touched`: a call too short to be speaking.
  bool meetings_covered = false, help_covered = false;

  /// The last thing between the two, whoever began it; nullptr: nothing ever was.
  [[nodiscard]] const Event* last() const;
  [[nodiscard]] bool never_spoken() const { return spoke.empty() && touched.empty(); }

 private:
  void take(const ledger::Book& book, const people::People& people, people::PersonId who, const ledger::Row& row);
};

/// A sentence that is told, and what it is told of.
struct Told {
  const ledger::Book& book;
  const derive::Picture& picture;
  const plays::Step& step;
  const Between& between;
  base::Instant moment;
};

/// Why it is not so; empty: it is.
[[nodiscard]] std::string untrue(const Told& told);
/// The same of what a person's page counts: letters, meetings, calls, help.
[[nodiscard]] std::string untrue(const standing::Counts& counts, const Between& between);
/// The same of a reason for how strong a tie is, on that day.
[[nodiscard]] std::string untrue(const base::Message& reason, const Between& between, base::Day today);
/// Every code that `untrue` knows; a sentence of another code cannot be told.
[[nodiscard]] bool is_known(std::string_view code);

}  // namespace laws
