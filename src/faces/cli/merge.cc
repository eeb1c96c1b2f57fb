#include "app/people/say.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument merge_arguments[] = {
    {"A", "usage.merge.a"},
    {"B", "usage.merge.b"},
};

int run_merge(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto said = app::merge(*session, context.argument("A"), context.argument("B"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_merge;
const Command command_merge{
    .name = "merge",
    .group = "usage.group.what-you-say",
    .summary = "usage.merge",
    .examples = "wellmet merge ada@work.example ada@home.example\n",
    .arguments = merge_arguments,
    .options = {},
    .run = run_merge,
};

}  // namespace faces::cli
