#pragma once

/// The ledger as the derivations read it: every live row at once, in compact form.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/ruling.h"

namespace ledger {

/// One thing that the owner did (an import, a log entry, a ruling); all that it brought undoes as one.
using ChangeId = base::Strong<struct ChangeTag, std::uint32_t>;
/// A row of evidence in the store, in the order of its coming.
using RowId = base::Strong<struct RowTag, std::uint32_t>;

inline constexpr IdentityId owner_identity{0};

struct Seat {
  IdentityId who;
  Role role = Role::with;
  friend bool operator==(const Seat&, const Seat&) = default;
};

/// Evidence as it stands in a book.
struct Row {
  std::uint64_t key = 0;     ///< Content hash; the same in every store. Breaks ties.
  std::uint64_t thread = 0;  ///< Hash of the conversation; 0 when none.
  base::Instant at{};
  RowId id;
  std::uint32_t duration_seconds = 0;
  std::uint32_t group = 0;
  std::uint32_t seats_begin = 0;
  std::uint32_t title = 0;  ///< Place in Book::titles; 0 is "".
  float confidence = 1;
  std::uint16_t seats = 0;
  Kind kind = Kind::listed;
  Channel channel = Channel::unknown;
  std::uint8_t flags = 0;
};

struct ClaimRow {
  IdentityId who;
  Field field = Field::name;
  std::string value;
  base::Instant at{};
};

/// Titles are there for meetings without attendees, letters of three and those that may tell of help
/// only: nothing else is derived from them.
struct Book {
  std::vector<Handle> handles;
  std::vector<ClaimRow> claims;
  std::vector<Row> rows;
  std::vector<Seat> seats;
  std::vector<std::string> titles{""};
  std::vector<Ruling> rulings;  ///< In the order in which they count (`replays_before`).

  [[nodiscard]] std::span<const Seat> seats_of(const Row& row) const {
    return std::span(seats).subspan(row.seats_begin, row.seats);
  }
  [[nodiscard]] const std::string& title_of(const Row& row) const { return titles[row.title]; }
  /// What the owner had decided by `moment`.
  [[nodiscard]] std::span<const Ruling> rulings_until(base::Instant moment) const;
};

/// What the evidence is in the world (its reference), and what it says (all of it): equal keys are
/// one and the same row, equal slots are versions of one event. BLAKE2b, 63 bits so that it fits a
/// signed column; a collision among 2,000,000 rows has a chance of about 2e-7.
struct Fingerprint {
  std::uint64_t slot = 0;
  std::uint64_t key = 0;
};
[[nodiscard]] Fingerprint fingerprint(const Evidence& evidence);
[[nodiscard]] std::uint64_t fingerprint(const Claim& claim);

/// A record ready to be added: clean, the names of its parties as claims, and everything
/// fingerprinted, which is half of the work and needs no store. Nothing else enters a ledger.
struct Printed {
  std::vector<Claim> claims;
  std::vector<Evidence> evidence;           ///< The parties' names are gone.
  std::vector<std::uint64_t> claim_prints;  ///< One for each of `claims`.
  std::vector<Fingerprint> evidence_prints;
  std::vector<SaidRuling> rulings;
};
[[nodiscard]] Printed printed(Record record);

/// A thread that is a row's hash already (an export of a ledger): this and 16 hexadecimal digits.
inline constexpr std::string_view thread_prefix = "thread#";
/// The thread as rows keep it; 0 for none.
[[nodiscard]] std::uint64_t thread_of(const Evidence& evidence);

/// A ledger in memory, as tests hold others against it: no change is ever undone.
class MemoryLedger {
 public:
  MemoryLedger();
  base::Result<bool> add(const Printed& record, ChangeId change);
  base::Result<bool> add(Record record, ChangeId change) { return add(printed(std::move(record)), change); }
  base::Result<Book> read();

 private:
  IdentityId identify(const Handle& handle);
  bool add(SaidRuling said);
  struct Kept {
    std::uint64_t key = 0;
    std::uint64_t version = 0;
    std::size_t row = 0;
  };
  Book book_;
  std::unordered_map<std::string, IdentityId> identities_;
  std::unordered_map<std::uint64_t, Kept> slots_;
  std::unordered_map<std::uint64_t, bool> claims_;
  std::unordered_map<std::uint64_t, RulingNumber> rulings_;  ///< Those that were said, by their keys.
};

/// Only titles that a derivation reads are kept in a book.
[[nodiscard]] bool title_matters(Kind kind, std::size_t seats, std::uint8_t flags);

}  // namespace ledger
