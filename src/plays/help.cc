// help: whom thanks are due to; introductions under way; needs that the owner can meet; people whom
// the owner has met or spoken with, and no help has flowed either way.

#include <fmt/format.h>

#include "base/text.h"
#include "plays/gain.h"
#include "plays/occasions.h"
#include "plays/plays.h"
#include "plays/words.h"

namespace plays {

namespace {

// Until then the two may not have spoken, and whoever was asked may not have made up their mind. docs/plays.md#help.
constexpr int ask_outcome_days = 14;

void propose_thanks(const View& view, std::uint32_t i, std::vector<Step>& steps) {
  const standing::Standing& s = view.standings[i];
  if (!s.unthanked_since) return;
  const int days = view.today - *s.unthanked_since;
  if (days < 1 || days > thanks_days_max) return;
  steps.push_back({.person = people::PersonId{i},
                   .play = "help",
                   .topic = "thanks",
                   .reason = fmt::format("helped you {} ago, and has not heard from you since", span_words(days)),
                   .todo = "thank them, and say what came of it",
                   .row = s.unthanked_row,
                   .urgency = 1,
                   .gives = true,
                   .asks = false,
                   .gain = 0.5 + s.strength / 100});
}

/// Whom `side` is to meet.
void propose_introduction(const View& view, const Introduction& one, const Introduction::Side& side,
                          const Introduction::Side& other, std::vector<Step>& steps) {
  using Stage = Introduction::Stage;
  if (side.who == people::nobody) return;
  const bool first = &side == &one.first;
  const int days = view.today - one.moved;
  Step step{.person = side.who,
            .play = "help",
            .topic = "introduction",
            .reason = {},
            .todo = {},
            .number = one.number,
            .gives = true,
            .asks = false};
  const std::string name = base::printable(other.name, 60);
  if (one.stage == Stage::agreed && first) {
    step.reason = fmt::format("they and {} agreed to be introduced", name);
    step.todo = fmt::format("put the two into one letter: wellmet intro {}", one.number);
    step.urgency = 2;
    step.gain = 2;
  } else if (one.stage == Stage::asking && !side.agreed && side.asked && (first || one.first.agreed)) {
    const int since = view.today - *side.asked;
    if (since < ask_outcome_days) return;
    step.reason = fmt::format("you asked them {} ago whether they would like to meet {}", span_words(since), name);
    step.todo = fmt::format("ask once more, or say what they said: wellmet intro {}", one.number);
    step.urgency = 1;
    step.gain = 1;
  } else if (one.stage == Stage::asking && !side.agreed && (first || one.first.agreed)) {
    step.reason = fmt::format("you want to introduce them to {}{}, since {}", name, first ? "" : ", who agreed",
                              base::words(one.since));
    step.todo = fmt::format("ask whether they would like that: wellmet intro {}", one.number);
    step.urgency = first ? 1 : 2;
    step.gain = 1;
  } else if (one.stage == Stage::made && first && days >= ask_outcome_days) {
    step.reason = fmt::format("you introduced them and {} {} ago", name, span_words(days));
    step.todo = fmt::format("ask what came of it, and keep it: wellmet intro {} --came TEXT", one.number);
    step.gain = 0.5;
  } else {
    return;
  }
  steps.push_back(std::move(step));
}

void propose_needs(const View& view, std::vector<Step>& steps) {
  for (const Need& need : view.commitments.needs) {
    if (need.who == people::nobody) continue;
    const standing::Standing& s = view.standings[need.who.value];
    if (!plannable(view.people.persons[need.who.value], s)) continue;
    for (const Offer& offer : view.commitments.offers) {
      if (words_in_common(need.text, offer.text).empty()) continue;
      steps.push_back({.person = need.who,
                       .play = "help",
                       .topic = fmt::format("need-{}", need.number),
                       .reason = fmt::format("needs \"{}\", and you offer \"{}\"", base::printable(need.text, 60),
                                             base::printable(offer.text, 60)),
                       .todo = fmt::format("offer it; once done: wellmet need --helped {}", need.number),
                       .number = need.number,
                       .urgency = 0,
                       .gives = true,
                       .gain = s.reply_chance * (1 + s.strength / 100)});
      break;
    }
  }
}

std::vector<Step> propose_help(const View& view) {
  std::vector<Step> steps;
  for (const Introduction& one : view.commitments.introductions) {
    propose_introduction(view, one, one.first, one.second, steps);
    propose_introduction(view, one, one.second, one.first, steps);
  }
  std::erase_if(steps, [&](const Step& step) {
    return !plannable(view.people.persons[step.person.value], view.standings[step.person.value]);
  });
  propose_needs(view, steps);
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
                     .urgency = 0,
                     .gives = true,
                     .gain = first_help_gain(s, view.lessons)});
  }
  return steps;
}

}  // namespace

extern const Play play_help;
const Play play_help{"help", propose_help};

}  // namespace plays
