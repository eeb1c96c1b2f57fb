#include "store/trust.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/try.h"
#include "ledger/handle.h"
#include "ledger/ledger.h"
#include "ledger/pack.h"
#include "store/migrations.h"

namespace store {

namespace {

/// The index of titles (subjects.cc), the one table that is made by a module of SQLite.
constexpr std::string_view index_of_titles =
    "create virtual table subject using fts5(title, content='', detail=none, tokenize='ascii')";

/// One line of sqlite_schema.
struct Item {
  std::string type, name, table;
  std::string sql;  ///< As plain() has it; empty for what SQLite makes by itself.
  friend auto operator<=>(const Item&, const Item&) = default;
};

/// `sql` without comments, in small letters, each run of white space one space; what is in quotes
/// stays.
std::string plain(std::string_view sql) {
  std::string out;
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const char c = sql[i];
    const std::string_view rest = sql.substr(i);
    if (rest.starts_with("--") || rest.starts_with("/*")) {
      const std::string_view end = c == '-' ? "\n" : "*/";
      i = std::min(sql.find(end, i + 2), sql.size() - 1) + end.size() - 1;
      space();
    } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
      const std::size_t end = std::min(sql.find(c == '[' ? ']' : c, i + 1), sql.size() - 1);
      out += sql.substr(i, end - i + 1);
      i = end;
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space();
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

base::Result<std::vector<Item>> items(Database& database) {
  TRY(select, database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"));
  std::vector<Item> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back(
        {std::string(select->text(0)), std::string(select->text(1)), std::string(select->text(2)), plain(select->text(3))});
  }
}

/// SQLite goes by the text, whatever the type beside it says.
bool is_code(const Item& item) {
  if (item.sql.empty()) return item.type != "index";
  if (item.type == "index") return !item.sql.starts_with("create index ") && !item.sql.starts_with("create unique index ");
  return item.type != "table" || (!item.sql.starts_with("create table ") && item.sql != index_of_titles);
}

/// A table of that name, in our hand, SQLite's or that of its FTS5.
bool is_plain_table(const Item& item) {
  const auto begins = [&](std::string_view name) { return item.sql.starts_with(fmt::format("create table {}", name)); };
  return item.type == "table" && (begins(item.name + " (") || begins(item.name + "(") || begins("'" + item.name + "'("));
}

tl::unexpected<base::Problem> not_ours(const Database& database, base::Message why) {
  return base::fail(base::Fault::damaged, database.path(), base::say("store.no-wellmet-data-file", {{"why", why}}),
                    base::say("store.give-file-wellmet-backup"));
}

std::string quoted_name(std::string_view name) { return '"' + base::printable(name, 60) + '"'; }

/// Tables that may be there and may be dropped, of this form or an earlier one.
std::set<std::string, std::less<>> derived_names() {
  std::set<std::string, std::less<>> names = {"derived",        "titled",       "verdict",         "subject_mark",
                                              "subject_data",   "subject_idx",  "subject_content", "subject_docsize",
                                              "subject_config", "sqlite_stat1", "sqlite_stat4"};
  const std::string text = derived_tables(Derived::picture, false) + derived_tables(Derived::graph, false);
  constexpr std::string_view before = "TABLE IF NOT EXISTS ";
  for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
    at += before.size();
    names.insert(text.substr(at, text.find(' ', at) - at));
  }
  return names;
}

/// What our own migrations make of an empty file, up to form `version`.
base::Result<std::vector<Item>> expected_items(std::size_t version) {
  TRY(fresh, Database::open(":memory:", Database::Mode::read_write, 0));
  CHECK(migrate(*fresh, migrations().first(version), Keep::nothing));
  return items(*fresh);
}

struct Tables {
  std::vector<std::string> ledger;
  std::string drops;  ///< SQL that drops all others.
};

/// The ledger's tables are to the letter as they should be, and whatever else there is may be
/// dropped.
base::Result<Tables> check_tables(Database& database, std::size_t version) {
  TRY(there, items(database));
  TRY(expected, expected_items(version));
  const auto derived = derived_names();
  Tables tables;
  std::set<Item> left(expected.begin(), expected.end());
  for (const Item& item : there) {
    if (is_code(item)) return not_ours(database, base::say("store.holds-which-code", {{"item", quoted_name(item.name)}}));
    if (item.sql == index_of_titles && item.name == "subject") {
      tables.drops = "DROP TABLE subject;\n" + tables.drops;
    } else if (derived.contains(item.name) && is_plain_table(item)) {
      tables.drops += "DROP TABLE IF EXISTS " + item.name + ";\n";
    } else if (left.erase(item) == 0) {
      return not_ours(database, base::say("store.not-wellmet-makes", {{"type", item.type}, {"item", quoted_name(item.name)}}));
    }
  }
  if (!left.empty())
    return not_ours(database,
                    base::say("store.lacks", {{"type", left.begin()->type}, {"begin", quoted_name(left.begin()->name)}}));
  for (const Item& item : expected) {
    if (item.type == "table") tables.ledger.push_back(item.name);
  }
  return tables;
}

base::Result<void> check_pages(Database& database) {
  TRY(whole, database.prepare("PRAGMA integrity_check(1)"));
  TRY(some, whole->step());
  const std::string said(some ? whole->text(0) : "it cannot be read");
  whole->reset();
  if (said != "ok") return not_ours(database, base::say("store.sqlite-says", {{"what", base::printable(said, 120)}}));
  TRY(keys, database.prepare("PRAGMA foreign_key_check"));
  TRY(loose, keys->step());
  if (!loose) return {};
  const std::string table(keys->text(0));
  keys->reset();
  return not_ours(database, base::say("store.row-points-nothing", {{"table", quoted_name(table)}}));
}

/// Every value is of the type that its column says.
base::Result<void> check_values(Database& database, const std::vector<std::string>& tables) {
  for (const std::string& table : tables) {
    const std::string all = "SELECT * FROM " + table;
    database.forget_statements();  // They go by where the text lies.
    TRY(select, database.prepare(all.c_str()));
    for (;;) {
      TRY(more, select->step());
      if (!more) break;
      if (!select->is_as_declared())
        return not_ours(database, base::say("store.value-another-type-says", {{"table", quoted_name(table)}}));
    }
    database.forget_statements();
  }
  return {};
}

/// Numbers that stand for something are numbers of something.
base::Result<void> check_numbers(Database& database) {
  constexpr auto top = [](auto last) { return static_cast<int>(last); };
  const std::string wrong = fmt::format(
      "SELECT (SELECT count(*) FROM handle WHERE kind NOT BETWEEN 0 AND {0} OR handle_id < 0)\n"
      "  + (SELECT count(*) <> coalesce(max(handle_id) + 1, 0) FROM handle WHERE workspace_id = "
      "1)\n"
      "  + (SELECT count(*) FROM change WHERE change_id NOT BETWEEN 1 AND {3})\n"
      "  + (SELECT count(*) FROM evidence WHERE kind NOT BETWEEN 0 AND {1} OR channel NOT BETWEEN "
      "0 AND {2}\n"
      "       OR flags NOT BETWEEN 0 AND 255 OR evidence_id NOT BETWEEN 0 AND {3} OR duration NOT "
      "BETWEEN 0 AND {3}\n"
      "       OR group_size NOT BETWEEN 0 AND {3})",
      top(ledger::HandleKind::name), top(ledger::Kind::engaged), top(ledger::Channel::you), UINT32_MAX);
  TRY(count, database.integer(wrong.c_str()));
  database.forget_statements();
  if (count > 0) return not_ours(database, base::say("store.values-beyond-what-they", {{"count", count}}));
  return {};
}

/// Every ruling is of a kind that there is, says what its kind says, and is about handles that are there.
base::Result<void> check_rulings(Database& database, std::int64_t handles) {
  TRY(rulings, database.prepare("SELECT number, kind, about, body FROM ruling"));
  for (std::vector<ledger::IdentityId> about;; about.clear()) {
    TRY(more, rulings->step());
    if (!more) return {};
    const std::int64_t number = rulings->integer(0), kind = rulings->integer(1);
    const bool numbers = number >= 1 && number <= UINT32_MAX && kind >= 0 && kind <= UINT8_MAX;
    const bool whose = ledger::unpack(rulings->text(2), about) &&
                       std::ranges::all_of(about, [&](ledger::IdentityId who) { return who.value < handles; });
    if (numbers && whose && ledger::parse_decision(static_cast<ledger::RulingKind>(kind), rulings->text(3))) continue;
    return not_ours(database, base::say("store.ruling-cannot-read", {{"number", number}}));
  }
}

/// What is packed can be unpacked, and leads to handles that are there.
base::Result<void> check_packed(Database& database) {
  TRY(handles, database.integer("SELECT count(*) FROM handle WHERE workspace_id = 1"));
  TRY(evidence, database.prepare("SELECT seats FROM evidence"));
  for (std::vector<ledger::Seat> seats;; seats.clear()) {
    TRY(more, evidence->step());
    if (!more) break;
    const bool read = ledger::unpack(evidence->text(0), seats);
    if (!read || std::ranges::any_of(seats, [&](const ledger::Seat& seat) { return seat.who.value >= handles; }))
      return not_ours(database, base::say("store.parties-row-cannot-read"));
  }
  TRY(claims, database.prepare("SELECT facts FROM claim"));
  for (std::vector<ledger::Fact> facts;; facts.clear()) {
    TRY(more, claims->step());
    if (!more) break;
    if (!ledger::unpack(claims->text(0), facts)) return not_ours(database, base::say("store.claim-cannot-read"));
  }
  TRY(rows, database.prepare("SELECT rows FROM seat"));
  for (std::vector<ledger::RowId> ids;; ids.clear()) {
    TRY(more, rows->step());
    if (!more) break;
    if (!ledger::unpack(rows->text(0), ids)) return not_ours(database, base::say("store.list-rows-cannot-read"));
  }
  return {};
}

}  // namespace

base::Result<void> check_no_code(Database& database) {
  TRY(all, items(database));
  const auto found = std::ranges::find_if(all, is_code);
  if (found == all.end()) return {};
  return base::fail(base::Fault::damaged, database.path(),
                    base::say("store.holds-which-code-wellmet", {{"found", quoted_name(found->name)}}),
                    base::say("store.bring-back-copy-wellmet-2"));
}

base::Result<void> check_restorable(Database& database) {
  TRY(version, database.integer("PRAGMA user_version"));
  if (version < 1) return not_ours(database, base::say("store.no-form"));
  if (version > static_cast<std::int64_t>(migrations().size())) {
    return base::fail(base::Fault::newer, database.path(), base::say("store.written-newer-wellmet"),
                      base::say("store.install-newer-wellmet"));
  }
  TRY(tables, check_tables(database, static_cast<std::size_t>(version)));
  CHECK(check_pages(database));
  database.forget_statements();
  CHECK(database.script(tables.drops));
  CHECK(check_values(database, tables.ledger));
  CHECK(check_numbers(database));
  CHECK(check_packed(database));
  if (std::ranges::find(tables.ledger, "ruling") == tables.ledger.end()) return {};  // Of an earlier form.
  TRY(handles, database.integer("SELECT count(*) FROM handle WHERE workspace_id = 1"));
  return check_rulings(database, handles);
}

}  // namespace store
