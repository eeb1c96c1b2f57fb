#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument ask_arguments[] = {{"ABOUT", "what you want to know", false, true}};
constexpr Option ask_options[] = {{"--limit", "N", "at most so many people; 5 where not given, 0 for all"}};

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
    context.out() << "Nobody that you are in touch with has to do with that, by title, notes or letters.\n";
    return answer_is_no;
  }
  const Paint paint(context.color());
  for (const app::AskView& one : *found) {
    const std::string job = job_words(one.who.person, 60);
    context.out() << paint.bold(safe(one.who.person.card.person.name, 40)) << (job.empty() ? "" : " · " + job) << "  "
                  << paint.dim(one.who.person.id()) << "\n  knows:  " << relevant_words(one.who)
                  << "\n  gladly: " << words::say(one.gladly) << "\n";
  }
  if (context.quiet()) return done;
  const app::AskView& first = found->front();
  context.out() << "\nA letter to the first:\n\n"
                << draft_words(first.draft) << "\nOnce asked: wellmet log asked " << first.who.person.id() << "\n";
  return done;
}

}  // namespace

extern const Command command_ask;
const Command command_ask{
    .name = "ask",
    .group = "What to do",
    .summary = "whom you could ask about something: who knows, who would gladly, and how",
    .examples = "wellmet ask \"hiring in Poland\"\n",
    .arguments = ask_arguments,
    .options = ask_options,
    .run = run_ask,
    .notes =
        "Who knows: by title, company, town, your notes, and what the two of you wrote and met about. Who would gladly: by how\n"
        "likely they answer, how strong the tie is, and whether you have helped them.",
};

}  // namespace faces::cli
