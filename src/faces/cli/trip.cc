#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/meet/meet.h"
#include "app/session.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr int within_km = 50;  // docs/plays.md#meet.
constexpr int visits_shown = 20;
constexpr std::size_t names_shown = 3;

constexpr Argument trip_arguments[] = {
    {"PLACE", "a city, with its region or country where there are several; left out: where a trip would pay", true},
    {"DATES", "3..5 May, 2027-05-03..2027-05-05, or one day", true, true},
};
constexpr Option trip_options[] = {
    {"--within", "KM", "how far from there (default 50)"},
    {"--limit", "N", "at most N people; 0 is all (default 20)"},
};

std::string heading(plays::Visit::Why why) {
  using Why = plays::Visit::Why;
  switch (why) {
    case Why::unspoken:
      return "Never met, one step away";
    case Why::quiet:
      return "Your network, gone quiet";
    case Why::network:
      return "Your network";
    case Why::owed:
      return "Waiting for your answer";
    case Why::no_help:
      return "Met, one step away";
    case Why::distant:
      return "In touch";
  }
  return "";
}

int towns(Context& context, app::Session& session) {
  const auto towns = app::towns(session);
  if (!towns) return context.fail(towns.error());
  if (context.json()) {
    context.out() << wire::dump(wire::towns_json(*towns));
    return done;
  }
  if (towns->empty())
    return context.say("Nobody is one step away whom you never met. wellmet trip PLACE DATES shows who is there.");
  context.out() << "Never met, one step away:\n\n";
  for (const app::TownView& town : *towns) {
    std::string names;
    for (std::size_t i = 0; i < std::min(town.people.size(), names_shown); ++i)
      names += (i > 0 ? ", " : "") + safe(town.people[i].card.person.name, 30);
    if (town.people.size() > names_shown) names += ", …";
    context.out() << fmt::format("{:>4}  ", town.people.size())
                  << pad(town.name.empty() ? "town unknown" : safe(town.name, 44), 44) << "  " << names << "\n";
  }
  if (!context.quiet()) context.out() << "\nwellmet trip PLACE DATES shows who is there, and whom to see first.\n";
  return done;
}

void print(Context& context, const app::TripView& trip) {
  const Paint paint(context.color());
  context.out() << paint.bold(safe(place_words(trip.place), 80)) << ", " << base::words(trip.days.from)
                << (trip.days.to == trip.days.from ? "" : " to " + base::words(trip.days.to))
                << fmt::format(", within {} km\n", trip.within_km);
  const app::TripView::One* before = nullptr;
  for (const app::TripView::One& one : trip.people) {
    if (before == nullptr || before->visit.why != one.visit.why) context.out() << "\n" << heading(one.visit.why) << "\n";
    before = &one;
    const auto& p = one.person.card.person;
    const std::string job = p.title + (p.title.empty() || p.company.empty() ? "" : ", ") + p.company;
    context.out() << "  " << paint.bold(safe(p.name, 40)) << (job.empty() ? "" : " · " + safe(job, 60));
    if (one.km >= 1) context.out() << " · " << safe(p.city, 40) << fmt::format(", {:.0f} km", one.km);
    context.out() << "\n      " << words::say(one.visit.reason);
    if (one.last_spoken) context.out() << "; last spoken " << base::words(*one.last_spoken);
    context.out() << "\n";
    if (one.perhaps) context.out() << "      perhaps: there are several places called \"" << safe(p.city, 40) << "\"\n";
  }
  if (trip.people.empty()) context.out() << "\nNobody whom you are in touch with is there, as far as is known.\n";
  if (trip.people.size() < trip.total)
    context.out() << fmt::format("\n  and {} more (--limit 0 shows all)\n", thousands(trip.total - trip.people.size()));
  if (context.quiet() || trip.in_touch == 0) return;
  context.out() << fmt::format("\nOf {} with whom you are in touch, your files tell the town of {}.\n",
                               counted(trip.in_touch, "person", "people"), trip.located == 0 ? "none" : thousands(trip.located));
}

int run_trip(Context& context) {
  const auto within = context.number("--within", 1), limit = context.number("--limit", 0);
  if (!within) return context.fail(within.error());
  if (!limit) return context.fail(limit.error());
  const auto place = context.value("PLACE");
  std::string dates;
  for (const std::string& word : context.values("DATES")) dates += (dates.empty() ? "" : " ") + word;
  const auto today = context.today();
  if (!today) return context.fail(today.error());
  const auto days = base::parse_days(dates, *today);
  if (place && !days) {
    return context.fail(
        {base::Fault::usage,
         {},
         dates.empty() ? base::say("cli.when") : base::say("cli.no-days", {{"dates", base::printable(dates, 60)}}),
         base::say("cli.write-3-5-2027")});
  }
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (!place) return towns(context, *session);
  const auto trip =
      app::trip(*session, *place, *days, within->value_or(within_km), static_cast<std::size_t>(limit->value_or(visits_shown)));
  if (!trip) return context.fail(trip.error());
  if (context.json()) {
    context.out() << wire::dump(wire::trip_json(*trip));
  } else {
    print(context, *trip);
  }
  return trip->total > 0 ? done : answer_is_no;
}

}  // namespace

extern const Command command_trip;
const Command command_trip{
    .name = "trip",
    .group = "What to do",
    .summary = "who is where you go, and whom to see first; without a place, where a trip would pay",
    .examples =
        "wellmet trip Berlin 3..5 May\n"
        "wellmet trip \"Springfield, IL\" 2027-05-03..2027-05-05 --within 100\n"
        "wellmet trip\n",
    .arguments = trip_arguments,
    .options = trip_options,
    .run = run_trip,
    .notes =
        "Everybody with whom you are in touch: first whom you never met and who helped you or whom you helped, then\n"
        "your network, then the rest; within each by what the meeting gains. A year left out is the next one.",
};

}  // namespace faces::cli
