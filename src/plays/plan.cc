#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "people/rulings.h"
#include "plays/plays.h"

namespace plays {

namespace {

/// Docs: docs/policy.md#plan.
constexpr int rest_days = 90;         // Skipped twice: a quarter of rest. 2-domain, Plan.
constexpr int done_rest_days = 14;    // What was done needs time to show.
constexpr int skip_rest_days = 7;

/// Until when a person's topic rests, from what the owner said of earlier steps.
using Resting = std::map<std::pair<std::uint32_t, std::string>, base::Day>;

Resting resting(const View& view, const ledger::Book& book, base::Instant moment) {
  std::vector<const ledger::Row*> said;
  for (const ledger::Row& row : book.rows) {
    if (row.kind == ledger::Kind::ruled && row.at <= moment) said.push_back(&row);
  }
  std::sort(said.begin(), said.end(), [](const ledger::Row* a, const ledger::Row* b) {
    return std::tie(a->at, a->group, a->key) < std::tie(b->at, b->group, b->key);
  });
  Resting until;
  std::map<std::pair<std::uint32_t, std::string>, int> skips;
  for (const ledger::Row* row : said) {
    const std::string_view title = book.title_of(*row);
    const std::size_t space = title.find(' ');
    if (space == std::string_view::npos) continue;
    const std::string_view verb = title.substr(0, space);
    std::string_view rest = title.substr(space + 1);
    const base::Day on = base::day_of(row->at);
    for (const ledger::Seat& seat : book.seats_of(*row)) {
      const people::PersonId person = view.people.person_of[seat.who.value];
      if (person == people::nobody) continue;
      if (verb == people::ruled_later) {
        const auto day = base::parse_iso_day(rest.substr(0, 10));
        if (day && rest.size() > 11) until[{person.value, std::string(rest.substr(11))}] = *day;
        continue;
      }
      const std::pair key{person.value, std::string(rest.substr(0, rest.find('\n')))};
      if (verb == people::ruled_done) {
        until[key] = on + done_rest_days;
        skips.erase(key);
      } else if (verb == people::ruled_skip) {
        until[key] = on + (++skips[key] >= 2 ? rest_days : skip_rest_days);
      }
    }
  }
  return until;
}

}  // namespace

bool plannable(const people::Person& person, const standing::Standing& s) {
  return s.known && !person.let_go && !person.exempt && person.organisation.empty() &&
         person.answer != "no" && person.answer != "stranger";
}

std::string span_words(int days) {
  const auto words = [](int count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  if (days < 14) return words(std::max(days, 1), "day");
  if (days < 60) return words(days / 7, "week");
  if (days < 730) return words(days / 30, "month");
  return words(days / 365, "year");
}

std::vector<Step> plan(const View& given, const ledger::Book& book, base::Instant moment) {
  View view = given;
  view.desk = desk(book, view.people.person_of, moment);
  const Resting rest = resting(view, book, moment);
  std::vector<Step> all;
  for (const Play* play : all_play_table()) {
    for (Step& step : play->propose(view)) {
      const auto until = rest.find({step.person.value, step.play + " " + step.topic});
      if (until != rest.end() && view.today < until->second) continue;
      // New people are chosen by the owner's markets; who is network counts in any.
      if (step.urgency == 0 && !view.standings[step.person.value].network)
        step.gain *= focus_factor(view.desk.markets, view.people.persons[step.person.value]);
      all.push_back(std::move(step));
    }
  }
  // A week's worth of the same kind is spread over the week: each person has a day of it, so that
  // a first import does not show the same wall every morning.
  for (Step& step : all) {
    const std::uint64_t code = view.people.persons[step.person.value].code;
    const bool theirs = (code + static_cast<std::uint64_t>(view.today.days)) % 7 == 0;
    step.turn = step.urgency == 2 || theirs ? 0 : 1;
  }
  std::sort(all.begin(), all.end(), [](const Step& a, const Step& b) {
    if (a.urgency != b.urgency) return a.urgency > b.urgency;
    if (a.turn != b.turn) return a.turn < b.turn;
    const double x = a.gain / a.minutes;
    const double y = b.gain / b.minutes;
    if (x != y) return x > y;
    return std::tie(a.person, a.topic) < std::tie(b.person, b.topic);
  });
  std::set<std::uint32_t> seen;
  std::erase_if(all, [&](const Step& step) { return !seen.insert(step.person.value).second; });
  return all;
}

std::vector<Step> choose(std::span<const Step> steps, int minutes) {
  std::vector<Step> chosen;
  std::map<std::string, int> spent;
  int left = minutes;
  const auto take = [&](const Step& step) {
    chosen.push_back(step);
    spent[step.play] += step.minutes;
    left -= step.minutes;
  };
  const auto has = [&](const Step& step) {
    return std::any_of(chosen.begin(), chosen.end(), [&](const Step& one) { return one.person == step.person; });
  };
  // One step for giving, if there is one: reserved before the rest, but never in the place of the
  // first owed answer.
  const auto owed = std::find_if(steps.begin(), steps.end(),
                                 [&](const Step& step) { return step.urgency == 2 && step.minutes <= minutes; });
  const int room = owed != steps.end() && !owed->gives ? minutes - owed->minutes : minutes;
  const auto fits = [&](const Step& step) { return step.gives && step.minutes <= room; };
  // Best one of another play than what comes first, so that a day is not one play only.
  auto gift = std::find_if(steps.begin(), steps.end(),
                           [&](const Step& step) { return fits(step) && step.play != steps.front().play; });
  if (gift == steps.end() || gift->minutes > minutes / 2) gift = std::find_if(steps.begin(), steps.end(), fits);
  const int reserved = gift != steps.end() ? gift->minutes : 0;
  left -= reserved;
  // Owed answers and the quiet before everything; then variety: no play over half of the minutes.
  for (const Step& step : steps) {
    if (step.minutes > left || (gift != steps.end() && step.person == gift->person)) continue;
    if (step.urgency == 0 && spent[step.play] + step.minutes > (minutes + 1) / 2) continue;
    take(step);
  }
  left += reserved;
  if (reserved > 0) take(*gift);
  for (const Step& step : steps) {
    if (step.minutes <= left && !has(step)) take(step);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Step& a, const Step& b) { return a.urgency > b.urgency; });
  return chosen;
}

}  // namespace plays
