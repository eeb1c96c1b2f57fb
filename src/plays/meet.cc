// meet: how it went with those whom the owner invited; people with whom help has flowed, but who were never spoken
// with; then those with whom letters go both ways, and nothing else yet.

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/text.h"
#include "plays/gain.h"
#include "plays/plays.h"

namespace plays {

namespace {

constexpr std::string_view how_did_it_go = "how-did-it-go";
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

/// Whom else the owner invited to it, and may not have met: " and Bo", " and 2 others".
std::string others_words(const View& view, const Invitation& one, people::PersonId who) {
  std::vector<people::PersonId> others;
  for (const Invitation::Guest& guest : one.guests) {
    if (!guest.spoken && guest.who != who) others.push_back(guest.who);
  }
  if (others.empty()) return "";
  if (others.size() > 1) return fmt::format(" and {} others", others.size());
  return " and " + base::printable(view.people.persons[others.front().value].name, 60);
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
                     .topic = std::string(how_did_it_go),
                     .reason = fmt::format("you invited them{} for {}{}, and nothing tells whether you met", others_words(view, *one, who),
                                           base::words(one->day),
                                           one->title.empty() ? "" : fmt::format(" (\"{}\")", base::printable(one->title, 60))),
                     .todo = fmt::format("say how it went: wellmet invite --met {0} TEXT, or --not {0}", one->number),
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
                       .reason = fmt::format("you have written to each other, {} from you and {} to you, and never spoken{}",
                                             s.counts.wrote_out, s.counts.wrote_in,
                                             s.meet == standing::Fact::unknown ? " as far as your files tell" : ""),
                       .todo = call_words(person),
                       .row = s.last_row,
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
                     .urgency = 0,
                     .gain = meeting_gain(s, view.lessons)});
  }
  return steps;
}

}  // namespace

bool proposes_meeting(std::string_view step) {
  const std::size_t space = step.find(' ');
  return space != std::string_view::npos && step.substr(0, space) == "meet" && step.substr(space + 1) != how_did_it_go;
}

extern const Play play_meet;
const Play play_meet{"meet", propose_meet};

}  // namespace plays
