#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/plan/plan.h"
#include "base/time.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Option today_options[] = {
    {"--minutes", "N", "how long you have (default 30)"},
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
    context.out() << fmt::format("Nothing for today that fits into {} minutes.\n", budget);
    return done;
  }
  if (steps.empty()) {
    context.out() << "Nothing for today: nobody waits for an answer, nobody has gone quiet, nobody is one step away.\n";
    return done;
  }
  int sum = 0;
  for (const app::StepView& one : steps) sum += one.step.minutes;
  context.out() << fmt::format("{}, about {} minutes", counted(steps.size(), "step", "steps"), sum);
  if (const plays::Done& done = plan->done; done.steps > 0)
    context.out() << fmt::format(" · done today: {}, about {}", counted(static_cast<std::size_t>(done.steps), "step", "steps"),
                                 counted(static_cast<std::size_t>(done.minutes), "minute", "minutes"));
  context.out() << "\n";
  for (const app::StepView& one : steps) {
    const auto& p = one.person.card.person;
    context.out() << "\n"
                  << fmt::format("{:>2}  ", one.n) << pad(one.step.play, 5) << " " << paint.bold(safe(p.name, 60))
                  << (p.company.empty() ? "" : " · " + safe(p.company, 40)) << fmt::format("  {} min", one.step.minutes) << "\n"
                  << "          " << words::say(one.step.reason);
    if (!one.note.empty()) {
      context.out() << " (" << base::words(*one.note_day) << ", \"" << safe(one.note, 60) << "\")";
    }
    if (!one.opening.empty()) context.out() << "\n          open with: " << words::say(one.opening);
    context.out() << "\n          " << todo_words(one) << "\n";
  }
  if (!context.quiet()) context.out() << "\nwellmet done N · skip N · later N DATE\n";
  return done;
}

}  // namespace

extern const Command command_today;
const Command command_today{
    .name = "today",
    .group = "What to do",
    .summary = "the plan: whom to answer, whom to call, whom to help",
    .examples =
        "wellmet today\n"
        "wellmet today --minutes 15\n"
        "wellmet today --json\n",
    .arguments = {},
    .options = today_options,
    .run = run_today,
};

}  // namespace faces::cli
