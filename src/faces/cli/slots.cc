#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/meet/meet.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/cli/cli.h"
#include "faces/cli/slots_ask.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr int days_max = 60;

constexpr Argument slots_arguments[] = {
    {"FILE", "usage.slots.file", false, true},
};
constexpr Option slots_options[] = {
    {"--from", "DATE", "usage.slots.from"},        {"--days", "N", "usage.slots.days"},
    {"--weekends", "", "usage.slots.weekends"},    {"--hours", "H-H", "usage.slots.hours"},
    {"--length", "MINUTES", "usage.slots.length"}, {"--zone", "ZONE", "usage.slots.zone"},
};

std::optional<std::pair<int, int>> hours(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  int from = -1, to = -1;
  for (const auto& [part, value] : {std::pair{text.substr(0, dash), &from}, {text.substr(dash + 1), &to}}) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), *value);
    if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
  }
  if (from < 0 || to > 24 || from >= to) return std::nullopt;
  return std::pair(from, to);
}

/// "Mon 9 Nov 2026".
std::string weekday_words(base::Day day) { return say("cli.slots.day", {{"weekday", base::weekday_of(day)}, {"day", day}}); }

int run_slots(Context& context) {
  const auto ask = slots_ask(context);
  if (!ask) return context.fail(ask.error());
  auto session = context.open(Context::Make::in_memory);
  if (!session) return context.fail(session.error());
  const auto slots = app::slots(*session, context.values("FILE"), *ask);
  if (!slots) return context.fail(slots.error());
  if (context.json()) {
    context.out() << wire::dump(wire::slots_json(*slots));
    return slots->free.empty() ? answer_is_no : done;
  }
  if (slots->free.empty()) {
    context.out() << say("cli.slots.none") << "\n";
    return answer_is_no;
  }
  context.out() << say("cli.slots.head", {{"zone", safe(slots->zone, 40)}, {"minutes", ask->length_minutes}}) << "\n";
  std::optional<base::Day> day;
  for (const app::FreeTime& one : slots->free) {
    if (day != one.day) context.out() << "\n  " << pad(weekday_words(one.day), 17);
    day = one.day;
    context.out() << fmt::format("  {:02}:{:02}-{:02}:{:02}", one.from_minute / 60, one.from_minute % 60, one.to_minute / 60,
                                 one.to_minute % 60);
  }
  context.out() << "\n";
  if (!context.quiet()) context.out() << "\n" << say("cli.slots.invite") << "\n";
  return done;
}

}  // namespace

base::Result<app::SlotsAsk> slots_ask(Context& context) {
  app::SlotsAsk ask;
  TRY(today, context.today());
  TRY(days, context.number("--days", 1));
  TRY(length, context.number("--length", 5));
  ask.from = today + 1;
  ask.days = days.value_or(ask.days);
  ask.length_minutes = length.value_or(ask.length_minutes);
  ask.weekends = context.flag("--weekends");
  ask.zone = context.value("--zone").value_or("");
  if (ask.days > days_max)
    return base::fail(base::Fault::usage, {}, base::say("cli.days-takes-most", {{"days_max", days_max}}),
                      base::say("cli.begin-later-date"));
  if (const auto from = context.value("--from")) {
    const auto day = base::parse_day_ahead(*from, today);
    if (!day)
      return base::fail(base::Fault::usage, {}, base::say("cli.not-date-2", {{"from", base::printable(*from, 40)}}),
                        base::say("cli.write-9-nov-monday"));
    if (*day < today)
      return base::fail(base::Fault::usage, {}, base::say("cli.over", {{"day", *day}}), base::say("cli.give-day-come"));
    ask.from = *day;
  }
  if (const auto text = context.value("--hours")) {
    const auto found = hours(*text);
    if (!found)
      return base::fail(base::Fault::usage, {}, base::say("cli.no-hours", {{"text", base::printable(*text, 40)}}),
                        base::say("cli.write-9-17"));
    std::tie(ask.first_hour, ask.last_hour) = *found;
  }
  return ask;
}

extern const Command command_slots;
const Command command_slots{
    .name = "slots",
    .group = "usage.group.what-to-do",
    .summary = "usage.slots",
    .examples =
        "wellmet slots calendar.ics\n"
        "wellmet slots work.ics home.ics --from \"9 Nov\" --days 3 --hours 10-18 --zone Berlin\n",
    .arguments = slots_arguments,
    .options = slots_options,
    .run = run_slots,
    .notes = "usage.slots.notes",
};

}  // namespace faces::cli
