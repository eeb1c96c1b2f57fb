#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/message.h"

namespace base {

/// What kind of thing went wrong; faces turn it into an exit code or an HTTP status.
enum class Fault {
  bad_input,   ///< A text that cannot be read as what it should be.
  not_found,   ///< Nothing answers to that name or number.
  ambiguous,   ///< Several people do.
  usage,       ///< The command was put wrongly.
  unchanged,   ///< It is so already: nothing was changed.
  unreadable,  ///< A file or folder that cannot be opened or read; an output that cannot be written.
  locked,      ///< Another wellmet is writing.
  damaged,     ///< The data file is not whole.
  newer,       ///< The data file was written by a newer wellmet.
  full,        ///< No room on the disk.
};

/// An operating error as a person needs it: where it is, what is wrong, what to do.
struct Problem {
  Fault fault = Fault::bad_input;
  std::string where;  ///< File, and the place in it; may be empty.
  Message what;       ///< What is wrong.
  Message hint;       ///< What to try; may be empty.
};

/// Only this header knows which library gives us `expected` (g++ 12 has none).
template <class T>
using Result = tl::expected<T, Problem>;

inline tl::unexpected<Problem> fail(Fault fault, std::string where, Message what, Message hint = {}) {
  return tl::unexpected<Problem>(Problem{fault, std::move(where), std::move(what), std::move(hint)});
}

inline tl::unexpected<Problem> fail(Problem problem) { return tl::unexpected<Problem>(std::move(problem)); }

}  // namespace base
