#pragma once

/// What to do today, and why: each play proposes steps, the plan chooses among them.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/time.h"
#include "ledger/book.h"
#include "people/people.h"
#include "plays/commitments.h"
#include "plays/lessons.h"
#include "standing/standing.h"

namespace plays {

/// How long somebody is left alone for a topic, in days, and what another's day of the week takes
/// from a step. Source: docs/policy.md#plan.
inline constexpr int done_rest_days = 14;  ///< What was done needs time to show.
inline constexpr int skip_rest_days = 7;
inline constexpr int rest_days_max = 90;       ///< Skipped twice; also however often it led to nothing.
inline constexpr double not_their_day = 0.75;  ///< Of the gain: so that not the same few stand there every morning.

/// One concrete suggestion for one person.
struct Step {
  people::PersonId person;
  std::string play;          ///< "talk", "meet", "help", "share", "focus".
  std::string topic;         ///< What it is about within the play: "owed", "dropped", "quiet", "due", "no-help", …
  base::Message reason;      ///< Why, with its evidence: "talk.owed". Its subject is the person.
  base::Message todo;        ///< What to do: "do.answer".
  std::uint32_t row = 0;     ///< RowId value of the evidence that the reason names; 0: none.
  std::uint32_t number = 0;  ///< Of the commitment that it is about: a need, an introduction, a piece, an invitation; 0: nothing.
  int minutes = 5;           ///< That it takes; 1..60. `plan` sets it, from its topic.
  int urgency = 0;           ///< 2 promises and owed answers, 1 quiet network, 0 the rest.
  bool gives = false;        ///< The owner gives something.
  bool asks = true;          ///< For their attention: it waits while an earlier letter has no answer.
  double gain = 0;           ///< Chance that it moves them up × worth of that, in years of a warm tie; ≥ 0.
  int turn = 0;              ///< 1: another day of the week is theirs. `plan` sets it.
};

/// How long it takes: a word, a line or two, a letter, an offer or a first word that has to be thought about. Source:
/// docs/policy.md#plan.
inline constexpr int word_minutes = 1, quick_minutes = 3, letter_minutes = 5, thought_minutes = 10;

/// How the letter of a step opens: app/plan/openers.cc writes each.
enum class Opening : std::uint8_t {
  none,
  owed,
  dropped,
  hello,
  birthday,
  anniversary,
  new_job,
  first_talk,
  unspoken,
  no_help,
  thanks,
  first_letter,
  need,
  introduced
};

/// What steps of a play are about: one row in the play's file.
struct Topic {
  std::string_view name;  ///< "owed"; "need-" where the number of the need follows.
  Opening letter = Opening::none;
  int minutes = letter_minutes;
  std::optional<Aim> aim{};  ///< What it is for beyond an answer.
  bool rarer = false;        ///< Proposed more rarely each time that it was done and has led to nothing.
  /// What the owner did by doing it; nothing where a command of its own says so.
  std::optional<ledger::Kind> deed = ledger::Kind::wrote;
};
/// A plain letter where no play knows the topic.
[[nodiscard]] const Topic& topic_of(std::string_view play, std::string_view topic);

/// What the owner has done of the plan on one day.
struct Done {
  int steps = 0;
  int minutes = 0;
};

/// As these rulings have it, each step of a person once.
[[nodiscard]] Done done_on(base::Day day, std::span<const ledger::Ruling> rulings);

/// What a minute of it gains today, by which steps of one urgency are ordered; ≥ 0.
[[nodiscard]] double worth_a_minute(const Step& step);

/// All that a play may look at.
struct View {
  const people::People& people;
  std::span<const standing::Standing> standings;
  base::Day today{};
  Lessons lessons{};
  Commitments commitments{};  ///< `plan` sets it.
};

struct Play {
  std::string_view name;
  std::span<const Topic> topics;
  /// Every step that it would propose today, in any order, at most one a person and topic.
  std::vector<Step> (*propose)(const View& view);
};

[[nodiscard]] std::span<const Play* const> all_play_table();

/// Whether somebody may be in a plan at all: not let go, exempt, an organisation, or unheard of.
[[nodiscard]] bool plannable(const people::Person& person, const standing::Standing& standing);

/// Until when somebody is left alone whose answer the owner waits for: longer with each letter, a quarter at most.
/// Nothing where no letter is unanswered.
[[nodiscard]] std::optional<base::Day> left_alone_until(const standing::Standing& standing);

/// So many days as one says them: 3 days, 2 weeks, 5 months, 2 years.
[[nodiscard]] base::Message span(int days);

/// Everything that could be done, best first: owed answers, quiet network, then the rest by gain a
/// minute; one step a person; without what was done or skipped of late. A first big import is
/// spread by the person's code so that no wall of overdue people stands there.
[[nodiscard]] std::vector<Step> plan(const View& given, const ledger::Book& book, base::Instant moment);

/// The first steps of `steps` (best first) that fit `minutes`, no play taking more than its share
/// and one that gives among them if there is one.
[[nodiscard]] std::vector<Step> choose(std::span<const Step> steps, int minutes);

}  // namespace plays
