// What was said since a mark, where it is little.

#include "base/try.h"
#include "ledger/pack.h"
#include "store/rows.h"
#include "store/sqlite_ledger.h"

namespace store {

namespace {

/// More than this is read faster with everything else.
constexpr std::size_t news_max = 100;

base::Result<bool> any(Statement& select) {
  TRY(more, select.step());
  const bool found = more;
  if (found) select.reset();
  return found;
}

}  // namespace

base::Result<std::optional<ledger::News>> SqliteLedger::since(const ledger::Mark& mark) {
  const auto too_much = [] { return std::optional<ledger::News>{}; };
  TRY(all, changes());
  std::unordered_set<std::uint32_t> dead, taken_back;
  std::int64_t first = mark.head + 1;  // The first change whose rows say something else now.
  for (const ledger::Change& change : all) {
    if (!change.live) dead.insert(change.id.value);
    if (std::int64_t{change.id.value} <= mark.head || !change.undoes) continue;
    // Whoever takes an undo back may bring anything back.
    const ledger::Change& undone = all[change.undoes->value - 1];
    if (undone.undoes) return too_much();
    taken_back.insert(undone.id.value);
    first = std::min<std::int64_t>(first, undone.id.value);
  }
  // An event that was said otherwise before, or with a newer stamp: what counts of it may be another row.
  TRY(contested, database_.integer("SELECT count(*) FROM contested WHERE workspace_id = 1"));
  if (contested != mark.contested) return too_much();
  TRY(again, database_.prepare("SELECT 1 FROM contested c CROSS JOIN evidence_print p\n"
                               "WHERE c.workspace_id = 1 AND p.workspace_id = 1 AND p.slot = c.slot AND p.change_id >= $1\n"
                               "LIMIT 1"));
  TRY(overtakes, any(again->bind(1, first)));
  TRY(stamp, database_.prepare("SELECT 1 FROM stamp WHERE workspace_id = 1 AND change_id >= $1 LIMIT 1"));
  TRY(stamped, any(stamp->bind(1, first)));
  if (overtakes || stamped) return too_much();

  ledger::News news;
  TRY(claims, database_.prepare("SELECT handle_id, facts, change_id FROM claim\n"
                                "WHERE workspace_id = 1 ORDER BY claim_id DESC LIMIT $1"));
  claims->bind(1, static_cast<std::int64_t>(news_max));
  std::vector<ledger::Fact> facts;
  for (std::size_t n = 1;; ++n) {
    TRY(more, claims->step());
    if (!more) break;
    const auto change = static_cast<std::uint32_t>(claims->integer(2));
    const bool gone = taken_back.contains(change);
    facts.clear();
    if (change < first) {
      claims->reset();
      break;
    }
    // What was said of somebody and is not so any more: who knows what was said before.
    if (n == news_max || (gone && std::int64_t{change} <= mark.head) || !ledger::unpack(claims->text(1), facts)) {
      claims->reset();
      return too_much();
    }
    if (dead.contains(change) || std::int64_t{change} <= mark.head) continue;
    for (const ledger::Fact& fact : facts) {
      news.book.claims.push_back(
          {{static_cast<std::uint32_t>(claims->integer(0))}, fact.field, std::string(fact.value), fact.at});
    }
  }
  TRY(rows, database_.prepare("SELECT evidence_id, content, thread, at, duration, group_size, confidence, kind, channel,\n"
                              "  flags, seats, change_id\n"
                              "FROM evidence WHERE workspace_id = 1 ORDER BY evidence_id DESC LIMIT $1"));
  rows->bind(1, static_cast<std::int64_t>(news_max));
  for (std::size_t n = 1;; ++n) {
    TRY(more, rows->step());
    if (!more) break;
    const auto change = static_cast<std::uint32_t>(rows->integer(11));
    const bool known = std::int64_t{change} <= mark.head;
    if (change < first) {
      rows->reset();
      break;
    }
    ledger::Row row = row_of(*rows);
    row.seats_begin = static_cast<std::uint32_t>(news.book.seats.size());
    if (n == news_max || !ledger::unpack(rows->text(10), news.book.seats)) {
      rows->reset();
      return too_much();
    }
    row.seats = static_cast<std::uint16_t>(news.book.seats.size() - row.seats_begin);
    if (known && taken_back.contains(change)) news.gone.push_back(row);
    if (!known && !dead.contains(change)) news.book.rows.push_back(row);
  }
  CHECK(read_rulings([&](std::uint32_t change) { return change >= first; }, {},
                     [&](std::uint32_t change, ledger::Ruling ruling) {
                       const bool known = std::int64_t{change} <= mark.head;
                       if (known && taken_back.contains(change))
                         news.unsaid.push_back(std::move(ruling));
                       else if (!known && !dead.contains(change))
                         news.book.rulings.push_back(std::move(ruling));
                     }));
  if (news.book.rulings.size() + news.unsaid.size() > news_max) return too_much();
  return std::optional(std::move(news));
}

}  // namespace store
