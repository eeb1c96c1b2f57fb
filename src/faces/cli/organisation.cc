#include "faces/cli/rooms.h"

namespace faces::cli {

namespace {

constexpr Option organisation_options[] = {
    {"--not", "", "a person after all"},
};

}  // namespace

extern const Command command_organisation;
const Command command_organisation{
    .name = "organisation",
    .group = "What you say",
    .summary = "a company, list or shared mailbox, not a person; --not takes that back",
    .examples =
        "wellmet organisation \"Hill Ltd\"\n"
        "wellmet organisation info@hill.example\n"
        "wellmet organisation --not \"Ada Hill\"\n",
    .arguments = room_arguments,
    .options = organisation_options,
    .run = [](Context& context) { return rule(context, context.flag("--not") ? "person" : "organisation"); },
};

}  // namespace faces::cli
