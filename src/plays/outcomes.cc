#include "plays/outcomes.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace plays {

namespace {

using standing::Rung;

/// In the order in which the product tells them; 5 for what is none of them.
std::size_t place_of(std::string_view play) {
  constexpr std::array<std::string_view, 5> plays = {"share", "talk", "meet", "help", "focus"};
  return static_cast<std::size_t>(std::find(plays.begin(), plays.end(), play) - plays.begin());
}

/// What came after the steps of one play to one person.
struct Came {
  bool answered = false, moved_up = false, network = false;
};

/// Whether they had a part in it: it came from them, or both were there.
bool took_part(const standing::Reading& reading) {
  return reading.counts && (reading.direction == standing::Direction::in || reading.direction == standing::Direction::both ||
                            reading.kind == ledger::Kind::called);
}

bool answered(const Taken& step, std::span<const standing::Reading> theirs, const ledger::Book& book) {
  const base::Instant end = base::end_of(base::day_of(step.at) + answer_days);
  const auto after = std::upper_bound(theirs.begin(), theirs.end(), step.at,
                                      [&](base::Instant at, const standing::Reading& one) { return at < book.rows[one.row].at; });
  for (auto one = after; one != theirs.end() && book.rows[one->row].at <= end; ++one) {
    if (took_part(*one)) return true;
  }
  return false;
}

/// `turns`: of the person to whom the step went.
Came came_of(const Taken& step, std::span<const standing::Turn> turns) {
  const base::Day on = base::day_of(step.at);
  const base::Instant eve = base::end_of(on - 1), end = base::end_of(on + outcome_days);
  const Rung before = standing::rung_at(turns, eve);
  Rung highest = before;
  for (const standing::Turn& turn : turns) {
    if (turn.at > eve && turn.at <= end) highest = std::max(highest, turn.to);
  }
  return {.answered = false,
          .moved_up = highest > before && highest >= Rung::in_touch,
          .network = before < Rung::network && highest >= Rung::network};
}

}  // namespace

namespace {

/// The play and topic of the step that a ruling tells of; empty for other rulings.
struct Told {
  std::string play, topic;
};
struct ToldStep {
  Told operator()(const ledger::StepDone& one) const { return {one.play, one.topic}; }
  Told operator()(const ledger::PieceSent& one) const { return {"share", "piece-" + std::to_string(one.number.value)}; }
  Told operator()(const ledger::Invitation&) const { return {"meet", "invitation"}; }
  Told operator()(const ledger::IntroductionMade&) const { return {"help", "introduction"}; }
  Told operator()(const auto&) const { return {}; }
};

}  // namespace

std::vector<Taken> steps_taken(const people::People& people, std::span<const ledger::Ruling> rulings) {
  std::vector<Taken> all;
  for (const ledger::Ruling& ruling : rulings) {
    const Told told = std::visit(ToldStep{}, ruling.decision);
    if (told.play.empty()) continue;
    for (const ledger::IdentityId identity : ruling.about) {
      const people::PersonId who = people.person_of[identity.value];
      if (who != people::nobody) all.push_back({.who = who, .at = ruling.at, .play = told.play, .topic = told.topic});
    }
  }
  const auto key = [](const Taken& step) {
    return std::tuple(step.who, base::day_of(step.at), std::string_view(step.play), std::string_view(step.topic));
  };
  std::stable_sort(all.begin(), all.end(), [&](const Taken& a, const Taken& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(), [&](const Taken& a, const Taken& b) { return key(a) == key(b); }), all.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const Taken& a, const Taken& b) { return std::tie(a.who, a.at) < std::tie(b.who, b.at); });
  return all;
}

std::span<const Taken> of(std::span<const Taken> steps, people::PersonId who) {
  const auto [from, to] = std::equal_range(steps.begin(), steps.end(), Taken{.who = who, .at = {}, .play = {}, .topic = {}},
                                           [](const Taken& a, const Taken& b) { return a.who < b.who; });
  return {from, to};
}

std::vector<Outcomes> outcomes(std::span<const Taken> steps, const Known& known, base::Day from) {
  const base::Day today = base::day_of(known.moment);
  std::map<std::pair<std::size_t, std::string>, Outcomes> by_play;
  for (std::size_t i = 0; i < steps.size();) {
    const people::PersonId who = steps[i].who;
    const auto theirs = standing::of(known.readings, who);
    const auto turns = standing::climb(who, theirs, known.said, known.book, known.policy, known.moment);
    std::map<std::string_view, Came> came;
    for (; i < steps.size() && steps[i].who == who; ++i) {
      const Taken& step = steps[i];
      if (base::day_of(step.at) < from) continue;
      Came one = came_of(step, turns);
      one.answered = answered(step, theirs, known.book);
      Outcomes& play = by_play[{place_of(step.play), step.play}];
      play.play = step.play;
      ++play.steps;
      const bool young = today - base::day_of(step.at) < outcome_days;
      play.too_early += young && !one.answered && !one.moved_up ? 1 : 0;
      Came& all = came[step.play];
      all.answered |= one.answered;
      all.moved_up |= one.moved_up;
      all.network |= one.network;
    }
    for (const auto& [name, all] : came) {
      Outcomes& play = by_play[{place_of(name), std::string(name)}];
      ++play.people;
      play.answered += all.answered ? 1 : 0;
      play.moved_up += all.moved_up ? 1 : 0;
      play.network += all.network ? 1 : 0;
    }
  }
  std::vector<Outcomes> out;
  for (auto& [name, play] : by_play) out.push_back(std::move(play));
  return out;
}

}  // namespace plays
