// Focus: one market or two, and letting go of those who are in none and whom nothing ties.

#include "app/focus/focus.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/people/people.h"
#include "app/people/say.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

// Docs: docs/plays.md#focus.
constexpr std::size_t markets_max = 2;
constexpr std::size_t name_bytes_max = 60;
constexpr std::size_t rule_bytes_max = 900;
constexpr std::size_t best_shown = 20;
constexpr int silent_days_min = 2 * 365;
constexpr double strength_max = 5;

/// Why somebody might be let go; empty: they might not.
base::Message why_let_go(const store::Card& card, base::Day today) {
  const people::Person& p = card.person;
  const standing::Standing& s = card.standing;
  if (!plays::plannable(p, s) && p.answer != "no" && p.answer != "stranger") return {};
  if (s.network || p.answer == "yes" || s.waiting_since || s.unthanked_since || s.strength > strength_max) return {};
  if (s.last && today - *s.last < silent_days_min) return {};
  if (s.last) return base::say("focus.nothing-for", {{"span", plays::span(today - *s.last)}});
  return base::say("focus.listed-nothing-ever-passed");
}

}  // namespace

base::Result<MarketView> try_market(Session& session, std::string_view name, std::string_view text) {
  TRY(rule, plays::Rule::parse(text));
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  TRY(page, session.pictures().find({}));
  MarketView out;
  out.name = name;
  out.rule = text;
  out.words = rule.words();
  const plays::Market market{out.name, out.rule, std::move(rule)};
  out.people = page.total;
  std::vector<MarketView::One> perhaps;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    plays::Fit fit = plays::fit(market, one.card.person);
    if (fit.how == plays::Fit::How::no) continue;
    const bool fits = fit.how == plays::Fit::How::yes;
    ++(fits ? out.fits : out.maybe);
    if (fits && one.card.standing.network) ++out.network;
    auto& list = fits ? out.best : perhaps;
    if (list.size() < best_shown) list.push_back({std::move(one), std::move(fit)});
  }
  for (MarketView::One& one : perhaps) {
    if (out.best.size() < best_shown) out.best.push_back(std::move(one));
  }
  return out;
}

base::Result<MarketView> show_market(Session& session, std::string_view name) {
  TRY(now, commitments(session));
  TRY(found, market_of(now, name));
  return try_market(session, found.name, found.text);
}

base::Result<std::vector<MarketView>> markets(Session& session) {
  TRY(now, commitments(session));
  std::vector<MarketView> all;
  for (const plays::Market& one : now.markets) {
    TRY(shown, try_market(session, one.name, one.text));
    all.push_back(std::move(shown));
  }
  return all;
}

base::Result<base::Message> market(Session& session, std::string_view raw, std::string_view text) {
  const std::string name = base::cleaned(raw);
  if (name.empty() || name.size() > name_bytes_max) {
    return base::fail(base::Fault::usage, {}, base::say("focus.not-name-market"), base::say("focus.give-short-fintech"));
  }
  const std::string line = base::cleaned(text);
  TRY(rule, plays::Rule::parse(line));
  if (line.size() > rule_bytes_max) {
    return base::fail(base::Fault::usage, {}, base::say("focus.rule-too-long-keep"),
                      base::say("focus.most-letters", {{"rule_bytes_max", rule_bytes_max}}));
  }
  return change(session, "market", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, commitments(session));
    const bool there = market_of(now, name).has_value();
    if (!there && now.markets.size() >= markets_max) {
      return base::fail(base::Fault::usage, {},
                        base::say("focus.two-markets", {{"markets", base::printable(now.markets[0].name, 60)},
                                                        {"markets_b", base::printable(now.markets[1].name, 60)}}),
                        base::say("focus.focus-two-time-wellmet"));
    }
    saying.decide(ledger::Market{name, line}, {});
    return base::say("focus.market", {{"name", base::printable(name, 60)}, {"rule", rule.words()}});
  });
}

base::Result<base::Message> drop_market(Session& session, std::string_view name) {
  return change(session, "market", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, commitments(session));
    TRY(found, market_of(now, name));
    saying.decide(ledger::MarketDropped{found.name}, {});
    return base::say("focus.no-market-any-more", {{"found", base::printable(found.name, 60)}});
  });
}

base::Result<LetGoView> let_go_proposals(Session& session, std::size_t limit) {
  TRY(now, commitments(session));
  const auto snapshot = session.pictures().snapshot();
  std::set<std::uint32_t> on_desk;
  for (const plays::Need& need : now.needs) on_desk.insert(need.who.value);
  for (const plays::Introduction& one : now.introductions) {
    on_desk.insert(one.first.who.value);
    on_desk.insert(one.second.who.value);
  }
  TRY(page, session.pictures().find({}));
  LetGoView out;
  out.people = page.total;
  out.markets = !now.markets.empty();
  // The longest silent first; who never was in touch comes last of all, by name.
  std::vector<std::pair<std::tuple<int, int, std::uint32_t>, LetGoView::One>> found;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    bool fits = false, perhaps = false;
    for (const plays::Market& market : now.markets) {
      const plays::Fit::How how = plays::fit(market, one.card.person).how;
      fits = fits || how == plays::Fit::How::yes;
      perhaps = perhaps || how == plays::Fit::How::maybe;
    }
    if (fits) ++out.fits;
    if (fits || perhaps || on_desk.contains(person)) continue;
    base::Message why = why_let_go(one.card, session.today());
    if (why.empty()) continue;
    const auto& last = one.card.standing.last;
    const std::tuple order{last ? 0 : 1, last ? last->days : 0, person};
    found.push_back({order, {std::move(one), std::move(why)}});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  out.of = found.size();
  std::string remembered;
  for (std::size_t i = 0; i < found.size() && (limit == 0 || i < limit); ++i) {
    remembered += found[i].second.person.id() + "\n";
    out.batch.push_back(std::move(found[i].second));
  }
  CHECK(number_list(session, "focus", remembered));
  return out;
}

base::Result<base::Message> let_go_batch(Session& session, const std::vector<std::string>& except) {
  TRY(shown, session.pictures().recall("focus"));
  std::set<std::string> kept;
  for (const std::string& person : except) {
    TRY(one, find(session, person));
    kept.insert(one.id());
  }
  std::vector<std::string> batch;
  for (const std::string_view id : base::split(shown, '\n')) {
    if (id.empty() || kept.contains(std::string(id))) continue;
    TRY(one, find(session, id));
    // Since it was shown they may have written, or been let go.
    if (!one.card.person.let_go && !why_let_go(one.card, session.today()).empty()) batch.emplace_back(id);
  }
  if (batch.empty())
    return base::fail(base::Fault::not_found, {}, base::say("focus.nobody-let-go"), base::say("focus.look-first-wellmet-focus"));
  TRY(said, rule(session, "let-go", batch));
  (void)said;
  CHECK(session.pictures().remember("focus", ""));
  return base::say("focus.let-go", {{"n", batch.size()}});
}

}  // namespace app
