#pragma once

#include "app/people/people.h"

namespace app {

/// Where what is known of them comes from: fills `facts` and `notes`.
[[nodiscard]] base::Result<void> trace(Session& session, const store::Pictures::PersonBook& part, ShowView& out);

}  // namespace app
