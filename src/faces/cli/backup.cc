#include <fstream>

#include "app/settings/settings.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr Argument backup_arguments[] = {
    {"FILE", "usage.backup.file"},
};

int run_backup(Context& context) {
  const std::string& file = context.argument("FILE");
  if (std::ifstream there(file, std::ios::binary); there) {
    std::string head(15, '\0');
    there.read(head.data(), 15);
    if (head != "SQLite format 3") {
      return context.fail({base::Fault::usage, file, base::say("cli.already-no-backup"), base::say("cli.choose-another-name")});
    }
  }
  auto session = context.open();  // Only now: to close another descriptor of the data file would drop its locks (POSIX).
  if (!session) return context.fail(session.error());
  const auto copied = app::backup(*session, file);
  return copied ? context.say(say("cli.backup.done", {{"file", file}})) : context.fail(copied.error());
}

}  // namespace

extern const Command command_backup;
const Command command_backup{
    .name = "backup",
    .group = "usage.group.changes",
    .summary = "usage.backup",
    .examples = "wellmet backup wellmet-2026-11-22.db\n",
    .arguments = backup_arguments,
    .options = {},
    .run = run_backup,
};

}  // namespace faces::cli
