#include "app/people/say.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument split_arguments[] = {
    {"PERSON", "usage.split.person"},
    {"HANDLE", "usage.split.handle", false, true},
};

int run_split(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto said = app::split(*session, context.argument("PERSON"), context.values("HANDLE"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_split;
const Command command_split{
    .name = "split",
    .group = "usage.group.what-you-say",
    .summary = "usage.split",
    .examples = "wellmet split ada ada.l@kestrel.example\n",
    .arguments = split_arguments,
    .options = {},
    .run = run_split,
};

}  // namespace faces::cli
