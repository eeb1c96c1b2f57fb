#include "standing/outlook.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace standing {

namespace {

using ledger::Kind;

constexpr std::uint32_t top_max = 20;
/// Somebody of whom nothing is known but that they are listed. docs/policy.md#chances.
constexpr double first_letter_answered = 0.15;

bool is_sign_of_life(const Reading& reading) {
  if (!reading.counts) return false;
  return reading.kind == Kind::wrote || reading.kind == Kind::called || reading.kind == Kind::met ||
         reading.kind == Kind::shared || reading.kind == Kind::engaged;
}

base::Instant before(base::Instant moment, double horizons, const Horizon& horizon) {
  return {moment.seconds - static_cast<std::int64_t>(horizons * static_cast<double>(horizon.seconds))};
}

}  // namespace

OwnTies::OwnTies(const people::People& people, std::span<const Reading> readings, const ledger::Book& book) {
  std::vector<std::size_t> begins;
  touches_.reserve(readings.size());
  std::size_t next = 0;
  for (std::uint32_t p = 0; p < people.persons.size(); ++p) {
    begins.push_back(touches_.size());
    for (; next < readings.size() && readings[next].person.value == p; ++next) {
      const Reading& reading = readings[next];
      if (!is_sign_of_life(reading) || !people.persons[p].organisation.empty()) continue;
      // Who spoke heard each other, whoever called.
      const bool spoke = reading.kind == Kind::called || reading.kind == Kind::met;
      touches_.push_back({.at = book.rows[reading.row].at,
                          .share = 1 / static_cast<float>(std::max<int>(1, reading.group - 1)),
                          .out = spoke || reading.direction == Direction::out,
                          .in = spoke || reading.direction == Direction::in});
    }
  }
  begins.push_back(touches_.size());
  for (std::size_t p = 0; p + 1 < begins.size(); ++p)
    ties_.push_back(Tie(touches_).subspan(begins[p], begins[p + 1] - begins[p]));
}

/// Whether the owner sent or said anything after `from`, until `to`.
bool OwnTies::active(base::Instant from, base::Instant to) const {
  return std::any_of(ties_.begin(), ties_.end(), [&](Tie tie) {
    auto touch = std::upper_bound(tie.begin(), tie.end(), from, [](base::Instant at, const Touch& t) { return at < t.at; });
    for (; touch != tie.end() && touch->at <= to; ++touch) {
      if (touch->out) return true;
    }
    return false;
  });
}

Examples OwnTies::examples(base::Instant moment) const {
  Examples out;
  const std::size_t known =
      static_cast<std::size_t>(std::count_if(ties_.begin(), ties_.end(), [](Tie tie) { return !tie.empty(); }));
  const std::size_t stride = known * std::size(past_cuts) / examples_max + 1;
  for (const PastCut& cut : past_cuts) {
    const base::Instant then = before(moment, cut.horizons, horizon_);
    // Where the owner's own letters of a quarter are missing, silence says nothing.
    if (!active(before(then, 1, horizon_), then) || !active(then, {then.seconds + horizon_.seconds})) continue;
    const auto signals = read_signals(ties_, then, horizon_);
    add_examples(ties_, signals, then, horizon_, moment, stride, {.weight = cut.weight}, out);
  }
  return out;
}

Learned OwnTies::learn(base::Instant moment) const {
  const base::Instant start = week_start(moment);
  const Examples past = examples(start);
  Learned learned;
  learned.others = read_others(ties_, start, horizon_);
  for (std::size_t q = 0; q < question_count; ++q) {
    learned.weights[q] = Forecast(shipped_prior(false), static_cast<Question>(q), past[q]).weights();
    learned.past[q].ties = static_cast<std::uint32_t>(past[q].size());
    for (const Example& one : past[q]) learned.past[q].yes += one.yes ? 1 : 0;
  }
  return learned;
}

