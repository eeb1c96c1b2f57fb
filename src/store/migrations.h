#pragma once

#include <span>
#include <string_view>

#include "store/database.h"

namespace store {

/// Brings a data file from one form to the next: SQL, then what SQL cannot say.
struct Migration {
  std::string_view sql;
  base::Result<void> (*then)(Database& database) = nullptr;
};

/// Step n brings a data file from version n to n + 1. Never edited once released: a new form of the
/// data is a new step.
[[nodiscard]] std::span<const Migration> migrations();

/// Brings the file up to `steps.size()`, in one transaction, after a copy beside it
/// ("FILE.backup-v3") when it held anything and is to be kept. Fault::newer when it is ahead of `steps`.
enum class Keep { copy, nothing };
[[nodiscard]] base::Result<void> migrate(Database& database, std::span<const Migration> steps, Keep keep = Keep::copy);

/// What `picture` fills: may be dropped at any time. `temporary`: beside a file that may not be
/// written to, in memory.
enum class Derived { picture, graph };
[[nodiscard]] std::string derived_tables(Derived which, bool temporary);
/// Makes them in the file, in the place of those of another form.
[[nodiscard]] base::Result<void> make_derived_tables(Database& database);

}  // namespace store
