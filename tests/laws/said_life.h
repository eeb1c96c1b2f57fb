#pragma once

/// An invented life in which the owner has said something of every kind, so that every sentence occurs.

#include "app/session.h"

namespace laws {

/// Says it, some of it weeks ago; adds birthdays, jobs that changed and cards that may be one person. Which people it is
/// about follows from `seed`. Every fault fails the test.
void say_all(app::Session& session, std::uint64_t seed);

}  // namespace laws
