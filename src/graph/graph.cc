#include "graph/graph.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "base/name.h"
#include "ledger/pack.h"

namespace graph {

namespace {

using ledger::Kind;
using ledger::Role;
using people::PersonId;

// Choices, docs/plays.md#graph.
constexpr std::uint32_t introduction_weight = 1'000;
constexpr std::uint32_t colleague_weight = 250;
constexpr std::size_t company_people_max = 30;

/// Two people in one event.
struct Meeting {
  PersonId a, b;
  Kind kind = Kind::wrote;
  std::uint64_t event = 0;   ///< Thread, or the row's content.
  std::uint32_t weight = 0;  ///< In thousandths.
  base::Day day{};
  friend auto operator<=>(const Meeting&, const Meeting&) = default;
};

struct Guest {
  PersonId who;
  bool came = true;
  bool unsure = false;
  friend auto operator<=>(const Guest&, const Guest&) = default;
};

class Gatherer {
 public:
  Gatherer(const ledger::Book& book, const people::People& people, std::span<const standing::Standing> standings,
           const standing::Policy& policy, base::Instant moment)
      : book_(book),
        people_(people),
        standings_(standings),
        policy_(policy),
        moment_(moment),
        verdicts_(standing::meeting_verdicts(book, moment)) {}

  std::vector<Meeting> gather() {
    for (const ledger::Row& row : book_.rows) {
      if (row.seats >= 2 && row.at <= moment_) take(row);
    }
    take_colleagues();
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool counts(PersonId person) const {
    return person != people::nobody && standings_[person.value].known && people_.persons[person.value].organisation.empty();
  }

  /// Whether what the row tells brought people together at all.
  [[nodiscard]] bool brings_together(const ledger::Row& row) const {
    if (row.kind == Kind::wrote) return (row.flags & ledger::bulk) == 0;
    if (row.kind == Kind::introduced) return true;
    if (row.kind != Kind::met || (row.flags & ledger::cancelled) != 0) return false;
    const auto verdict = verdicts_.find(row.key);
    return verdict == verdicts_.end() || verdict->second;
  }

  void take(const ledger::Row& row) {
    if (!brings_together(row)) return;
    guests_.clear();
    std::uint32_t others = 0;
    for (const ledger::Seat& seat : book_.seats_of(row)) {
      const bool declined = seat.role == Role::declined;
      if (people_.is_owner[seat.who.value]) {
        if (declined) return;  // Whether it took place without the owner, nobody knows.
        continue;
      }
      ++others;
      const PersonId person = people_.person_of[seat.who.value];
      if (!counts(person)) continue;
      guests_.push_back({person, !declined, seat.role == Role::tentative || seat.role == Role::waiting});
    }
    if (guests_.size() < 2) return;
    const std::uint32_t size = std::max(row.group, others + 1);
    if (size > static_cast<std::uint32_t>(policy_.small_group_max)) return;
    settle_guests();
    const bool confirmed = verdicts_.contains(row.key);
    for (std::size_t i = 0; i < guests_.size(); ++i) {
      for (std::size_t j = i + 1; j < guests_.size(); ++j) {
        const bool sure = confirmed || !(guests_[i].unsure || guests_[j].unsure);
        // Each of n present is shared by n - 1 others (Newman 2001).
        const double weight = (sure ? 1'000.0 : 1'000.0 * policy_.unsure_meeting) / (size - 1);
        add(row, guests_[i].who, guests_[j].who, static_cast<std::uint32_t>(std::lround(weight)));
      }
    }
  }

  /// Everybody once, whatever their addresses answered: a decline outranks all, then the surer answer.
  void settle_guests() {
    std::sort(guests_.begin(), guests_.end());
    guests_.erase(std::unique(guests_.begin(), guests_.end(), [](const Guest& x, const Guest& y) { return x.who == y.who; }),
                  guests_.end());
    std::erase_if(guests_, [](const Guest& one) { return !one.came; });
  }

  void add(const ledger::Row& row, PersonId a, PersonId b, std::uint32_t weight) {
    const bool letter = row.kind == Kind::wrote && row.thread != 0;
    found_.push_back({.a = a,
                      .b = b,
                      .kind = row.kind,
                      .event = letter ? row.thread : row.key,
                      .weight = row.kind == Kind::introduced ? introduction_weight : weight,
                      .day = base::day_of(row.at)});
  }

  void take_colleagues() {
    std::vector<std::pair<std::string, PersonId>> staff;
    for (std::uint32_t i = 0; i < people_.persons.size(); ++i) {
      std::string key = counts({i}) ? base::company_key(people_.persons[i].company) : "";
      if (!key.empty()) staff.emplace_back(std::move(key), PersonId{i});
    }
    std::sort(staff.begin(), staff.end());
    for (std::size_t from = 0, to = 0; from < staff.size(); from = to) {
      while (to < staff.size() && staff[to].first == staff[from].first) ++to;
      if (to - from > company_people_max) continue;
      for (std::size_t i = from; i < to; ++i) {
        for (std::size_t j = i + 1; j < to; ++j) {
          found_.push_back({staff[i].second, staff[j].second, Kind::listed, 0, colleague_weight, {}});
        }
      }
    }
  }

  const ledger::Book& book_;
  const people::People& people_;
  std::span<const standing::Standing> standings_;
  const standing::Policy& policy_;
  base::Instant moment_;
  std::unordered_map<std::uint64_t, bool> verdicts_;
  std::vector<Guest> guests_;
  std::vector<Meeting> found_;
};

std::uint32_t& count_of(Kind kind, Shared& shared) {
  return kind == Kind::wrote ? shared.threads : kind == Kind::met ? shared.meetings : shared.introductions;
}

}  // namespace

std::vector<Acquaintance> acquaintances(const ledger::Book& book, const people::People& people,
                                        std::span<const standing::Standing> standings, const standing::Policy& policy,
                                        base::Instant moment) {
  const std::vector<Meeting> found = Gatherer(book, people, standings, policy, moment).gather();
  std::vector<Acquaintance> all;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Meeting& one = found[i];
    if (all.empty() || all.back().a != one.a || all.back().b != one.b) all.push_back({one.a, one.b, {}});
    Shared& shared = all.back().shared;
    shared.last = std::max(shared.last, one.day);
    // Many letters of one conversation are one thing in common: the smallest of them counts, the last here.
    const bool same_next = i + 1 < found.size() && std::tie(found[i + 1].a, found[i + 1].b, found[i + 1].kind,
                                                            found[i + 1].event) == std::tie(one.a, one.b, one.kind, one.event);
    if (same_next) continue;
    shared.weight += one.weight;
    if (one.kind == Kind::listed) {
      shared.colleagues = true;
    } else {
      ++count_of(one.kind, shared);
    }
  }
  return all;
}

std::vector<std::vector<Known>> by_person(std::span<const Acquaintance> all, std::size_t persons) {
  std::vector<std::vector<Known>> out(persons);
  for (const Acquaintance& one : all) {
    out[one.a.value].push_back({one.b, one.shared});
    out[one.b.value].push_back({one.a, one.shared});
  }
  for (auto& known : out) {
    std::sort(known.begin(), known.end(), [](const Known& x, const Known& y) { return x.who < y.who; });
  }
  return out;
}

std::string pack(std::span<const Known> known) {
  std::string out;
  std::uint32_t before = 0;
  for (const Known& one : known) {
    const Shared& shared = one.shared;
    ledger::put(out, one.who.value - before);
    ledger::put(out, shared.weight);
    ledger::put(out, std::uint64_t{shared.threads} << 1U | (shared.colleagues ? 1U : 0U));
    ledger::put(out, shared.meetings);
    ledger::put(out, shared.introductions);
    ledger::put(out, static_cast<std::uint32_t>(shared.last.days));
    before = one.who.value;
  }
  return out;
}

bool unpack(std::string_view bytes, std::vector<Known>& known) {
  std::uint64_t who = 0;
  while (!bytes.empty()) {
    std::uint64_t step = 0, weight = 0, threads = 0, meetings = 0, introductions = 0, day = 0;
    if (!ledger::take(bytes, 32, step) || !ledger::take(bytes, 32, weight) || !ledger::take(bytes, 33, threads) ||
        !ledger::take(bytes, 32, meetings) || !ledger::take(bytes, 32, introductions) || !ledger::take(bytes, 32, day)) {
      return false;
    }
    if ((who += step) > 0xffff'ffffU) return false;
    known.push_back({PersonId{static_cast<std::uint32_t>(who)},
                     {.weight = static_cast<std::uint32_t>(weight),
                      .threads = static_cast<std::uint32_t>(threads >> 1U),
                      .meetings = static_cast<std::uint32_t>(meetings),
                      .introductions = static_cast<std::uint32_t>(introductions),
                      .colleagues = (threads & 1U) != 0,
                      .last = {static_cast<std::int32_t>(static_cast<std::uint32_t>(day))}}});
  }
  return true;
}

}  // namespace graph
