// What letters and meetings were about: a full-text index over the titles of evidence, by SQLite's
// FTS5. It is filled when it is first asked for and grows with the ledger, whose rows never change.

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/try.h"
#include "store/pictures.h"

namespace store {

namespace {

/// An index of another form is made anew.
constexpr std::int64_t subjects_form = 1;
/// How many letters a word may lose at its end and still be found, and how many must be left.
constexpr std::size_t ending_letters = 3;
constexpr std::size_t stem_letters_min = 4;

std::string stem(const std::string& word) {
  return word.substr(0, std::max(std::min(word.size(), stem_letters_min), word.size() - std::min(word.size(), ending_letters)));
}

}  // namespace

base::Result<void> Pictures::index_subjects() {
  if (database_.read_only()) return {};
  TRY(made, database_.integer("SELECT count(*) FROM sqlite_master WHERE name = 'subject_mark'"));
  std::int64_t form = 0, known = 0;
  if (made > 0) {
    TRY(found, database_.integer("SELECT coalesce(max(form), 0) FROM subject_mark WHERE workspace_id = 1"));
    TRY(last, database_.integer("SELECT coalesce(max(evidence_id), 0) FROM subject_mark WHERE workspace_id = 1"));
    form = found;
    known = last;
  }
  TRY(mark, ledger_.mark());
  const std::int64_t newest = mark.evidence;
  if (form == subjects_form && known == newest) return {};
  // Who imports at this moment will not be waited for: what came before is found all the same.
  if (auto begun = database_.begin(Database::Patience::none); !begun) return {};
  const auto all = [&]() -> base::Result<void> {
    if (form != subjects_form) {
      known = 0;
      CHECK(database_.script(
          "DROP TABLE IF EXISTS subject; DROP TABLE IF EXISTS subject_mark;\n"
          "CREATE VIRTUAL TABLE subject USING fts5(title, content='', detail=none, tokenize='ascii');\n"
          "CREATE TABLE subject_mark (workspace_id INTEGER NOT NULL, form INTEGER NOT NULL, evidence_id INTEGER NOT NULL,\n"
          "  PRIMARY KEY (workspace_id)) STRICT, WITHOUT ROWID"));
    }
    TRY(insert, database_.prepare("INSERT INTO subject (rowid, title) VALUES ($1, $2)"));
    CHECK(ledger_.each_title({static_cast<std::uint32_t>(known)}, [&](ledger::RowId row, std::string_view title) {
      return insert->bind(1, std::int64_t{row.value}).bind(2, base::fold(title)).run();
    }));
    TRY(reached, database_.prepare("INSERT OR REPLACE INTO subject_mark VALUES (1, $1, $2)"));
    CHECK(reached->bind(1, subjects_form).bind(2, newest).run());
    return database_.commit();
  };
  auto done = all();
  if (!done) database_.rollback();
  return done;
}

base::Result<std::vector<Mention>> Pictures::mentions(const std::vector<std::string>& words, std::size_t rows_max) {
  TRY(made, database_.integer("SELECT count(*) FROM sqlite_master WHERE name = 'subject_mark'"));
  std::string query;
  for (const std::string& word : words) query += fmt::format("{}\"{}\"*", query.empty() ? "" : " OR ", stem(word));
  if (made == 0 || query.empty()) return std::vector<Mention>{};
  TRY(whose, seating());
  TRY(select, database_.prepare("SELECT rowid FROM subject WHERE subject MATCH $1 ORDER BY rowid DESC LIMIT $2"));
  select->bind(1, query).bind(2, static_cast<std::int64_t>(rows_max));
  std::vector<ledger::RowId> found;
  for (;;) {
    TRY(more, select->step());
    if (!more) break;
    found.push_back({static_cast<std::uint32_t>(select->integer(0))});
  }
  TRY(rows, ledger_.rows_of({}, found));
  std::vector<Mention> all;
  for (const ShownRow& shown : rows.shown) {
    std::vector<std::pair<std::uint32_t, bool>> persons;  // Whoever sent it stands last among their seats.
    for (const ledger::Seat& seat : rows.book.seats_of(shown.row)) {
      const std::int32_t person = seat.who.value < whose.size() ? whose[seat.who.value] : nobodys;
      if (person >= 0) persons.emplace_back(static_cast<std::uint32_t>(person), seat.role == ledger::Role::from);
    }
    std::sort(persons.begin(), persons.end());
    for (std::size_t i = 0; i < persons.size(); ++i) {
      const auto& [person, wrote] = persons[i];
      if (i + 1 == persons.size() || persons[i + 1].first != person) all.push_back({person, wrote, shown});
    }
  }
  return all;
}

}  // namespace store
