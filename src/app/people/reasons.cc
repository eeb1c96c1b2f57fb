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
  [[nodiscard]] std::string last(base::Day today) const {
    return times == 0 ? std::string() : ", last " + ago(today - *days.rbegin());
  }
  [[nodiscard]] std::string counted() const {
    return times == 1 ? "once" : times == 2 ? "twice" : fmt::format("{} times", times);
  }
};

}  // namespace

std::string ago(int days) {
  if (days <= 0) return "today";
  if (days == 1) return "yesterday";
  if (days < 60) return fmt::format("{} days ago", days);
  if (days < 730) return fmt::format("{} months ago", days / 30);
  return fmt::format("{} years ago", days / 365);
}

std::vector<std::string> strength_reasons(const standing::Standing& standing,
                                          std::span<const standing::Reading> readings,
                                          const ledger::Book& book, base::Day today) {
  Often wrote, called, met, help, engaged;
  std::size_t out = 0, in = 0;
  for (const standing::Reading& reading : readings) {
    if (!reading.counts) continue;
    const base::Day day = base::day_of(book.rows[reading.row].at);
    if (reading.kind == Kind::wrote) {
      wrote.add(day);
      ++(reading.direction == standing::Direction::out ? out : in);
    } else if (reading.kind == Kind::called) {
      called.add(day);
    } else if (reading.kind == Kind::met) {
      met.add(day);
    } else if (standing::is_help(reading.kind)) {
      help.add(day);
    } else if (reading.kind == Kind::engaged || reading.kind == Kind::endorsed ||
               reading.kind == Kind::shared || reading.kind == Kind::thanked) {
      engaged.add(day);
    }
  }
  const standing::Grounds& g = standing.grounds;
  struct Part {
    double weight;
    std::string words;
  };
  std::vector<Part> parts = {
      {g.met, "met " + met.counted() + met.last(today)},
      {g.called, "spoke by telephone " + called.counted() + called.last(today)},
      {g.wrote,
       fmt::format("wrote on {} {}", wrote.days.size(), wrote.days.size() == 1 ? "day" : "days") +
           wrote.last(today)},
      {g.help, "help flowed " + help.counted() + help.last(today)},
      {g.engaged, "reactions, " + engaged.counted() + engaged.last(today)},
      {g.mutual, out > 0 && in > 0 ? fmt::format("both ways, {} to you and {} from you", in, out)
                                   : std::string("it goes both ways")},
  };
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.weight > b.weight; });
  std::vector<std::string> reasons;
  if (standing.last && today - *standing.last >= days_silent)
    reasons.push_back("nothing since " + base::words(*standing.last));
  for (const Part& part : parts) {
    if (reasons.size() == reasons_max || part.weight <= share_min * g.sum()) break;
    reasons.push_back(part.words);
  }
  return reasons;
}

}  // namespace app
