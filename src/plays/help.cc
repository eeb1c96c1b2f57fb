// help: whom thanks are due to; people whom the owner has met or spoken with, and no help has flowed
// either way.

#include <fmt/format.h>

#include "plays/plays.h"

namespace plays {

namespace {

constexpr int thanks_days = 60;  // Later, it is an excuse rather than thanks. docs/plays.md#occasions.

void propose_thanks(const View& view, std::uint32_t i, std::vector<Step>& steps) {
  const standing::Standing& s = view.standings[i];
  if (!s.unthanked_since) return;
  const int days = view.today - *s.unthanked_since;
  if (days < 1 || days > thanks_days) return;
  steps.push_back({.person = people::PersonId{i},
                   .play = "help",
                   .topic = "thanks",
                   .reason = fmt::format("helped you {} ago, and has not heard from you since", span_words(days)),
                   .todo = "thank them, and say what came of it",
                   .row = s.unthanked_row,
                   .minutes = 5,
                   .urgency = 1,
                   .gives = true,
                   .gain = 0.5 + s.strength / 100});
}

std::vector<Step> propose(const View& view) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s)) continue;
    propose_thanks(view, i, steps);
    if (!s.one_step_away || s.help == standing::Fact::yes) continue;
    const std::uint32_t times = s.counts.met + s.counts.called;
    steps.push_back({.person = people::PersonId{i},
                     .play = "help",
                     .topic = "no-help",
                     .reason = fmt::format("one step away: you have spoken {}, no help has flowed yet{}",
                                           times == 1 ? std::string("once") : fmt::format("{} times", times),
                                           s.help == standing::Fact::unknown ? " as far as your files tell" : ""),
                     .todo = "offer one concrete thing: an introduction, a hint, half an hour of what you know",
                     .row = s.last_spoken_row,
                     .minutes = 10,
                     .urgency = 0,
                     .gives = true,
                     .gain = s.reply_chance * (0.5 + s.strength / 100)});
  }
  return steps;
}

}  // namespace

extern const Play play_help;
const Play play_help{"help", propose};

}  // namespace plays