std::vector<Chances> OwnTies::chances(const Learned& learned, base::Instant moment) const {
  const auto forecast = [&](Question question) {
    return Forecast(shipped_prior(false), question, learned.weights[static_cast<std::size_t>(question)]);
  };
  const Forecast exchange = forecast(Question::exchange), reply = forecast(Question::reply),
                 silence = forecast(Question::silence);
  // The hour does not matter: by the end of the day, whatever passed on it is past.
  const base::Instant evening = base::end_of(base::day_of(moment));
  std::vector<Chances> all(ties_.size(), {.reply = first_letter_answered});
  for (std::size_t p = 0; p < ties_.size(); ++p) {
    const auto signals = read_signals(ties_[p], learned.others, evening, horizon_);
    if (!signals) continue;
    all[p] = {.exchange = exchange.chance(*signals), .reply = reply.chance(*signals), .silence = silence.chance(*signals)};
  }
  return all;
}

void put(std::span<const Chances> chances, std::span<Standing> standings) {
  for (std::size_t p = 0; p < chances.size(); ++p) {
    standings[p].exchange_chance = chances[p].exchange;
    standings[p].reply_chance = chances[p].reply;
    standings[p].silence_chance = chances[p].silence;
  }
}

base::Instant week_start(base::Instant moment) {
  const base::Day day = base::day_of(moment);
  return base::start_of(day - base::weekday_of(day));
}

namespace {

/// What of a Learned has one size.
struct Fixed {
  std::array<Weights, question_count> weights;
  std::array<Past, question_count> past;
  double whole, letters, sent;
};

}  // namespace

std::string bytes_of(const Learned& learned) {
  const Fixed fixed{learned.weights, learned.past, learned.others.whole, learned.others.letters, learned.others.sent};
  const std::vector<float>& alive = learned.others.alive;
  std::string bytes(sizeof fixed + alive.size() * sizeof(float), '\0');
  std::memcpy(bytes.data(), &fixed, sizeof fixed);
  if (!alive.empty()) std::memcpy(bytes.data() + sizeof fixed, alive.data(), alive.size() * sizeof(float));
  return bytes;
}

std::optional<Learned> parse_learned(std::string_view bytes) {
  Fixed fixed;
  if (bytes.size() < sizeof fixed || (bytes.size() - sizeof fixed) % sizeof(float) != 0) return std::nullopt;
  std::memcpy(&fixed, bytes.data(), sizeof fixed);
  Learned learned{fixed.weights, {{}, fixed.whole, fixed.letters, fixed.sent}, fixed.past};
  learned.others.alive.resize((bytes.size() - sizeof fixed) / sizeof(float));
  if (!learned.others.alive.empty())
    std::memcpy(learned.others.alive.data(), bytes.data() + sizeof fixed, bytes.size() - sizeof fixed);
  return learned;
}

std::vector<TrackRecord> OwnTies::record(base::Instant moment, int quarters) const {
  std::vector<TrackRecord> all;
  for (int q = 1; q <= quarters; ++q) {
    const base::Instant then = before(moment, q, horizon_);
    const Forecast reply(shipped_prior(false), Question::reply, examples(then)[static_cast<std::size_t>(Question::reply)]);
    const auto signals = read_signals(ties_, then, horizon_);
    struct Forecasted {
      double chance;
      bool came;
    };
    std::vector<Forecasted> told;
    for (std::size_t p = 0; p < ties_.size(); ++p) {
      if (!signals[p]) continue;
      const auto answered = outcome(ties_[p], then, horizon_, moment).answered;
      if (answered) told.push_back({reply.chance(*signals[p]), *answered});
    }
    if (told.empty()) continue;
    std::stable_sort(told.begin(), told.end(), [](const Forecasted& a, const Forecasted& b) { return a.chance > b.chance; });
    TrackRecord one{.day = base::day_of(then)};
    one.written_to = static_cast<std::uint32_t>(told.size());
    one.top = std::min(top_max, one.written_to);
    for (std::size_t i = 0; i < told.size(); ++i) {
      const double came = told[i].came ? 1 : 0;
      one.answered += told[i].came ? 1 : 0;
      if (i < one.top) one.top_answered += told[i].came ? 1 : 0;
      one.foretold += told[i].chance / one.written_to;
      one.brier += (told[i].chance - came) * (told[i].chance - came) / one.written_to;
    }
    all.push_back(one);
  }
  return all;
}

}  // namespace standing
