#include "standing/circles.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace standing {

namespace {

double age_days(base::Instant at, base::Instant moment) {
  return static_cast<double>(moment.seconds - at.seconds) / base::day_seconds;
}

}  // namespace

void sort_by_pair(std::vector<Passed>& passed) {
  std::sort(passed.begin(), passed.end(), [](const Passed& a, const Passed& b) {
    return std::tuple(std::min(a.from, a.to), std::max(a.from, a.to), a.at, a.from) <
           std::tuple(std::min(b.from, b.to), std::max(b.from, b.to), b.at, b.from);
  });
}

Circles::Circles(std::span<const Passed> passed, std::uint32_t nodes, base::Instant moment, const Horizon& horizon)
    : moment_(moment),
      horizon_(horizon),
      nodes_(nodes),
      begin_(nodes + 1),
      one_(nodes),
      two_(nodes),
      three_(nodes),
      mine_(nodes) {
  const auto same = [](const Passed& x, const Passed& y) { return std::minmax(x.from, x.to) == std::minmax(y.from, y.to); };
  for (std::size_t from = 0; from < passed.size();) {
    std::size_t to = from, known = from;
    while (to < passed.size() && same(passed[from], passed[to])) {
      if (passed[to].at <= moment) known = to + 1;
      ++to;
    }
    if (known > from) take_pair(passed.subspan(from, known - from));
    from = to;
  }
  for (const Pair& pair : pairs_) {
    ++begin_[pair.a + 1];
    ++begin_[pair.b + 1];
    nodes_[pair.a].alive += pair.alive;
    nodes_[pair.b].alive += pair.alive;
    nodes_[pair.a].letters += pair.there;
    nodes_[pair.b].letters += pair.back;
  }
  for (std::uint32_t n = 0; n < nodes; ++n) begin_[n + 1] += begin_[n];
  ends_.resize(pairs_.size() * 2);
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (const Pair& pair : pairs_) {
    ends_[next[pair.a]++] = {pair.b, pair.alive, pair.there};
    ends_[next[pair.b]++] = {pair.a, pair.alive, pair.back};
  }
}

void Circles::take_pair(std::span<const Passed> pair) {
  const auto [a, b] = std::minmax(pair.front().from, pair.front().to);
  double days = 0, there = 0, back = 0;
  std::int64_t day_before = -1;
  for (const Passed& one : pair) {
    const double fresh = 1 / (1 + age_days(one.at, moment_));
    const std::int64_t day = one.at.seconds / base::day_seconds;
    if (day != day_before) days += fresh;
    day_before = day;
    (one.from == a ? there : back) += fresh * static_cast<double>(one.share);
  }
  pairs_.push_back(
      {a, b, static_cast<float>(days + 0.5 * std::sqrt(there * back)), static_cast<float>(there), static_cast<float>(back)});
  take_letters(pair);
}

void Circles::take_letters(std::span<const Passed> pair) {
  const auto [a, b] = std::minmax(pair.front().from, pair.front().to);
  struct Open {
    bool open = false;
    base::Instant since{};
  };
  Open opened[2];
  for (const Passed& one : pair) {
    Node& sender = nodes_[one.from];
    Node& receiver = nodes_[one.to];
    if (!sender.sends || one.at.seconds > sender.last_sent) sender.last_sent = one.at.seconds;
    sender.sends = true;
    const std::int64_t age = moment_.seconds - one.at.seconds;
    if (age < horizon_.seconds) {
      ++sender.sent;
      ++receiver.heard;
      if (age < horizon_.seconds / 4) ++sender.sent_lately;
    }
    const std::size_t side = one.from == a ? 0 : 1;
    Open& theirs = opened[1 - side];
    if (theirs.open) {
      if (one.at.seconds - theirs.since.seconds <= horizon_.answer_seconds) ++sender.answered;
      theirs.open = false;
    }
    if (!opened[side].open) {
      opened[side] = {true, one.at};
      ++receiver.asked;
    }
  }
}

void Circles::walk(std::uint32_t owner) {
  for (const std::uint32_t n : near_) one_[n] = 0, mine_[n] = 0;
  for (const std::uint32_t n : far_) two_[n] = 0, three_[n] = 0;
  near_.clear();
  far_.clear();
  for (const End& end : ends_of(owner)) {
    near_.push_back(end.to);
    mine_[end.to] = end.alive;
    one_[end.to] = static_cast<double>(end.alive) / nodes_[owner].alive;
  }
  const auto step = [&](std::vector<std::uint32_t>& from, std::size_t count, const std::vector<double>& mass,
                        std::vector<double>& to) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t n = from[i];
      const double each = mass[n] / nodes_[n].alive;
      for (const End& end : ends_of(n)) {
        if (end.to == owner) continue;
        if (two_[end.to] == 0 && three_[end.to] == 0) far_.push_back(end.to);
        to[end.to] += each * static_cast<double>(end.alive);
      }
    }
  };
  step(near_, near_.size(), one_, two_);
  step(far_, far_.size(), two_, three_);
}

void Circles::add(std::uint32_t owner, std::span<const std::uint32_t> people, std::span<std::optional<Signals>> signals) {
  walk(owner);
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (signals[i]) fill(owner, people[i], *signals[i]);
  }
}

void Circles::fill(std::uint32_t owner, std::uint32_t person, Signals& signals) const {
  const auto put = [&](Signal signal, double value) { signals[static_cast<std::size_t>(signal)] = static_cast<float>(value); };
  const Node& them = nodes_[person];
  const Node& me = nodes_[owner];
  const double quarter = them.sent_lately;
  put(Signal::person_since, std::log1p(them.sends ? age_days(base::Instant{them.last_sent}, moment_) : 3650));
  put(Signal::person_active, std::log1p(them.sent));
  put(Signal::person_lately, std::log((quarter + 0.5) / (them.sent + 0.5)));
  put(Signal::person_heard, std::log1p(them.heard));
  put(Signal::person_answers, (them.answered + 1.0) / (them.asked + 2.0));
  const auto theirs = ends_of(person);
  put(Signal::person_ties, std::log1p(theirs.size()));
  const double alive = static_cast<double>(mine_[person]);
  std::size_t above = 0, common = 0;
  double live = 0, to_owner = 0;
  for (const End& end : theirs) {
    if (end.to == owner) to_owner = static_cast<double>(end.sent);
    if (static_cast<double>(end.alive) > alive) ++above;
    if (mine_[end.to] == 0 || end.to == owner) continue;
    ++common;
    live += std::sqrt(static_cast<double>(end.alive) * static_cast<double>(mine_[end.to]));
  }
  put(Signal::their_attention, std::log(alive / them.alive + 1e-4));
  put(Signal::their_letters, std::log((to_owner + 0.05) / (them.letters + 0.5)));
  put(Signal::their_rank, std::log1p(above));
  put(Signal::common, std::log1p(common));
  put(Signal::common_alive, std::log1p(live));
  put(Signal::overlap, live / std::sqrt((me.alive + 1) * (them.alive + 1)));
  const double all = one_[person] + two_[person] + three_[person];
  put(Signal::two_steps, std::log(two_[person] + 1e-4));
  put(Signal::three_steps, std::log(three_[person] + 1e-4));
  put(Signal::walk, std::log(all + 1e-5));
  // Ties are the same in both directions, so the way back is the way there, weighed by the ends.
  put(Signal::walk_back, std::log(all * me.alive / them.alive + 1e-5));
}

}  // namespace standing
