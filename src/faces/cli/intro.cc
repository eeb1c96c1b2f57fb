#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "app/person.h"
#include "app/session.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument intro_arguments[] = {
    {"A", "who is asked first; or the number of an introduction; left out: the list", true},
    {"B", "whom they are to meet", true},
    {"WHY", "what they have of each other: it goes into the letters", true},
};
constexpr Option intro_options[] = {
    {"--asked", "PERSON", "you have asked them; no word yet"},
    {"--agreed", "PERSON", "they would like that"},
    {"--declined", "PERSON", "they would rather not"},
    {"--made", "", "you have put the two into one letter: help to both"},
    {"--came", "TEXT", "what came of it"},
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
      return asked ? fmt::format("asked {} on {}, no word yet", name(*view.turn), base::words(*asked))
                   : "to ask: " + name(*view.turn);
    }
    case Stage::agreed:
      return "both agreed: to be made";
    case Stage::made:
      return "made " + base::words(one.moved);
    case Stage::closed:
      return "came of it: " + safe(one.came);
    case Stage::declined:
      return name(one.first.declined ? view.first : view.second) + " would rather not";
  }
  return "";
}

int print(Context& context, const app::IntroductionView& one) {
  if (context.json()) {
    context.out() << wire::dump(wire::introduction_json(one));
    return done;
  }
  const std::uint32_t n = one.introduction.number;
  const Paint paint(context.color());
  context.out() << fmt::format("{:>4}  ", n) << paint.bold(safe(one.first.card.person.name, 40)) << " and "
                << paint.bold(safe(one.second.card.person.name, 40)) << " · " << stage_words(one) << "\n";
  if (!one.draft) return done;
  context.out() << "\n" << draft_words(*one.draft) << "\n";
  if (context.quiet()) return done;
  if (one.turn) {
    context.out() << fmt::format("Then: wellmet intro {} {}--agreed NAME, or --declined NAME\n", n,
                                 asked_on(one) ? "" : "--asked NAME; once they answer, ");
  } else {
    context.out() << fmt::format("Then: wellmet intro {} --made\n", n);
  }
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
  if (all->empty()) context.out() << "No introduction is under way. wellmet intro ADA BO \"both build engines\"\n";
  for (const app::IntroductionView& one : *all) {
    context.out() << fmt::format("{:>4}  ", one.introduction.number) << safe(one.first.card.person.name, 40) << " and "
                  << safe(one.second.card.person.name, 40) << " · " << stage_words(one) << "\n";
  }
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
    context.out() << words::say(**said) << ".\n\n";
  }
  const auto one = app::introduction(*session, n);
  return one ? print(context, *one) : context.fail(one.error());
}

}  // namespace

extern const Command command_intro;
const Command command_intro{
    .name = "intro",
    .group = "What to do",
    .summary = "bring two people together, once both agree; with a letter for each step",
    .examples =
        "wellmet intro ada bo \"both build engines\"\n"
        "wellmet intro 14 --asked ada\n"
        "wellmet intro 14 --agreed ada\n"
        "wellmet intro 14 --made\n"
        "wellmet intro 14 --came \"they work together now\"\n",
    .arguments = intro_arguments,
    .options = intro_options,
    .run = run_intro,
    .notes = "Nothing is sent: the letters are for you to send, or not. A is asked first.",
};

}  // namespace faces::cli
