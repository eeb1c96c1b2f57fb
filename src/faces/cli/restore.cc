#include "app/settings/settings.h"
#include "base/try.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr Argument restore_arguments[] = {
    {"FILE", "usage.restore.file"},
};

int run_restore(Context& context) {
  const std::string& file = context.argument("FILE");
  const auto restore = [&]() -> base::Result<std::string> {
    auto session = context.open(Context::Make::file);
    if (session) return app::restore(*session, file);
    if (session.error().fault != base::Fault::damaged) return base::fail(session.error());
    TRY(database, context.database());
    return app::replace_damaged(database, file);
  };
  const auto kept = restore();
  if (!kept) return context.fail(kept.error());
  return context.say(say("cli.restore.done", {{"file", file}, {"kept", yes(!kept->empty())}, {"before", *kept}}));
}

}  // namespace

extern const Command command_restore;
const Command command_restore{
    .name = "restore",
    .group = "usage.group.changes",
    .summary = "usage.restore",
    .examples = "wellmet restore wellmet-2026-11-22.db\n",
    .arguments = restore_arguments,
    .options = {},
    .run = run_restore,
};

}  // namespace faces::cli
