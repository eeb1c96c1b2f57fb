#pragma once

/// Whatever is said is so: what must hold in the rows for each sentence to be said, found again from them slowly and by itself.
/// It knows nothing of standing: only who is who, which of the rows are between two people, what the owner said, and
/// docs/policy.md. What titles tell (a meeting with somebody, thanks) is taken as it was read, for that is a guess and not a
/// count. Each `untrue…` says why something is not so; empty: it is. A sentence of which no condition is known is not so.
///
///     between.cc       the rows between the owner and each person
///     said_steps.cc    why a step is in the plan; said_rulings.cc where the owner's own word is why
///     said_pages.cc    what a person's page counts, and why a tie is strong
///     letters.cc       letters, sentence by sentence, as whoever gets them reads them; letters_contact.cc, letters_owner.cc
///                      what each claims
///     said_meet.cc     who is where, and what to know before a meeting
///     said_doubts.cc   what is asked in Review
///     said_paths.cc    who could introduce whom
///     said_report.cc   the network over time

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/focus/acquaintance.h"
#include "app/meet/meet.h"
#include "app/people/review.h"
#include "derive/picture.h"
#include "derive/report.h"
#include "ledger/book.h"

namespace laws {

struct Event {
  const ledger::Row* row = nullptr;
  ledger::Kind kind = ledger::Kind::wrote;  ///< As it counts: a letter may tell of help.
  bool out = false, in = false;             ///< From the owner, to the owner; both of what was done together.
  double confidence = 1;
  [[nodiscard]] bool sure() const { return confidence >= 0.9 - 1e-6; }
  [[nodiscard]] base::Day day() const { return base::day_of(row->at); }
};

/// What the rows up to a moment say of the owner and one person; each list is oldest first.
struct Between {
  std::vector<Event> wrote, spoke, help;
  std::vector<Event> touched;       ///< Calls that are too short to be speaking.
  std::vector<Event> missed;        ///< Calls that nobody answered.
  std::vector<Event> perhaps_help;  ///< What is too unsure to count.
  std::vector<Event> signs;         ///< All else that went one way: invitations, thanks, pieces.

  /// The last thing between the two that is sure, whoever began it; nullptr: nothing ever was.
  [[nodiscard]] const Event* last() const;
  /// Days with something both ways, each once: a meeting, a call, or a letter that answers one of the other side.
  [[nodiscard]] std::vector<base::Day> exchanges() const;
  /// 1 - Π(1 - how sure each is) is enough to count.
  [[nodiscard]] static bool counts(const std::vector<Event>& events);
  [[nodiscard]] std::vector<const Event*> all() const;
};

/// All of them at one moment.
class Ties {
 public:
  Ties(const ledger::Book& book, const people::People& people, const std::vector<store::Inferred>& inferred,
       base::Instant moment);
  [[nodiscard]] const Between& of(people::PersonId who) const { return all_[who.value]; }
  [[nodiscard]] bool meetings_covered() const { return meetings_covered_; }
  [[nodiscard]] bool help_covered() const { return help_covered_; }

 private:
  void take(const ledger::Book& book, const people::People& people, const ledger::Row& row);
  std::vector<Between> all_;
  std::map<std::uint64_t, bool> verdicts_;  ///< What the owner said of meetings, by Row::key.
  bool meetings_covered_ = false, help_covered_ = false;
};

/// All that sentences are held against.
struct World {
  const ledger::Book& book;
  const derive::Picture& picture;
  const Ties& ties;
  base::Instant moment;
  [[nodiscard]] base::Day today() const { return base::day_of(moment); }
  [[nodiscard]] const people::Person& person(people::PersonId who) const { return picture.people.persons[who.value]; }
};

/// Whose is no longer only a contact: spoken with and help, or the owner's word.
[[nodiscard]] bool is_network(const people::Person& person, const Between& between);
/// Who has acted for the owner of late.
[[nodiscard]] bool is_advocate(const Between& between, base::Day today);
/// How many went from the owner, or to them.
[[nodiscard]] std::int64_t count(const std::vector<Event>& events, bool out);
inline constexpr std::uint32_t small_group_max = 12;  ///< docs/policy.md.

/// The reason of a step of somebody's; `number`: of the commitment that it is about.
struct Told {
  const World& world;
  people::PersonId who;
  const base::Message& reason;
  std::uint32_t number = 0;
  [[nodiscard]] const Between& between() const { return world.ties.of(who); }
};
[[nodiscard]] std::string untrue(const Told& told);
/// Every code that `untrue` knows.
[[nodiscard]] std::vector<std::string_view> known_codes();
/// The same where the owner's own word is why; nullopt: of another code.
[[nodiscard]] std::optional<std::string> untrue_of_ruling(const Told& told);

/// What a person's page counts: letters, meetings, calls, help.
[[nodiscard]] std::string untrue(const standing::Counts& counts, const Between& between);
/// A reason for how strong a tie is, on that day.
[[nodiscard]] std::string untrue(const base::Message& reason, const Between& between, base::Day today);

/// A letter to somebody, with the titles of rows, which a book does not hold.
struct Letter {
  const World& world;
  people::PersonId who;
  std::string subject, body;
  std::uint32_t number = 0;  ///< Of the commitment that it is about.
  std::function<std::string(const ledger::Row&)> title_of;
  [[nodiscard]] const Between& between() const { return world.ties.of(who); }
  [[nodiscard]] const people::Person& reader() const { return world.person(who); }
  [[nodiscard]] base::Day today() const { return world.today(); }
};
/// What one of its sentences says, by the pattern that it goes by, and why that is not so.
struct Heard {
  std::string pattern, sentence, why;
};
[[nodiscard]] std::vector<Heard> read_letter(const Letter& letter);

/// Why somebody is worth a visit.
[[nodiscard]] std::string untrue(const World& world, const app::TripView::One& one);
[[nodiscard]] std::vector<Heard> untrue(const World& world, const app::BriefView& brief);
[[nodiscard]] std::string untrue(const World& world, const people::Doubt& doubt);
/// A question in Review: of two people, a meeting or a letter.
[[nodiscard]] std::string untrue(const World& world, const app::QuestionView& question);
/// What an introducer shares with the next, and these with the one whom the path leads to.
[[nodiscard]] std::string untrue(const World& world, const app::PathView::Introducer& one);
/// Whether the owner is in touch with whom the path leads to, and since when.
[[nodiscard]] std::string untrue(const World& world, const app::PathView& path);
[[nodiscard]] std::vector<Heard> untrue(const World& world, const derive::Report& report);

// What an argument of a message is; -1, "" and an empty message where there is none.
[[nodiscard]] std::int64_t number(const base::Message& message, std::string_view name);
[[nodiscard]] std::string text(const base::Message& message, std::string_view name);
[[nodiscard]] base::Message part(const base::Message& message, std::string_view name);
/// "3 weeks ago", of so many days.
[[nodiscard]] bool is_ago(const base::Message& ago, int days);

}  // namespace laws
