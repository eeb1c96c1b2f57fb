#include "app/people/say.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument tag_arguments[] = {
    {"TAG", "usage.tag.tag"},
    {"PERSON", "usage.tag.person", false, true},
};
constexpr Option tag_options[] = {
    {"--not", "", "usage.tag.not"},
};

int run_tag(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto said = app::tag(*session, context.argument("TAG"), context.values("PERSON"), !context.flag("--not"));
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_tag;
const Command command_tag{
    .name = "tag",
    .group = "usage.group.what-you-say",
    .summary = "usage.tag",
    .examples =
        "wellmet tag sailing ada \"Bob Smith\"\n"
        "wellmet tag --not sailing ada\n"
        "wellmet people --tag sailing\n"
        "wellmet tag fintech ada\n",
    .arguments = tag_arguments,
    .options = tag_options,
    .run = run_tag,
    .notes = "usage.tag.notes",
};

}  // namespace faces::cli
