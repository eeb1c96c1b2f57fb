#include "store/writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/try.h"
#include "store/rows.h"

namespace store {

namespace {

/// So many prints wait in memory before they are written sorted; so many are remembered.
constexpr std::size_t waiting_max = 400'000;
constexpr std::size_t remembered_max = 500'000;

/// Inserts many short rows in half the time: eight with each statement.
class BulkInsert {
 public:
  /// `into`: up to VALUES; `columns` of each row are bound, after workspace_id.
  BulkInsert(std::string into, int columns) : columns_(columns) {
    into += "\nVALUES ";
    one_ = into + values(0);
    many_ = into + values(0);
    for (int row = 1; row < rows; ++row) many_ += ", " + values(row);
  }
  /// `bind`(statement, first place, n) for each n below `count`.
  template <class Bind>
  [[nodiscard]] base::Result<void> run(Database& database, std::size_t count, const Bind& bind) const {
    TRY(one, database.prepare(one_.c_str()));
    TRY(many, database.prepare(many_.c_str()));
    std::size_t n = 0;
    for (; n + rows <= count; n += rows) {
      for (int row = 0; row < rows; ++row) bind(*many, 1 + row * columns_, n + static_cast<std::size_t>(row));
      CHECK(many->run());
    }
    for (; n < count; ++n) {
      bind(*one, 1, n);
      CHECK(one->run());
    }
    return {};
  }

