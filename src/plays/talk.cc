// talk: be a constant. Owed answers first, then members whose tie has gone below its own habit, threads
// that the owner let drop, and occasions: who is due, a birthday, a new job, years since the first meeting.

#include "plays/gain.h"
#include "plays/occasions.h"
#include "plays/plays.h"

namespace plays {

namespace {

constexpr int birthday_days_ahead = 3;  // So that a letter arrives in time.
constexpr int anniversary_days_ahead = 3;
constexpr int new_job_days = 90;  // After the export that first showed it. docs/plays.md#occasions.

constexpr Topic topics_of_talk[] = {{"owed", Opening::owed},
                                    {"dropped", Opening::dropped},
                                    {"quiet", Opening::hello},
                                    {"due", Opening::hello},
                                    {"new-job", Opening::new_job},
                                    {"birthday", Opening::birthday, quick_minutes},
                                    {"anniversary", Opening::anniversary, quick_minutes}};

void propose_occasions(const View& view, std::uint32_t i, std::vector<Step>& steps) {
  const people::Person& person = view.people.persons[i];
  const standing::Standing& s = view.standings[i];
  if (s.rung < standing::Rung::in_touch) return;
  const auto birthday = next_birthday(person.birthday, view.today);
  if (birthday && *birthday - view.today < birthday_days_ahead) {
    steps.push_back({.person = people::PersonId{i},
                     .play = "talk",
                     .topic = "birthday",
                     .reason = base::say("talk.birthday", {{"ahead", *birthday - view.today}, {"day", *birthday}}),
                     .todo = base::say("do.wish-well"),
                     .urgency = 1,
                     .gives = true,
                     .asks = false,
                     .gain = 0.3 + s.strength / 100});
  }
  const auto first_met = s.network && s.first_spoken ? next_birthday(base::iso(*s.first_spoken), view.today) : std::nullopt;
  const int years = first_met ? base::civil_of(*first_met).year - base::civil_of(*s.first_spoken).year : 0;
  if (years > 0 && *first_met - view.today < anniversary_days_ahead) {
    steps.push_back(
        {.person = people::PersonId{i},
         .play = "talk",
         .topic = "anniversary",
         .reason = base::say("talk.anniversary", {{"ahead", *first_met - view.today}, {"day", *first_met}, {"years", years}}),
         .todo = base::say("do.look-back"),
         .gain = renewal_gain(s, view.today)});
  }
  if (person.job_change && view.today - person.job_change->by <= new_job_days) {
    steps.push_back({.person = people::PersonId{i},
                     .play = "talk",
                     .topic = "new-job",
                     .reason = base::say("talk.new-job", {{"by", person.job_change->by},
                                                          {"known", person.title.empty()     ? "company"
                                                                    : person.company.empty() ? "title"
                                                                                             : "both"},
                                                          {"title", person.title},
                                                          {"company", person.company}}),
                     .todo = base::say("do.congratulate"),
                     .urgency = 0,
                     .gives = true,
                     .asks = false,
                     .gain = s.reply_chance * (0.5 + s.strength / 100)});
  }
  const auto due = due_day(s);
  if (due && *due <= view.today && !s.quiet) {
    const int days = view.today - *s.last_two_way;
    steps.push_back(
        {.person = people::PersonId{i},
         .play = "talk",
         .topic = "due",
         .reason = base::say("talk.due", {{"since", span(days)}, {"usual", span(static_cast<int>(s.median_gap_days))}}),
         .todo = base::say("do.say-hello"),
         .row = s.last_help_row,
         .urgency = 0,
         .gives = true,
         .gain = renewal_gain(s, view.today)});
  }
}

std::vector<Step> propose_talk(const View& view) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s)) continue;
    if (s.waiting_since && s.rung >= standing::Rung::in_touch) {
      const int days = view.today - base::day_of(*s.waiting_since);
      if (days >= 2 && days <= owed_days_max) {
        const bool fresh = days <= owed_days_fresh, waits = fresh && !s.waiting_closes;
        steps.push_back({.person = people::PersonId{i},
                         .play = "talk",
                         .topic = fresh ? "owed" : "dropped",
                         .reason = owed(s, view.today),
                         .todo = waits   ? base::say("do.answer")
                                 : fresh ? base::say("do.answer-if-more")
                                         : base::say("do.take-up"),
                         .row = s.waiting_row,
                         .urgency = waits ? 2 : 0,
                         .asks = false,
                         .gain = answer_gain(s, waits)});
      }
    }
    propose_occasions(view, i, steps);
    if (s.quiet) {
      const int days = view.today - *s.last_two_way;
      steps.push_back(
          {.person = people::PersonId{i},
           .play = "talk",
           .topic = "quiet",
           .reason = base::say("talk.quiet", {{"since", span(days)}, {"usual", span(static_cast<int>(s.median_gap_days))}}),
           .todo = s.counts.help_in > s.counts.help_out ? base::say("do.thank-again") : base::say("do.say-hello"),
           .row = s.last_help_row,
           .urgency = s.unanswered > 0 ? 0 : 1,  // Whoever left a letter unanswered has been asked already.
           .gives = true,
           .gain = renewal_gain(s, view.today)});
    }
  }
  return steps;
}

}  // namespace

extern const Play play_talk;
const Play play_talk{"talk", topics_of_talk, propose_talk};

}  // namespace plays
