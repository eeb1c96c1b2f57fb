#include "app/people/say.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument refer_arguments[] = {
    {"PERSON", "usage.refer.person"},
    {"ANSWER", "usage.refer.answer"},
};

int run_refer(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto said = app::refer(*session, context.argument("PERSON"), context.argument("ANSWER"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_refer;
const Command command_refer{
    .name = "refer",
    .group = "usage.group.what-you-say",
    .summary = "usage.refer",
    .examples =
        "wellmet refer ada yes\n"
        "wellmet refer \"Bob Smith\" stranger\n",
    .arguments = refer_arguments,
    .options = {},
    .run = run_refer,
};

}  // namespace faces::cli
