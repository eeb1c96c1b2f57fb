#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument arguments[] = {
    {"FILE", "what wellmet backup wrote"},
};

int run(Context& context) {
  auto app = context.open(Context::Make::file);
  if (!app) return context.fail(app.error());
  const std::string& file = context.argument("FILE");
  const auto kept = (*app)->restore(file);
  if (!kept) return context.fail(kept.error());
  return context.say("Everything is as it was in " + file + "." + (kept->empty() ? "" : " What was there before is in " + *kept + "."));
}

}  // namespace

extern const Command command_restore;
const Command command_restore{
    .name = "restore",
    .group = "Changes",
    .summary = "bring back a copy in the place of what is there",
    .examples =
        "wellmet restore wellmet-2026-11-22.db\n",
    .arguments = arguments,
    .options = {},
    .run = run,
};

}  // namespace faces::cli
