#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/session.h"
#include "app/settings/settings.h"
#include "app/share/share.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Option me_options[] = {
    {"--add", "HANDLE", "usage.me.add"},
    {"--remove", "HANDLE", "usage.me.remove"},
    {"--topics", "WORDS", "usage.me.topics"},
    {"--region", "XX", "usage.me.region"},
};

int run_me(Context& context) {
  auto session = context.open(Context::Make::file);
  if (!session) return context.fail(session.error());
  const auto add = context.values("--add");
  const auto remove = context.values("--remove");
  const std::string region = context.value("--region").value_or("");
  if (!add.empty() || !remove.empty() || !region.empty()) {
    const auto said = app::me(*session, add, remove, region);
    if (!said) return context.fail(said.error());
    if (!context.json()) context.out() << say("cli.sentence", {{"said", *said}}) << "\n";
  }
  if (const auto topics = context.value("--topics")) {
    const auto said = app::set_topics(*session, *topics);
    if (!said) return context.fail(said.error());
    if (!context.json()) context.out() << say("cli.sentence", {{"said", *said}}) << "\n";
  }
  const auto totals = app::status(*session);
  if (!totals) return context.fail(totals.error());
  if (context.json()) {
    context.out() << wire::dump(wire::me_json(*totals));
    return done;
  }
  if (totals->owner_handles.empty()) {
    context.out() << say("cli.unknown.owner") << "\n";
    return done;
  }
  context.out() << (totals->owner_name.empty() ? say("cli.me.nameless")
                                               : say("cli.me.owner", {{"name", safe(totals->owner_name, 80)}}))
                << "\n";
  for (const std::string& handle : totals->owner_handles) {
    const bool assumed =
        std::find(totals->owner_assumed.begin(), totals->owner_assumed.end(), handle) != totals->owner_assumed.end();
    context.out() << "  " << safe(handle, 100) << (assumed ? "  " + say("cli.me.assumed") : "") << "\n";
  }
  const auto commitments = app::commitments(*session);
  if (!commitments) return context.fail(commitments.error());
  if (!commitments->topics.empty()) context.out() << say("cli.me.topics", {{"topics", safe(commitments->topics, 100)}}) << "\n";
  for (const plays::Offer& one : commitments->offers)
    context.out() << say("cli.me.offer", {{"offer", safe(one.text, 100)}}) << "\n";
  for (const plays::Market& one : commitments->markets)
    context.out() << say("cli.me.market", {{"name", safe(one.name, 30)}, {"rule", one.rule.words()}}) << "\n";
  if (!totals->region.empty()) context.out() << say("cli.me.region", {{"region", safe(totals->region, 10)}}) << "\n";
  return done;
}

}  // namespace

extern const Command command_me;
const Command command_me{
    .name = "me",
    .group = "usage.group.what-you-say",
    .summary = "usage.me",
    .examples =
        "wellmet me\n"
        "wellmet me --add mara@lindqvist.example --region SE\n"
        "wellmet me --topics \"databases, hospitals\"\n"
        "wellmet me --remove info@lindqvist.example\n",
    .arguments = {},
    .options = me_options,
    .run = run_me,
};

}  // namespace faces::cli
