#include "faces/cli/rooms.h"

namespace faces::cli {

extern const Command command_unexempt;
const Command command_unexempt{
    .name = "unexempt",
    .group = "usage.group.what-you-say",
    .summary = "usage.unexempt",
    .examples = "wellmet unexempt mum\n",
    .arguments = room_arguments,
    .options = {},
    .run = [](Context& context) { return rule(context, "unexempt"); },
};

}  // namespace faces::cli
