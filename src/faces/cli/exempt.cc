#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument arguments[] = {
    {"PERSON", "whom, one or more", false, true},
};

int run(Context& context) {
  auto app = context.open();
  if (!app) return context.fail(app.error());
  const auto said = (*app)->rule("exempt", context.values("PERSON"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_exempt;
const Command command_exempt{
    .name = "exempt",
    .group = "What you say",
    .summary = "family and friends: found and remembered, never ranked nor suggested",
    .examples =
        "wellmet exempt mum\n",
    .arguments = arguments,
    .options = {},
    .run = run,
};

}  // namespace faces::cli
