#pragma once

// For code in which every other line can fail: the Problem goes to our caller.

/// `TRY(x, f());` is `auto& x = *f()` when f gives a value, and returns its Problem when not.
#define TRY(name, expression)                           \
  auto name##_or = (expression);                        \
  if (!name##_or) return base::fail(name##_or.error()); \
  auto& name = *name##_or

/// The same for what gives nothing.
#define CHECK(expression) \
  if (auto checked_or = (expression); !checked_or) return base::fail(checked_or.error())
