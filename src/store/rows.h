#pragma once

#include "ledger/book.h"
#include "store/database.h"

namespace store {

/// Fingerprints, in the store's signed columns and back.
[[nodiscard]] inline std::int64_t signed_of(std::uint64_t value) { return static_cast<std::int64_t>(value); }
[[nodiscard]] inline std::uint64_t unsigned_of(std::int64_t value) { return static_cast<std::uint64_t>(value); }

/// The row that `s` stands on. REQUIRES its first ten columns to be evidence_id, content, thread,
/// at, duration, group_size, confidence, kind, channel, flags. Seats and title are the caller's.
inline ledger::Row row_of(const Statement& s) {
  return {.key = static_cast<std::uint64_t>(s.integer(1)),
          .thread = static_cast<std::uint64_t>(s.integer(2)),
          .at = {s.integer(3)},
          .id = {static_cast<std::uint32_t>(s.integer(0))},
          .duration_seconds = static_cast<std::uint32_t>(s.integer(4)),
          .group = static_cast<std::uint32_t>(s.integer(5)),
          .seats_begin = 0,
          .title = 0,
          .confidence = static_cast<float>(s.real(6)),
          .seats = 0,
          .kind = static_cast<ledger::Kind>(s.integer(7)),
          .channel = static_cast<ledger::Channel>(s.integer(8)),
          .flags = static_cast<std::uint8_t>(s.integer(9))};
}

}  // namespace store
