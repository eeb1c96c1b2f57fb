#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/settings/settings.h"
#include "base/time.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

int run_history(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto all = app::history(*session);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    context.out() << wire::dump(wire::history_json(*all));
    return done;
  }
  if (all->empty()) context.out() << say("cli.history.none") << "\n";
  for (auto change = all->rbegin(); change != all->rend(); ++change) {
    context.out() << fmt::format("{:>4}  {}  ", change->id.value, base::iso(base::day_of(change->at)))
                  << pad(safe(change->command, 10), 10) << "  " << safe(words::say(change->summary), 120)
                  << (change->live ? "" : "  " + say("cli.history.taken-back")) << "\n";
  }
  return done;
}

}  // namespace

extern const Command command_history;
const Command command_history{
    .name = "history",
    .group = "usage.group.changes",
    .summary = "usage.history",
    .examples =
        "wellmet history\n"
        "wellmet history --json\n",
    .arguments = {},
    .options = {},
    .run = run_history,
};

}  // namespace faces::cli
