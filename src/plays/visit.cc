#include "plays/visit.h"

#include "plays/gain.h"
#include "plays/occasions.h"
#include "plays/plays.h"

namespace plays {

namespace {

const Lessons no_lessons;  // A trip compares people, for whom they would be the same.

base::Message of_network(const standing::Standing& s, base::Day today) {
  const bool advocate = s.rung == standing::Rung::advocate;
  if (!s.last_two_way) return advocate ? base::say("visit.advocate") : base::say("visit.your-word");
  return base::say(
      "visit.network",
      {{"advocate", advocate ? "yes" : "no"}, {"quiet", s.quiet ? "yes" : "no"}, {"since", span(today - *s.last_two_way)}});
}

/// Help has flowed, and no meeting or call counts.
base::Message help_alone(const standing::Standing& s) {
  return base::say("visit.unspoken", {{"way", way_of_help(s.counts)}, {"sure", never_spoken(s)}});
}

Visit why_visit(const standing::Standing& s, base::Day today) {
  using Why = Visit::Why;
  const bool spoken = s.meet == standing::Fact::yes;
  if (s.one_step_away && !spoken) {
    return {Why::unspoken, help_alone(s), meeting_gain(s, no_lessons)};
  }
  if (s.network) return {s.quiet ? Why::quiet : Why::network, of_network(s, today), renewal_gain(s, today)};
  const int waits = s.waiting_since ? today - base::day_of(*s.waiting_since) : owed_days_max + 1;
  if (waits <= owed_days_max) {
    return {Why::owed, owed(s, today), answer_gain(s, waits <= owed_days_fresh)};
  }
  if (s.one_step_away)
    return {Why::no_help, base::say("visit.no-help", {{"sure", never_helped(s)}}), first_help_gain(s, no_lessons)};
  if (spoken) return {Why::distant, base::say("visit.spoken"), first_of_two * first_help_gain(s, no_lessons)};
  const bool wrote = s.counts.wrote_out > 0 && s.counts.wrote_in > 0;
  return {Why::distant, wrote ? base::say("visit.never-spoken", {{"sure", never_spoken(s)}}) : help_alone(s),
          first_of_two * meeting_gain(s, no_lessons)};
}

}  // namespace

std::string_view way_of_help(const standing::Counts& counts) {
  if (counts.help_in > 0 && counts.help_out > 0) return "both";
  return counts.help_in > 0 ? "in" : "out";
}

std::string_view never_spoken(const standing::Standing& s) {
  if (s.unsure_row != 0) return "met";
  if (s.short_call) return "called";
  return s.meet == standing::Fact::unknown ? "no" : "yes";
}

std::string_view never_helped(const standing::Standing& s) {
  if (s.unsure_help_row != 0 || s.counts.help_in + s.counts.help_out > 0) return "perhaps";
  return s.help == standing::Fact::unknown ? "no" : "yes";
}

std::string_view word(Visit::Why why) {
  switch (why) {
    case Visit::Why::unspoken:
      return "unspoken";
    case Visit::Why::quiet:
      return "quiet";
    case Visit::Why::network:
      return "network";
    case Visit::Why::owed:
      return "owed";
    case Visit::Why::no_help:
      return "no-help";
    case Visit::Why::distant:
      return "in-touch";
  }
  return "";
}

std::optional<Visit> visit(const people::Person& person, const standing::Standing& s, const std::vector<Market>& markets,
                           base::Day today) {
  if (!plannable(person, s) || s.rung < standing::Rung::in_touch) return std::nullopt;
  Visit out = why_visit(s, today);
  if (!s.network) out.gain *= focus_factor(markets, person);
  return out;
}

}  // namespace plays
