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
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr int days_max = 60;

constexpr Argument slots_arguments[] = {
    {"FILE", "your own calendar, as your calendar program exports it (.ics); several are read as one", false, true},
};
constexpr Option slots_options[] = {
    {"--from", "DATE", "the first day (default: tomorrow)"},
    {"--days", "N", "so many days, weekends left out (default 5)"},
    {"--weekends", "", "weekends too"},
    {"--hours", "H-H", "when you work, by your clock (default 9-17)"},
    {"--length", "MINUTES", "of a meeting (default 45)"},
    {"--zone", "ZONE", "whose clock: Europe/Berlin, or a city (default: the calendar's own)"},
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
    context.out() << "You have no time free in those days. Look further: --days 10, --hours 8-19\n";
    return answer_is_no;
  }
  context.out() << "Free by the clock of " << safe(slots->zone, 40)
                << fmt::format(", {} minutes or longer:\n", ask->length_minutes);
  std::optional<base::Day> day;
  for (const app::FreeTime& one : slots->free) {
    const std::string from = words::say(app::time_words(one.day, one.from_minute));
    if (day != one.day) context.out() << (day ? "\n  " : "\n  ") << pad(from.substr(0, from.find(',')), 17);
    day = one.day;
    context.out() << fmt::format("  {:02}:{:02}-{:02}:{:02}", one.from_minute / 60, one.from_minute % 60, one.to_minute / 60,
                                 one.to_minute % 60);
  }
  context.out() << "\n";
  if (!context.quiet()) context.out() << "\nwellmet invite NAME --slots FILE writes a letter that proposes three of them.\n";
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
      return base::fail(base::Fault::usage, {}, base::say("cli.over", {{"day", base::words(*day)}}),
                        base::say("cli.give-day-come"));
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
    .group = "What to do",
    .summary = "when you are free, by your own calendar",
    .examples =
        "wellmet slots calendar.ics\n"
        "wellmet slots work.ics home.ics --from \"9 Nov\" --days 3 --hours 10-18 --zone Berlin\n",
    .arguments = slots_arguments,
    .options = slots_options,
    .run = run_slots,
    .notes =
        "The files are read for this and nothing of them is kept. An event takes no time if it is cancelled, marked as\n"
        "free, declined by you, or a whole day of every year.",
};

}  // namespace faces::cli
