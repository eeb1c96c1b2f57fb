#include "derive/readings.h"

#include <utility>

namespace derive {

std::vector<standing::Reading> readings_of(const store::Pictures::PersonBook& part, const standing::Policy& policy,
                                           base::Instant moment) {
  std::vector<standing::Reading> readings = standing::read(part.book, part.people, policy, moment);
  std::vector<standing::Reading> inferred;
  for (const store::Inferred& one : part.inferred) {
    for (std::uint32_t i = 0; i < part.book.rows.size(); ++i) {
      if (part.book.rows[i].id != one.row) continue;
      const bool counts = one.kind == ledger::Kind::met || one.confidence >= policy.counts_from - 1e-6;
      inferred.push_back({.person = people::PersonId{0},
                          .row = i,
                          .kind = one.kind,
                          .direction = one.direction,
                          .counts = counts,
                          .group = 2,
                          .confidence = one.confidence});
    }
  }
  standing::merge(readings, std::move(inferred), part.book);
  return readings;
}

}  // namespace derive
