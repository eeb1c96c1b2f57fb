#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/meet/meet.h"
#include "app/session.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr int within_km = 50;  // docs/plays.md#meet.
constexpr int visits_shown = 20;
constexpr std::size_t names_shown = 3;

constexpr Argument trip_arguments[] = {
    {"PLACE", "usage.trip.place", true},
    {"DATES", "usage.trip.dates", true, true},
};
constexpr Option trip_options[] = {
    {"--within", "KM", "usage.trip.within"},
    {"--limit", "N", "usage.trip.limit"},
};

std::string heading(plays::Visit::Why why) {
  using Why = plays::Visit::Why;
  constexpr std::pair<Why, std::string_view> words[] = {{Why::unspoken, "unspoken"}, {Why::quiet, "quiet"},
                                                        {Why::network, "network"},   {Why::owed, "owed"},
                                                        {Why::no_help, "no_help"},   {Why::distant, "distant"}};
  const auto* found = std::find_if(std::begin(words), std::end(words), [&](const auto& one) { return one.first == why; });
  return say("cli.trip.why", {{"why", found == std::end(words) ? "distant" : found->second}});
}

int towns(Context& context, app::Session& session) {
  const auto towns = app::towns(session);
  if (!towns) return context.fail(towns.error());
  if (context.json()) {
    context.out() << wire::dump(wire::towns_json(*towns));
    return done;
  }
  if (towns->empty()) return context.say(say("cli.trip.nobody-anywhere"));
  context.out() << say("cli.trip.towns") << "\n\n";
  for (const app::TownView& town : *towns) {
    std::string names;
    for (std::size_t i = 0; i < std::min(town.people.size(), names_shown); ++i)
      names += (i > 0 ? ", " : "") + safe(town.people[i].card.person.name, 30);
    if (town.people.size() > names_shown) names += ", …";
    context.out() << fmt::format("{:>4}  ", town.people.size())
                  << pad(town.name.empty() ? say("cli.trip.town-unknown") : safe(town.name, 44), 44) << "  " << names << "\n";
  }
  if (!context.quiet()) context.out() << "\n" << say("cli.trip.hint") << "\n";
  return done;
}

void print(Context& context, const app::TripView& trip) {
  const Paint paint(context.color());
  context.out() << say("cli.trip.head", {{"place", paint.bold(safe(place_words(trip.place), 80))},
                                         {"from", trip.days.from},
                                         {"several", yes(trip.days.to != trip.days.from)},
                                         {"to", trip.days.to},
                                         {"km", trip.within_km}})
                << "\n";
  const app::TripView::One* before = nullptr;
  for (const app::TripView::One& one : trip.people) {
    if (before == nullptr || before->visit.why != one.visit.why) context.out() << "\n" << heading(one.visit.why) << "\n";
    before = &one;
    const auto& p = one.person.card.person;
    const std::string job = p.title + (p.title.empty() || p.company.empty() ? "" : ", ") + p.company;
    context.out() << "  " << paint.bold(safe(p.name, 40)) << (job.empty() ? "" : " · " + safe(job, 60));
    if (one.km >= 1) context.out() << " · " << safe(p.city, 40) << ", " << say("cli.trip.km", {{"km", std::llrint(one.km)}});
    context.out() << "\n      "
                  << say("cli.trip.reason", {{"reason", one.visit.reason},
                                             {"spoken", yes(one.last_spoken.has_value())},
                                             {"day", one.last_spoken.value_or(base::Day{})}})
                  << "\n";
    if (one.perhaps) context.out() << "      " << say("cli.trip.perhaps", {{"city", safe(p.city, 40)}}) << "\n";
  }
  if (trip.people.empty()) context.out() << "\n" << say("cli.trip.nobody") << "\n";
  if (trip.people.size() < trip.total)
    context.out() << "\n  " << say("cli.more", {{"n", trip.total - trip.people.size()}}) << "\n";
  if (context.quiet() || trip.in_touch == 0) return;
  context.out() << "\n" << say("cli.trip.located", {{"people", trip.in_touch}, {"located", trip.located}}) << "\n";
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
    .group = "usage.group.what-to-do",
    .summary = "usage.trip",
    .examples =
        "wellmet trip Berlin 3..5 May\n"
        "wellmet trip \"Springfield, IL\" 2027-05-03..2027-05-05 --within 100\n"
        "wellmet trip\n",
    .arguments = trip_arguments,
    .options = trip_options,
    .run = run_trip,
    .notes = "usage.trip.notes",
};

}  // namespace faces::cli
