#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "app/help/relevant.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument need_arguments[] = {
    {"PERSON", "who needs something; left out: the list", true},
    {"TEXT", "what they need, in a few words", true},
};
constexpr Option need_options[] = {
    {"--helped", "N", "you met that need: it counts as help to them"},
    {"--met", "N", "it was met otherwise"},
    {"--remove", "N", "it never was one"},
    {"--yes", "N", "what was noticed is so"},
    {"--no", "N", "what was noticed is not so; it is not asked again"},
};

void print(Context& context, const app::NeedView& one) {
  const Paint paint(context.color());
  context.out() << fmt::format("{:>4}  ", one.need.number) << paint.bold(safe(one.who.card.person.name, 60))
                << " needs: " << safe(one.need.text) << ", since " << base::words(one.need.since) << "\n";
  for (const plays::Offer& offer : one.offers) context.out() << "        you offer: " << safe(offer.text) << "\n";
  for (const app::RelevantView& helper : one.helpers) {
    const std::string job = job_words(helper.person, 50);
    context.out() << "        perhaps:   " << safe(helper.person.card.person.name, 40) << (job.empty() ? "" : " · " + job) << ": "
                  << relevant_words(helper) << "\n";
  }
  if (one.offers.empty() && one.helpers.empty()) context.out() << "        nobody comes to mind\n";
}

void print(Context& context, const std::vector<app::NoticedView>& noticed) {
  context.out() << "Noticed, and not sure:\n";
  for (const app::NoticedView& one : noticed) {
    const std::string from = one.day ? fmt::format("wrote \"{}\", {}", safe(one.from, 60), base::words(*one.day))
                                     : fmt::format("your note: \"{}\"", safe(one.from, 60));
    context.out() << fmt::format("{:>4}  ", one.n) << safe(one.who.card.person.name, 60) << " needs " << safe(one.need) << "?  ("
                  << from << ")\n";
  }
  if (!context.quiet()) context.out() << "Is it so? wellmet need --yes N, or --no N\n";
}

int run_need(Context& context) {
  for (const auto& [option, yes] : {std::pair{"--yes", true}, {"--no", false}}) {
    const auto given = context.number(option, 1);
    if (!given) return context.fail(given.error());
    if (!given->has_value()) continue;
    auto session = context.open();
    if (!session) return context.fail(session.error());
    const auto key = app::noticed_key(*session, **given);
    if (!key) return context.fail(key.error());
    const auto said = app::answer_noticed(*session, *key, yes);
    return said ? context.say(*said) : context.fail(said.error());
  }
  auto settled = std::optional<app::Settled>{};
  std::optional<int> number;
  for (const auto& [option, how] :
       {std::pair{"--helped", app::Settled::helped}, {"--met", app::Settled::met}, {"--remove", app::Settled::drop}}) {
    const auto given = context.number(option, 1);
    if (!given) return context.fail(given.error());
    if (!given->has_value()) continue;
    settled = how;
    number = *given;
  }
  const auto person = context.value("PERSON");
  if (person && settled) return context.fail({base::Fault::usage, {}, base::say("cli.new-need-met"), base::say("cli.give-both")});
  if (person && !context.value("TEXT"))
    return context.fail({base::Fault::usage, {}, base::say("cli.what-do-they-need"), base::say("cli.instance-wellmet-need-ada")});
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (person || settled) {
    const auto said = person ? app::need(*session, *person, *context.value("TEXT"))
                             : app::settle_need(*session, static_cast<std::uint32_t>(*number), *settled);
    return said ? context.say(*said) : context.fail(said.error());
  }
  const auto needs = app::needs(*session);
  if (!needs) return context.fail(needs.error());
  const auto noticed = app::noticed_needs(*session);
  if (!noticed) return context.fail(noticed.error());
  if (context.json()) {
    context.out() << wire::dump(wire::needs_json(*needs, *noticed));
    return done;
  }
  if (needs->empty()) context.out() << "Nobody needs anything that you know of. wellmet need NAME \"data engineers\"\n";
  for (const app::NeedView& one : *needs) print(context, one);
  if (!needs->empty() && !context.quiet()) context.out() << "\nwellmet intro A B brings two people together.\n";
  if (!noticed->empty()) {
    if (!needs->empty()) context.out() << "\n";
    print(context, *noticed);
  }
  return done;
}

}  // namespace

extern const Command command_need;
const Command command_need{
    .name = "need",
    .group = "What to do",
    .summary = "what somebody needs, and who might help: you, or somebody you know",
    .examples =
        "wellmet need ada \"data engineers\"\n"
        "wellmet need\n"
        "wellmet need --helped 14\n"
        "wellmet need --yes 1\n",
    .arguments = need_arguments,
    .options = need_options,
    .run = run_need,
    .notes =
        "Who comes to mind is in touch with you or closer, and has to do with the words of the need, by title, company,\n"
        "town, your notes, or what the two of you wrote and met about; a word that few bear counts more.",
};

}  // namespace faces::cli
