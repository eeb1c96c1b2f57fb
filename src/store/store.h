#pragma once

/// The only SQL: the ledger, and the picture as a cache of it, in one SQLite file. Rows of the
/// ledger are only ever added; the cache may be dropped at any time.

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ledger/book.h"
#include "plays/plays.h"
#include "store/database.h"
#include "store/graph_store.h"
#include "store/roster.h"
#include "store/session_store.h"
#include "store/shown.h"
#include "store/writer.h"

namespace store {

/// One thing that the owner did.
struct Change {
  ledger::ChangeId id;
  base::Instant at{};
  std::string command;
  std::string summary;
  std::optional<ledger::ChangeId> undoes;
  bool live = true;  ///< Not taken back.
};

struct FileAccount {
  std::string path;
  std::string kind;
  std::int64_t read = 0, added = 0, skipped = 0, problems = 0;
};

/// A picture, to be kept. By PersonId.
struct Picture {
  const people::People& people;
  std::span<const standing::Standing> standings;
  std::span<const plays::Step> plan;
  std::span<const Inferred> inferred;
  std::string totals;   ///< The headline, the caller's to read.
  std::string learned;  ///< What forecasts go by, likewise.
  std::span<const plays::Market> markets = {};
};

/// What was said since a picture was made.
struct News {
  ledger::Book book;            ///< No handles and no titles.
  std::vector<ledger::Row> gone;  ///< Rows that were taken back; their seats are in `book` too.
  std::vector<ledger::Ruling> unsaid;  ///< Rulings that were taken back.
};

/// One person as they are now, in the place of what a picture says of them.
struct Amended {
  std::uint32_t person = 0;
  Card card;
  std::vector<plays::Step> steps;
  std::vector<plays::Market> markets;  ///< All that there are.
};

class Store : public ledger::Ledger {
 public:
  /// Makes the file and its folder when `create`. Fault::not_found when there is none.
  [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const std::string& path, bool create, int wait_ms);

  // Writing. A change is one thing that the owner did; each begin..commit is one transaction of it.
  [[nodiscard]] base::Result<void> begin();
  /// Adds a change, numbered after the last.
  [[nodiscard]] base::Result<ledger::ChangeId> new_change(base::Instant at, std::string_view command,
                                                          std::string_view summary,
                                                          std::optional<ledger::ChangeId> undoes = {});
  [[nodiscard]] base::Result<void> set_summary(ledger::ChangeId change, std::string_view summary);
  [[nodiscard]] base::Result<void> note_file(ledger::ChangeId change, const FileAccount& account);
  [[nodiscard]] base::Result<void> commit();
  void rollback();
  using Ledger::add;
  [[nodiscard]] base::Result<bool> add(const ledger::Printed& record, ledger::ChangeId change) override;

  /// Whether the transaction has anything to commit.
  [[nodiscard]] bool wrote() const { return writer_ != nullptr && writer_->wrote(); }

  // Reading the ledger.
  [[nodiscard]] base::Result<ledger::Book> read() override;
  [[nodiscard]] base::Result<std::vector<Change>> changes();
  [[nodiscard]] base::Result<std::vector<FileAccount>> files(ledger::ChangeId change);
  [[nodiscard]] base::Result<std::int64_t> head();
  /// Everything live, in full, for export. In order of content, rulings of their number, so that two stores
  /// agree. `each` gives false: no more.
  [[nodiscard]] base::Result<void> each_claim(const std::function<bool(const ledger::Claim&)>& each);
  [[nodiscard]] base::Result<void> each_evidence(const std::function<bool(const ledger::Evidence&)>& each);
  [[nodiscard]] base::Result<void> each_ruling(const std::function<bool(const ledger::SaidRuling&)>& each);
  /// What the owner decided and did not take back, in the order in which it counts; only what is `wanted` is read.
  using WantedRuling = std::function<bool(ledger::RulingKind, std::span<const ledger::IdentityId> about)>;
  [[nodiscard]] base::Result<std::vector<ledger::Ruling>> rulings(const WantedRuling& wanted = {});
  /// The number that a ruling said now would have.
  [[nodiscard]] base::Result<ledger::RulingNumber> next_ruling();

