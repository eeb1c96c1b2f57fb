// meet: people with whom help has flowed, but who were never spoken with.

#include <fmt/format.h>

#include "plays/gain.h"
#include "plays/plays.h"

namespace plays {

namespace {

std::vector<Step> propose(const View& view) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s) || !s.one_step_away || s.meet == standing::Fact::yes) continue;
    steps.push_back({.person = people::PersonId{i},
                     .play = "meet",
                     .topic = "unspoken",
                     .reason = fmt::format("one step away: help has flowed {}, and you have never spoken{}",
                                           s.counts.help_in > 0 && s.counts.help_out > 0 ? "both ways"
                                           : s.counts.help_in > 0                        ? "to you"
                                                                                         : "from you",
                                           s.meet == standing::Fact::unknown ? " as far as your files tell" : ""),
                     .todo = person.city.empty() ? "propose a call of twenty minutes"
                                                 : fmt::format("propose coffee in {}, or a call", person.city),
                     .row = s.last_help_row,
                     .minutes = 10,
                     .urgency = 0,
                     .gain = meeting_gain(s)});
  }
  return steps;
}

}  // namespace

extern const Play play_meet;
const Play play_meet{"meet", propose};

}  // namespace plays
