#include "app/people/reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace app {

namespace {

using ledger::Kind;

constexpr std::size_t reasons_max = 3;
constexpr double share_min = 0.05;  ///< A smaller part of the whole is no reason.
constexpr int days_silent = 180;    ///< From here on, the silence is the first thing to say.

/// How often something of one kind happened, on how many days, and when last.
struct Often {
  std::size_t times = 0;
  std::set<base::Day> days;

  void add(base::Day day) {
    ++times;
    days.insert(day);
  }
};

}  // namespace

base::Message ago(int days) {
  if (days <= 0) return base::say("span.today");
  if (days == 1) return base::say("span.yesterday");
  if (days < 60) return base::say("span.ago", {{"span", base::say("span.days", {{"n", days}})}});
  if (days < 730) return base::say("span.ago", {{"span", base::say("span.months", {{"n", days / 30}})}});
  return base::say("span.ago", {{"span", base::say("span.years", {{"n", days / 365}})}});
}

std::vector<base::Message> strength_reasons(const standing::Standing& standing, std::span<const standing::Reading> readings,
                                            const ledger::Book& book, base::Day today) {
  Often wrote, called, met, help, engaged;
  std::size_t out = 0, in = 0;
  std::optional<base::Day> last;  // Of all that is no mere listing: a call that nobody answered is not nothing.
  for (const standing::Reading& reading : readings) {
    const base::Day day = base::day_of(book.rows[reading.row].at);
    if (reading.kind != Kind::listed) last = std::max(last.value_or(day), day);
    if (!reading.counts) continue;
    if (reading.kind == Kind::wrote) {
      wrote.add(day);
      ++(reading.direction == standing::Direction::out ? out : in);
    } else if (reading.kind == Kind::called) {
      called.add(day);
    } else if (reading.kind == Kind::met) {
      met.add(day);
    } else if (standing::is_help(reading.kind)) {
      help.add(day);
    } else if (reading.kind == Kind::engaged || reading.kind == Kind::endorsed || reading.kind == Kind::shared ||
               reading.kind == Kind::thanked) {
      engaged.add(day);
    }
  }
  const standing::Grounds& g = standing.grounds;
  struct Part {
    double weight;
    base::Message reason;
  };
  const auto often = [today](std::string_view kind, const Often& one) {
    if (one.times == 0) return base::Message{};
    return base::say("strength.often",
                     {{"kind", kind}, {"times", one.times}, {"days", one.days.size()}, {"ago", ago(today - *one.days.rbegin())}});
  };
  std::vector<Part> parts = {
      {g.met, often("met", met)},
      {g.called, often("called", called)},
      {g.wrote, often("wrote", wrote)},
      {g.help, often("help", help)},
      {g.engaged, often("engaged", engaged)},
      {g.mutual, out > 0 && in > 0 ? base::say("strength.both-ways", {{"in", in}, {"out", out}}) : base::say("strength.mutual")},
  };
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.weight > b.weight; });
  std::vector<base::Message> reasons;
  if (last && today - *last >= days_silent) reasons.push_back(base::say("strength.nothing-since", {{"day", *last}}));
  for (const Part& part : parts) {
    if (reasons.size() == reasons_max || part.weight <= share_min * g.sum()) break;
    reasons.push_back(part.reason);
  }
  return reasons;
}

}  // namespace app
