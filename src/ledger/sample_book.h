#pragma once

/// Small ledgers for tests, put together in a line each. Handles are written as ledger::text writes
/// them ("email:ada@x.example"), the owner is "me"; days are "2026-03-14".

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/book.h"

namespace ledger {

inline Handle sample_handle(std::string_view text) {
  if (text == "me") return me();
  const auto handle = parse_handle(text);
  if (!handle) throw std::invalid_argument("no handle: " + std::string(text));
  return *handle;
}

/// Two whom tests write of.
inline const std::string ada = "email:ada@x.example", bo = "email:bo@y.example";

/// Noon of an ISO day.
inline base::Instant sample_noon(std::string_view day) {
  const auto parsed = base::parse_iso_day(day);
  if (!parsed) throw std::invalid_argument("no day: " + std::string(day));
  return {base::start_of(*parsed).seconds + base::day_seconds / 2};
}

struct SampleSeat {
  std::string_view who;
  Role role = Role::with;
  std::string_view name = {};
};

class SampleBook {
 public:
  /// A card: `who` bears `name`, `same` are its other handles. Listed in an address book.
  SampleBook& card(std::string_view who, std::string_view name, const std::vector<std::string_view>& same = {}) {
    say(who, Field::name, name);
    for (const std::string_view other : same) say(who, Field::same, text(sample_handle(other)));
    Evidence listed;
    listed.channel = Channel::address_book;
    listed.reference = "card/" + std::string(who);
    listed.parties.push_back({sample_handle(who), Role::with, {}});
    for (const std::string_view other : same) listed.parties.push_back({sample_handle(other), Role::with, {}});
    return add(std::move(listed));
  }

  /// A claim; `day` empty: not dated.
  SampleBook& say(std::string_view who, Field field, std::string_view value, std::string_view day = {}) {
    Record record;
    record.claims.push_back({sample_handle(who), field, std::string(value), day.empty() ? base::Instant{} : sample_noon(day)});
    records_.push_back(std::move(record));
    return *this;
  }

  /// Any kind, with what differs from the usual set by the caller afterwards in `last`.
  SampleBook& row(Kind kind, std::string_view day, const std::vector<SampleSeat>& seats) {
    Evidence e;
    e.kind = kind;
    e.channel = kind == Kind::wrote || kind == Kind::crossed ? Channel::mail
                : kind == Kind::met                          ? Channel::calendar
                : kind == Kind::called                       ? Channel::phone
                                                             : Channel::you;
    if (kind == Kind::called) e.duration_seconds = 600;
    e.at = sample_noon(day);
    e.reference = "sample/" + std::to_string(records_.size());
    for (const SampleSeat& seat : seats) e.parties.push_back({sample_handle(seat.who), seat.role, std::string(seat.name)});
    return add(std::move(e));
  }

  SampleBook& mail(std::string_view from, std::string_view to, std::string_view day) {
    return row(Kind::wrote, day, {{from, Role::from}, {to, Role::to}});
  }

  /// A meeting of the owner and `who`, accepted by both.
  SampleBook& met(std::string_view who, std::string_view day) {
    return row(Kind::met, day, {{"me", Role::organiser}, {who, Role::accepted}});
  }

  /// What the owner decides; number 0: the next one.
  SampleBook& ruled(Decision decision, const std::vector<std::string_view>& about, std::string_view day,
                    std::uint32_t number = 0) {
    SaidRuling ruling{.number = {number}, .key = 0, .at = sample_noon(day), .about = {}, .decision = std::move(decision)};
    for (const std::string_view one : about) ruling.about.push_back(sample_handle(one));
    Record record;
    record.rulings.push_back(std::move(ruling));
    records_.push_back(std::move(record));
    return *this;
  }

  SampleBook& add(Evidence evidence) {
    Record record;
    record.evidence.push_back(std::move(evidence));
    records_.push_back(std::move(record));
    return *this;
  }

  /// The evidence added last, to be changed.
  Evidence& last() { return records_.back().evidence.back(); }

  [[nodiscard]] std::vector<Record>& records() { return records_; }

  [[nodiscard]] Book book() const {
    MemoryLedger ledger;
    for (const Record& record : records_) {
      if (!ledger.add(record, {})) throw std::logic_error("a ledger in memory takes everything");
    }
    return *ledger.read();
  }

 private:
  std::vector<Record> records_;
};

}  // namespace ledger
