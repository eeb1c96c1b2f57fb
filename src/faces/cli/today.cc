#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/plan/plan.h"
#include "base/time.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Option today_options[] = {
    {"--minutes", "N", "usage.today.minutes"},
};

int run_today(Context& context) {
  const auto minutes = context.number("--minutes", 1);
  if (!minutes) return context.fail(minutes.error());
  const int budget = minutes->value_or(30);
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto plan = app::today_plan(*session, budget);
  if (!plan) return context.fail(plan.error());
  if (context.json()) {
    context.out() << wire::dump(wire::plan_json(*plan));
    return done;
  }
  const Paint paint(context.color());
  const std::vector<app::StepView>& steps = plan->steps;
  if (steps.empty() && minutes->has_value()) {
    context.out() << say("cli.today.none-fits", {{"minutes", budget}}) << "\n";
    return done;
  }
  if (steps.empty()) {
    context.out() << say("cli.today.none") << "\n";
    return done;
  }
  int sum = 0;
  for (const app::StepView& one : steps) sum += one.step.minutes;
  context.out()
      << say("cli.today.head",
             {{"steps", steps.size()}, {"minutes", sum}, {"done", plan->done.steps}, {"done_minutes", plan->done.minutes}})
      << "\n";
  for (const app::StepView& one : steps) {
    const auto& p = one.person.card.person;
    context.out() << "\n"
                  << fmt::format("{:>2}  ", one.n) << pad(play_words(one.step.play), 5) << " " << paint.bold(safe(p.name, 60))
                  << (p.company.empty() ? "" : " · " + safe(p.company, 40)) << "  "
                  << say("cli.today.minutes", {{"minutes", one.step.minutes}}) << "\n          "
                  << say("cli.today.reason", {{"reason", one.step.reason},
                                              {"noted", yes(!one.note.empty())},
                                              {"day", one.note_day.value_or(base::Day{})},
                                              {"note", safe(one.note, 60)}});
    if (!one.opening.empty()) context.out() << "\n          " << say("cli.today.open", {{"opening", one.opening}});
    context.out() << "\n          " << todo_words(one) << "\n";
  }
  if (!context.quiet()) context.out() << "\nwellmet done N · skip N · later N DATE\n";
  return done;
}

}  // namespace

extern const Command command_today;
const Command command_today{
    .name = "today",
    .group = "usage.group.what-to-do",
    .summary = "usage.today",
    .examples =
        "wellmet today\n"
        "wellmet today --minutes 15\n"
        "wellmet today --json\n",
    .arguments = {},
    .options = today_options,
    .run = run_today,
};

}  // namespace faces::cli
