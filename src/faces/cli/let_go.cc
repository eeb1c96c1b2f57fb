#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument arguments[] = {
    {"PERSON", "whom, one or more", false, true},
};

int run(Context& context) {
  auto app = context.open();
  if (!app) return context.fail(app.error());
  const auto said = (*app)->rule("let-go", context.values("PERSON"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_let_go;
const Command command_let_go{
    .name = "let-go",
    .group = "What you say",
    .summary = "cull: out of lists and plans, lost to nothing",
    .examples =
        "wellmet let-go bob\n",
    .arguments = arguments,
    .options = {},
    .run = run,
};

}  // namespace faces::cli
