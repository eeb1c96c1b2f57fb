#include "faces/cli/rooms.h"

namespace faces::cli {

namespace {

constexpr Option organisation_options[] = {
    {"--not", "", "usage.organisation.not"},
};

}  // namespace

extern const Command command_organisation;
const Command command_organisation{
    .name = "organisation",
    .group = "usage.group.what-you-say",
    .summary = "usage.organisation",
    .examples =
        "wellmet organisation \"Hill Ltd\"\n"
        "wellmet organisation info@hill.example\n"
        "wellmet organisation --not \"Ada Hill\"\n",
    .arguments = room_arguments,
    .options = organisation_options,
    .run = [](Context& context) { return rule(context, context.flag("--not") ? "person" : "organisation"); },
};

}  // namespace faces::cli
