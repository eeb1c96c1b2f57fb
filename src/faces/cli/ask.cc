#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument ask_arguments[] = {{"ABOUT", "usage.ask.about", false, true}};
constexpr Option ask_options[] = {{"--limit", "N", "usage.ask.limit"}};

int run_ask(Context& context) {
  std::string about;
  for (const std::string& word : context.values("ABOUT")) about += (about.empty() ? "" : " ") + word;
  const auto limit = context.number("--limit", 0);
  if (!limit) return context.fail(limit.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto found = app::ask(*session, about, static_cast<std::size_t>(limit->value_or(5)));
  if (!found) return context.fail(found.error());
  if (context.json()) {
    context.out() << wire::dump(wire::asks_json(*found));
    return found->empty() ? answer_is_no : done;
  }
  if (found->empty()) {
    context.out() << say("cli.ask.nobody") << "\n";
    return answer_is_no;
  }
  const Paint paint(context.color());
  for (const app::AskView& one : *found) {
    const std::string job = job_words(one.who.person, 60);
    context.out() << paint.bold(safe(one.who.person.card.person.name, 40)) << (job.empty() ? "" : " · " + job) << "  "
                  << paint.dim(one.who.person.id()) << "\n  " << pad(say("cli.ask.knows"), 7) << " " << relevant_words(one.who)
                  << "\n  " << pad(say("cli.ask.gladly"), 7) << " " << words::say(one.gladly) << "\n";
  }
  if (context.quiet()) return done;
  const app::AskView& first = found->front();
  context.out() << "\n"
                << say("cli.ask.letter") << "\n\n"
                << draft_words(first.draft) << "\n"
                << say("cli.ask.then", {{"command", "wellmet log asked " + first.who.person.id()}}) << "\n";
  return done;
}

}  // namespace

extern const Command command_ask;
const Command command_ask{
    .name = "ask",
    .group = "usage.group.what-to-do",
    .summary = "usage.ask",
    .examples = "wellmet ask \"hiring in Poland\"\n",
    .arguments = ask_arguments,
    .options = ask_options,
    .run = run_ask,
    .notes = "usage.ask.notes",
};

}  // namespace faces::cli
