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
    {"PERSON", "usage.need.person", true},
    {"TEXT", "usage.need.text", true},
};
constexpr Option need_options[] = {
    {"--helped", "N", "usage.need.helped"}, {"--met", "N", "usage.need.met"}, {"--remove", "N", "usage.need.remove"},
    {"--yes", "N", "usage.need.yes"},       {"--no", "N", "usage.need.no"},
};

void print(Context& context, const app::NeedView& one) {
  const Paint paint(context.color());
  context.out() << fmt::format("{:>4}  ", one.need.number)
                << say("cli.need.needs", {{"name", paint.bold(safe(one.who.card.person.name, 60))},
                                          {"need", safe(one.need.text)},
                                          {"since", one.need.since}})
                << "\n";
  for (const plays::Offer& offer : one.offers)
    context.out() << "        " << pad(say("cli.need.offer"), 10) << " " << safe(offer.text) << "\n";
  for (const app::RelevantView& helper : one.helpers) {
    const std::string job = job_words(helper.person, 50);
    context.out() << "        " << pad(say("cli.need.perhaps"), 10) << " " << safe(helper.person.card.person.name, 40)
                  << (job.empty() ? "" : " · " + job) << ": " << relevant_words(helper) << "\n";
  }
  if (one.offers.empty() && one.helpers.empty()) context.out() << "        " << say("cli.need.nobody") << "\n";
}

void print(Context& context, const std::vector<app::NoticedView>& noticed) {
  context.out() << say("cli.need.noticed") << "\n";
  for (const app::NoticedView& one : noticed) {
    const std::string name = safe(one.who.card.person.name, 60), need = safe(one.need), from = safe(one.from, 60);
    context.out() << fmt::format("{:>4}  ", one.n)
                  << (one.day ? say("cli.need.wrote", {{"name", name}, {"need", need}, {"from", from}, {"day", *one.day}})
                              : say("cli.need.noted", {{"name", name}, {"need", need}, {"from", from}}))
                  << "\n";
  }
  if (!context.quiet()) context.out() << say("cli.need.ask") << "\n";
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
  if (needs->empty()) context.out() << say("cli.need.none") << "\n";
  for (const app::NeedView& one : *needs) print(context, one);
  if (!needs->empty() && !context.quiet()) context.out() << "\n" << say("cli.need.intro") << "\n";
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
    .group = "usage.group.what-to-do",
    .summary = "usage.need",
    .examples =
        "wellmet need ada \"data engineers\"\n"
        "wellmet need\n"
        "wellmet need --helped 14\n"
        "wellmet need --yes 1\n",
    .arguments = need_arguments,
    .options = need_options,
    .run = run_need,
    .notes = "usage.need.notes",
};

}  // namespace faces::cli
