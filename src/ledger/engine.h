#pragma once

/// The seam to whoever keeps ledgers: append in a transaction, read it all, read from a mark on, read a few rows. For one
/// owner SQLite does it, in a file (store/sqlite_ledger.h); for many, a database that their operator runs would. Nothing
/// above knows an engine. Rows are only ever added; what was taken back is never given, unless it says so.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book.h"

namespace ledger {

/// One thing that the owner did.
struct Change {
  ChangeId id;
  base::Instant at{};
  std::string command;
  base::Message summary;
  std::optional<ChangeId> undoes;
  bool live = true;  ///< Not taken back.
};

struct FileAccount {
  std::string path;
  std::string kind;
  std::int64_t read = 0, added = 0, skipped = 0, problems = 0;
};

/// How far a reader has come.
struct Mark {
  std::int64_t head = 0;       ///< The last change, 0 before the first;
  std::int64_t evidence = 0;   ///< the last row,
  std::int64_t claim = 0;      ///< the last claims,
  std::int64_t contested = 0;  ///< and how many events had more than one version.
};

/// What was said since a mark.
struct News {
  Book book;                   ///< No handles and no titles.
  std::vector<Row> gone;       ///< Rows that were taken back; their seats are in `book` too.
  std::vector<Ruling> unsaid;  ///< Rulings that were taken back.
};

/// A row as it is shown: with its words.
struct ShownRow {
  Row row;
  std::string title;
  std::string place;
  std::string reference;
};

/// Some rows with everything: `shown` are those of the book, one by one. No handles, claims and rulings.
struct SomeRows {
  Book book;
  std::vector<ShownRow> shown;
};

/// What was said of an identity, and in which change.
struct ShownClaim {
  IdentityId who;
  Field field = Field::name;
  std::string value;
  base::Instant at{};  ///< {0} when the source does not say.
  ChangeId change;
};

/// What is being written: with `commit` all of it, else nothing. Whoever else writes waits; what is read from the ledger
/// meanwhile has it already.
class Transaction {
 public:
  virtual ~Transaction() = default;
  /// Adds a change, numbered after the last.
  [[nodiscard]] virtual base::Result<ChangeId> new_change(base::Instant at, std::string_view command,
                                                          const base::Message& summary, std::optional<ChangeId> undoes = {}) = 0;
  [[nodiscard]] virtual base::Result<void> set_summary(ChangeId change, const base::Message& summary) = 0;
  [[nodiscard]] virtual base::Result<void> note_file(ChangeId change, const FileAccount& account) = 0;
  /// True when the record said anything that no live change had said.
  [[nodiscard]] virtual base::Result<bool> add(const Printed& record, ChangeId change) = 0;
  [[nodiscard]] base::Result<bool> add(Record record, ChangeId change) { return add(printed(std::move(record)), change); }
  /// The number that a ruling said now would have.
  [[nodiscard]] virtual base::Result<RulingNumber> next_ruling() = 0;
  /// Whether there is anything to commit.
  [[nodiscard]] virtual bool wrote() const = 0;
  [[nodiscard]] virtual base::Result<void> commit() = 0;
};

class Ledger {
 public:
  virtual ~Ledger() = default;
  /// Fault::locked when somebody else writes for longer than is waited.
  [[nodiscard]] virtual base::Result<std::unique_ptr<Transaction>> begin() = 0;

  /// Everything that is live: not undone, and of several versions the newest.
  [[nodiscard]] virtual base::Result<Book> read() = 0;
  [[nodiscard]] virtual base::Result<Mark> mark() = 0;
  [[nodiscard]] virtual base::Result<std::int64_t> head() = 0;
  /// What was said since, if it is little and overtakes nothing that was said before; else nothing.
  [[nodiscard]] virtual base::Result<std::optional<News>> since(const Mark& mark) = 0;
  [[nodiscard]] virtual base::Result<std::vector<Change>> changes() = 0;
  [[nodiscard]] virtual base::Result<std::vector<FileAccount>> files(ChangeId change) = 0;
  /// In the order in which they count; only what is `wanted` is read.
  using WantedRuling = std::function<bool(RulingKind, std::span<const IdentityId> about)>;
  [[nodiscard]] virtual base::Result<std::vector<Ruling>> rulings(const WantedRuling& wanted = {}) = 0;

  /// Rows in which one of these has a seat, and `more`; in their order.
  [[nodiscard]] virtual base::Result<SomeRows> rows_of(std::span<const IdentityId> whose, std::span<const RowId> more) = 0;
  /// At most one row, taken back or not.
  [[nodiscard]] virtual base::Result<SomeRows> one_row(RowId row) = 0;
  [[nodiscard]] base::Result<std::optional<ShownRow>> row(RowId row);
  /// Who has a seat in it, and which.
  [[nodiscard]] base::Result<std::vector<Seat>> seats_of(RowId row);
  /// All that is said of these, in the order of its coming. Reads every claim.
  [[nodiscard]] virtual base::Result<std::vector<ShownClaim>> claims_of(std::span<const IdentityId> whose) = 0;
  /// The titles of rows that came after `last`, taken back or not.
  using EachTitle = std::function<base::Result<void>(RowId row, std::string_view title)>;
  [[nodiscard]] virtual base::Result<void> each_title(RowId last, const EachTitle& each) = 0;
  [[nodiscard]] virtual base::Result<std::optional<IdentityId>> identity(const Handle& handle) = 0;
  [[nodiscard]] virtual base::Result<std::optional<Handle>> handle(IdentityId identity) = 0;
  /// By IdentityId.
  [[nodiscard]] virtual base::Result<std::vector<Handle>> handles() = 0;

  /// In full, for export, until `each` gives false. In order of content, rulings of their number, so that two ledgers agree.
  [[nodiscard]] virtual base::Result<void> each_evidence(const std::function<bool(const Evidence&)>& each) = 0;
  [[nodiscard]] base::Result<void> each_claim(const std::function<bool(const Claim&)>& each);
  [[nodiscard]] base::Result<void> each_ruling(const std::function<bool(const SaidRuling&)>& each);
};

}  // namespace ledger
