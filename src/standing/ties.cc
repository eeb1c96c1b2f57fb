#include "standing/ties.h"

#include <algorithm>
#include <cmath>

namespace standing {

namespace {

constexpr double conversation_days = 3;  ///< A longer silence ends it. docs/policy.md#signals.

double days_between(base::Instant from, base::Instant to) {
  return static_cast<double>(to.seconds - from.seconds) / base::day_seconds;
}

/// The three memories: the root of 1 / (1 + age), itself, and its one and a half power.
struct Memory {
  double slow = 0, plain = 0, fast = 0;

  void add(double fresh, double weight = 1) {
    const double root = std::sqrt(fresh);
    slow += weight * root;
    plain += weight * fresh;
    fast += weight * fresh * root;
  }
};

/// A day as far as adding up goes: what passed on one day counts once.
class DayMemory {
 public:
  /// True when the day is a new one.
  bool add(std::int64_t day, double fresh) {
    if (seen_ && day == day_) return false;
    seen_ = true;
    day_ = day;
    sum.add(fresh);
    return true;
  }
  Memory sum;

 private:
  std::int64_t day_ = 0;
  bool seen_ = false;
};

/// Mean, deviation and the list of a pair's gaps between days with contact.
struct Gaps {
  std::vector<float> days;

  [[nodiscard]] double mean() const {
    double sum = 0;
    for (const float gap : days) sum += gap;
    return days.empty() ? 0 : sum / static_cast<double>(days.size());
  }
  [[nodiscard]] double burstiness() const {
    if (days.empty()) return 0;
    const double middle = mean();
    double sum = 0;
    for (const float gap : days) sum += (gap - middle) * (gap - middle);
    const double deviation = std::sqrt(sum / static_cast<double>(days.size()));
    return (deviation - middle) / (deviation + middle);
  }
  /// Of those not ended: a share that one more gap of each kind is added to.
  [[nodiscard]] double longer_than(double silence) const {
    const auto longer = std::count_if(days.begin(), days.end(), [&](float gap) { return static_cast<double>(gap) >= silence; });
    return (static_cast<double>(longer) + 0.5) / (static_cast<double>(days.size()) + 1);
  }
};

/// Letters of one side that wait for the other's answer.
struct Waiting {
  bool open = false;
  base::Instant since{};
};

class Pass {
 public:
  Pass(base::Instant moment, const Horizon& horizon) : moment_(moment), horizon_(horizon) {}

  /// What `tie` shows until the moment. REQUIRES: it has a touch until then.
  Signals read(Tie tie) {
    first_ = tie.front().at;
    for (const Touch& touch : tie) take(touch);
    return signals();
  }

 private:
  void take(const Touch& touch) {
    const double fresh = 1 / (1 + std::max(0.0, days_between(touch.at, moment_)));
    const std::int64_t day = touch.at.seconds / base::day_seconds;
    if (touches_ == 0 || days_between(last_, touch.at) > conversation_days) {
      ++conversations_;
      started_ += touch.out ? 1 : 0;
    }
    const std::int64_t day_before = last_.seconds / base::day_seconds;
    if (any_days_.add(day, fresh) && touches_ > 0) gaps_.days.push_back(static_cast<float>(day - day_before));
    if (touch.out) out_days_.add(day, fresh);
    if (touch.in) in_days_.add(day, fresh);
    if (touch.out) sent_.add(fresh, touch.share);
    if (touch.in) heard_.add(fresh, touch.share);
    converse(touch);
    ++touches_;
    spoken_ += touch.out && touch.in ? 1 : 0;
    last_ = touch.at;
  }

  void converse(const Touch& touch) {
    if (touch.in) {
      ++in_;
      last_in_ = touch.at;
      if (owner_waits_.open) {
        ++exchanges_;
        const std::int64_t took = touch.at.seconds - owner_waits_.since.seconds;
        if (took <= horizon_.answer_seconds) ++answered_;
        answer_hours_ += std::log1p(static_cast<double>(took) / 3600);
        ++answer_times_;
      }
      owner_waits_.open = false;
      unanswered_ = 0;
    }
    if (touch.out) {
      ++out_;
      if (they_wait_.open) {
        ++exchanges_;
        ++answers_;
      }
      they_wait_.open = false;
    }
    if (touch.out && touch.in) {
      ++exchanges_;  // Each heard the other.
    } else if (touch.out) {
      if (!owner_waits_.open || touch.at.seconds - owner_waits_.since.seconds > base::day_seconds) ++unanswered_;
      if (!owner_waits_.open) {
        owner_waits_ = {true, touch.at};
        ++asked_;
      }
    } else if (!they_wait_.open) {
      they_wait_ = {true, touch.at};
      ++asked_by_them_;
    }
    owner_last_ = touch.out && !touch.in;
  }

