#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument arguments[] = {
    {"PERSON", "whom, one or more", false, true},
};

int run(Context& context) {
  auto app = context.open();
  if (!app) return context.fail(app.error());
  const auto said = (*app)->rule("take-back", context.values("PERSON"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_take_back;
const Command command_take_back{
    .name = "take-back",
    .group = "What you say",
    .summary = "the inverse of let-go",
    .examples =
        "wellmet take-back bob\n",
    .arguments = arguments,
    .options = {},
    .run = run,
};

}  // namespace faces::cli
