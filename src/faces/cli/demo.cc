#include "lab/demo.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument demo_arguments[] = {
    {"DIR", "where to; made when it is not there"},
};
constexpr Option demo_options[] = {
    {"--people", "N", "how many people, from 20 up (default 1000)"},
    {"--seed", "S", "another number, another life (default 1)"},
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
  return context.say("An invented life is in " + base::printable(folder, 200) + ". Look at it: wellmet import " +
                     base::printable(folder, 200));
}

}  // namespace

extern const Command command_demo;
const Command command_demo{
    .name = "demo",
    .group = "More",
    .summary = "an invented life as files of all kinds, and the truth beside it",
    .examples =
        "wellmet demo life\n"
        "wellmet --db life.db import life && wellmet --db life.db\n",
    .arguments = demo_arguments,
    .options = demo_options,
    .run = run_demo,
};

}  // namespace faces::cli
