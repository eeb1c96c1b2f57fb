#include "standing/told.h"

namespace standing {

std::optional<Reading> told_of(const std::unordered_map<std::uint64_t, bool>& verdicts, const ledger::Book& book,
                               const Policy& policy, const Told& told) {
  double confidence = told.confidence;
  const auto verdict = verdicts.find(book.rows[told.row].key);
  if (verdict != verdicts.end()) {
    if (!verdict->second) return std::nullopt;
    confidence = 1;
  }
  return Reading{.person = told.who,
                 .row = told.row,
                 .kind = told.kind,
                 .direction = told.direction,
                 .counts = confidence >= policy.counts_from - 1e-6,
                 .group = 2,
                 .confidence = static_cast<float>(confidence)};
}

bool known_before(std::span<const Reading> readings, const ledger::Book& book, base::Instant at) {
  bool out = false, in = false;
  for (const Reading& reading : readings) {
    if (!reading.counts || book.rows[reading.row].at >= at) continue;
    out = out || reading.direction == Direction::out || reading.direction == Direction::both;
    in = in || reading.direction == Direction::in || reading.direction == Direction::both;
  }
  return out && in;
}

}  // namespace standing
