#pragma once

#include "faces/cli/cli.h"

namespace faces::cli {

/// What the commands of the three rooms take.
inline constexpr Argument room_arguments[] = {
    {"PERSON", "usage.rooms.person", false, true},
};

/// Writes `verb` (as in people/rulings.h) of everybody named, and says so.
int rule(Context& context, std::string_view verb);

}  // namespace faces::cli
