#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/phone.h"
#include "ledger/book.h"

namespace people {

/// Two identities whose clusters may be one person; a question for review.
struct OpenPair {
  ledger::IdentityId a;
  ledger::IdentityId b;
  base::Message why;
};

/// Identities in groups, one group a person. By identity, unless said otherwise.
struct Clusters {
  std::vector<std::uint32_t> root;  ///< Equal for identities of one person.
  std::vector<bool> is_owner;
  std::vector<bool> assumed;   ///< The owner's because it bears their name.
  std::vector<bool> live;      ///< Something that counts by now speaks of it.
  std::vector<bool> namesake;  ///< Would be the owner's if it wrote and heard like one.
  std::vector<bool> doubtful;  ///< Letters and meetings could tell whom it is one with.
  std::vector<bool> shared;    ///< A handle that many names use: nobody's.
  std::vector<OpenPair> open;  ///< In no order.
  base::Region region;         ///< In which national numbers are read.
  std::size_t unplaced_phones = 0;
};

/// In this order, each step unable to join what the owner has told apart: the owner's own word,
/// rule 1, the owner's handles, rule 2 (likely.h).
[[nodiscard]] Clusters cluster(const ledger::Book& book, base::Instant moment);

}  // namespace people