  /// See Database::Snapshot.
  [[nodiscard]] Database::Snapshot snapshot() { return Database::Snapshot(*database_); }

  // The cached picture.
  [[nodiscard]] base::Result<std::optional<PictureKey>> picture_key();
  /// Head and last rows of the ledger as it is now; the rest of the key is the caller's.
  [[nodiscard]] base::Result<PictureKey> ledger_key();
  [[nodiscard]] base::Result<void> save(const PictureKey& key, const Picture& picture);
  /// What was said since, if it is little and overtakes nothing that was said before; else nothing.
  [[nodiscard]] base::Result<std::optional<News>> news_since(const PictureKey& key);
  /// Puts a few persons' new cards, and with `key.plan` at `key.head` their steps, into the picture of `from`, which
  /// becomes that of `key`. False, and nothing was done, where that is not the picture that lies there, where it
  /// may not be written to, or where steps that were cut off would have to come back.
  [[nodiscard]] base::Result<bool> amend(const PictureKey& from, const PictureKey& key,
                                         std::span<const Amended> persons, const std::string& totals);
  /// Everybody of the picture, by PersonId.
  [[nodiscard]] base::Result<std::vector<Card>> everybody();
  /// Puts these steps and markets (names by line, by PersonId) into the picture of `of`, which knew older ones; nothing
  /// is done where another picture lies there by now.
  [[nodiscard]] base::Result<void> save_plan(const PictureKey& of, std::span<const plays::Step> plan, std::span<const std::string> markets);
  [[nodiscard]] base::Result<std::string> learned();
  [[nodiscard]] base::Result<void> drop_picture();
  [[nodiscard]] base::Result<std::string> totals();
  [[nodiscard]] base::Result<Page> find(const Filter& filter);
  [[nodiscard]] base::Result<Facets> facets(const Filter& filter);
  [[nodiscard]] base::Result<Card> card(std::uint32_t person);
  /// Everything of a card as one text, for comparing pictures.
  [[nodiscard]] static std::string text_of(const Card& card);
  [[nodiscard]] base::Result<std::vector<plays::Step>> steps();
  [[nodiscard]] base::Result<std::vector<people::Doubt>> doubts();
  /// Whoever has this handle; -1 for the owner; nothing: nobody. By code: whoever is led by a
  /// handle of that code or holds one, so that an id that was shown once finds its person for ever.
  [[nodiscard]] base::Result<std::optional<std::int64_t>> person_of(const ledger::Handle& handle);
  [[nodiscard]] base::Result<std::optional<std::int64_t>> person_of_code(std::uint64_t code);
  /// For each handle of the picture whose it is: a person, the_owners or nobodys.
  [[nodiscard]] base::Result<std::vector<std::int32_t>> seating();
  [[nodiscard]] base::Result<std::vector<ledger::Handle>> handles_of(std::int64_t person);
  struct Identity {
    ledger::IdentityId id;
    ledger::Handle handle;
  };
  [[nodiscard]] base::Result<std::vector<Identity>> identities_of(std::int64_t person);
  /// All that is said of these and not taken back, in the order of its coming. Reads every claim.
  [[nodiscard]] base::Result<std::vector<ShownClaim>> claims_of(const std::vector<Identity>& identities);
  /// A book of the rows in which one person's identities have a seat, of the rulings on these and on rows, and of the
  /// commitments, for reading them again; no handles and no claims. With the rows' words beside it.
  struct PersonBook {
    ledger::Book book;
    people::People people;  ///< One person, the one asked for; everybody else is nobody.
    standing::Standing standing;  ///< As the picture has it.
    std::vector<Inferred> inferred;  ///< With PersonId 0.
    std::unordered_map<std::uint32_t, ShownRow> shown;  ///< By RowId.
  };
  /// What rows say of a person beyond their own kind; with PersonId 0.
  [[nodiscard]] base::Result<std::vector<Inferred>> inferred(std::uint32_t person);
  [[nodiscard]] base::Result<PersonBook> person_book(std::uint32_t person);
  [[nodiscard]] base::Result<std::optional<ShownRow>> row(std::uint32_t id);
  /// Who has a seat in that row, and which.
  [[nodiscard]] base::Result<std::vector<ledger::Seat>> seats_of(std::uint32_t row);
  /// Brings the index of titles up to date with the ledger; not within a snapshot. Where the file
  /// may not be written to, or somebody else writes, it stays as it is.
  [[nodiscard]] base::Result<void> index_subjects();
  /// The newest rows, at most `rows_max`, in whose titles one of `words` may occur (folded; with
  /// another ending too), oldest first. What else begins like a word comes along.
  [[nodiscard]] base::Result<std::vector<Mention>> mentions(const std::vector<std::string>& words, std::size_t rows_max);
  /// What the numbers of a list stood for when it was last shown.
  [[nodiscard]] base::Result<void> remember(const std::string& list, const std::string& body);
  [[nodiscard]] base::Result<std::string> recall(const std::string& list);

