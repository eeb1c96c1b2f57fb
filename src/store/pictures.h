#pragma once

/// Pictures of a ledger: what was derived from it, kept so that it need not be derived again. They lie beside whoever
/// answers, always in SQLite, and may be dropped at any time. Of the ledger they know no more than its seam.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/engine.h"
#include "plays/plays.h"
#include "store/database.h"
#include "store/graph_store.h"
#include "store/headline.h"
#include "store/roster.h"
#include "store/shown.h"

namespace store {

/// A picture, to be kept. By PersonId.
struct Picture {
  const people::People& people;
  std::span<const standing::Standing> standings;
  std::span<const plays::Step> plan;
  std::span<const Inferred> inferred;
  const Totals& totals;
  std::string learned;  ///< What forecasts go by, the caller's to read.
  std::span<const plays::Market> markets = {};
};

/// One person as they are now, in the place of what a picture says of them.
struct Amended {
  std::uint32_t person = 0;
  Card card;
  std::vector<plays::Step> steps;
  std::vector<plays::Market> markets;  ///< All that there are.
};

class Pictures {
 public:
  /// `ledger`: of which they are. It lives longer.
  Pictures(Database& database, ledger::Ledger& ledger) : database_(database), ledger_(ledger) {}
  /// Makes the tables where there are none, or those of another form.
  [[nodiscard]] base::Result<void> ready();

  /// See Database::Snapshot.
  [[nodiscard]] Database::Snapshot snapshot() { return Database::Snapshot(database_); }

  [[nodiscard]] base::Result<std::optional<PictureKey>> picture_key();
  [[nodiscard]] base::Result<void> save(const PictureKey& key, const Picture& picture);
  /// Puts a few persons' new cards, and with `key.plan` at `key.mark.head` their steps, into the picture of `from`, which
  /// becomes that of `key`. False, and nothing was done, where that is not the picture that lies there, where it
  /// may not be written to, or where steps that were cut off would have to come back.
  [[nodiscard]] base::Result<bool> amend(const PictureKey& from, const PictureKey& key, std::span<const Amended> persons,
                                         const Totals& totals);
  /// Everybody of the picture, by PersonId.
  [[nodiscard]] base::Result<std::vector<Card>> everybody();
  /// Puts these steps and markets (names by line, by PersonId) into the picture of `of`, which knew older ones; nothing
  /// is done where another picture lies there by now.
  [[nodiscard]] base::Result<void> save_plan(const PictureKey& of, std::span<const plays::Step> plan,
                                             std::span<const std::string> markets);
  [[nodiscard]] base::Result<std::string> learned();
  [[nodiscard]] base::Result<void> drop_picture();
  [[nodiscard]] base::Result<Totals> totals();
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
  /// A book of the rows in which one person's identities have a seat, of the rulings on these and on rows, and of the
  /// commitments, for reading them again; no handles and no claims. With the rows' words beside it.
  struct PersonBook {
    ledger::Book book;
    people::People people;                              ///< One person, the one asked for; everybody else is nobody.
    standing::Standing standing;                        ///< As the picture has it.
    std::vector<Inferred> inferred;                     ///< With PersonId 0.
    std::unordered_map<std::uint32_t, ShownRow> shown;  ///< By RowId.
  };
  /// What rows say of a person beyond their own kind; with PersonId 0.
  [[nodiscard]] base::Result<std::vector<Inferred>> inferred(std::uint32_t person);
  [[nodiscard]] base::Result<PersonBook> person_book(std::uint32_t person);
  [[nodiscard]] base::Result<std::optional<ShownRow>> row(std::uint32_t id);
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
  [[nodiscard]] GraphStore graph() { return GraphStore(database_); }

 private:
  /// Everybody of the picture, such that they can be filtered.
  [[nodiscard]] base::Result<std::shared_ptr<const Roster>> roster(Roster::With with);
  [[nodiscard]] base::Result<void> shadow_picture();
  [[nodiscard]] base::Result<void> write_picture(const PictureKey& key, const Picture& picture);
  [[nodiscard]] base::Result<bool> write_amended(const PictureKey& from, const PictureKey& key, std::span<const Amended> persons,
                                                 const Totals& totals);
  [[nodiscard]] base::Result<void> write_steps(std::span<const plays::Step> steps);
  [[nodiscard]] base::Result<void> write_markets(std::uint32_t person, const std::string& markets);

  Database& database_;
  ledger::Ledger& ledger_;
  std::shared_ptr<const Roster> roster_;  ///< Of the picture when it was last searched.
  bool shadowed_ = false;
};

}  // namespace store
