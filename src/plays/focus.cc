// focus: people of the owner's markets who are not in touch yet. docs/plays.md#focus.

#include "base/text.h"
#include "plays/gain.h"
#include "plays/plays.h"

namespace plays {

namespace {

constexpr Topic topics_of_focus[] = {{"first-letter", Opening::first_letter, thought_minutes}};

/// The first market whose rule they fit for certain.
const Market* market_of(const std::vector<Market>& markets, const people::Person& person) {
  for (const Market& market : markets) {
    if (fit(market, person).how == Fit::How::yes) return &market;
  }
  return nullptr;
}

std::vector<Step> propose_focus(const View& view) {
  std::vector<Step> steps;
  if (view.commitments.markets.empty()) return steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s) || s.network || s.rung >= standing::Rung::in_touch) continue;
    const Market* market = market_of(view.commitments.markets, person);
    if (market == nullptr) continue;
    steps.push_back({.person = people::PersonId{i},
                     .play = "focus",
                     .topic = "first-letter",
                     .reason = base::say("focus.first-letter", {{"market", base::printable(market->name, 60)}}),
                     .todo = base::say("do.first-letter"),
                     .row = s.last_row,
                     .gain = first_of_two * first_of_two * meeting_gain(s, view.lessons)});
  }
  return steps;
}

}  // namespace

extern const Play play_focus;
const Play play_focus{"focus", topics_of_focus, propose_focus};

}  // namespace plays
