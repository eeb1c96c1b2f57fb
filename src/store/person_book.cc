// One person's part of the ledger, for showing why they stand where they stand.

#include <algorithm>

#include "base/try.h"
#include "store/pictures.h"

namespace store {

base::Result<Pictures::PersonBook> Pictures::person_book(std::uint32_t person) {
  PersonBook out;
  TRY(kept, card(person));
  TRY(whose, seating());
  out.people.persons.push_back(kept.person);
  out.standing = kept.standing;
  out.people.person_of.assign(whose.size(), people::nobody);
  out.people.is_owner.assign(whose.size(), false);
  std::vector<ledger::IdentityId>& identities = out.people.persons.front().identities;
  for (std::size_t i = 0; i < whose.size(); ++i) {
    out.people.is_owner[i] = whose[i] == the_owners;
    if (whose[i] != static_cast<std::int64_t>(person)) continue;
    out.people.person_of[i] = people::PersonId{0};
    identities.push_back({static_cast<std::uint32_t>(i)});
  }
  TRY(more_said, inferred(person));
  out.inferred = std::move(more_said);
  std::vector<ledger::RowId> more;
  for (const Inferred& one : out.inferred) more.push_back(one.row);
  TRY(rows, ledger_.rows_of(identities, more));
  out.book = std::move(rows.book);
  for (ShownRow& one : rows.shown) out.shown.emplace(one.row.id.value, std::move(one));
  const auto theirs = [&](ledger::IdentityId who) {
    return who.value < whose.size() && whose[who.value] == static_cast<std::int64_t>(person);
  };
  TRY(decided, ledger_.rulings([&](ledger::RulingKind kind, std::span<const ledger::IdentityId> about) {
    return kind == ledger::RulingKind::meeting_verdict || kind == ledger::RulingKind::help_verdict || is_commitment(kind) ||
           std::any_of(about.begin(), about.end(), theirs);
  }));
  out.book.rulings = std::move(decided);
  return out;
}

base::Result<std::vector<Inferred>> Pictures::inferred(std::uint32_t person) {
  TRY(select, database_.prepare(
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

}  // namespace store
