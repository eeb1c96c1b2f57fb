#pragma once

/// Whom to see where the owner is going anyway, and why. docs/plays.md#meet.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "base/time.h"
#include "people/people.h"
#include "plays/market.h"
#include "standing/standing.h"

namespace plays {

struct Visit {
  /// In the order in which they are worth a meeting.
  enum class Why : std::uint8_t {
    unspoken,  ///< One step away: only speaking lacks.
    quiet,     ///< Network, gone quiet.
    network,
    owed,     ///< Waits for an answer.
    no_help,  ///< One step away: spoken with, and no help has flowed.
    distant,  ///< In touch only, or met without more.
  };
  Why why = Why::distant;
  base::Message reason;
  double gain = 0;  ///< As in the plan; ≥ 0.
};

[[nodiscard]] std::string_view word(Visit::Why why);
/// Which way help has flowed, as sentences choose by it: "both", "in", "out".
[[nodiscard]] std::string_view way_of_help(const standing::Counts& counts);

/// Of whom meetings and calls do not count, what is known of them, as sentences choose by it: "met" where one is not sure,
/// "called" where there was a short call, "no" where no source could have shown any; else "yes": they never spoke.
[[nodiscard]] std::string_view never_spoken(const standing::Standing& standing);
/// The same of help: "perhaps", "no", "yes".
[[nodiscard]] std::string_view never_helped(const standing::Standing& standing);

/// Nothing for whoever may be in no plan, or was never in touch.
[[nodiscard]] std::optional<Visit> visit(const people::Person& person, const standing::Standing& standing,
                                         const std::vector<Market>& markets, base::Day today);

}  // namespace plays
