#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "app/person.h"
#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument intro_arguments[] = {
    {"A", "usage.intro.a", true},
    {"B", "usage.intro.b", true},
    {"WHY", "usage.intro.why", true},
};
constexpr Option intro_options[] = {
    {"--asked", "PERSON", "usage.intro.asked"},       {"--agreed", "PERSON", "usage.intro.agreed"},
    {"--declined", "PERSON", "usage.intro.declined"}, {"--made", "", "usage.intro.made"},
    {"--came", "TEXT", "usage.intro.came"},
};

/// When whoever is to be asked next was.
std::optional<base::Day> asked_on(const app::IntroductionView& view) {
  if (!view.turn) return std::nullopt;
  return view.turn->person == view.first.person ? view.introduction.first.asked : view.introduction.second.asked;
}

std::string stage_words(const app::IntroductionView& view) {
  using Stage = plays::Introduction::Stage;
  const auto name = [](const app::PersonView& person) { return safe(person.card.person.name, 40); };
  const plays::Introduction& one = view.introduction;
  switch (one.stage) {
    case Stage::asking: {
      const auto asked = asked_on(view);
      return asked ? say("cli.intro.asked", {{"name", name(*view.turn)}, {"day", *asked}})
                   : say("cli.intro.to-ask", {{"name", name(*view.turn)}});
    }
    case Stage::agreed:
      return say("cli.intro.agreed");
    case Stage::made:
      return say("cli.intro.made", {{"day", one.moved}});
    case Stage::closed:
      return say("cli.intro.came", {{"text", safe(one.came)}});
    case Stage::declined:
      return say("cli.intro.declined", {{"name", name(one.first.declined ? view.first : view.second)}});
  }
  return "";
}

void print_line(Context& context, const app::IntroductionView& one, const Paint& paint) {
  context.out() << fmt::format("{:>4}  ", one.introduction.number)
                << say("cli.intro.line", {{"first", paint.bold(safe(one.first.card.person.name, 40))},
                                          {"second", paint.bold(safe(one.second.card.person.name, 40))},
                                          {"stage", stage_words(one)}})
                << "\n";
}

int print(Context& context, const app::IntroductionView& one) {
  if (context.json()) {
    context.out() << wire::dump(wire::introduction_json(one));
    return done;
  }
  print_line(context, one, Paint(context.color()));
  if (!one.draft) return done;
  context.out() << "\n" << draft_words(*one.draft) << "\n";
  if (context.quiet()) return done;
  const std::string command = fmt::format("wellmet intro {}", one.introduction.number);
  context.out() << (!one.turn       ? say("cli.intro.then-make", {{"command", command}})
                    : asked_on(one) ? say("cli.intro.then-answer", {{"command", command}})
                                    : say("cli.intro.then-ask", {{"command", command}}))
                << "\n";
  return done;
}

int list_introductions(Context& context, app::Session& session) {
  const auto all = app::introductions(session);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    nlohmann::json out = nlohmann::json::array();
    for (const app::IntroductionView& one : *all) out.push_back(wire::introduction_json(one));
    context.out() << wire::dump({{"introductions", std::move(out)}});
    return done;
  }
  if (all->empty()) context.out() << say("cli.intro.none") << "\n";
  for (const app::IntroductionView& one : *all) print_line(context, one, Paint(false));
  return done;
}

/// What is said of introduction `n`, if anything.
std::optional<base::Result<base::Message>> said_of(Context& context, app::Session& session, std::uint32_t n) {
  using Word = app::Word;
  if (const auto who = context.value("--asked")) return app::move_introduction(session, n, *who, Word::asked);
  if (const auto who = context.value("--agreed")) return app::move_introduction(session, n, *who, Word::agreed);
  if (const auto who = context.value("--declined")) return app::move_introduction(session, n, *who, Word::declined);
  if (context.flag("--made")) return app::introduction_made(session, n);
  if (const auto text = context.value("--came")) return app::introduction_came(session, n, *text);
  return std::nullopt;
}

int run_intro(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto a = context.value("A"), b = context.value("B");
  if (!a) return list_introductions(context, *session);
  if (b) {
    const auto said = app::introduce(*session, *a, *b, context.value("WHY").value_or(""));
    if (!said) return context.fail(said.error());
    if (context.json()) return context.say(*said);
    const auto all = app::introductions(*session);
    if (!all) return context.fail(all.error());
    return print(context, all->back());
  }
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(a->data(), a->data() + a->size(), n);
  if (error != std::errc() || end != a->data() + a->size()) {
    return context.fail({base::Fault::usage,
                         {},
                         base::say("cli.whom-they-meet"),
                         base::say("cli.wellmet-intro-somebody", {{"a", safe(*a, 40)}})});
  }
  if (const auto said = said_of(context, *session, n)) {
    if (!*said) return context.fail(said->error());
    if (context.json() || context.quiet()) return context.say(**said);
    context.out() << say("cli.sentence", {{"said", **said}}) << "\n\n";
  }
  const auto one = app::introduction(*session, n);
  return one ? print(context, *one) : context.fail(one.error());
}

}  // namespace

extern const Command command_intro;
const Command command_intro{
    .name = "intro",
    .group = "usage.group.what-to-do",
    .summary = "usage.intro",
    .examples =
        "wellmet intro ada bo \"both build engines\"\n"
        "wellmet intro 14 --asked ada\n"
        "wellmet intro 14 --agreed ada\n"
        "wellmet intro 14 --made\n"
        "wellmet intro 14 --came \"they work together now\"\n",
    .arguments = intro_arguments,
    .options = intro_options,
    .run = run_intro,
    .notes = "usage.intro.notes",
};

}  // namespace faces::cli
