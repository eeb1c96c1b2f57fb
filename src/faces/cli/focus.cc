#include "app/focus/focus.h"

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
    {"--limit", "N", "usage.focus.limit"},
    {"--let-go", "", "usage.focus.let-go"},
    {"--except", "PERSON", "usage.focus.except"},
    {"--worklist", "", "usage.focus.worklist"},
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
  if (!context.json() && list.empty()) context.out() << say("cli.focus.no-profile") << "\n";
  if (context.json()) context.out() << wire::dump({{"worklist", std::move(list)}});
  return done;
}

/// Two digits that say something: "12 %", "0.031 %".
std::string share(double part) {
  return part < 0.1 ? say("cli.percent-fine", {{"percent", 100 * part}}) : say("cli.percent", {{"percent", percent(part)}});
}

/// What letting these go does to the rest.
void print_cohesion(Context& context, const app::CohesionChange& change) {
  const graph::Cohesion& now = change.before;
  const graph::Cohesion& then = change.after;
  if (now.acquaintances == 0) return;
  const auto line = [&](const std::string& what, const std::string& before, const std::string& after) {
    context.out() << "  " << pad(what, 52) << pad(before, 8, true) << pad(after, 9, true) << "\n";
  };
  context.out() << "\n";
  line(say("cli.focus.cohesion"), say("cli.focus.now"), say("cli.focus.without"));
  line(say("cli.focus.density"), share(now.density), share(then.density));
  line(say("cli.focus.transitivity"), share(now.transitivity), share(then.transitivity));
  const auto constraint = [](double number) { return say("cli.number-fine", {{"number", number}}); };
  line(say("cli.focus.constraint"), constraint(now.constraint), constraint(then.constraint));
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
    context.out() << say("cli.focus.done", {{"said", *said}}) << "\n";
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
  if (!found->markets) context.out() << say("cli.focus.no-market") << "\n\n";
  if (found->batch.empty()) {
    context.out() << say("cli.focus.nobody") << "\n";
    return done;
  }
  context.out() << say("cli.focus.head", {{"n", found->of}, {"markets", yes(found->markets)}}) << "\n\n";
  for (const app::LetGoView::One& one : found->batch) {
    const auto& p = one.person.card.person;
    context.out() << "  " << pad(safe(p.name, 28), 28) << "  " << pad(safe(p.company, 22), 22) << "  " << words::say(one.why)
                  << "\n";
  }
  if (found->batch.size() < found->of) context.out() << "  " << say("cli.more", {{"n", found->of - found->batch.size()}}) << "\n";
  if (found->fits > 0) {
    const auto fit = [&](std::size_t people) { return percent(static_cast<double>(found->fits) / static_cast<double>(people)); };
    const std::size_t left = found->people - found->batch.size();
    if (left > 0) {
      context.out() << "\n"
                    << say("cli.focus.share", {{"people", found->people}, {"now", fit(found->people)}, {"then", fit(left)}})
                    << "\n";
    }
  }
  print_cohesion(context, *cohesion);
  if (!context.quiet()) context.out() << "\n" << say("cli.focus.hint") << "\n";
  return done;
}

}  // namespace

extern const Command command_focus;
const Command command_focus{
    .name = "focus",
    .group = "usage.group.what-to-do",
    .summary = "usage.focus",
    .examples =
        "wellmet focus\n"
        "wellmet focus --let-go --except ada\n"
        "wellmet focus --worklist\n",
    .arguments = {},
    .options = focus_options,
    .run = run_focus,
    .notes = "usage.focus.notes",
};

}  // namespace faces::cli
