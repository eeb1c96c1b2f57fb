#include "faces/cli/rooms.h"

namespace faces::cli {

extern const Command command_exempt;
const Command command_exempt{
    .name = "exempt",
    .group = "What you say",
    .summary = "family and friends: found and remembered, never ranked nor suggested",
    .examples = "wellmet exempt mum\n",
    .arguments = room_arguments,
    .options = {},
    .run = [](Context& context) { return rule(context, "exempt"); },
};

}  // namespace faces::cli
