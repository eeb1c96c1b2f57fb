#pragma once

/// What a data file may hold. One that came from elsewhere may have been made to do harm: a trigger
/// in it runs with whatever wellmet writes, a view in the place of a table gives what nobody said.
/// Wellmet makes neither.

#include "base/result.h"
#include "store/database.h"

namespace store {

/// Fault::damaged where anything in the file is code: a trigger, a view, a virtual table that is
/// not ours.
[[nodiscard]] base::Result<void> check_no_code(Database& database);

/// Whether the file, of this form or an earlier one, is what wellmet has written, before it takes
/// the place of another: its tables are to the letter those that our migrations make, it is whole,
/// and every value can be read. What is derived is dropped. Fault::damaged, or Fault::newer.
/// REQUIRES: nobody else has it open.
[[nodiscard]] base::Result<void> check_restorable(Database& database);

}  // namespace store
