#include "app/people/say.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument tag_arguments[] = {
    {"TAG", "a word or a few, in quotes"},
    {"PERSON", "an id, an address, a number, a LinkedIn URL or any part of a name", false, true},
};
constexpr Option tag_options[] = {
    {"--not", "", "take the tag off them"},
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
    .group = "What you say",
    .summary = "your own word for some of your people; a market's name puts them into that market",
    .examples =
        "wellmet tag sailing ada \"Bob Smith\"\n"
        "wellmet tag --not sailing ada\n"
        "wellmet people --tag sailing\n"
        "wellmet tag fintech ada\n",
    .arguments = tag_arguments,
    .options = tag_options,
    .run = run_tag,
    .notes = "Groups and categories of address books are tags too; what you take off stays off.",
};

}  // namespace faces::cli
