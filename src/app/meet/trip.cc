// Meet: who is where the owner goes, and where a trip would pay.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "app/meet/meet.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

// Docs: docs/plays.md#meet.
constexpr std::uint32_t dominates = 10;  // A city so many times as large is meant.
constexpr int trip_days_max = 92;
constexpr std::size_t candidates_shown = 12;

/// The cities that are large enough to be meant beside the largest. `all`: the most populous first.
std::vector<formats::Place> likely(std::vector<formats::Place> all) {
  std::erase_if(all, [&, most = all.empty() ? 0 : all.front().population](const formats::Place& one) {
    return std::uint64_t{one.population} * dominates < most;
  });
  return all;
}

base::Result<formats::Place> the_place(const formats::Places& places, std::string_view text) {
  const std::vector<formats::Place> found = likely(places.named(text));
  const std::string name = base::printable(base::trim(text), 60);
  if (found.empty()) {
    return base::fail(base::Fault::not_found, {}, base::say("meet.no-city-known-name", {{"name", name}}),
                      base::say("meet.give-larger-nearby-quotes"));
  }
  if (found.size() == 1) return found.front();
  std::string list;
  for (std::size_t i = 0; i < std::min(found.size(), candidates_shown); ++i) list += "\n  " + place_words(found[i]);
  const std::size_t more = found.size() > candidates_shown ? found.size() - candidates_shown : 0;
  return base::fail(base::Fault::ambiguous, {},
                    base::say("meet.which-city", {{"name", name}, {"n", found.size()}, {"list", list}, {"more", more}}),
                    base::say("meet.say-which-wellmet-trip",
                              {{"found", found.front().name},
                               {"region", found.front().region.empty() ? found.front().country : found.front().region}}));
}

base::Result<void> check_days(base::Days days, base::Day today) {
  if (days.to < days.from) {
    return base::fail(base::Fault::usage, {}, base::say("meet.trip-would-end-before", {{"to", days.to}, {"from", days.from}}),
                      base::say("meet.write-3-5-first"));
  }
  if (days.to < today) {
    return base::fail(base::Fault::usage, {}, base::say("meet.over", {{"to", days.to}}), base::say("meet.trip-still-come-3"));
  }
  if (days.to - days.from >= trip_days_max) {
    return base::fail(base::Fault::usage, {},
                      base::say("meet.days", {{"from", days.from}, {"to", days.to}, {"from_b", days.to - days.from + 1}}),
                      base::say("meet.trip-three-months-most"));
  }
  return {};
}

}  // namespace

base::Result<TripView> trip(Session& session, std::string_view place, base::Days days, int within_km, std::size_t limit) {
  CHECK(check_days(days, session.today()));
  const formats::Places places;
  TRY(centre, the_place(places, place));
  TRY(now, commitments(session));
  const auto snapshot = session.pictures().snapshot();
  TripView out{.place = centre, .days = days, .within_km = within_km, .people = {}};
  struct Near {
    double km = -1;  ///< Below 0: not there.
    bool known = false, perhaps = false;
  };
  std::map<std::string, Near> towns;  // By what the files say.
  const auto near = [&](const std::string& text) -> const Near& {
    const auto [at, is_new] = towns.try_emplace(text);
    if (!is_new) return at->second;
    for (const formats::Place& one : likely(places.named(text))) {
      const double km = formats::distance_km(centre, one);
      if (km <= within_km && (at->second.km < 0 || km < at->second.km)) at->second.km = km;
      at->second.perhaps = at->second.perhaps || km > within_km;
      at->second.known = true;
    }
    return at->second;
  };
  for (const standing::Rung rung :
       {standing::Rung::in_touch, standing::Rung::met, standing::Rung::network, standing::Rung::advocate}) {
    store::Filter filter;
    filter.rungs = {rung};
    TRY(page, session.pictures().find(filter));
    for (const std::uint32_t person : page.persons) {
      TRY(one, view(session, person));
      auto why = plays::visit(one.card.person, one.card.standing, now.markets, session.today());
      if (!why) continue;
      ++out.in_touch;
      if (one.card.person.city.empty()) continue;
      const Near& where = near(one.card.person.city);
      if (where.known) ++out.located;
      if (where.km >= 0) out.people.push_back({std::move(one), std::move(*why), where.km, where.perhaps, {}});
    }
  }
  std::sort(out.people.begin(), out.people.end(), [](const TripView::One& a, const TripView::One& b) {
    return std::tuple(a.visit.why, -a.visit.gain, a.person.card.person.code) <
           std::tuple(b.visit.why, -b.visit.gain, b.person.card.person.code);
  });
  out.total = out.people.size();
  if (limit > 0 && out.people.size() > limit)
    out.people.erase(out.people.begin() + static_cast<std::ptrdiff_t>(limit), out.people.end());
  for (TripView::One& one : out.people) {
    const std::uint32_t row = one.person.card.standing.last_spoken_row;
    if (row == 0) continue;
    TRY(spoken, session.ledger().row({row}));
    if (spoken) one.last_spoken = base::day_of(spoken->row.at);
  }
  return out;
}

base::Result<std::vector<TownView>> towns(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  store::Filter never_met;
  never_met.one_step_only = true;
  never_met.missing = {"meet"};
  TRY(page, session.pictures().find(never_met));
  const formats::Places places;
  std::map<std::string, std::string> names;  // By what the files say.
  std::map<std::string, TownView> by_name;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    if (!plays::plannable(one.card.person, one.card.standing)) continue;
    const auto [at, is_new] = names.try_emplace(one.card.person.city);
    if (is_new) {
      const auto found = places.named(at->first);
      at->second = found.empty() ? at->first : place_words(found.front());
    }
    TownView& town = by_name[at->second];
    town.name = at->second;
    town.people.push_back(std::move(one));
  }
  std::vector<TownView> out;
  for (auto& [name, town] : by_name) out.push_back(std::move(town));
  std::stable_sort(out.begin(), out.end(), [](const TownView& a, const TownView& b) {
    return std::tuple(a.name.empty(), -static_cast<std::ptrdiff_t>(a.people.size())) <
           std::tuple(b.name.empty(), -static_cast<std::ptrdiff_t>(b.people.size()));
  });
  return out;
}

}  // namespace app
