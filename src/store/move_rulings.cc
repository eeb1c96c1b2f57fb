#include "store/move_rulings.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/try.h"
#include "ledger/book.h"
#include "ledger/old_ruling.h"
#include "ledger/pack.h"

namespace store {

namespace {

using ledger::Ruling;

/// A row of kind 14.
struct Old {
  std::int64_t evidence = 0;
  std::int64_t change = 0;
  bool live = true;
};

struct Found {
  std::vector<Ruling> live, dead;
  std::map<std::uint64_t, std::vector<Old>> rows;          ///< By Ruling::key.
  std::map<std::uint32_t, std::set<std::uint32_t>> seats;  ///< Rows by the identity that has a seat in them.
};

/// Of these changes, those that were taken back and not brought again.
base::Result<std::set<std::int64_t>> dead_changes(Database& database) {
  TRY(select, database.prepare("SELECT change_id, undoes FROM change WHERE workspace_id = 1 ORDER BY change_id DESC"));
  std::set<std::int64_t> dead;
  for (;;) {
    TRY(more, select->step());
    if (!more) return dead;
    if (!select->null(1) && !dead.contains(select->integer(0))) dead.insert(select->integer(1));
  }
}

base::Result<Found> find(Database& database) {
  Found found;
  TRY(dead, dead_changes(database));
  TRY(select, database.prepare("SELECT evidence_id, content, at, group_size, thread, seats, title, change_id\n"
                               "FROM evidence WHERE workspace_id = 1 AND kind = 14 ORDER BY evidence_id"));
  std::vector<ledger::Seat> seats;
  for (;;) {
    TRY(more, select->step());
    if (!more) return found;
    const Old row{select->integer(0), select->integer(7), !dead.contains(select->integer(7))};
    const auto decision = ledger::old_decision(select->text(6), static_cast<std::uint64_t>(select->integer(4)));
    seats.clear();
    if (!ledger::unpack(select->text(5), seats)) continue;
    for (const ledger::Seat& seat : seats) found.seats[seat.who.value].insert(static_cast<std::uint32_t>(row.evidence));
    if (!decision) continue;
    Ruling ruling{.number = {static_cast<std::uint32_t>(select->integer(3))},
                  .key = static_cast<std::uint64_t>(select->integer(1)),
                  .at = {select->integer(2)},
                  .about = {},
                  .decision = *decision};
    // The second of two who were to be introduced stood apart from the first.
    std::stable_partition(seats.begin(), seats.end(), [](const ledger::Seat& seat) { return seat.role == ledger::Role::about; });
    for (const ledger::Seat& seat : seats) ruling.about.push_back(seat.who);
    found.rows[ruling.key].push_back(row);
    (row.live ? found.live : found.dead).push_back(std::move(ruling));
  }
}

base::Result<void> insert(Database& database, const Ruling& ruling, std::int64_t change) {
  TRY(statement, database.prepare("INSERT INTO ruling (workspace_id, number, kind, at, about, body, content, change_id)\n"
                                  "VALUES (1, $1, $2, $3, $4, $5, $6, $7)"));
  return statement->bind(1, std::int64_t{ruling.number.value})
      .bind(2, static_cast<std::int64_t>(kind_of(ruling.decision)))
      .bind(3, ruling.at.seconds)
      .bind_bytes(4, ledger::pack(ruling.about))
      .bind(5, body_of(ruling.decision))
      .bind(6, static_cast<std::int64_t>(ruling.key))
      .bind(7, change)
      .run();
}

/// Takes the rows out of the list of those in which an identity has a seat.
base::Result<void> unseat(Database& database, std::uint32_t identity, const std::set<std::uint32_t>& gone) {
  TRY(select, database.prepare("SELECT rows FROM seat WHERE workspace_id = 1 AND handle_id = $1 ORDER BY evidence_id"));
  select->bind(1, std::int64_t{identity});
  std::vector<ledger::RowId> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) break;
    if (!ledger::unpack(select->text(0), all)) {
      return base::fail(base::Fault::damaged, database.path(), base::say("store.list-rows-cannot-read"),
                        base::say("store.bring-back-copy-wellmet"));
    }
  }
  std::erase_if(all, [&](ledger::RowId row) { return gone.contains(row.value); });
  std::sort(all.begin(), all.end());
  TRY(drop, database.prepare("DELETE FROM seat WHERE workspace_id = 1 AND handle_id = $1"));
  CHECK(drop->bind(1, std::int64_t{identity}).run());
  if (all.empty()) return {};
  TRY(add, database.prepare("INSERT INTO seat (workspace_id, handle_id, evidence_id, rows) VALUES (1, $1, $2, $3)"));
  return add->bind(1, std::int64_t{identity}).bind(2, std::int64_t{all.front().value}).bind_bytes(3, ledger::pack(all)).run();
}

}  // namespace

base::Result<void> move_rulings(Database& database) {
  TRY(found, find(database));
  ledger::number_old_rulings(found.live);
  std::uint32_t last = 0;
  for (const Ruling& ruling : found.live) last = std::max(last, ruling.number.value);
  for (Ruling& ruling : found.dead) ruling.number = {++last};
  for (const bool live : {true, false}) {
    for (const Ruling& ruling : live ? found.live : found.dead) {
      std::vector<Old>& rows = found.rows[ruling.key];
      const auto row = std::find_if(rows.begin(), rows.end(), [live](const Old& one) { return one.live == live; });
      CHECK(insert(database, ruling, row->change));
      rows.erase(row);
    }
  }
  for (const auto& [identity, gone] : found.seats) CHECK(unseat(database, identity, gone));
  return database.script(
      "DELETE FROM evidence_print WHERE workspace_id = 1 AND evidence_id IN (\n"
      "  SELECT evidence_id FROM evidence WHERE workspace_id = 1 AND kind = 14);\n"
      "DELETE FROM evidence WHERE workspace_id = 1 AND kind = 14");
}

}  // namespace store
