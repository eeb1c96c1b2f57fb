// meet: people with whom help has flowed, but who were never spoken with; then those with whom letters
// go both ways, and nothing else yet.

#include <fmt/format.h>

#include "base/text.h"
#include "plays/gain.h"
#include "plays/plays.h"

namespace plays {

namespace {

constexpr int first_talk_answers_min = 2;  // Of theirs: one alone may be politeness. docs/plays.md#order.

std::string call_words(const people::Person& person) {
  return person.city.empty() ? "propose a call of twenty minutes"
                             : fmt::format("propose coffee in {}, or a call", base::printable(person.city, 40));
}

/// In touch, and no more.
bool only_writes(const standing::Standing& s) {
  return s.rung == standing::Rung::in_touch && s.counts.wrote_out > 0 && s.counts.wrote_in >= first_talk_answers_min &&
         s.meet != standing::Fact::yes && s.help != standing::Fact::yes;
}

std::vector<Step> propose(const View& view) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s)) continue;
    if (only_writes(s)) {
      steps.push_back({.person = people::PersonId{i},
                       .play = "meet",
                       .topic = "first-talk",
                       .reason = fmt::format("you have written to each other, {} from you and {} to you, and never spoken{}",
                                             s.counts.wrote_out, s.counts.wrote_in,
                                             s.meet == standing::Fact::unknown ? " as far as your files tell" : ""),
                       .todo = call_words(person),
                       .row = s.last_row,
                       .minutes = 10,
                       .gain = first_of_two * meeting_gain(s, view.lessons)});
      continue;
    }
    if (!s.one_step_away || s.meet == standing::Fact::yes) continue;
    steps.push_back({.person = people::PersonId{i},
                     .play = "meet",
                     .topic = "unspoken",
                     .reason = fmt::format("one step away: help has flowed {}, and you have never spoken{}",
                                           s.counts.help_in > 0 && s.counts.help_out > 0 ? "both ways"
                                           : s.counts.help_in > 0                        ? "to you"
                                                                                         : "from you",
                                           s.meet == standing::Fact::unknown ? " as far as your files tell" : ""),
                     .todo = call_words(person),
                     .row = s.last_help_row,
                     .minutes = 10,
                     .urgency = 0,
                     .gain = meeting_gain(s, view.lessons)});
  }
  return steps;
}

}  // namespace

extern const Play play_meet;
const Play play_meet{"meet", propose};

}  // namespace plays