 private:
  static constexpr int rows = 8;
  [[nodiscard]] std::string values(int row) const {
    std::string out = "(1";
    for (int column = 1; column <= columns_; ++column) out += fmt::format(", ${}", row * columns_ + column);
    return out + ")";
  }
  int columns_;
  std::string one_, many_;
};

}  // namespace

base::Result<std::unique_ptr<Writer>> Writer::start(Database& database, std::unordered_set<std::uint32_t> dead) {
  std::unique_ptr<Writer> writer(new Writer(database));
  writer->dead_ = std::move(dead);
  TRY(handle, database.integer("SELECT coalesce(max(handle_id), 0) FROM handle WHERE workspace_id = 1"));
  TRY(claim, database.integer("SELECT coalesce(max(claim_id), 0) FROM claim WHERE workspace_id = 1"));
  TRY(evidence, database.integer("SELECT coalesce(max(evidence_id), 0) FROM evidence WHERE workspace_id = 1"));
  writer->all_identities_ = handle == 0;
  writer->all_claims_ = claim == 0;
  writer->all_slots_ = evidence == 0;
  writer->next_handle_ = handle + 1;
  writer->next_claim_ = claim + 1;
  writer->next_evidence_ = evidence + 1;
  writer->identities_.emplace(ledger::me(), ledger::owner_identity);
  return writer;
}

base::Result<void> Writer::flush() {
  CHECK(flush_seats());
  CHECK(flush_claims());
  return flush_evidence();
}

/// For each identity one row that names all the evidence in which it has a seat.
base::Result<void> Writer::flush_seats() {
  std::sort(seats_.begin(), seats_.end());
  seats_.erase(std::unique(seats_.begin(), seats_.end()), seats_.end());
  std::vector<std::size_t> firsts;
  for (std::size_t i = 0; i < seats_.size(); ++i) {
    if (i == 0 || seats_[i].first != seats_[i - 1].first) firsts.push_back(i);
  }
  static const BulkInsert insert("INSERT INTO seat (workspace_id, handle_id, evidence_id, rows)", 3);
  std::vector<ledger::RowId> rows;
  CHECK(insert.run(database_, firsts.size(), [&](Statement& to, int place, std::size_t n) {
    const std::size_t end = n + 1 < firsts.size() ? firsts[n + 1] : seats_.size();
    rows.clear();
    for (std::size_t i = firsts[n]; i < end; ++i) rows.push_back({seats_[i].second});
    to.bind(place, std::int64_t{seats_[firsts[n]].first})
        .bind(place + 1, std::int64_t{rows.front().value})
        .bind_bytes(place + 2, ledger::pack(rows));
  }));
  seats_.clear();
  return {};
}

base::Result<void> Writer::flush_claims() {
  std::sort(claim_prints_.begin(), claim_prints_.end());
  static const BulkInsert insert("INSERT INTO claim_print (workspace_id, content, change_id)", 2);
  CHECK(insert.run(database_, claim_prints_.size(), [&](Statement& to, int place, std::size_t n) {
    to.bind(place, claim_prints_[n].content).bind(place + 1, std::int64_t{claim_prints_[n].change});
  }));
  claim_prints_.clear();
  return {};
}

base::Result<void> Writer::flush_evidence() {
  std::sort(evidence_prints_.begin(), evidence_prints_.end());
  static const BulkInsert insert("INSERT INTO evidence_print (workspace_id, slot, content, evidence_id, change_id)", 4);
  CHECK(insert.run(database_, evidence_prints_.size(), [&](Statement& to, int place, std::size_t n) {
    const EvidencePrint& print = evidence_prints_[n];
    to.bind(place, print.slot)
        .bind(place + 1, print.content)
        .bind(place + 2, print.evidence)
        .bind(place + 3, std::int64_t{print.change});
  }));
  evidence_prints_.clear();
  return {};
}

base::Result<ledger::IdentityId> Writer::identify(const ledger::Handle& handle) {
  const auto known = identities_.find(handle);
  if (known != identities_.end()) return known->second;
  if (identities_.size() >= remembered_max) {
    identities_.clear();
    all_identities_ = false;
  }
  ledger::IdentityId id;
  if (!all_identities_) {
    TRY(select, database_.prepare("SELECT handle_id FROM handle WHERE workspace_id = 1 AND kind = $1 AND value = $2"));
    select->bind(1, static_cast<std::int64_t>(handle.kind)).bind(2, handle.value);
    TRY(found, select->step());
    if (found) {
      id.value = static_cast<std::uint32_t>(select->integer(0));
      select->reset();
      identities_.emplace(handle, id);
      return id;
    }
  }
  id.value = static_cast<std::uint32_t>(next_handle_++);
  TRY(insert, database_.prepare("INSERT INTO handle (workspace_id, handle_id, kind, value)\n"
                                "VALUES (1, $1, $2, $3)"));
  CHECK(insert->bind(1, std::int64_t{id.value}).bind(2, static_cast<std::int64_t>(handle.kind)).bind(3, handle.value).run());
  identities_.emplace(handle, id);
  return id;
}

base::Result<bool> Writer::is_news(std::uint64_t claim_print) {
  if (claims_.size() >= remembered_max) {
    CHECK(flush_claims());
    claims_.clear();
    all_claims_ = false;
  }
  if (!claims_.insert(claim_print)) return false;
  if (all_claims_) return true;
  TRY(select, database_.prepare("SELECT change_id FROM claim_print WHERE workspace_id = 1 AND content = $1"));
  select->bind(1, signed_of(claim_print));
  bool news = true;
  for (;;) {
    TRY(more, select->step());
    if (!more) return news;
    news = news && !is_live(select->integer(0));
  }
}

/// Claims about one identity: what is new of them becomes one row.
base::Result<bool> Writer::add_claims(std::span<const ledger::Claim> claims, std::span<const std::uint64_t> prints,
                                      ledger::ChangeId change) {
  facts_.clear();
  for (std::size_t i = 0; i < claims.size(); ++i) {
    TRY(news, is_news(prints[i]));
    if (!news) continue;
    facts_.push_back({claims[i].field, claims[i].at, base::clip(claims[i].value, ledger::claim_bytes_max)});
    claim_prints_.push_back({signed_of(prints[i]), change.value});
  }
  if (facts_.empty()) return false;
  if (claim_prints_.size() >= waiting_max) CHECK(flush_claims());
  TRY(who, identify(claims.front().who));
  for (const ledger::Fact& fact : facts_) {
    if (fact.field != ledger::Field::same) continue;
    if (const auto other = ledger::parse_handle(fact.value)) CHECK(identify(*other));  // An identity too.
  }
  TRY(insert, database_.prepare("INSERT INTO claim (workspace_id, claim_id, handle_id, facts, change_id)\n"
                                "VALUES (1, $1, $2, $3, $4)"));
  wrote_ = true;
  const std::string packed = ledger::pack(facts_);
  CHECK(insert->bind(1, next_claim_++)
            .bind(2, std::int64_t{who.value})
            .bind_bytes(3, packed)
            .bind(4, std::int64_t{change.value})
            .run());
  return true;
}

base::Result<Writer::Said> Writer::said(const ledger::Fingerprint& print, bool versioned) {
  Said out;
  const auto take = [&](Statement& select) -> base::Result<void> {
    select.bind(1, signed_of(print.slot));
    for (;;) {
      TRY(more, select.step());
      if (!more) return {};
      out.anything = true;
      if (!is_live(select.integer(2))) continue;
      const std::pair one{unsigned_of(select.integer(1)), unsigned_of(select.integer(0))};
      if (one.second == print.key) out.same = std::max(out.same.value_or(0), one.first);
      out.newest = std::max(out.newest, one);
    }
  };
  if (!versioned) {  // Messages never move: their prints tell enough, without a look at the rows.
    TRY(prints, database_.prepare("SELECT content, 0, change_id FROM evidence_print WHERE workspace_id = 1 AND slot = $1"));
    CHECK(take(*prints));
    return out;
  }
  TRY(rows, database_.prepare("SELECT e.content, e.version, e.change_id FROM evidence_print p\n"
                              "CROSS JOIN evidence e\n"
                              "WHERE p.workspace_id = 1 AND p.slot = $1\n"
                              "  AND e.workspace_id = 1 AND e.evidence_id = p.evidence_id"));
  CHECK(take(*rows));
  if (!out.same) return out;
  TRY(stamps, database_.prepare("SELECT content, version, change_id FROM stamp WHERE workspace_id = 1 AND slot = $1"));
  CHECK(take(*stamps));
  return out;
}

base::Result<bool> Writer::add_evidence(const ledger::Evidence& e, const ledger::Fingerprint& print, ledger::ChangeId change) {
  if (slots_.size() >= remembered_max) {
    CHECK(flush_evidence());
    slots_.clear();
    contents_.clear();
    all_slots_ = false;
  }
  const bool slot_news = slots_.insert(print.slot);
  const bool content_news = contents_.insert(print.key);
  const bool versioned = e.version > 0;
  if (!slot_news && !content_news && !versioned) return false;  // Said a moment ago.
  if (!all_slots_ || !slot_news) {
    if (!slot_news) CHECK(flush_evidence());  // Its namesake may be waiting there.
    TRY(known, said(print, versioned));
    if (known.same && *known.same >= e.version) return false;
    if (known.same) {
      TRY(stamp, database_.prepare("INSERT INTO stamp (workspace_id, slot, content, version, change_id)\n"
                                   "VALUES (1, $1, $2, $3, $4)"));
      CHECK(stamp->bind(1, signed_of(print.slot))
                .bind(2, signed_of(print.key))
                .bind(3, signed_of(e.version))
                .bind(4, std::int64_t{change.value})
                .run());
      wrote_ = true;
      // No news, unless it was overtaken since: a meeting that moved back.
      return known.newest.second != print.key && std::pair(e.version, print.key) > known.newest;
    }
    if (known.anything) {
      TRY(mark, database_.prepare("INSERT OR IGNORE INTO contested (workspace_id, slot) VALUES (1, $1)"));
      CHECK(mark->bind(1, signed_of(print.slot)).run());
    }
  }
  std::vector<ledger::Seat> seats;
  for (const ledger::Party& party : e.parties) {
    TRY(who, identify(party.who));
    seats.push_back({who, party.role});
    if (who != ledger::owner_identity) seats_.push_back({who.value, static_cast<std::uint32_t>(next_evidence_)});
  }
  if (seats_.size() >= 2 * waiting_max) CHECK(flush_seats());
  evidence_prints_.push_back({signed_of(print.slot), signed_of(print.key), next_evidence_, change.value});
  if (evidence_prints_.size() >= waiting_max) CHECK(flush_evidence());
  TRY(insert, database_.prepare("INSERT INTO evidence (workspace_id, evidence_id, content, version, kind, channel, flags,\n"
                                "  at, duration, group_size, confidence, thread, seats, title, place, reference,\n"
                                "  change_id)\n"
                                "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"));
  wrote_ = true;
  const std::string packed = ledger::pack(seats);
  CHECK(insert->bind(1, next_evidence_++)
            .bind(2, signed_of(print.key))
            .bind(3, signed_of(e.version & 0x7fff'ffff'ffff'ffffULL))
            .bind(4, static_cast<std::int64_t>(e.kind))
            .bind(5, static_cast<std::int64_t>(e.channel))
            .bind(6, std::int64_t{e.flags})
            .bind(7, e.at.seconds)
            .bind(8, std::int64_t{e.duration_seconds})
            .bind(9, std::int64_t{e.group})
            .bind(10, e.confidence)
            .bind(11, signed_of(ledger::thread_of(e)))
            .bind_bytes(12, packed)
            .bind(13, base::clip(e.title, ledger::title_bytes_max))
            .bind(14, base::clip(e.place, 300))
            .bind(15, e.reference)
            .bind(16, std::int64_t{change.value})
            .run());
  return true;
}

base::Result<bool> Writer::add_ruling(ledger::SaidRuling ruling, ledger::ChangeId change) {
  const auto here = [&](ledger::RulingNumber number) {
    const auto other = renumbered_.find(number.value);
    return other == renumbered_.end() ? number : other->second;
  };
  const ledger::RulingNumber came_as = ruling.number;
  if (ruling.key == 0 && came_as.value != 0) ruling.key = ledger::key_of(ruling);
  if (ruling.key != 0) {
    TRY(known, database_.prepare("SELECT number, change_id FROM ruling WHERE workspace_id = 1 AND content = $1"));
    known->bind(1, signed_of(ruling.key));
    for (;;) {
      TRY(more, known->step());
      if (!more) break;
      if (!is_live(known->integer(1))) continue;
      renumbered_[came_as.value] = {static_cast<std::uint32_t>(known->integer(0))};
      known->reset();
      return false;
    }
  }
  TRY(next, database_.integer("SELECT coalesce(max(number), 0) + 1 FROM ruling WHERE workspace_id = 1"));
  TRY(taken, database_.prepare("SELECT 1 FROM ruling WHERE workspace_id = 1 AND number = $1"));
  TRY(is_taken, taken->bind(1, std::int64_t{came_as.value}).step());
  if (is_taken) taken->reset();
  if (came_as.value == 0 || is_taken) ruling.number = {static_cast<std::uint32_t>(next)};
  if (is_taken) renumbered_[came_as.value] = ruling.number;
  if (ruling.key == 0) ruling.key = ledger::key_of(ruling);
  ledger::renumber_references(ruling.decision, here);
  std::vector<ledger::IdentityId> about;
  for (const ledger::Handle& handle : ruling.about) {
    TRY(who, identify(handle));
    about.push_back(who);
  }
  TRY(insert, database_.prepare("INSERT INTO ruling (workspace_id, number, kind, at, about, body, content, change_id)\n"
                                "VALUES (1, $1, $2, $3, $4, $5, $6, $7)"));
  wrote_ = true;
  CHECK(insert->bind(1, std::int64_t{ruling.number.value})
            .bind(2, static_cast<std::int64_t>(kind_of(ruling.decision)))
            .bind(3, ruling.at.seconds)
            .bind_bytes(4, ledger::pack(about))
            .bind(5, body_of(ruling.decision))
            .bind(6, signed_of(ruling.key))
            .bind(7, std::int64_t{change.value})
            .run());
  return true;
}

base::Result<bool> Writer::add(const ledger::Printed& record, ledger::ChangeId change) {
  bool fresh = false;
  const std::span claims(record.claims);
  const std::span prints(record.claim_prints);
  for (std::size_t i = 0; i < claims.size();) {
    std::size_t count = 1;
    while (i + count < claims.size() && claims[i + count].who == claims[i].who) ++count;
    TRY(added, add_claims(claims.subspan(i, count), prints.subspan(i, count), change));
    fresh = fresh || added;
    i += count;
  }
  for (std::size_t i = 0; i < record.evidence.size(); ++i) {
    TRY(added, add_evidence(record.evidence[i], record.evidence_prints[i], change));
    fresh = fresh || added;
  }
  for (const ledger::SaidRuling& ruling : record.rulings) {
    TRY(added, add_ruling(ruling, change));
    fresh = fresh || added;
  }
  return fresh;
}

}  // namespace store
