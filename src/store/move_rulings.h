#pragma once

#include "store/database.h"

namespace store {

/// Of the migration to form 3: rulings leave the evidence, where they were rows of kind 14 whose
/// title was a verb and its words, for a table of their own. The file as it was lies beside it
/// (`migrate`), for what none of those programs wrote and this one cannot read.
[[nodiscard]] base::Result<void> move_rulings(Database& database);

}  // namespace store
