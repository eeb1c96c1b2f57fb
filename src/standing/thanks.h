#pragma once

#include <string_view>
#include <vector>

#include "standing/standing.h"

namespace standing {

/// Help that the subject of a letter tells of: whoever thanks was helped by whom they thank, and
/// "recommended by Ada Lovelace" says that Ada referred its sender to the owner. Those below
/// `policy.counts_from` do not count: they are asked about in review. `readings`: of everybody, in
/// the order of `read`. docs/policy.md#thanks.
[[nodiscard]] std::vector<Reading> read_thanks(const ledger::Book& book, const people::People& people,
                                               const std::vector<Reading>& readings, const Policy& policy, base::Instant moment);

/// What a subject says of help.
enum class Thanks : std::uint8_t {
  none,   ///< Nothing, or thanks for an order, a visit, a message.
  plain,  ///< "Thank you": perhaps for help.
  help,   ///< "Thank you for your advice".
};
[[nodiscard]] Thanks thanks_in(std::string_view subject);
/// Whether a subject says that somebody referred or recommended somebody.
[[nodiscard]] bool says_referral(std::string_view subject);

}  // namespace standing
