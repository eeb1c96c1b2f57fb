#pragma once

/// Adds records to the ledger, within one transaction. What was said is remembered as long as the
/// transaction lasts, and what is found by its content is written sorted, many rows at a time
/// (docs/decisions/0003); memory stays the same however large the import is.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ledger/pack.h"
#include "store/database.h"
#include "store/print_set.h"

namespace store {

class Writer {
 public:
  /// `dead`: the changes that were taken back; what they said counts as unsaid.
  [[nodiscard]] static base::Result<std::unique_ptr<Writer>> start(Database& database, std::unordered_set<std::uint32_t> dead);
  /// True when the record said anything that no live change had said.
  [[nodiscard]] base::Result<bool> add(const ledger::Printed& record, ledger::ChangeId change);
  /// Whether anything at all was written: an import may bring no news and still be remembered.
  [[nodiscard]] bool wrote() const { return wrote_; }
  /// Writes what waits. To be called before the transaction ends.
  [[nodiscard]] base::Result<void> flush();

 private:
  struct HandleHash {
    std::size_t operator()(const ledger::Handle& handle) const noexcept {
      return std::hash<std::string>{}(handle.value) ^ static_cast<std::size_t>(handle.kind);
    }
  };
  struct ClaimPrint {
    std::int64_t content = 0;
    std::uint32_t change = 0;
    friend auto operator<=>(const ClaimPrint&, const ClaimPrint&) = default;
  };
  struct EvidencePrint {
    std::int64_t slot = 0;
    std::int64_t content = 0;
    std::int64_t evidence = 0;
    std::uint32_t change = 0;
    friend auto operator<=>(const EvidencePrint&, const EvidencePrint&) = default;
  };

  explicit Writer(Database& database) : database_(database) {}
  [[nodiscard]] base::Result<ledger::IdentityId> identify(const ledger::Handle& handle);
  [[nodiscard]] base::Result<bool> is_news(std::uint64_t claim_print);
  [[nodiscard]] base::Result<bool> add_claims(std::span<const ledger::Claim> claims, std::span<const std::uint64_t> prints,
                                              ledger::ChangeId change);
  [[nodiscard]] base::Result<bool> add_evidence(const ledger::Evidence& evidence, const ledger::Fingerprint& print,
                                                ledger::ChangeId change);
  [[nodiscard]] base::Result<bool> add_ruling(ledger::SaidRuling ruling, ledger::ChangeId change);
  /// What live changes say of one event.
  struct Said {
    bool anything = false;                             ///< Dead ones too.
    std::optional<std::uint64_t> same;                 ///< The highest version of the content asked for.
    std::pair<std::uint64_t, std::uint64_t> newest{};  ///< Version and content of what counts.
  };
  [[nodiscard]] base::Result<Said> said(const ledger::Fingerprint& print, bool versioned);
  [[nodiscard]] base::Result<void> flush_seats();
  [[nodiscard]] base::Result<void> flush_claims();
  [[nodiscard]] base::Result<void> flush_evidence();
  [[nodiscard]] bool is_live(std::int64_t change) const { return !dead_.contains(static_cast<std::uint32_t>(change)); }

  Database& database_;
  std::unordered_set<std::uint32_t> dead_;
  std::int64_t next_handle_ = 0, next_claim_ = 0, next_evidence_ = 0;
  // Said in this transaction, or found to be known.
  std::unordered_map<ledger::Handle, ledger::IdentityId, HandleHash> identities_;
  PrintSet claims_;
  PrintSet slots_;
  PrintSet contents_;
  // In a ledger that was empty before, what is remembered is all that there is: no need to look.
  bool wrote_ = false;
  bool all_identities_ = false, all_claims_ = false, all_slots_ = false;
  // Not yet written.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seats_;
  std::vector<ClaimPrint> claim_prints_;
  std::vector<EvidencePrint> evidence_prints_;
  std::vector<ledger::Fact> facts_;  ///< Of the identity at hand.
  /// What came with a number that is another's here, as an import from another file may.
  std::unordered_map<std::uint32_t, ledger::RulingNumber> renumbered_;
};

}  // namespace store
