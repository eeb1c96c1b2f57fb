// talk: be a constant. Owed answers first, then members whose tie has gone below its own habit.

#include <fmt/format.h>

#include "plays/plays.h"

namespace plays {

namespace {

std::vector<Step> propose(const View& view) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s)) continue;
    if (s.waiting_since && s.rung >= standing::Rung::in_touch) {
      const int days = view.today - base::day_of(*s.waiting_since);
      if (days >= 2 && days <= 60) {
        steps.push_back({.person = people::PersonId{i},
                         .play = "talk",
                         .topic = "owed",
                         .reason = fmt::format("wrote to you {} ago and has no answer", span_words(days)),
                         .todo = "answer, if only in two lines",
                         .row = s.waiting_row,
                         .minutes = 5,
                         .urgency = 2,
                         .gain = 1 + s.strength / 100});
      }
    }
    if (s.quiet) {
      const int days = view.today - *s.last_two_way;
      steps.push_back(
          {.person = people::PersonId{i},
           .play = "talk",
           .topic = "quiet",
           .reason = fmt::format("your network, gone quiet: nothing both ways for {}, where every {} was usual",
                                 span_words(days), span_words(static_cast<int>(s.median_gap_days))),
           .todo = s.counts.help_in > s.counts.help_out ? "say hello, and thank them for what they did"
                                                        : "say hello, with one thing that may be of use to them",
           .row = s.last_help_row,
           .minutes = 5,
           .urgency = 1,
           .gives = true,
           .gain = (s.rung == standing::Rung::advocate ? 2 : 1) * s.reply_chance});
    }
  }
  return steps;
}

}  // namespace

extern const Play play_talk;
const Play play_talk{"talk", propose};

}  // namespace plays
