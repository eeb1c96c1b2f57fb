#include "faces/cli/rooms.h"

namespace faces::cli {

extern const Command command_exempt;
const Command command_exempt{
    .name = "exempt",
    .group = "usage.group.what-you-say",
    .summary = "usage.exempt",
    .examples = "wellmet exempt mum\n",
    .arguments = room_arguments,
    .options = {},
    .run = [](Context& context) { return rule(context, "exempt"); },
};

}  // namespace faces::cli