  /// Who knows whom, beside the picture.
  [[nodiscard]] GraphStore graph() { return GraphStore(*database_); }

  /// Who was let in to the server.
  [[nodiscard]] SessionStore sessions() { return SessionStore(*database_); }

  // Upkeep.
  [[nodiscard]] base::Result<std::vector<std::string>> check();
  /// Of all but the sessions: a copy lets nobody in.
  [[nodiscard]] base::Result<void> backup(const std::string& path);
  /// What lies in `path`, if it is what wellmet has written and whole, takes the place of everything
  /// here but the sessions. Gives where a copy of what was there before lies; empty where nothing
  /// was there.
  [[nodiscard]] base::Result<std::string> restore(const std::string& path);
  /// The same where the data file itself cannot be opened (Fault::damaged): it is set aside as it is.
  [[nodiscard]] static base::Result<std::string> replace_damaged(const std::string& database, const std::string& path);
  [[nodiscard]] const std::string& path() const { return database_->path(); }

 private:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  [[nodiscard]] base::Result<void> ready();
  [[nodiscard]] base::Result<std::unordered_set<std::uint32_t>> dead_changes();
  [[nodiscard]] base::Result<std::unordered_set<std::uint32_t>> superseded();
  [[nodiscard]] base::Result<std::unordered_map<std::int64_t, std::int64_t>> stamps();
  /// Live rulings with the change that they came with, in the order in which they count.
  using EachRuling = std::function<void(std::uint32_t change, ledger::Ruling ruling)>;
  using WantedChange = std::function<bool(std::uint32_t change)>;
  [[nodiscard]] base::Result<void> read_rulings(const WantedChange& change, const WantedRuling& wanted, const EachRuling& each);
  /// Everybody of the picture, such that they can be filtered.
  [[nodiscard]] base::Result<std::shared_ptr<const Roster>> roster(Roster::With with);
  [[nodiscard]] base::Result<void> shadow_picture();
  [[nodiscard]] base::Result<void> write_picture(const PictureKey& key, const Picture& picture);
  [[nodiscard]] base::Result<bool> write_amended(const PictureKey& from, const PictureKey& key,
                                                 std::span<const Amended> persons, const std::string& totals);
  [[nodiscard]] base::Result<void> write_steps(std::span<const plays::Step> steps);
  [[nodiscard]] base::Result<void> write_markets(std::uint32_t person, const std::string& markets);
  [[nodiscard]] base::Problem unreadable(const std::string& what) const;

  std::unique_ptr<Database> database_;
  std::unique_ptr<Writer> writer_;  ///< While a transaction lasts.
  std::shared_ptr<const Roster> roster_;  ///< Of the picture when it was last searched.
  bool shadowed_ = false;
};

}  // namespace store
