#include "standing/outlook.h"

#include <algorithm>
#include <cmath>

namespace standing {

namespace {

using ledger::Kind;

constexpr std::uint32_t top_max = 20;
/// Somebody of whom nothing is known but that they are listed. docs/policy.md#chances.
constexpr double first_letter_answered = 0.15;

bool is_touch(const Reading& reading) {
  if (!reading.counts) return false;
  return reading.kind == Kind::wrote || reading.kind == Kind::called || reading.kind == Kind::met ||
         reading.kind == Kind::shared || reading.kind == Kind::engaged;
}

base::Instant before(base::Instant moment, double horizons, const Horizon& horizon) {
  return {moment.seconds -
          static_cast<std::int64_t>(horizons * static_cast<double>(horizon.seconds))};
}

}  // namespace

OwnTies::OwnTies(const people::People& people, std::span<const Reading> readings,
                 const ledger::Book& book) {
  std::vector<std::size_t> begins;
  touches_.reserve(readings.size());
  std::size_t next = 0;
  for (std::uint32_t p = 0; p < people.persons.size(); ++p) {
    begins.push_back(touches_.size());
    for (; next < readings.size() && readings[next].person.value == p; ++next) {
      const Reading& reading = readings[next];
      if (!is_touch(reading) || !people.persons[p].organisation.empty()) continue;
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
    auto touch = std::upper_bound(tie.begin(), tie.end(), from,
                                  [](base::Instant at, const Touch& t) { return at < t.at; });
    for (; touch != tie.end() && touch->at <= to; ++touch) {
      if (touch->out) return true;
    }
    return false;
  });
}

Examples OwnTies::examples(base::Instant moment) const {
  Examples out;
  const std::size_t known = static_cast<std::size_t>(
      std::count_if(ties_.begin(), ties_.end(), [](Tie tie) { return !tie.empty(); }));
  const std::size_t stride = known * std::size(past_cuts) / examples_max + 1;
  for (const PastCut& cut : past_cuts) {
    const base::Instant then = before(moment, cut.horizons, horizon_);
    // Where the owner's own letters of a quarter are missing, silence says nothing.
    if (!active(before(then, 1, horizon_), then) ||
        !active(then, {then.seconds + horizon_.seconds}))
      continue;
    const auto signals = read_signals(ties_, then, horizon_);
    add_examples(ties_, signals, then, horizon_, moment, stride, {.weight = cut.weight}, out);
  }
  return out;
}

Outlook OwnTies::outlook(base::Instant moment) const {
  const Examples past = examples(moment);
  const Prior& prior = shipped_prior(false);
  const Forecast exchange(prior, Question::exchange, past[0]);
  const Forecast reply(prior, Question::reply, past[1]);
  const Forecast silence(prior, Question::silence, past[2]);
  const auto signals = read_signals(ties_, moment, horizon_);
  Outlook out;
  out.of.resize(ties_.size(), {.reply = first_letter_answered});
  for (std::size_t p = 0; p < ties_.size(); ++p) {
    if (!signals[p]) continue;
    out.of[p] = {.exchange = exchange.chance(*signals[p]),
                 .reply = reply.chance(*signals[p]),
                 .silence = silence.chance(*signals[p])};
  }
  for (std::size_t q = 0; q < question_count; ++q) {
    out.past[q].ties = static_cast<std::uint32_t>(past[q].size());
    for (const Example& one : past[q]) out.past[q].yes += one.yes ? 1 : 0;
  }
  return out;
}

void Outlook::put(std::vector<Standing>& standings) const {
  for (std::size_t p = 0; p < of.size(); ++p) {
    standings[p].exchange_chance = of[p].exchange;
    standings[p].reply_chance = of[p].reply;
    standings[p].silence_chance = of[p].silence;
  }
}

std::vector<TrackRecord> OwnTies::record(base::Instant moment, int quarters) const {
  std::vector<TrackRecord> all;
  for (int q = 1; q <= quarters; ++q) {
    const base::Instant then = before(moment, q, horizon_);
    const Forecast reply(shipped_prior(false), Question::reply,
                         examples(then)[static_cast<std::size_t>(Question::reply)]);
    const auto signals = read_signals(ties_, then, horizon_);
    struct Told {
      double chance;
      bool came;
    };
    std::vector<Told> told;
    for (std::size_t p = 0; p < ties_.size(); ++p) {
      if (!signals[p]) continue;
      const auto answered = outcome(ties_[p], then, horizon_, moment).answered;
      if (answered) told.push_back({reply.chance(*signals[p]), *answered});
    }
    if (told.empty()) continue;
    std::stable_sort(told.begin(), told.end(),
                     [](const Told& a, const Told& b) { return a.chance > b.chance; });
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
