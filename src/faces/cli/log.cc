#include "app/people/say.h"
#include "app/person.h"
#include "base/text.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument log_arguments[] = {
    {"VERB", "usage.log.verb"},
    {"PERSON", "usage.log.person", false, true},
};
constexpr Option log_options[] = {
    {"--on", "DATE", "usage.log.on"},
};

int run_log(Context& context) {
  const auto verb = app::parse_verb(context.argument("VERB"));
  if (!verb) return context.fail(verb.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  auto day = session->today();
  if (const auto on = context.value("--on")) {
    const auto parsed = base::parse_day(*on, day);
    if (!parsed) {
      return context.fail({base::Fault::usage,
                           {},
                           base::say("cli.not-date-3", {{"on", base::printable(*on, 40)}}),
                           base::say("cli.write-2026-03-14")});
    }
    day = *parsed;
  }
  // Persons come first, then the text: the first word that is nobody ends the persons. After the first of
  // them a part of a name is none: "sent" is not Rosenthal.
  std::vector<std::string> persons;
  std::string text;
  const std::vector<std::string> words = context.values("PERSON");
  for (const std::string& word : words) {
    if (text.empty()) {
      const auto found = app::find(*session, word, persons.empty() ? app::Naming::part : app::Naming::whole_words);
      if (found) {
        persons.push_back(word);
        continue;
      }
      if (persons.empty() || found.error().fault == base::Fault::ambiguous) return context.fail(found.error());
    }
    text += (text.empty() ? "" : " ") + word;
  }
  const auto said = app::log(*session, *verb, persons, text, day);
  return said ? context.say(*said) : context.fail(said.error());
}

}  // namespace

extern const Command command_log;
const Command command_log{
    .name = "log",
    .group = "usage.group.what-you-say",
    .summary = "usage.log",
    .examples =
        "wellmet log met ada \"coffee, she knows somebody at Fjord\"\n"
        "wellmet log helped ada \"found her a tax adviser\" --on yesterday\n"
        "wellmet log introduced ada grace\n"
        "wellmet log note ada \"allergic to conferences\"\n",
    .arguments = log_arguments,
    .options = log_options,
    .run = run_log,
    .notes = "usage.log.notes",
};

}  // namespace faces::cli
