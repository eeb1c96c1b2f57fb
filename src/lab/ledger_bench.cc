// Makes a large ledger for measuring: lab_ledger_bench FILE [PEOPLE] [ROWS] [SEED] [TOGETHER].
// Invented people with addresses, profiles and numbers; mail, messages, calls and meetings over ten
// years, a few people with very many rows and most with few, as in life. TOGETHER: so many letters more,
// each to two people of one company.

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "store/store.h"

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  double unit() { return static_cast<double>(next() >> 11U) / 9007199254740992.0; }

 private:
  std::uint64_t state_;
};

ledger::Handle email_of(std::uint64_t i) {
  return {ledger::HandleKind::email, fmt::format("person{}@company{}.example", i, i % 997)};
}

ledger::Record card(std::uint64_t i) {
  ledger::Record r;
  const ledger::Handle who{ledger::HandleKind::linkedin, fmt::format("person-{}", i)};
  r.claims.push_back({who, ledger::Field::name, fmt::format("Given{} Family{}", i % 4001, i), {}});
  r.claims.push_back({who, ledger::Field::company, fmt::format("Company {}", i % 997), {}});
  r.claims.push_back({who, ledger::Field::title, i % 3 == 0 ? "Engineer" : "Director of many things", {}});
  r.claims.push_back({who, ledger::Field::same, text(email_of(i)), {}});
  ledger::Evidence e;
  e.kind = ledger::Kind::listed;
  e.channel = ledger::Channel::linkedin;
  e.at = {1'420'070'400 + static_cast<std::int64_t>(i) * 6000};
  e.reference = fmt::format("linkedin/connection/person-{}", i);
  e.parties.push_back({who, ledger::Role::with, {}});
  r.evidence.push_back(std::move(e));
  return r;
}

ledger::Record event(std::uint64_t n, Random& random, std::uint64_t people) {
  ledger::Record r;
  // Zipf-like: half of all rows are with a twentieth of the people.
  const auto who = static_cast<std::uint64_t>(std::pow(random.unit(), 3.0) * static_cast<double>(people));
  const bool out = random.below(2) == 0;
  const std::uint64_t kind = random.below(100);
  ledger::Evidence e;
  e.at = {1'451'606'400 + static_cast<std::int64_t>(random.below(343'000'000))};
  e.reference = fmt::format("bench/{}", n);
  e.title = fmt::format("about the thing number {}", n);
  const ledger::Handle me{ledger::HandleKind::email, "mara@lindqvist.example"};
  if (kind < 90) {
    e.kind = ledger::Kind::wrote;
    e.channel = ledger::Channel::mail;
    e.parties = {{out ? me : email_of(who), ledger::Role::from, {}}, {out ? email_of(who) : me, ledger::Role::to, {}}};
  } else if (kind < 95) {
    e.kind = ledger::Kind::met;
    e.channel = ledger::Channel::video;
    e.parties = {{me, ledger::Role::organiser, {}}, {email_of(who), ledger::Role::accepted, {}}};
  } else if (kind < 99) {
    e.kind = ledger::Kind::called;
    e.channel = ledger::Channel::phone;
    e.duration_seconds = static_cast<std::uint32_t>(random.below(900));
    e.parties = {{out ? me : email_of(who), ledger::Role::from, {}}, {out ? email_of(who) : me, ledger::Role::to, {}}};
  } else {
    e.kind = random.below(20) == 0 ? ledger::Kind::helped : ledger::Kind::endorsed;
    e.channel = ledger::Channel::linkedin;
    e.parties = {{out ? me : email_of(who), ledger::Role::from, {}}, {out ? email_of(who) : me, ledger::Role::to, {}}};
  }
  r.evidence.push_back(std::move(e));
  return r;
}

ledger::Record letter_to_two(std::uint64_t n, Random& random, std::uint64_t people) {
  const std::uint64_t one = random.below(people);
  const std::uint64_t other = (one + 997 * (1 + random.below(20))) % people;
  ledger::Record r;
  ledger::Evidence e;
  e.kind = ledger::Kind::wrote;
  e.channel = ledger::Channel::mail;
  e.at = {1'451'606'400 + static_cast<std::int64_t>(random.below(343'000'000))};
  e.reference = fmt::format("bench/together/{}", n);
  e.parties = {{{ledger::HandleKind::email, "mara@lindqvist.example"}, ledger::Role::from, {}},
               {email_of(one), ledger::Role::to, {}},
               {email_of(other), ledger::Role::to, {}}};
  r.evidence.push_back(std::move(e));
  return r;
}

struct Size {
  std::uint64_t people, rows, seed, together;
};

base::Result<void> make(const std::string& path, const Size& size) {
  const auto [people, rows, seed, together] = size;
  auto opened = store::DataFile::open(path, true, 0);
  if (!opened) return base::fail(opened.error());
  auto begun = (*opened)->ledger().begin();
  if (!begun) return base::fail(begun.error());
  ledger::Transaction& transaction = **begun;
  auto change = transaction.new_change({1'790'000'000}, "import", base::Message{});
  if (!change) return base::fail(change.error());
  ledger::Record me;
  me.claims.push_back({{ledger::HandleKind::email, "mara@lindqvist.example"}, ledger::Field::owner, "archive", {}});
  for (const char* covered : {"talk", "meet", "help"}) me.claims.push_back({ledger::me(), ledger::Field::covers, covered, {}});
  if (auto added = transaction.add(me, *change); !added) return base::fail(added.error());
  for (std::uint64_t i = 0; i < people; ++i) {
    if (auto added = transaction.add(card(i), *change); !added) return base::fail(added.error());
  }
  Random random(seed);
  for (std::uint64_t n = people; n < rows; ++n) {
    if (auto added = transaction.add(event(n, random, people), *change); !added) return base::fail(added.error());
  }
  for (std::uint64_t n = 0; n < together; ++n) {
    if (auto added = transaction.add(letter_to_two(n, random, people), *change); !added) return base::fail(added.error());
  }
  return transaction.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "lab_ledger_bench FILE [PEOPLE] [ROWS] [SEED] [TOGETHER]\n");
    return 2;
  }
  const auto number = [&](int i, std::uint64_t otherwise) { return argc > i ? std::strtoull(argv[i], nullptr, 10) : otherwise; };
  const auto made = make(argv[1], {number(2, 50'000), number(3, 2'000'000), number(4, 1), number(5, 0)});
  if (!made) std::fprintf(stderr, "%s: %s\n", made.error().where.c_str(), made.error().what.code.c_str());
  return made ? 0 : 1;
}
