#include "faces/cli/rooms.h"

namespace faces::cli {

extern const Command command_let_go;
const Command command_let_go{
    .name = "let-go",
    .group = "usage.group.what-you-say",
    .summary = "usage.let-go",
    .examples = "wellmet let-go bob\n",
    .arguments = room_arguments,
    .options = {},
    .run = [](Context& context) { return rule(context, "let-go"); },
};

}  // namespace faces::cli