  [[nodiscard]] Signals signals() const {
    Signals s{};
    const auto put = [&](Signal signal, double value) { s[static_cast<std::size_t>(signal)] = static_cast<float>(value); };
    const auto log_of = [](double sum) { return std::log(sum + 1e-3); };
    const Memory& any = any_days_.sum;
    const double silence = days_between(last_, moment_);
    const double out = out_, in = in_;
    put(Signal::alive, log_of(any.plain + 0.5 * std::sqrt(sent_.plain * heard_.plain)));
    put(Signal::alive_long, log_of(any.slow + 0.5 * std::sqrt(sent_.slow * heard_.slow)));
    put(Signal::days, log_of(any.plain));
    put(Signal::days_long, log_of(any.slow));
    put(Signal::days_short, log_of(any.fast));
    put(Signal::heard, std::log(heard_.plain + 0.01));
    put(Signal::heard_days, std::log(in_days_.sum.slow + 0.05));
    put(Signal::wrote_days, std::log(out_days_.sum.plain + 0.01));
    put(Signal::since, std::log1p(silence));
    // Never heard of: as long ago as a tie of many years.
    put(Signal::since_heard, std::log1p(in_ > 0 ? days_between(last_in_, moment_) : 3650));
    put(Signal::overdue, gaps_.days.empty() ? 0 : std::log((silence + 1) / (gaps_.mean() + 1)));
    put(Signal::gaps_outlasted, gaps_.longer_than(silence));
    put(Signal::burstiness, gaps_.burstiness());
    put(Signal::age, std::log1p(days_between(first_, moment_)));
    put(Signal::balance, (out - in) / std::max(1.0, out + in));
    put(Signal::starts, (started_ + 0.5) / (conversations_ + 1.0));
    put(Signal::exchanges, std::log1p(exchanges_));
    put(Signal::answered, (answered_ + 1.0) / (asked_ + 2.0));
    put(Signal::answers, (answers_ + 1.0) / (asked_by_them_ + 2.0));
    put(Signal::unanswered, std::log1p(unanswered_));
    put(Signal::owner_last, owner_last_ ? 1 : 0);
    // Never answered: as if it took the whole of the time.
    put(Signal::answer_hours,
        answer_times_ > 0 ? answer_hours_ / answer_times_ : std::log1p(static_cast<double>(horizon_.answer_seconds) / 3600));
    put(Signal::letters, sent_.plain);  // Until all are known; see compare.
    put(Signal::spoken, static_cast<double>(spoken_) / touches_);
    return s;
  }

  base::Instant moment_;
  const Horizon& horizon_;
  base::Instant first_{}, last_{}, last_in_{};
  DayMemory any_days_, out_days_, in_days_;
  Memory sent_, heard_;
  Gaps gaps_;
  Waiting owner_waits_, they_wait_;
  double answer_hours_ = 0;
  int touches_ = 0, out_ = 0, in_ = 0, spoken_ = 0, conversations_ = 0, started_ = 0;
  int exchanges_ = 0, asked_ = 0, answered_ = 0, asked_by_them_ = 0, answers_ = 0;
  int unanswered_ = 0, answer_times_ = 0;
  bool owner_last_ = false;
};

Tie until(Tie tie, base::Instant moment) {
  const auto end = std::upper_bound(tie.begin(), tie.end(), moment, [](base::Instant at, const Touch& t) { return at < t.at; });
  return tie.first(static_cast<std::size_t>(end - tie.begin()));
}

/// Both ways, and three touches, within the horizon before the moment.
bool lively(Tie before, base::Instant moment, const Horizon& horizon) {
  bool out = false, in = false;
  int touches = 0;
  for (auto touch = before.rbegin(); touch != before.rend(); ++touch) {
    if (touch->at.seconds <= moment.seconds - horizon.seconds) break;
    ++touches;
    out = out || touch->out;
    in = in || touch->in;
  }
  return out && in && touches >= 3;
}

float& at(Signals& s, Signal signal) { return s[static_cast<std::size_t>(signal)]; }

/// A tie against all of them: how much of the whole it is, and how many are below it. It may have
/// come alive since they were looked at, and is a part of the whole all the same.
void compare(Signals& signals, const Others& others) {
  const float mine = at(signals, Signal::alive);
  const double alive = std::exp(static_cast<double>(mine));
  const double count = static_cast<double>(std::max<std::size_t>(1, others.alive.size()));
  const auto [low, high] = std::equal_range(others.alive.begin(), others.alive.end(), mine);
  const double below = static_cast<double>((low - others.alive.begin()) + (high - others.alive.begin())) / 2;
  float& wrote = at(signals, Signal::letters);
  const double letters = std::max(others.letters, static_cast<double>(wrote));
  at(signals, Signal::attention) = static_cast<float>(std::log(alive / std::max(others.whole, alive) + 1e-4));
  wrote = static_cast<float>(std::log((static_cast<double>(wrote) + 0.05) / (letters + 0.5)));
  at(signals, Signal::rank) = static_cast<float>(below / count);
  at(signals, Signal::ties) = static_cast<float>(std::log(count));
  at(signals, Signal::owner_active) = static_cast<float>(std::log1p(others.sent));
}

/// What each tie shows by itself.
std::vector<std::optional<Signals>> read_alone(std::span<const Tie> ties, base::Instant moment, const Horizon& horizon) {
  std::vector<std::optional<Signals>> all(ties.size());
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const Tie known = until(ties[i], moment);
    if (!known.empty()) all[i] = Pass(moment, horizon).read(known);
  }
  return all;
}

Others sum_up(std::span<const Tie> ties, std::span<const std::optional<Signals>> alone, base::Instant moment,
              const Horizon& horizon) {
  Others others;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    if (!alone[i]) continue;
    Signals signals = *alone[i];
    others.alive.push_back(at(signals, Signal::alive));
    others.whole += std::exp(static_cast<double>(others.alive.back()));
    others.letters += static_cast<double>(at(signals, Signal::letters));
    const Tie known = until(ties[i], moment);
    for (auto touch = known.rbegin(); touch != known.rend(); ++touch) {
      if (touch->at.seconds <= moment.seconds - horizon.seconds) break;
      others.sent += touch->out ? 1 : 0;
    }
  }
  std::sort(others.alive.begin(), others.alive.end());
  return others;
}

}  // namespace

