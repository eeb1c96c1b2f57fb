#include "app/settings/settings.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument undo_arguments[] = {
    {"N", "usage.undo.n", true},
};

int run_undo(Context& context) {
  const auto n = context.number("N", 1);
  if (!n) return context.fail(n.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  std::optional<std::uint32_t> change;
  if (n->has_value()) change = static_cast<std::uint32_t>(**n);
  const auto said = app::undo(*session, change);
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_undo;
const Command command_undo{
    .name = "undo",
    .group = "usage.group.changes",
    .summary = "usage.undo",
    .examples =
        "wellmet undo\n"
        "wellmet undo 12\n",
    .arguments = undo_arguments,
    .options = {},
    .run = run_undo,
};

}  // namespace faces::cli
