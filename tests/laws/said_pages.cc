// What a person's page counts, and why a tie is strong.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "said.h"

namespace laws {

namespace {

using ledger::Kind;

std::vector<Event> of_kind(const std::vector<Event>& events, bool calls) {
  std::vector<Event> out;
  std::copy_if(events.begin(), events.end(), std::back_inserter(out),
               [calls](const Event& one) { return (one.kind == Kind::called) == calls; });
  return out;
}

std::vector<Event> of_ground(const std::string& kind, const Between& between) {
  if (kind == "wrote") return between.wrote;
  if (kind == "met") return of_kind(between.spoke, false);
  if (kind == "called") return of_kind(between.spoke, true);
  if (kind == "help") return between.help;
  std::vector<Event> signs;
  std::copy_if(between.signs.begin(), between.signs.end(), std::back_inserter(signs),
               [](const Event& one) { return one.kind != Kind::invited; });
  return signs;
}

/// Told with days from 0 to 1 off, as a day of the owner's may be another in UTC.
std::string not_often(const base::Message& reason, const Between& between, base::Day today) {
  const std::string kind = text(reason, "kind");
  const std::vector<Event> events = of_ground(kind, between);
  if (events.empty()) return "nothing of the kind ever was";
  std::set<base::Day> days;
  for (const Event& one : events) days.insert(one.day());
  const auto said = kind == "wrote" ? number(reason, "days") : number(reason, "times");
  const auto found = static_cast<std::int64_t>(kind == "wrote" ? days.size() : events.size());
  if (said != found) return fmt::format("{} of them, not {}", found, said);
  const base::Message ago = part(reason, "ago");
  const int since = today - *days.rbegin();
  const bool fits = ago.code == "span.today" ? since <= 0 : ago.code == "span.yesterday" ? since == 1 : since >= 2;
  return fits ? "" : fmt::format("the last was {} days ago", since);
}

}  // namespace

std::string untrue(const standing::Counts& counts, const Between& between) {
  const auto differ = [](std::string_view what, std::int64_t said, std::int64_t found) {
    return said == found ? "" : fmt::format("{} {}, not {}; ", found, what, said);
  };
  return differ("letters from the owner", counts.wrote_out, count(between.wrote, true)) +
         differ("letters from them", counts.wrote_in, count(between.wrote, false)) +
         differ("meetings", counts.met, static_cast<std::int64_t>(of_kind(between.spoke, false).size())) +
         differ("calls", counts.called, static_cast<std::int64_t>(of_kind(between.spoke, true).size())) +
         differ("times help from the owner", counts.help_out, count(between.help, true)) +
         differ("times help from them", counts.help_in, count(between.help, false));
}

std::string untrue(const base::Message& reason, const Between& between, base::Day today) {
  if (reason.code == "strength.often") return not_often(reason, between, today);
  if (reason.code == "strength.both-ways") {
    const bool so = number(reason, "out") == count(between.wrote, true) && number(reason, "in") == count(between.wrote, false);
    return so ? "" : "so many letters went neither way";
  }
  if (reason.code == "strength.mutual") {
    bool out = false, in = false;
    for (const Event* one : between.all()) {
      out = out || one->out;
      in = in || one->in;
    }
    return out && in ? "" : "it goes one way only";
  }
  if (reason.code != "strength.nothing-since") return "no condition is known";
  const auto day = std::get<base::Day>(*reason.find("day"));
  for (const Event* one : between.all()) {
    if (one->day() > day)
      return fmt::format("a {} was later{}", ledger::word(one->row->kind), one->row->kind == Kind::called ? ", a short one" : "");
  }
  return "";
}

}  // namespace laws
