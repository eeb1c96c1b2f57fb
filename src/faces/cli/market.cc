#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/focus/focus.h"
#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument market_arguments[] = {
    {"DO", "add, list, show, try or remove; left out: list", true},
    {"NAME", "what you call it; with try, the rule", true},
    {"RULE", "who is in it: title:founder,cto city:berlin no-company:acme seniority:leads", true, true},
};

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

std::string counts(const app::MarketView& market) {
  if (market.fits == 0 && market.maybe == 0) return "nobody fits";
  std::string out = fmt::format("{} of {} fit, {} of them your network", thousands(market.fits), thousands(market.people),
                                market.network == 0 ? "none" : thousands(market.network));
  if (market.maybe > 0) out += fmt::format("; {} may", thousands(market.maybe));
  if (market.fits == market.people) out += ": that is everybody, and no choice";
  return out;
}

int print(Context& context, const app::MarketView& market) {
  if (context.json()) {
    context.out() << wire::dump(wire::market_json(market));
    return market.fits + market.maybe > 0 ? done : answer_is_no;
  }
  if (!market.name.empty()) context.out() << Paint(context.color()).bold(safe(market.name, 60)) << "\n";
  context.out() << market.words << "\n" << counts(market) << "\n";
  if (!market.best.empty()) context.out() << "\n";
  for (const app::MarketView::One& one : market.best) {
    context.out() << "  " << pad(safe(one.person.card.person.name, 28), 28) << "  "
                  << pad(rung_words(one.person.card.standing.rung), 9) << "  " << joined(one.fit.holds)
                  << (one.fit.unknown.empty() ? "" : "; not known: " + joined(one.fit.unknown)) << "\n";
  }
  return market.fits + market.maybe > 0 ? done : answer_is_no;
}

int list_markets(Context& context, app::Session& session) {
  const auto all = app::markets(session);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    nlohmann::json out = nlohmann::json::array();
    for (const app::MarketView& one : *all) out.push_back(wire::market_json(one));
    context.out() << wire::dump({{"markets", std::move(out)}});
    return done;
  }
  if (all->empty())
    context.out() << "You have no market yet. Whom do you want to work with? wellmet market add fintech title:founder,cto\n";
  for (const app::MarketView& one : *all)
    context.out() << pad(safe(one.name, 20), 20) << "  " << counts(one) << "\n" << pad("", 22) << one.words << "\n";
  return done;
}

int run_market(Context& context) {
  const std::string verb = context.value("DO").value_or("list");
  const auto name = context.value("NAME");
  std::string rule;
  for (const std::string& word : context.values("RULE")) {
    // The shell took the quotes off: title:"head of data" is one word here.
    rule += (rule.empty() ? "" : " ") +
            (word.find(' ') == std::string::npos || word.find('"') != std::string::npos || context.values("RULE").size() == 1
                 ? word
                 : "\"" + word + "\"");
  }
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (verb == "list") return list_markets(context, *session);
  if (verb == "try" && name) {
    const auto tried = app::try_market(*session, "", rule.empty() ? *name : *name + " " + rule);
    return tried ? print(context, *tried) : context.fail(tried.error());
  }
  if (verb == "show" && name) {
    const auto shown = app::show_market(*session, *name);
    return shown ? print(context, *shown) : context.fail(shown.error());
  }
  if (verb == "remove" && name) {
    const auto said = app::drop_market(*session, *name);
    return said ? context.say(*said) : context.fail(said.error());
  }
  if (verb == "add" && name) {
    const auto said = app::market(*session, *name, rule);
    if (!said) return context.fail(said.error());
    if (context.json() || context.quiet()) return context.say(*said);
    const auto shown = app::try_market(*session, "", rule);
    context.out() << words::say(*said) << ".\n";
    if (shown) context.out() << counts(*shown) << "\n";
    return done;
  }
  return context.fail({base::Fault::usage, {}, base::say("cli.say-what-do-which-2"), base::say("cli.add-name-rule-list")});
}

}  // namespace

extern const Command command_market;
const Command command_market{
    .name = "market",
    .group = "What to do",
    .summary = "whom you want to work with: one market or two, given by a rule",
    .examples =
        "wellmet market try title:founder,cto city:berlin\n"
        "wellmet market add fintech title:founder,cto any:bank,payment no-company:acme\n"
        "wellmet market show fintech\n",
    .arguments = market_arguments,
    .options = {},
    .run = run_market,
    .notes =
        "Every condition must hold, one of its words suffices; words count from their beginning (engineer is in\n"
        "engineering). title, company, city, note, tag, any (all but city), seniority (leads, senior, other).\n"
        "Of whom something is not known \"may\" fit: unknown is not no.",
};

}  // namespace faces::cli
