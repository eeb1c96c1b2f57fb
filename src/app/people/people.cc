// Lists of people, and what they could be narrowed by.

#include "app/people/people.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/try.h"

namespace app {

base::Result<plays::Market> market_of(const plays::Commitments& all, std::string_view name) {
  std::string names;
  for (const plays::Market& one : all.markets) {
    if (base::fold(one.name) == base::fold(name)) return one;
    names += (names.empty() ? "" : ", ") + base::printable(one.name, 60);
  }
  return base::fail(base::Fault::not_found, {}, base::say("people.no-market", {{"name", base::printable(name, 60)}}),
                    names.empty() ? base::say("people.add-wellmet-market-add") : base::say("people.yours", {{"names", names}}));
}

base::Result<PeopleView> people(Session& session, const store::Filter& filter) {
  CHECK(refresh(session));
  if (!filter.markets.empty()) {
    CHECK(refresh_plan(session));
    TRY(now, commitments(session));
    for (const std::string& name : filter.markets) CHECK(market_of(now, name));
  }
  const auto snapshot = session.pictures().snapshot();
  TRY(page, session.pictures().find(filter));
  PeopleView out{page.total, {}};
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    out.people.push_back(std::move(one));
  }
  return out;
}

base::Result<FacetsView> facets(Session& session, const store::Filter& filter) {
  CHECK(refresh_plan(session));
  const auto snapshot = session.pictures().snapshot();
  TRY(counts, session.pictures().facets(filter));
  FacetsView out{.counts = std::move(counts)};
  store::Filter gone = filter, companies = filter;
  gone.let_go_only = companies.organisations_only = true;
  gone.organisations_only = companies.let_go_only = false;
  TRY(let_go, session.pictures().facets(gone));
  TRY(organisations, session.pictures().facets(companies));
  out.let_go = let_go.total;
  out.organisations = organisations.total;
  TRY(now, commitments(session));
  store::Facets::Counted& markets = out.counts.markets;
  for (const plays::Market& market : now.markets) {
    const auto counted = [&](const auto& one) { return base::fold(one.first) == base::fold(market.name); };
    if (std::none_of(markets.begin(), markets.end(), counted)) markets.emplace_back(market.name, 0);
  }
  return out;
}

}  // namespace app
