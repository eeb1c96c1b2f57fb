#pragma once

/// What every fuzz target of a source does: reads any bytes as that kind of file, small pieces and
/// all, and stops at the first text that is not UTF-8, or not clean.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/clean.h"
#include "base/text.h"
#include "sources/collect.h"

namespace sources {

inline void require_utf8(std::string_view text) {
  if (!base::is_utf8(text)) std::abort();
}

inline void require_clean(std::string_view text, base::Lines lines = base::Lines::one) {
  if (base::cleaned(text, std::string::npos, lines) != text) std::abort();
}

inline void require_clean(const ledger::Claim& claim) {
  require_utf8(claim.who.value);
  if (claim.field == ledger::Field::same) return require_utf8(claim.value);
  require_clean(claim.value, claim.field == ledger::Field::note ? base::Lines::many : base::Lines::one);
}

inline int fuzz(const Source& source, const char* path, const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  static_cast<void>(source.recognise({.path = path, .head = content.substr(0, 65'536)}));
  Collect collected;
  static_cast<void>(
      read({.source = source, .path = path, .content = content, .today = base::day_of(base::Civil{2026, 11, 22})}, collected));
  for (const ledger::Claim& claim : collected.claims) require_clean(claim);
  for (const ledger::Record& record : collected.records) {
    for (const ledger::Claim& claim : record.claims) require_clean(claim);
    for (const ledger::Evidence& evidence : record.evidence) {
      require_utf8(evidence.reference);
      require_utf8(evidence.thread);
      require_clean(evidence.title, evidence.kind == ledger::Kind::noted ? base::Lines::many : base::Lines::one);
      require_clean(evidence.place);
      if (evidence.parties.empty()) std::abort();
      for (const ledger::Party& party : evidence.parties) {
        require_utf8(party.who.value);
        require_clean(party.name);
      }
    }
  }
  return 0;
}

}  // namespace sources
