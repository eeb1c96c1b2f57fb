#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/book.h"
#include "standing/standing.h"

namespace app {

/// What a person's strength is made of, the biggest part first, at most three: "met 4 times, last
/// 12 days ago". `standing` as standing::stand gives it, `readings` theirs alone.
[[nodiscard]] std::vector<base::Message> strength_reasons(const standing::Standing& standing,
                                                          std::span<const standing::Reading> readings, const ledger::Book& book,
                                                          base::Day today);

/// "today", "yesterday", "12 days ago", "5 months ago", "3 years ago".
[[nodiscard]] base::Message ago(int days);

}  // namespace app
