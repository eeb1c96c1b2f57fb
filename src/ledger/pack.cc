#include "ledger/pack.h"

namespace ledger {

void put(std::string& to, std::uint64_t value) {
  while (value >= 0x80) {
    to += static_cast<char>(value | 0x80U);
    value >>= 7U;
  }
  to += static_cast<char>(value);
}

bool take(std::string_view& bytes, unsigned bits, std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < bits && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return bits == 64 || value >> bits == 0;
  }
  return false;
}

namespace {

// Moments before 1970 stay small: the sign is the lowest bit.
std::uint64_t folded(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63U);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

}  // namespace

static_assert(static_cast<unsigned>(Role::about) < 16, "a role is packed into four bits");

std::string pack(std::span<const Seat> seats) {
  std::string out;
  for (const Seat& seat : seats) put(out, std::uint64_t{seat.who.value} << 4U | static_cast<std::uint64_t>(seat.role));
  return out;
}

bool unpack(std::string_view bytes, std::vector<Seat>& seats) {
  while (!bytes.empty()) {
    std::uint64_t value = 0;
    if (!take(bytes, 36, value)) return false;
    const auto role = static_cast<std::uint8_t>(value & 0xfU);
    if (role > static_cast<std::uint8_t>(Role::about)) return false;
    seats.push_back({IdentityId{static_cast<std::uint32_t>(value >> 4U)}, static_cast<Role>(role)});
  }
  return true;
}

std::string pack(std::span<const IdentityId> identities) {
  std::string out;
  for (const IdentityId one : identities) put(out, one.value);
  return out;
}

bool unpack(std::string_view bytes, std::vector<IdentityId>& identities) {
  while (!bytes.empty()) {
    std::uint64_t value = 0;
    if (!take(bytes, 32, value)) return false;
    identities.push_back({static_cast<std::uint32_t>(value)});
  }
  return true;
}

std::string pack(std::span<const Fact> facts) {
  std::string out;
  for (const Fact& fact : facts) {
    put(out, static_cast<std::uint64_t>(fact.field));
    put(out, folded(fact.at.seconds));
    put(out, fact.value.size());
    out += fact.value;
  }
  return out;
}

bool unpack(std::string_view bytes, std::vector<Fact>& facts) {
  while (!bytes.empty()) {
    std::uint64_t field = 0;
    std::uint64_t at = 0;
    std::uint64_t size = 0;
    if (!take(bytes, 8, field) || !take(bytes, 64, at) || !take(bytes, 32, size)) return false;
    if (field > static_cast<std::uint64_t>(Field::region) || size > bytes.size()) return false;
    facts.push_back({static_cast<Field>(field), {unfolded(at)}, bytes.substr(0, size)});
    bytes.remove_prefix(size);
  }
  return true;
}

std::string pack(std::span<const RowId> rows) {
  std::string out;
  std::uint32_t before = 0;
  for (const RowId row : rows) {
    put(out, row.value - before);
    before = row.value;
  }
  return out;
}

bool unpack(std::string_view bytes, std::vector<RowId>& rows) {
  std::uint64_t row = 0;
  while (!bytes.empty()) {
    std::uint64_t step = 0;
    if (!take(bytes, 32, step) || (row += step) > 0xffff'ffffU) return false;
    rows.push_back({static_cast<std::uint32_t>(row)});
  }
  return true;
}

}  // namespace ledger
