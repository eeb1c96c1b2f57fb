#include "faces/cli/rooms.h"

namespace faces::cli {

extern const Command command_take_back;
const Command command_take_back{
    .name = "take-back",
    .group = "usage.group.what-you-say",
    .summary = "usage.take-back",
    .examples = "wellmet take-back bob\n",
    .arguments = room_arguments,
    .options = {},
    .run = [](Context& context) { return rule(context, "take-back"); },
};

}  // namespace faces::cli