std::vector<std::optional<Signals>> read_signals(std::span<const Tie> ties, base::Instant moment, const Horizon& horizon) {
  std::vector<std::optional<Signals>> all = read_alone(ties, moment, horizon);
  const Others others = sum_up(ties, all, moment, horizon);
  for (auto& signals : all) {
    if (signals) compare(*signals, others);
  }
  return all;
}

Others read_others(std::span<const Tie> ties, base::Instant moment, const Horizon& horizon) {
  return sum_up(ties, read_alone(ties, moment, horizon), moment, horizon);
}

std::optional<Signals> read_signals(Tie tie, const Others& others, base::Instant moment, const Horizon& horizon) {
  const Tie known = until(tie, moment);
  if (known.empty()) return std::nullopt;
  Signals signals = Pass(moment, horizon).read(known);
  compare(signals, others);
  return signals;
}

Outcome outcome(Tie tie, base::Instant moment, const Horizon& horizon, base::Instant known_until) {
  const Tie before = until(tie, moment);
  const Tie after = until(tie, known_until).subspan(before.size());
  const base::Instant end{moment.seconds + horizon.seconds};
  Outcome o;
  bool out = false, in = false;
  std::optional<base::Instant> asked;
  for (const Touch& touch : after) {
    if (asked && touch.in && touch.at > *asked && touch.at.seconds - asked->seconds <= horizon.answer_seconds) o.answered = true;
    if (touch.at > end) continue;
    out = out || touch.out;
    in = in || touch.in;
    if (touch.out && !touch.in && !asked) {
      asked = touch.at;
      o.answered = false;
    }
  }
  if (asked && asked->seconds + horizon.answer_seconds > known_until.seconds) o.answered.reset();
  o.exchanged = out && in;
  if (lively(before, moment, horizon)) o.silent = !out && !in;
  return o;
}

std::string_view word(Signal signal) {
  constexpr std::array<std::string_view, signal_count> words = {
      "alive",         "alive_long",    "days",          "days_long",    "days_short",     "heard",       "heard_days",
      "wrote_days",    "since",         "since_heard",   "overdue",      "gaps_outlasted", "burstiness",  "age",
      "balance",       "starts",        "exchanges",     "answered",     "answers",        "unanswered",  "owner_last",
      "answer_hours",  "spoken",        "attention",     "letters",      "rank",           "ties",        "owner_active",
      "person_since",  "person_active", "person_lately", "person_heard", "person_answers", "person_ties", "their_attention",
      "their_letters", "their_rank",    "common",        "common_alive", "overlap",        "two_steps",   "three_steps",
      "walk",          "walk_back"};
  return words[static_cast<std::size_t>(signal)];
}

}  // namespace standing
