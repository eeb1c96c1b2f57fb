#include "lab/demo.h"

#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr Argument demo_arguments[] = {
    {"DIR", "usage.demo.dir"},
};
constexpr Option demo_options[] = {
    {"--people", "N", "usage.demo.people"},
    {"--seed", "S", "usage.demo.seed"},
};

int run_demo(Context& context) {
  const auto people = context.number("--people", 20);
  if (!people) return context.fail(people.error());
  const auto seed = context.number("--seed", 0);
  if (!seed) return context.fail(seed.error());
  const auto today = context.today();
  if (!today) return context.fail(today.error());
  const std::string& folder = context.argument("DIR");
  const auto made = lab::write_demo(folder, people->value_or(1000), static_cast<std::uint64_t>(seed->value_or(1)), *today);
  if (!made) return context.fail(made.error());
  const std::string shown = safe(folder, 200);
  return context.say(say("cli.demo.done", {{"folder", shown}, {"command", "wellmet import " + shown}}));
}

}  // namespace

extern const Command command_demo;
const Command command_demo{
    .name = "demo",
    .group = "usage.group.more",
    .summary = "usage.demo",
    .examples =
        "wellmet demo life\n"
        "wellmet --db life.db import life && wellmet --db life.db\n",
    .arguments = demo_arguments,
    .options = demo_options,
    .run = run_demo,
};

}  // namespace faces::cli
