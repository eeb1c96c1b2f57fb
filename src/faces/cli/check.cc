#include <nlohmann/json.hpp>
#include <ostream>

#include "app/settings/settings.h"
#include "faces/cli/cli.h"
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
    context.out() << "All is well: the file is whole, and the picture made anew is the same.\n";
  } else {
    for (const base::Message& fault : *faults) context.out() << words::say(fault) << "\n";
  }
  return faults->empty() ? done : data_file;
}

}  // namespace

extern const Command command_check;
const Command command_check{
    .name = "check",
    .group = "Changes",
    .summary = "is the data file whole, and does a rebuild give the same?",
    .examples = "wellmet check\n",
    .arguments = {},
    .options = {},
    .run = run_check,
};

}  // namespace faces::cli
