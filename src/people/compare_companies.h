#pragma once

/// Employers, which mail addresses tell too: "ada@fjord.example" works at Fjord.

#include <memory>

#include "people/compare.h"

namespace people {

/// Levels: 1 the same company, by name or by the domain of the mail; 2 nearly the same name; 3 two
/// companies. `emails` may be null.
[[nodiscard]] std::unique_ptr<Comparison> compare_companies(const LinkColumn& companies, const LinkColumn* emails);

}  // namespace people
