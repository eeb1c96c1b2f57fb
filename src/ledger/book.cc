#include "ledger/book.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "ledger/telling.h"

namespace ledger {

namespace {

void put_number(std::string& to, std::int64_t number) {
  char digits[24];
  digits[0] = '\n';
  const auto end = std::to_chars(digits + 1, digits + sizeof digits, number).ptr;
  to.append(digits, static_cast<std::size_t>(end - digits));
}

}  // namespace

Fingerprint fingerprint(const Evidence& e) {
  std::string all;
  all.reserve(256 + e.reference.size() + e.title.size());
  all += e.reference;
  for (const std::int64_t number :
       {static_cast<std::int64_t>(e.kind), static_cast<std::int64_t>(e.channel), std::int64_t{e.flags}, e.at.seconds,
        std::int64_t{e.duration_seconds}, std::int64_t{e.group}, std::int64_t{std::lround(e.confidence * 1000)}}) {
    put_number(all, number);
  }
  all += '\n';
  all += base::clip(e.title, title_bytes_max);
  for (const Party& party : e.parties) {
    put_number(all, static_cast<std::int64_t>(party.role));
    put_number(all, static_cast<std::int64_t>(party.who.kind));
    all += party.who.value;
  }
  Fingerprint print;
  print.key = base::hash63(all);
  print.slot = e.reference.empty() ? print.key : base::hash63(e.reference);
  return print;
}

std::uint64_t fingerprint(const Claim& claim) {
  std::string all = claim.who.value;
  put_number(all, static_cast<std::int64_t>(claim.who.kind));
  put_number(all, static_cast<std::int64_t>(claim.field));
  put_number(all, claim.at.seconds);
  all += base::clip(claim.value, claim_bytes_max);
  return base::hash63(all);
}

Printed printed(Record record) {
  clean(record);
  Printed out{.claims = std::move(record.claims),
              .evidence = std::move(record.evidence),
              .claim_prints = {},
              .evidence_prints = {},
              .rulings = std::move(record.rulings)};
  for (Evidence& e : out.evidence) {
    for (Party& party : e.parties) {
      if (!party.name.empty()) out.claims.push_back({party.who, Field::name, std::move(party.name), {}});
      party.name.clear();
    }
    e.flags &= static_cast<std::uint8_t>(~telling);
    out.evidence_prints.push_back(fingerprint(e));
    if (e.kind == Kind::wrote && has_telling_stem(base::lower_ascii(e.title))) e.flags |= telling;
  }
  for (const Claim& claim : out.claims) out.claim_prints.push_back(fingerprint(claim));
  return out;
}

std::uint64_t thread_of(const Evidence& e) {
  if (e.thread.empty()) return 0;
  const std::string_view text = e.thread;
  if (text.size() == thread_prefix.size() + 16 && text.substr(0, thread_prefix.size()) == thread_prefix) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data() + thread_prefix.size(), end, value, 16).ptr == end) return value & ~0ULL >> 1U;
  }
  return base::hash63(e.thread);
}

bool title_matters(Kind kind, std::size_t seats, std::uint8_t flags) {
  return (kind == Kind::met && seats <= 1) || (kind == Kind::wrote && (seats == 3 || (flags & telling) != 0));
}

std::span<const Ruling> Book::rulings_until(base::Instant moment) const {
  const auto end =
      std::upper_bound(rulings.begin(), rulings.end(), moment, [](base::Instant at, const Ruling& one) { return at < one.at; });
  return {rulings.begin(), end};
}

MemoryLedger::MemoryLedger() { identify(me()); }

IdentityId MemoryLedger::identify(const Handle& handle) {
  const auto [at, added] = identities_.try_emplace(text(handle), IdentityId{static_cast<std::uint32_t>(book_.handles.size())});
  if (added) book_.handles.push_back(handle);
  return at->second;
}

base::Result<bool> MemoryLedger::add(const Printed& record, ChangeId) {
  bool fresh = false;
  for (std::size_t i = 0; i < record.claims.size(); ++i) {
    const Claim& one = record.claims[i];
    if (!claims_.try_emplace(record.claim_prints[i], true).second) continue;
    fresh = true;
    if (one.field == Field::same) {
      if (const auto other = parse_handle(one.value)) identify(*other);
    }
    book_.claims.push_back({identify(one.who), one.field, std::string(base::clip(one.value, claim_bytes_max)), one.at});
  }
  for (std::size_t i = 0; i < record.evidence.size(); ++i) {
    const Evidence& e = record.evidence[i];
    const Fingerprint print = record.evidence_prints[i];
    const auto [slot, added] = slots_.try_emplace(print.slot, Kept{print.key, e.version, book_.rows.size()});
    if (!added) {
      if (slot->second.key == print.key && e.version <= slot->second.version) continue;
      fresh = true;
      const bool newer = e.version > slot->second.version || (e.version == slot->second.version && print.key > slot->second.key);
      if (!newer) continue;
      slot->second.key = print.key;
      slot->second.version = e.version;
    }
    fresh = true;
    Row row{.key = print.key,
            .thread = thread_of(e),
            .at = e.at,
            .id = {static_cast<std::uint32_t>(slot->second.row + 1)},
            .duration_seconds = e.duration_seconds,
            .group = e.group,
            .seats_begin = static_cast<std::uint32_t>(book_.seats.size()),
            .title = 0,
            .confidence = static_cast<float>(e.confidence),
            .seats = static_cast<std::uint16_t>(e.parties.size()),
            .kind = e.kind,
            .channel = e.channel,
            .flags = e.flags};
    for (const Party& party : e.parties) book_.seats.push_back({identify(party.who), party.role});
    if (title_matters(e.kind, e.parties.size(), e.flags) && !e.title.empty()) {
      row.title = static_cast<std::uint32_t>(book_.titles.size());
      book_.titles.push_back(e.title);
    }
    if (added) {
      book_.rows.push_back(row);
    } else {
      book_.rows[slot->second.row] = row;
    }
  }
  for (const SaidRuling& ruling : record.rulings) fresh |= add(ruling);
  return fresh;
}

bool MemoryLedger::add(SaidRuling said) {
  RulingNumber next{1};
  for (const Ruling& one : book_.rulings) next.value = std::max(next.value, one.number.value + 1);
  const bool taken =
      std::any_of(book_.rulings.begin(), book_.rulings.end(), [&](const Ruling& one) { return one.number == said.number; });
  if (said.number.value == 0) said.number = next;
  if (said.key == 0) said.key = key_of(said);
  if (!rulings_.try_emplace(said.key, said.number).second) return false;
  Ruling ruling{
      .number = taken ? next : said.number, .key = said.key, .at = said.at, .about = {}, .decision = std::move(said.decision)};
  for (const Handle& who : said.about) ruling.about.push_back(identify(who));
  book_.rulings.insert(std::upper_bound(book_.rulings.begin(), book_.rulings.end(), ruling, replays_before), std::move(ruling));
  return true;
}

base::Result<Book> MemoryLedger::read() { return book_; }

}  // namespace ledger
