#include "app/focus/focus.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/focus/acquaintance.h"
#include "app/people/people.h"
#include "app/person.h"
#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr int batch = 20;

constexpr Option focus_options[] = {
    {"--limit", "N", "how many to look at (default 20, 0 is all)"},
    {"--let-go", "", "let go all whom focus last showed"},
    {"--except", "PERSON", "but not them; may be given several times"},
    {"--worklist", "", "those let go who are still connections on LinkedIn, to be removed there by hand"},
};

int worklist(Context& context, app::Session& session) {
  store::Filter filter;
  filter.let_go_only = true;
  filter.sort = store::Sort::name;
  const auto people = app::people(session, filter);
  if (!people) return context.fail(people.error());
  nlohmann::json list = nlohmann::json::array();
  for (const app::PersonView& one : people->people) {
    if (one.card.person.profiles.empty()) continue;
    const std::string& url = one.card.person.profiles.front();
    list.push_back({{"id", one.id()}, {"name", one.card.person.name}, {"linkedin", url}});
    if (!context.json()) context.out() << pad(safe(one.card.person.name, 28), 28) << "  " << safe(url, 120) << "\n";
  }
  if (!context.json() && list.empty()) context.out() << "Nobody whom you let go has a LinkedIn profile here.\n";
  if (context.json()) context.out() << wire::dump({{"worklist", std::move(list)}});
  return done;
}

/// Two digits that say something: "12 %", "0.031 %".
std::string share(double part) { return part < 0.1 ? fmt::format("{:.2g} %", 100 * part) : fmt::format("{:.0f} %", 100 * part); }

/// What letting these go does to the rest.
void print_cohesion(Context& context, const app::CohesionChange& change) {
  const graph::Cohesion& now = change.before;
  const graph::Cohesion& then = change.after;
  if (now.acquaintances == 0) return;
  const auto line = [&](std::string_view what, const std::string& before, const std::string& after) {
    context.out() << "  " << pad(what, 52) << pad(before, 8, true) << pad(after, 9, true) << "\n";
  };
  context.out() << "\n";
  line("How closely the rest hang together", "now", "without");
  line("pairs who know each other, of all", share(now.density), share(then.density));
  line("the same, of those with an acquaintance in common", share(now.transitivity), share(then.transitivity));
  line("circles: 0 open, 1 and more closed (constraint)", fmt::format("{:.2f}", now.constraint),
       fmt::format("{:.2f}", then.constraint));
}

int run_focus(Context& context) {
  const auto limit = context.number("--limit", 0);
  if (!limit) return context.fail(limit.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (context.flag("--worklist")) return worklist(context, *session);
  if (context.flag("--let-go")) {
    const auto said = app::let_go_batch(*session, context.values("--except"));
    if (!said) return context.fail(said.error());
    if (context.json() || context.quiet()) return context.say(*said);
    context.out() << words::say(*said)
                  << ". They stay let go across every import, until they write. Back again: wellmet undo, or take-back NAME\n";
    return done;
  }
  const auto found = app::let_go_proposals(*session, static_cast<std::size_t>(limit->value_or(batch)));
  if (!found) return context.fail(found.error());
  std::vector<std::uint32_t> batch_ids;
  for (const app::LetGoView::One& one : found->batch) batch_ids.push_back(one.person.person);
  const auto cohesion = app::cohesion_without(*session, batch_ids);
  if (!cohesion) return context.fail(cohesion.error());
  if (context.json()) {
    nlohmann::json out = wire::let_go_json(*found);
    out["cohesion"] = wire::cohesion_json(*cohesion);
    context.out() << wire::dump(out);
    return done;
  }
  if (!found->markets) context.out() << "You have no market yet, so this goes by warmth alone: wellmet market add NAME RULE\n\n";
  if (found->batch.empty()) {
    context.out() << "There is nobody whom you might let go.\n";
    return done;
  }
  context.out() << counted(found->of, "person", "people")
                << (found->markets ? " in none of your markets, and nothing has passed for two years:\n\n"
                                   : " with whom nothing has passed for two years:\n\n");
  for (const app::LetGoView::One& one : found->batch) {
    const auto& p = one.person.card.person;
    context.out() << "  " << pad(safe(p.name, 28), 28) << "  " << pad(safe(p.company, 22), 22) << "  " << words::say(one.why)
                  << "\n";
  }
  if (found->batch.size() < found->of)
    context.out() << fmt::format("  and {} more (--limit 0 shows all)\n", thousands(found->of - found->batch.size()));
  if (found->fits > 0) {
    const auto share = [&](std::size_t people) { return 100.0 * static_cast<double>(found->fits) / static_cast<double>(people); };
    const std::size_t left = found->people - found->batch.size();
    if (left > 0) {
      context.out() << fmt::format("\nOf your {} people {:.0f} % fit a market; without these {:.0f} %.\n",
                                   thousands(found->people), share(found->people), share(left));
    }
  }
  print_cohesion(context, *cohesion);
  if (!context.quiet())
    context.out() << "\nwellmet focus --let-go lets go those shown; --except NAME keeps one. Nothing is deleted.\n";
  return done;
}

}  // namespace

extern const Command command_focus;
const Command command_focus{
    .name = "focus",
    .group = "What to do",
    .summary = "whom you might let go, in batches: in no market of yours, and nothing ties you",
    .examples =
        "wellmet focus\n"
        "wellmet focus --let-go --except ada\n"
        "wellmet focus --worklist\n",
    .arguments = {},
    .options = focus_options,
    .run = run_focus,
    .notes =
        "Never proposed: your network, whoever waits for an answer or is owed thanks, whoever needs something or is\n"
        "being introduced, exempt people, and anybody with a strength above 5 or a sign of life within two years.",
};

}  // namespace faces::cli
