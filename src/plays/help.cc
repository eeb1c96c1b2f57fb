// help: whom thanks are due to; introductions under way; needs that the owner can meet; people whom
// the owner has met or spoken with, and no help has flowed either way.

#include <fmt/format.h>

#include "base/text.h"
#include "plays/gain.h"
#include "plays/occasions.h"
#include "plays/plays.h"
#include "plays/visit.h"
#include "plays/words.h"

namespace plays {

namespace {

// Until then the two may not have spoken, and whoever was asked may not have made up their mind. docs/plays.md#help.
constexpr int ask_outcome_days = 14;

constexpr Topic topics_of_help[] = {
    {.name = "thanks", .letter = Opening::thanks, .deed = ledger::Kind::thanked},
    {.name = "introduction", .letter = Opening::introduced, .deed = {}},
    {.name = "need-", .letter = Opening::need, .minutes = thought_minutes, .aim = Aim::help},
    {.name = "no-help", .letter = Opening::no_help, .minutes = thought_minutes, .aim = Aim::help, .rarer = true}};

void propose_thanks(const View& view, std::uint32_t i, std::vector<Step>& steps) {
  const standing::Standing& s = view.standings[i];
  if (!s.unthanked_since) return;
  const int days = view.today - *s.unthanked_since;
  if (days < 1 || days > thanks_days_max) return;
  steps.push_back({.person = people::PersonId{i},
                   .play = "help",
                   .topic = "thanks",
                   .reason = base::say("help.thanks", {{"since", span(days)}}),
                   .todo = base::say("do.thank"),
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
    step.reason = base::say("help.agreed", {{"name", name}});
    step.todo = base::say("do.join");
    step.urgency = 2;
    step.gain = 2;
  } else if (one.stage == Stage::asking && !side.agreed && side.asked && (first || one.first.agreed)) {
    const int since = view.today - *side.asked;
    if (since < ask_outcome_days) return;
    step.reason = base::say("help.asked", {{"since", span(since)}, {"name", name}});
    step.todo = base::say("do.ask-again");
    step.urgency = 1;
    step.gain = 1;
  } else if (one.stage == Stage::asking && !side.agreed && (first || one.first.agreed)) {
    step.reason = base::say("help.introduce", {{"name", name}, {"agreed", first ? "no" : "yes"}, {"since", one.since}});
    step.todo = base::say("do.ask");
    step.urgency = first ? 1 : 2;
    step.gain = 1;
  } else if (one.stage == Stage::made && first && days >= ask_outcome_days) {
    step.reason = base::say("help.introduced", {{"name", name}, {"since", span(days)}});
    step.todo = base::say("do.ask-outcome");
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
                       .reason = base::say(
                           "help.need", {{"need", base::printable(need.text, 60)}, {"offer", base::printable(offer.text, 60)}}),
                       .todo = base::say("do.offer"),
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
    steps.push_back({.person = people::PersonId{i},
                     .play = "help",
                     .topic = "no-help",
                     .reason = base::say("help.no-help", {{"times", s.sure_spoken}, {"sure", never_helped(s)}}),
                     .todo = base::say("do.offer-one-thing"),
                     .row = s.last_spoken_row,
                     .urgency = 0,
                     .gives = true,
                     .gain = first_help_gain(s, view.lessons)});
  }
  return steps;
}

}  // namespace

extern const Play play_help;
const Play play_help{"help", topics_of_help, propose_help};

}  // namespace plays
