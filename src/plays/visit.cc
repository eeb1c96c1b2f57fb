#include "plays/visit.h"

#include <fmt/format.h>

#include "plays/gain.h"
#include "plays/occasions.h"
#include "plays/plays.h"

namespace plays {

namespace {

const Lessons no_lessons;  // A trip compares people, for whom they would be the same.

std::string help_words(const standing::Counts& counts) {
  if (counts.help_in > 0 && counts.help_out > 0) return "both ways";
  return counts.help_in > 0 ? "to you" : "from you";
}

std::string network_words(const standing::Standing& s, base::Day today) {
  const std::string since = s.last_two_way ? span_words(today - *s.last_two_way) : "";
  const std::string words = since.empty() ? "" : s.quiet ? "nothing both ways for " + since : "last in touch " + since + " ago";
  if (s.rung != standing::Rung::advocate) return words.empty() ? "by your word" : words;
  return "an advocate" + (words.empty() ? "" : ", " + words);
}

Visit why_visit(const standing::Standing& s, base::Day today) {
  using Why = Visit::Why;
  const bool spoken = s.meet == standing::Fact::yes;
  if (s.one_step_away && !spoken) {
    return {Why::unspoken, fmt::format("help has flowed {}, and you have never spoken", help_words(s.counts)),
            meeting_gain(s, no_lessons)};
  }
  if (s.network) return {s.quiet ? Why::quiet : Why::network, network_words(s, today), renewal_gain(s, today)};
  const int waits = s.waiting_since ? today - base::day_of(*s.waiting_since) : owed_days_max + 1;
  if (waits <= owed_days_max) {
    return {Why::owed, owed_words(s, today), answer_gain(s, waits <= owed_days_fresh)};
  }
  if (s.one_step_away) return {Why::no_help, "you have spoken, and no help has flowed yet", first_help_gain(s, no_lessons)};
  if (spoken) return {Why::distant, "you have spoken", first_of_two * first_help_gain(s, no_lessons)};
  return {Why::distant, "you have written to each other, and never spoken", first_of_two * meeting_gain(s, no_lessons)};
}

}  // namespace

std::string_view word(Visit::Why why) {
  switch (why) {
    case Visit::Why::unspoken: return "unspoken";
    case Visit::Why::quiet: return "quiet";
    case Visit::Why::network: return "network";
    case Visit::Why::owed: return "owed";
    case Visit::Why::no_help: return "no-help";
    case Visit::Why::distant: return "in-touch";
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
