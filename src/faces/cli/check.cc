#include <nlohmann/json.hpp>
#include <ostream>

#include "app/json.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

int run(Context& context) {
  auto app = context.open();
  if (!app) return context.fail(app.error());
  const auto faults = (*app)->check();
  if (!faults) return context.fail(faults.error());
  if (context.json()) {
    context.out() << app::dump({{"ok", faults->empty()}, {"faults", *faults}});
  } else if (faults->empty()) {
    context.out() << "All is well: the file is whole, and the picture made anew is the same.\n";
  } else {
    for (const std::string& fault : *faults) context.out() << fault << "\n";
  }
  return faults->empty() ? done : data_file;
}

}  // namespace

extern const Command command_check;
const Command command_check{
    .name = "check",
    .group = "Changes",
    .summary = "is the data file whole, and does a rebuild give the same?",
    .examples =
        "wellmet check\n",
    .arguments = {},
    .options = {},
    .run = run,
};

}  // namespace faces::cli
