#pragma once

/// The planner against a world that others made, for measuring it: the very code that plans the
/// owner's own weeks.

#include <iosfwd>

#include "base/result.h"

namespace lab {

/// Speaks the line protocol of planner_sim.py until `in` ends: INIT, C and A lines tell of the world,
/// each WEEK what came of the last, ASK is answered by DO lines and END. Fault::unreadable, with the
/// line, for a line that is not of it.
[[nodiscard]] base::Result<void> eval_plan(std::istream& in, std::ostream& out);

}  // namespace lab
