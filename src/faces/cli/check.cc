#include <nlohmann/json.hpp>
#include <ostream>

#include "app/settings/settings.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

int run_check(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto faults = app::check(*session);
  if (!faults) return context.fail(faults.error());
  if (context.json()) {
    context.out() << wire::dump(wire::check_json(*faults));
  } else if (faults->empty()) {
    context.out() << say("cli.check.well") << "\n";
  } else {
    for (const base::Message& fault : *faults) context.out() << words::say(fault) << "\n";
  }
  return faults->empty() ? done : data_file;
}

}  // namespace

extern const Command command_check;
const Command command_check{
    .name = "check",
    .group = "usage.group.changes",
    .summary = "usage.check",
    .examples = "wellmet check\n",
    .arguments = {},
    .options = {},
    .run = run_check,
};

}  // namespace faces::cli
