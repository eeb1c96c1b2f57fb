// One person's part of the ledger, for showing why they stand where they stand; and upkeep.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/try.h"
#include "store/migrations.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/trust.h"
#include "store/vault.h"

namespace store {

namespace {

const std::string rows_where =
    "SELECT evidence_id, content, thread, at, duration, group_size, confidence, kind, channel, flags, seats,\n"
    "  change_id, title, place, reference\n"
    "FROM evidence WHERE workspace_id = 1 AND ";
const std::string row_by_id = rows_where + "evidence_id = $1";

/// Adds the row at which `select` stands; false where its seats cannot be read.
bool add_row(const Statement& select, ledger::Book& book) {
  ledger::Row row = row_of(select);
  row.seats_begin = static_cast<std::uint32_t>(book.seats.size());
  if (!ledger::unpack(select.text(10), book.seats)) return false;
  row.seats = static_cast<std::uint16_t>(book.seats.size() - row.seats_begin);
  row.title = static_cast<std::uint32_t>(book.titles.size());
  book.titles.emplace_back(select.text(12));
  book.rows.push_back(row);
  return true;
}

}  // namespace

base::Result<Store::PersonBook> Store::person_book(std::uint32_t person) {
  PersonBook out;
  TRY(kept, card(person));
  TRY(whose, seating());
  out.people.persons.push_back(kept.person);
  out.standing = kept.standing;
  out.people.person_of.assign(whose.size(), people::nobody);
  out.people.is_owner.assign(whose.size(), false);
  std::vector<ledger::RowId> seats;
  TRY(seat, database_->prepare("SELECT rows FROM seat WHERE workspace_id = 1 AND handle_id = $1"));
  for (std::size_t i = 0; i < whose.size(); ++i) {
    out.people.is_owner[i] = whose[i] == the_owners;
    if (whose[i] != static_cast<std::int64_t>(person)) continue;
    out.people.person_of[i] = people::PersonId{0};
    out.people.persons.front().identities.push_back({static_cast<std::uint32_t>(i)});
    seat->bind(1, static_cast<std::int64_t>(i));
    for (;;) {
      TRY(more, seat->step());
      if (!more) break;
      if (!ledger::unpack(seat->text(0), seats)) return base::fail(unreadable(fmt::format("the list of rows of identity {}", i)));
    }
  }
  std::set<std::int64_t> ids;
  for (const ledger::RowId row : seats) ids.insert(row.value);
  TRY(more_said, inferred(person));
  out.inferred = std::move(more_said);
  for (const Inferred& one : out.inferred) ids.insert(one.row.value);
  const auto theirs = [&](ledger::IdentityId who) { return who.value < whose.size() && whose[who.value] == static_cast<std::int64_t>(person); };
  TRY(decided, rulings([&](ledger::RulingKind kind, std::span<const ledger::IdentityId> about) {
        return kind == ledger::RulingKind::meeting_verdict || kind == ledger::RulingKind::help_verdict || is_commitment(kind) ||
               std::any_of(about.begin(), about.end(), theirs);
      }));
  out.book.rulings = std::move(decided);
  TRY(dead, dead_changes());
  TRY(old, superseded());
  TRY(select, database_->prepare(row_by_id.c_str()));
  for (const std::int64_t id : ids) {
    if (old.contains(static_cast<std::uint32_t>(id))) continue;
    select->bind(1, id);
    TRY(more, select->step());
    if (!more) continue;
    if (!dead.contains(static_cast<std::uint32_t>(select->integer(11))) && add_row(*select, out.book)) {
      const ledger::Row& row = out.book.rows.back();
      out.shown[row.id.value] = {row, std::string(select->text(12)), std::string(select->text(13)),
                                 std::string(select->text(14))};
    }
    select->reset();
  }
  return out;
}

base::Result<std::vector<ShownClaim>> Store::claims_of(const std::vector<Identity>& identities) {
  std::set<std::int64_t> theirs;
  for (const Identity& one : identities) theirs.insert(one.id.value);
  TRY(dead, dead_changes());
  TRY(select, database_->prepare("SELECT handle_id, change_id, facts FROM claim WHERE workspace_id = 1 ORDER BY claim_id"));
  std::vector<ShownClaim> all;
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

base::Result<std::vector<Inferred>> Store::inferred(std::uint32_t person) {
  TRY(select, database_->prepare(
      "SELECT evidence_id, kind, direction, confidence FROM inferred WHERE workspace_id = 1 AND person_id = $1"));
  select->bind(1, std::int64_t{person});
  std::vector<Inferred> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back({.person = {},
                   .row = {static_cast<std::uint32_t>(select->integer(0))},
                   .kind = static_cast<ledger::Kind>(select->integer(1)),
                   .direction = static_cast<standing::Direction>(select->integer(2)),
                   .confidence = static_cast<float>(static_cast<double>(select->integer(3)) / 1e6)});
  }
}

base::Result<std::optional<ShownRow>> Store::row(std::uint32_t id) {
  TRY(select, database_->prepare(row_by_id.c_str()));
  select->bind(1, std::int64_t{id});
  TRY(more, select->step());
  std::optional<ShownRow> shown;
  if (more) {
    shown = ShownRow{row_of(*select), std::string(select->text(12)), std::string(select->text(13)),
                     std::string(select->text(14))};
    select->reset();
  }
  return shown;
}

base::Result<std::vector<ledger::Seat>> Store::seats_of(std::uint32_t row) {
  TRY(select, database_->prepare(row_by_id.c_str()));
  select->bind(1, std::int64_t{row});
  TRY(more, select->step());
  std::vector<ledger::Seat> seats;
  if (!more) return seats;
  const bool read = ledger::unpack(select->text(10), seats);
  select->reset();
  if (!read) return base::fail(unreadable(fmt::format("row {}", row)));
  return seats;
}

base::Result<std::vector<std::string>> Store::check() {
  std::vector<std::string> faults;
  TRY(whole, database_->prepare("PRAGMA integrity_check(20)"));
  for (;;) {
    TRY(more, whole->step());
    if (!more) break;
    if (whole->text(0) != "ok") faults.emplace_back(whole->text(0));
  }
  TRY(keys, database_->prepare("PRAGMA foreign_key_check"));
  for (;;) {
    TRY(more, keys->step());
    if (!more) break;
    faults.push_back(fmt::format("a row of {} points to nothing", keys->text(0)));
  }
  return faults;
}

base::Result<void> Store::backup(const std::string& path) { return Vault::copy(*database_, path, "DELETE FROM session;"); }

namespace {

constexpr std::string_view before_restore = ".backup-before-restore";

/// A copy of the file `path`, that may take the place of the data file: it is wellmet's, whole, and of today's form.
struct Staged {
  std::unique_ptr<Scratch> scratch;
  std::string file;
};

/// `let_in`: who may ask the server then, in the place of whoever the file lets in.
base::Result<Staged> stage(const Vault& vault, const std::string& path, const SessionStore::Everything& let_in) {
  TRY(scratch, vault.scratch());
  Staged staged{std::move(scratch), {}};
  staged.file = staged.scratch->path() + "/restored.db";
  const auto done = [&]() -> base::Result<void> {
    TRY(source, Database::open(path, Database::Mode::read_only, 0));
    CHECK(Vault::make_file(staged.file));
    CHECK(source->copy_to(staged.file));
    source.reset();
    TRY(copy, Database::open(staged.file, Database::Mode::read_write, 0));
    CHECK(check_restorable(*copy));
    CHECK(migrate(*copy, migrations(), Keep::nothing));
    CHECK(SessionStore(*copy).bring_in(let_in));
    return copy->script("PRAGMA journal_mode=DELETE");  // One file again.
  }();
  if (done) return staged;
  base::Problem problem = done.error();
  if (problem.where == staged.file) problem.where = problem.fault == base::Fault::full ? vault.path("") : path;
  if (problem.fault == base::Fault::damaged) problem.hint = "give a file that wellmet backup wrote";
  return base::fail(problem);
}

base::Result<void> not_itself(const std::string& database, const std::string& path) {
  std::error_code error;
  if (!std::filesystem::equivalent(database, path, error)) return {};
  return base::fail(base::Fault::usage, path, "is the data file itself", "give a file that wellmet backup wrote");
}

}  // namespace

base::Result<std::string> Store::restore(const std::string& path) {
  CHECK(not_itself(this->path(), path));
  const Vault vault(this->path());
  const auto let_in = sessions().take_out();
  // A data file that is damaged may have none to keep.
  if (!let_in && let_in.error().fault != base::Fault::damaged) return base::fail(let_in.error());
  TRY(staged, stage(vault, path, let_in.value_or(SessionStore::Everything{})));
  std::string kept;
  if (const auto changes = head(); !changes || *changes > 0) {
    TRY(copy, vault.keep_copy(*database_, before_restore));
    kept = copy;
  }
  CHECK(database_->copy_from(staged.file));
  CHECK(ready());
  // What is shown goes by the number of the last change and the picture's making: no change to come may look like one of
  // those that are gone.
  CHECK(drop_picture());
  return kept;
}

base::Result<std::string> Store::replace_damaged(const std::string& database, const std::string& path) {
  CHECK(not_itself(database, path));
  const Vault vault(database);
  TRY(staged, stage(vault, path, {}));
  TRY(kept, vault.set_aside(before_restore));
  CHECK(base::put_in_place(staged.file, database));
  return kept;
}

}  // namespace store
