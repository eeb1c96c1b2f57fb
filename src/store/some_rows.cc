// A few rows of the ledger, and what is said of a few identities.

#include <fmt/format.h>

#include <set>

#include "base/try.h"
#include "ledger/pack.h"
#include "store/rows.h"
#include "store/sqlite_ledger.h"

namespace store {

namespace {

constexpr const char* row_by_id =
    "SELECT evidence_id, content, thread, at, duration, group_size, confidence, kind, channel, flags, seats,\n"
    "  change_id, title, place, reference\n"
    "FROM evidence WHERE workspace_id = 1 AND evidence_id = $1";

/// Adds the row at which `select` stands; false where its seats cannot be read.
bool add_row(const Statement& select, ledger::SomeRows& out) {
  ledger::Row row = row_of(select);
  row.seats_begin = static_cast<std::uint32_t>(out.book.seats.size());
  if (!ledger::unpack(select.text(10), out.book.seats)) return false;
  row.seats = static_cast<std::uint16_t>(out.book.seats.size() - row.seats_begin);
  row.title = static_cast<std::uint32_t>(out.book.titles.size());
  out.book.titles.emplace_back(select.text(12));
  out.book.rows.push_back(row);
  out.shown.push_back({row, std::string(select.text(12)), std::string(select.text(13)), std::string(select.text(14))});
  return true;
}

}  // namespace

base::Result<ledger::SomeRows> SqliteLedger::rows_of(std::span<const ledger::IdentityId> whose,
                                                     std::span<const ledger::RowId> more) {
  std::vector<ledger::RowId> seats(more.begin(), more.end());
  TRY(seat, database_.prepare("SELECT rows FROM seat WHERE workspace_id = 1 AND handle_id = $1"));
  for (const ledger::IdentityId one : whose) {
    seat->bind(1, std::int64_t{one.value});
    for (;;) {
      TRY(some, seat->step());
      if (!some) break;
      if (!ledger::unpack(seat->text(0), seats))
        return base::fail(unreadable(fmt::format("the list of rows of identity {}", one.value)));
    }
  }
  std::set<std::int64_t> ids;
  for (const ledger::RowId row : seats) ids.insert(row.value);
  TRY(dead, dead_changes());
  TRY(old, superseded());
  TRY(select, database_.prepare(row_by_id));
  ledger::SomeRows out;
  for (const std::int64_t id : ids) {
    if (old.contains(static_cast<std::uint32_t>(id))) continue;
    TRY(there, select->bind(1, id).step());
    if (!there) continue;
    const bool read = dead.contains(static_cast<std::uint32_t>(select->integer(11))) || add_row(*select, out);
    select->reset();
    if (!read) return base::fail(unreadable(fmt::format("row {}", id)));
  }
  return out;
}

base::Result<ledger::SomeRows> SqliteLedger::one_row(ledger::RowId row) {
  TRY(select, database_.prepare(row_by_id));
  TRY(there, select->bind(1, std::int64_t{row.value}).step());
  ledger::SomeRows out;
  if (!there) return out;
  const bool read = add_row(*select, out);
  select->reset();
  if (!read) return base::fail(unreadable(fmt::format("row {}", row.value)));
  return out;
}

base::Result<std::vector<ledger::ShownClaim>> SqliteLedger::claims_of(std::span<const ledger::IdentityId> whose) {
  std::set<std::int64_t> theirs;
  for (const ledger::IdentityId one : whose) theirs.insert(one.value);
  TRY(dead, dead_changes());
  TRY(select, database_.prepare("SELECT handle_id, change_id, facts FROM claim WHERE workspace_id = 1 ORDER BY claim_id"));
  std::vector<ledger::ShownClaim> all;
  std::vector<ledger::Fact> facts;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    const std::int64_t who = select->integer(0);
    const auto change = static_cast<std::uint32_t>(select->integer(1));
    if (!theirs.contains(who) || dead.contains(change)) continue;
    facts.clear();
    if (!ledger::unpack(select->text(2), facts)) return base::fail(unreadable("a claim"));
    for (const ledger::Fact& fact : facts)
      all.push_back({{static_cast<std::uint32_t>(who)}, fact.field, std::string(fact.value), fact.at, {change}});
  }
}

base::Result<void> SqliteLedger::each_title(ledger::RowId last, const EachTitle& each) {
  TRY(select, database_.prepare("SELECT evidence_id, title FROM evidence\n"
                                "WHERE workspace_id = 1 AND evidence_id > $1 AND title <> ''\n"
                                "ORDER BY evidence_id"));
  select->bind(1, std::int64_t{last.value});
  for (;;) {
    TRY(more, select->step());
    if (!more) return {};
    if (auto taken = each({static_cast<std::uint32_t>(select->integer(0))}, select->text(1)); !taken) {
      select->reset();
      return taken;
    }
  }
}

}  // namespace store
