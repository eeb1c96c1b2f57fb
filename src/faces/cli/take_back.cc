#include "faces/cli/rooms.h"

namespace faces::cli {

extern const Command command_take_back;
const Command command_take_back{
    .name = "take-back",
    .group = "What you say",
    .summary = "the inverse of let-go",
    .examples = "wellmet take-back bob\n",
    .arguments = room_arguments,
    .options = {},
    .run = [](Context& context) { return rule(context, "take-back"); },
};

}  // namespace faces::cli
