#include "standing/standing.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "standing/facts.h"

namespace standing {

namespace {

using ledger::Kind;

/// What a day was, as far as strength goes.
enum class Ground : std::uint8_t { wrote, called, met, help, engaged };

struct Weight {
  double of = 0;
  Ground ground = Ground::wrote;
};

Weight kind_weight(Kind kind, const Policy& policy) {
  switch (kind) {
    case Kind::wrote:
      return {policy.weight_wrote, Ground::wrote};
    case Kind::called:
      return {policy.weight_called, Ground::called};
    case Kind::met:
      return {policy.weight_met, Ground::met};
    case Kind::introduced:
    case Kind::recommended:
    case Kind::helped:
    case Kind::asked:
    case Kind::referred:
      return {policy.weight_help, Ground::help};
    case Kind::endorsed:
    case Kind::engaged:
    case Kind::shared:
    case Kind::thanked:
      return {policy.weight_engaged, Ground::engaged};
    default:
      return {};
  }
}

/// What one pass over a person's readings gathers.
struct Tally {
  Counts counts;
  Facts facts;
  double out = 0, in = 0;        ///< Weights, each less for its age.
  std::array<double, 5> days{};  ///< The heaviest of each day alone, by Ground.
  base::Day day;                 ///< That is being added up,
  Weight heaviest;               ///< and its heaviest so far.

  void end_day() {
    days[static_cast<std::size_t>(heaviest.ground)] += heaviest.of;
    heaviest = {};
  }
  std::vector<base::Day> exchanges;  ///< Days of two-way evidence, ascending.
};

class Weigher {
 public:
  Weigher(const ledger::Book& book, const Policy& policy, base::Instant moment)
      : book_(book), policy_(policy), moment_(moment), today_(base::day_of(moment)) {}

  Standing stand(const people::Person& person, std::span<const Reading> readings, const Coverage& coverage) {
    Standing s;
    Tally t;
    for (const Reading& reading : readings) {
      s.known = true;
      if (reading.counts) {
        take(reading, t, s);
      } else if (is_help(reading.kind)) {
        s.unsure_help_row = book_.rows[reading.row].id.value;
      } else if (reading.kind == Kind::called) {
        s.short_call = s.short_call || (book_.rows[reading.row].flags & ledger::missed) == 0;
      }
    }
    t.end_day();
    // From here on, the tally is fixed; what follows only reads it.
    const bool spoken = t.facts.spoken(policy_);
    const bool help = t.facts.help(policy_);
    s.counts = t.counts;
    s.network = t.facts.network(person.answer, policy_);
    s.rung = t.facts.rung(person.answer, policy_, today_);
    const bool both_ways = t.facts.both_ways();
    if (spoken) s.unsure_row = 0;
    if (help) s.unsure_help_row = 0;
    s.talk = both_ways || spoken ? Fact::yes : coverage.talk ? Fact::no : Fact::unknown;
    s.meet = spoken ? Fact::yes : coverage.meet ? Fact::no : Fact::unknown;
    s.help = help ? Fact::yes : coverage.help ? Fact::no : Fact::unknown;
    s.one_step_away = !s.network && !person.let_go && !person.exempt && person.organisation.empty() && person.answer != "no" &&
                      person.answer != "stranger" && spoken != help && (spoken || both_ways);
    measure(s, t);
    return s;
  }

 private:
  void take(const Reading& reading, Tally& t, Standing& s) {
    const ledger::Row& row = book_.rows[reading.row];
    const base::Day day = base::day_of(row.at);
    if (reading.kind != Kind::listed) s.last = day;
    t.facts.take(reading, day);
    switch (reading.kind) {
      case Kind::wrote:
        wrote(reading, row, t, s);
        break;
      case Kind::called:
        ++t.counts.called;
        speak(reading, row, t, s);
        break;
      case Kind::met:
        ++t.counts.met;
        s.unsure_row = row.id.value;
        speak(reading, row, t, s);
        break;
      default:
        break;
    }
    if (is_help(reading.kind)) helped(reading, row, t, s);
    const bool towards = reading.direction == Direction::out || reading.direction == Direction::both;
    if (towards && reading.kind != Kind::asked) {
      said_ = day;
      s.unthanked_since.reset();
    }
    remember(reading, day, t);
  }

  void remember(const Reading& reading, base::Day day, Tally& t) const {
    Weight weight = kind_weight(reading.kind, policy_);
    const double age_days = std::max(0, today_ - day);
    weight.of *= static_cast<double>(reading.confidence) / std::max(1, static_cast<int>(reading.group) - 1) *
                 policy_.half_after_days / (policy_.half_after_days + age_days);
    if (reading.direction == Direction::out || reading.direction == Direction::both) t.out += weight.of;
    if (reading.direction == Direction::in || reading.direction == Direction::both) t.in += weight.of;
    if (day != t.day) t.end_day();
    t.day = day;
    if (weight.of > t.heaviest.of) t.heaviest = weight;
  }

