#pragma once

/// A step as it is shown, with its evidence and a letter.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/plan/plan.h"

namespace app {

/// What steps are told with.
struct Telling {
  plays::Commitments commitments;
  std::string owner_name;
  std::vector<std::int32_t> whose;  ///< store::Pictures::seating.
};
[[nodiscard]] base::Result<Telling> telling(Session& session);
[[nodiscard]] base::Result<StepView> step_view(Session& session, int n, const plays::Step& step, const Telling& with);
/// Whom the step of that key is about, and its play and topic.
[[nodiscard]] base::Result<std::pair<PersonView, std::string>> step_of(Session& session, std::string_view key);

}  // namespace app
