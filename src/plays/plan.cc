#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "plays/plays.h"
#include "plays/renewal.h"

namespace plays {

namespace {

constexpr int unanswered_rest_days_max = 90;  // docs/policy.md#plan.

/// A person's topic, from what the owner said of earlier steps.
struct Rest {
  base::Day said, until;
};
using Resting = std::map<std::pair<std::uint32_t, std::string>, Rest>;

/// Takes the rulings on steps one after another.
struct RestReader {
  using Key = std::pair<std::uint32_t, std::string>;
  Resting& until;
  std::map<Key, int> skips, done;
  std::uint32_t person = 0;
  base::Day on{};

  void operator()(const ledger::StepPostponed& one) { until[{person, one.play + " " + one.topic}] = {on, one.until}; }
  void operator()(const ledger::StepDone& one) {
    const Key key{person, one.play + " " + one.topic};
    const int times = topic_of(one.play, one.topic).rarer ? std::min(done[key]++, 3) : 0;
    until[key] = {on, on + std::min(done_rest_days << times, rest_days_max)};
    skips.erase(key);
  }
  void operator()(const ledger::StepSkipped& one) {
    const Key key{person, one.play + " " + one.topic};
    until[key] = {on, on + (++skips[key] >= 2 ? rest_days_max : skip_rest_days)};
  }
  void operator()(const auto&) {}
};

Resting resting(const View& view, const ledger::Book& book, base::Instant moment) {
  Resting until;
  RestReader reader{until, {}, {}};
  for (const ledger::Ruling& ruling : book.rulings_until(moment)) {
    for (const ledger::IdentityId identity : ruling.about) {
      const people::PersonId person = view.people.person_of[identity.value];
      if (person == people::nobody) continue;
      reader.person = person.value;
      reader.on = base::day_of(ruling.at);
      std::visit(reader, ruling.decision);
    }
  }
  return until;
}

}  // namespace

const Topic& topic_of(std::string_view play, std::string_view topic) {
  static constexpr Topic letter{.name = ""};
  for (const Play* one : all_play_table()) {
    if (one->name != play) continue;
    for (const Topic& row : one->topics) {
      if (row.name.ends_with('-') ? topic.starts_with(row.name) : topic == row.name) return row;
    }
  }
  return letter;
}

Done done_on(base::Day day, std::span<const ledger::Ruling> rulings) {
  std::set<std::pair<std::string, std::uint32_t>> seen;
  Done done;
  for (const ledger::Ruling& ruling : rulings) {
    const auto* step = std::get_if<ledger::StepDone>(&ruling.decision);
    if (step == nullptr || base::day_of(ruling.at) != day) continue;
    const std::string name = step->play + " " + step->topic;
    for (const ledger::IdentityId who : ruling.about) {
      if (!seen.emplace(name, who.value).second) continue;
      ++done.steps;
      done.minutes += topic_of(step->play, step->topic).minutes;
    }
  }
  return done;
}

std::optional<base::Day> left_alone_until(const standing::Standing& s) {
  if (s.unanswered == 0 || !s.last_out) return std::nullopt;
  int days = static_cast<int>(7 * rest_weeks(rhythm_weeks[circle_of(s.median_gap_days)]));
  for (std::uint32_t i = 1; i < s.unanswered && days < unanswered_rest_days_max; ++i) days *= 2;
  return *s.last_out + std::min(days, unanswered_rest_days_max);
}

double worth_a_minute(const Step& step) { return step.gain / step.minutes * (step.turn == 0 ? 1 : not_their_day); }

bool plannable(const people::Person& person, const standing::Standing& s) {
  return s.known && !person.let_go && !person.exempt && person.organisation.empty() && person.answer != "no" &&
         person.answer != "stranger";
}

base::Message span(int days) {
  if (days < 14) return base::say("span.days", {{"n", std::max(days, 1)}});
  if (days < 60) return base::say("span.weeks", {{"n", days / 7}});
  if (days < 730) return base::say("span.months", {{"n", days / 30}});
  return base::say("span.years", {{"n", days / 365}});
}

std::vector<Step> plan(const View& given, const ledger::Book& book, base::Instant moment) {
  View view = given;
  view.commitments = commitments(book.rulings_until(moment), view.people.person_of);
  see_spoken(view.commitments.invitations, book, view.people.person_of, moment);
  const Resting rest = resting(view, book, moment);
  std::vector<Step> all;
  for (const Play* play : all_play_table()) {
    for (Step& step : play->propose(view)) {
      const auto resting = rest.find({step.person.value, step.play + " " + step.topic});
      const standing::Standing& s = view.standings[step.person.value];
      // A letter that came since is another matter.
      const bool newer = step.topic == "owed" && resting != rest.end() && base::day_of(*s.waiting_since) > resting->second.said;
      if (resting != rest.end() && view.today < resting->second.until && !newer) continue;
      const auto alone = step.asks ? left_alone_until(s) : std::nullopt;
      if (alone && view.today < *alone) continue;
      // New people are chosen by the owner's markets; who is network counts in any.
      if (step.urgency == 0 && !s.network)
        step.gain *= focus_factor(view.commitments.markets, view.people.persons[step.person.value]);
      step.minutes = topic_of(step.play, step.topic).minutes;
      all.push_back(std::move(step));
    }
  }
  // A week's worth of the same kind is spread over the week: each person has a day of it, another one
  // each week, so that a first import does not show the same wall every morning.
  for (Step& step : all) {
    const std::uint64_t code = view.people.persons[step.person.value].code;
    const bool theirs = (code + static_cast<std::uint64_t>(view.today.days + view.today.days / 7)) % 7 == 0;
    step.turn = step.urgency == 2 || theirs ? 0 : 1;
  }
  std::sort(all.begin(), all.end(), [](const Step& a, const Step& b) {
    if (a.urgency != b.urgency) return a.urgency > b.urgency;
    const double x = worth_a_minute(a), y = worth_a_minute(b);
    if (x != y) return x > y;
    return std::tie(a.person, a.topic) < std::tie(b.person, b.topic);
  });
  std::set<std::uint32_t> seen;
  std::erase_if(all, [&](const Step& step) { return !seen.insert(step.person.value).second; });
  return all;
}

std::vector<Step> choose(std::span<const Step> steps, int minutes) {
  std::vector<bool> taken(steps.size());
  std::map<std::string, int> spent;
  int left = minutes;
  const auto take = [&](std::size_t i) {
    taken[i] = true;
    spent[steps[i].play] += steps[i].minutes;
    left -= steps[i].minutes;
  };
  const auto first = [&](const auto& holds) {
    return static_cast<std::size_t>(std::find_if(steps.begin(), steps.end(), holds) - steps.begin());
  };
  // One step for giving, if there is one: taken before the rest, but never in the place of the first
  // owed answer.
  const std::size_t owed = first([&](const Step& step) { return step.urgency == 2 && step.minutes <= minutes; });
  const int room = owed < steps.size() && !steps[owed].gives ? minutes - steps[owed].minutes : minutes;
  const auto fits = [&](const Step& step) { return step.gives && step.minutes <= room; };
  // Best one of another play than what comes first, so that a day is not one play only.
  std::size_t gift = first([&](const Step& step) { return fits(step) && step.play != steps.front().play; });
  if (gift == steps.size() || steps[gift].minutes > minutes / 2) gift = first(fits);
  if (gift < steps.size()) take(gift);
  // Owed answers before everything; then variety: no play over half of the minutes while others wait.
  for (const bool variety : {true, false}) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const Step& step = steps[i];
      if (taken[i] || step.minutes > left) continue;
      if (variety && step.urgency < 2 && spent[step.play] + step.minutes > (minutes + 1) / 2) continue;
      take(i);
    }
  }
  std::vector<Step> chosen;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (taken[i]) chosen.push_back(steps[i]);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Step& a, const Step& b) { return a.urgency > b.urgency; });
  return chosen;
}

}  // namespace plays
