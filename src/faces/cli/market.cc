#include <nlohmann/json.hpp>
#include <ostream>

#include "app/focus/focus.h"
#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument market_arguments[] = {
    {"DO", "usage.market.do", true},
    {"NAME", "usage.market.name", true},
    {"RULE", "usage.market.rule", true, true},
};

std::string joined(const std::vector<base::Message>& parts) {
  std::string out;
  for (const base::Message& part : parts) out += (out.empty() ? "" : "; ") + say(part);
  return out;
}

std::string counts(const app::MarketView& market) {
  return say("cli.market.counts", {{"any", yes(market.fits + market.maybe > 0)},
                                   {"fits", market.fits},
                                   {"people", market.people},
                                   {"network", market.network},
                                   {"maybe", market.maybe},
                                   {"all", yes(market.fits == market.people)}});
}

int print(Context& context, const app::MarketView& market) {
  if (context.json()) {
    context.out() << wire::dump(wire::market_json(market));
    return market.fits + market.maybe > 0 ? done : answer_is_no;
  }
  if (!market.name.empty()) context.out() << Paint(context.color()).bold(safe(market.name, 60)) << "\n";
  context.out() << say(market.words) << "\n" << counts(market) << "\n";
  if (!market.best.empty()) context.out() << "\n";
  for (const app::MarketView::One& one : market.best) {
    context.out() << "  " << pad(safe(one.person.card.person.name, 28), 28) << "  "
                  << pad(rung_words(one.person.card.standing.rung), 9) << "  "
                  << say("cli.market.fit", {{"holds", joined(one.fit.holds)},
                                            {"unsure", yes(!one.fit.unknown.empty())},
                                            {"unknown", joined(one.fit.unknown)}})
                  << "\n";
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
  if (all->empty()) context.out() << say("cli.market.none") << "\n";
  for (const app::MarketView& one : *all)
    context.out() << pad(safe(one.name, 20), 20) << "  " << counts(one) << "\n" << pad("", 22) << say(one.words) << "\n";
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
    context.out() << say("cli.sentence", {{"said", *said}}) << "\n";
    if (shown) context.out() << counts(*shown) << "\n";
    return done;
  }
  return context.fail({base::Fault::usage, {}, base::say("cli.say-what-do-which-2"), base::say("cli.add-name-rule-list")});
}

}  // namespace

extern const Command command_market;
const Command command_market{
    .name = "market",
    .group = "usage.group.what-to-do",
    .summary = "usage.market",
    .examples =
        "wellmet market try title:founder,cto city:berlin\n"
        "wellmet market add fintech title:founder,cto any:bank,payment no-company:acme\n"
        "wellmet market show fintech\n",
    .arguments = market_arguments,
    .options = {},
    .run = run_market,
    .notes = "usage.market.notes",
};

}  // namespace faces::cli
