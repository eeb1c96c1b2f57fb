#include "ledger/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/try.h"

namespace ledger {

base::Result<std::optional<ShownRow>> Ledger::row(RowId row) {
  TRY(found, one_row(row));
  return found.shown.empty() ? std::nullopt : std::optional(std::move(found.shown.front()));
}

base::Result<std::vector<Seat>> Ledger::seats_of(RowId row) {
  TRY(found, one_row(row));
  return std::move(found.book.seats);
}

base::Result<void> Ledger::each_claim(const std::function<bool(const Claim&)>& each) {
  TRY(book, read());
  std::vector<std::pair<std::uint64_t, Claim>> all;
  for (ClaimRow& row : book.claims) {
    Claim claim{book.handles[row.who.value], row.field, std::move(row.value), row.at};
    const std::uint64_t print = fingerprint(claim);
    all.emplace_back(print, std::move(claim));
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[i].first == all[i - 1].first) continue;  // Said again after an undo.
    if (!each(all[i].second)) break;
  }
  return {};
}

base::Result<void> Ledger::each_ruling(const std::function<bool(const SaidRuling&)>& each) {
  TRY(all, rulings());
  std::sort(all.begin(), all.end(), [](const Ruling& a, const Ruling& b) { return a.number < b.number; });
  std::unordered_set<std::uint64_t> seen;
  for (Ruling& one : all) {
    if (!seen.insert(one.key).second) continue;  // Said again after an undo.
    SaidRuling said{.number = one.number, .key = one.key, .at = one.at, .about = {}, .decision = std::move(one.decision)};
    for (const IdentityId who : one.about) {
      TRY(known, handle(who));
      if (!known) {
        return base::fail(base::Fault::damaged, {}, base::say("ledger.identity-cannot-read", {{"who", who.value}}),
                          base::say("ledger.bring-back-copy-wellmet"));
      }
      said.about.push_back(std::move(*known));
    }
    if (!each(said)) return {};
  }
  return {};
}

}  // namespace ledger
