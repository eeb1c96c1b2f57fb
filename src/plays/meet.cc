// meet: how it went with those whom the owner invited; people with whom help has flowed, but who were never spoken
// with; then those with whom letters go both ways, and nothing else yet.

#include <map>
#include <set>

#include "base/text.h"
#include "plays/gain.h"
#include "plays/plays.h"
#include "plays/visit.h"

namespace plays {

namespace {

constexpr Topic topics_of_meet[] = {
    {.name = "how-did-it-go", .minutes = word_minutes, .deed = {}},
    {.name = "first-talk", .letter = Opening::first_talk, .minutes = thought_minutes, .aim = Aim::speak, .rarer = true},
    {.name = "unspoken", .letter = Opening::unspoken, .minutes = thought_minutes, .aim = Aim::speak, .rarer = true}};
constexpr int first_talk_answers_min = 2;  // Of theirs: one alone may be politeness. docs/plays.md#order.

base::Message propose_talk_to(const people::Person& person) {
  return person.city.empty() ? base::say("do.propose-call")
                             : base::say("do.propose-coffee", {{"city", base::printable(person.city, 40)}});
}

/// In touch, and no more.
bool only_writes(const standing::Standing& s) {
  return s.rung == standing::Rung::in_touch && s.counts.wrote_out > 0 && s.counts.wrote_in >= first_talk_answers_min &&
         s.meet != standing::Fact::yes && s.help != standing::Fact::yes;
}

/// Whoever is invited, until it is known how it went, or too late to ask.
std::set<people::PersonId> invited(const View& view) {
  std::set<people::PersonId> all;
  for (const Invitation& one : view.commitments.invitations) {
    if (view.today - one.day > how_it_went_days) continue;
    for (const Invitation::Guest& guest : one.guests) {
      if (!guest.spoken) all.insert(guest.who);
    }
  }
  return all;
}

/// Nothing tells whether they met, nor whether the owner met whom else they invited: Bo, or so many.
base::Message untold(const View& view, const Invitation& one, people::PersonId who) {
  std::vector<people::PersonId> others;
  for (const Invitation::Guest& guest : one.guests) {
    if (!guest.spoken && guest.who != who) others.push_back(guest.who);
  }
  return base::say("meet.untold",
                   {{"others", others.size()},
                    {"other", others.size() == 1 ? base::printable(view.people.persons[others.front().value].name, 60) : ""},
                    {"day", one.day},
                    {"titled", one.title.empty() ? "no" : "yes"},
                    {"title", base::printable(one.title, 60)}});
}

/// From the day after on; of several meetings with one person, of the last. One question for all who were invited.
void propose_to_tell(const View& view, std::vector<Step>& steps) {
  std::map<people::PersonId, const Invitation*> last;
  for (const Invitation& one : view.commitments.invitations) {
    const int days = view.today - one.day;
    if (days < 1 || days > how_it_went_days) continue;
    for (const Invitation::Guest& guest : one.guests) {
      if (guest.spoken) continue;
      const Invitation*& kept = last[guest.who];
      if (kept == nullptr || kept->from <= one.from) kept = &one;
    }
  }
  std::set<std::uint32_t> asked;
  for (const auto& [who, one] : last) {
    if (!plannable(view.people.persons[who.value], view.standings[who.value])) continue;
    if (!asked.insert(one->number).second) continue;
    steps.push_back({.person = who,
                     .play = "meet",
                     .topic = "how-did-it-go",
                     .reason = untold(view, *one, who),
                     .todo = base::say("do.tell"),
                     .number = one->number,
                     .urgency = 1,
                     .asks = false,
                     .gain = 0.5});
  }
}

std::vector<Step> propose_meet(const View& view) {
  std::vector<Step> steps;
  propose_to_tell(view, steps);
  const std::set<people::PersonId> asked = invited(view);
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s) || asked.contains(people::PersonId{i})) continue;
    if (only_writes(s)) {
      steps.push_back({.person = people::PersonId{i},
                       .play = "meet",
                       .topic = "first-talk",
                       .reason = base::say("meet.first-talk",
                                           {{"out", s.counts.wrote_out}, {"in", s.counts.wrote_in}, {"sure", never_spoken(s)}}),
                       .todo = propose_talk_to(person),
                       .row = s.last_row,
                       .gain = first_of_two * meeting_gain(s, view.lessons)});
      continue;
    }
    if (!s.one_step_away || s.meet == standing::Fact::yes) continue;
    steps.push_back({.person = people::PersonId{i},
                     .play = "meet",
                     .topic = "unspoken",
                     .reason = base::say("meet.unspoken", {{"way", way_of_help(s.counts)}, {"sure", never_spoken(s)}}),
                     .todo = propose_talk_to(person),
                     .row = s.last_help_row,
                     .urgency = 0,
                     .gain = meeting_gain(s, view.lessons)});
  }
  return steps;
}

}  // namespace

extern const Play play_meet;
const Play play_meet{"meet", topics_of_meet, propose_meet};

}  // namespace plays