  void wrote(const Reading& reading, const ledger::Row& row, Tally& t, Standing& s) {
    const bool out = reading.direction == Direction::out;
    const bool answered = out ? last_was_in_ : last_was_out_;
    ++(out ? t.counts.wrote_out : t.counts.wrote_in);
    if (answered) exchange(row, t, s);
    if (out) {
      const base::Day day = base::day_of(row.at);
      if (s.unanswered == 0 || s.last_out != day) ++s.unanswered;
      s.last_out = day;
      s.waiting_since.reset();
    } else if (reading.group <= 3 && !s.waiting_since && (row.flags & ledger::bulk) == 0) {
      s.waiting_since = row.at;
      s.waiting_row = row.id.value;
      s.waiting_closes = last_was_out_ && base::day_of(row.at) - *last_contact_ <= policy_.answer_days;
    } else {
      s.waiting_closes = false;
    }
    if (!out) s.unanswered = 0;
    last_contact_ = base::day_of(row.at);
    last_was_out_ = out;
    last_was_in_ = !out;
    s.last_row = row.id.value;
  }

  void speak(const Reading& reading, const ledger::Row& row, Tally& t, Standing& s) {
    s.last_out = base::day_of(row.at);
    if (reading.confidence >= policy_.counts_from - 1e-6) {
      s.last_spoken_row = s.last_row = row.id.value;
      ++s.sure_spoken;
      if (t.counts.met + t.counts.called == 1) s.first_spoken = s.last_out;
    }
    s.unanswered = 0;
    s.waiting_since.reset();  // Whatever was open could be said.
    exchange(row, t, s);
  }

  void helped(const Reading& reading, const ledger::Row& row, Tally& t, Standing& s) {
    s.last_help_row = row.id.value;
    const bool asked = reading.kind == Kind::asked;
    const bool for_owner = is_for_owner(reading);
    ++(for_owner ? t.counts.help_in : t.counts.help_out);
    if (for_owner && !asked && said_ != base::day_of(row.at)) {
      s.unthanked_since = base::day_of(row.at);
      s.unthanked_row = row.id.value;
    }
  }

  void exchange(const ledger::Row& row, Tally& t, Standing& s) {
    const base::Day day = base::day_of(row.at);
    s.last_two_way = day;
    if (t.exchanges.empty() || t.exchanges.back() != day) t.exchanges.push_back(day);
  }

  void measure(Standing& s, const Tally& t) {
    s.grounds = {.wrote = t.days[0],
                 .called = t.days[1],
                 .met = t.days[2],
                 .help = t.days[3],
                 .engaged = t.days[4],
                 .mutual = policy_.mutual_bonus * std::sqrt(t.out * t.in)};
    const double sum = s.grounds.sum();
    s.strength = 100 * sum / (sum + policy_.half_full);
    s.exchanges = static_cast<std::uint32_t>(t.exchanges.size());
    std::vector<int> gaps;
    for (std::size_t i = 1; i < t.exchanges.size(); ++i) gaps.push_back(t.exchanges[i] - t.exchanges[i - 1]);
    if (!gaps.empty()) {
      const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
      std::nth_element(gaps.begin(), middle, gaps.end());
      s.median_gap_days = static_cast<std::uint32_t>(*middle);
    }
    if (s.network && static_cast<int>(t.exchanges.size()) >= policy_.quiet_exchanges_min) {
      const int limit =
          std::clamp(policy_.quiet_gaps * static_cast<int>(s.median_gap_days), policy_.quiet_days_min, policy_.quiet_days_max);
      s.quiet = today_ - t.exchanges.back() > limit;
    }
  }

  const ledger::Book& book_;
  const Policy& policy_;
  base::Instant moment_;
  base::Day today_;
  std::optional<base::Day> said_;          ///< When the owner last said anything to them.
  std::optional<base::Day> last_contact_;  ///< Of the latest letter.
  bool last_was_out_ = false;
  bool last_was_in_ = false;
};

}  // namespace

bool is_help(Kind kind) {
  return kind == Kind::helped || kind == Kind::asked || kind == Kind::referred || kind == Kind::introduced ||
         kind == Kind::recommended;
}

Coverage coverage(const ledger::Book& book, base::Instant moment) {
  Coverage c;
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.field != ledger::Field::covers || claim.at > moment) continue;
    if (claim.value == "talk") c.talk = true;
    if (claim.value == "meet") c.meet = true;
    if (claim.value == "help") c.help = true;
  }
  return c;
}

Standing stand(const people::Person& person, std::span<const Reading> readings, const ledger::Book& book,
               const Coverage& coverage, const Policy& policy, base::Instant moment) {
  return Weigher(book, policy, moment).stand(person, readings, coverage);
}

std::vector<Standing> weigh(const people::People& people, std::span<const Reading> readings, const ledger::Book& book,
                            const Policy& policy, base::Instant moment) {
  const Coverage covered = coverage(book, moment);
  std::vector<Standing> all;
  all.reserve(people.persons.size());
  std::size_t from = 0;
  for (std::uint32_t p = 0; p < people.persons.size(); ++p) {
    std::size_t to = from;
    while (to < readings.size() && readings[to].person.value == p) ++to;
    all.push_back(stand(people.persons[p], readings.subspan(from, to - from), book, covered, policy, moment));
    from = to;
  }
  return all;
}

std::string_view word(Rung rung) {
  constexpr std::array<std::string_view, 6> words = {"listed", "aware", "in_touch", "met", "network", "advocate"};
  return words[static_cast<std::size_t>(rung)];
}

std::string_view word(Fact fact) {
  constexpr std::array<std::string_view, 3> words = {"no", "yes", "unknown"};
  return words[static_cast<std::size_t>(fact)];
}

std::string_view word(Direction direction) {
  constexpr std::array<std::string_view, 4> words = {"none", "out", "in", "both"};
  return words[static_cast<std::size_t>(direction)];
}

}  // namespace standing
