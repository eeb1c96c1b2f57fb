#pragma once

/// Rows of a ledger as a store keeps them: numbers as varints (7 bits a byte, the lowest first),
/// texts with their size before them.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book.h"

namespace ledger {

/// Appends a varint.
void put(std::string& to, std::uint64_t value);
/// Takes one of at most `bits` bits off the front of `bytes`; false when there is none.
[[nodiscard]] bool take(std::string_view& bytes, unsigned bits, std::uint64_t& value);

/// Per seat identity << 4 | role.
[[nodiscard]] std::string pack(std::span<const Seat> seats);
/// Appends to `seats`; false when `bytes` is not what `pack` wrote.
[[nodiscard]] bool unpack(std::string_view bytes, std::vector<Seat>& seats);

/// In their order.
[[nodiscard]] std::string pack(std::span<const IdentityId> identities);
/// Appends to `identities`; false when `bytes` is not what `pack` wrote.
[[nodiscard]] bool unpack(std::string_view bytes, std::vector<IdentityId>& identities);

/// One thing that a record says of an identity.
struct Fact {
  Field field = Field::name;
  base::Instant at{};
  std::string_view value;
  friend bool operator==(const Fact&, const Fact&) = default;
};
[[nodiscard]] std::string pack(std::span<const Fact> facts);
/// Appends to `facts`, whose values lie in `bytes`; false when `bytes` is not what `pack` wrote.
[[nodiscard]] bool unpack(std::string_view bytes, std::vector<Fact>& facts);

/// `rows` ascending, each as its distance from the one before.
[[nodiscard]] std::string pack(std::span<const RowId> rows);
/// Appends to `rows`; false when `bytes` is not what `pack` wrote.
[[nodiscard]] bool unpack(std::string_view bytes, std::vector<RowId>& rows);

}  // namespace ledger
