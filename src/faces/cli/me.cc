#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/session.h"
#include "app/settings/settings.h"
#include "app/share/share.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Option me_options[] = {
    {"--add", "HANDLE", "an address, number or profile that is yours"},
    {"--remove", "HANDLE", "one that is not"},
    {"--topics", "WORDS", "what you are known for, which pieces are shared by; empty to take it back"},
    {"--region", "XX", "in which national numbers are read: SE, GB, …"},
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
    if (!context.json()) context.out() << words::say(*said) << ".\n";
  }
  if (const auto topics = context.value("--topics")) {
    const auto said = app::set_topics(*session, *topics);
    if (!said) return context.fail(said.error());
    if (!context.json()) context.out() << words::say(*said) << ".\n";
  }
  const auto totals = app::status(*session);
  if (!totals) return context.fail(totals.error());
  if (context.json()) {
    context.out() << wire::dump(wire::me_json(*totals));
    return done;
  }
  if (totals->owner_handles.empty()) {
    context.out() << "Which addresses are yours is unknown: wellmet me --add YOU@EXAMPLE.ORG\n";
    return done;
  }
  context.out() << "You are " << safe(totals->owner_name.empty() ? "(no name known)" : totals->owner_name, 80) << "\n";
  for (const std::string& handle : totals->owner_handles) {
    const bool assumed =
        std::find(totals->owner_assumed.begin(), totals->owner_assumed.end(), handle) != totals->owner_assumed.end();
    context.out() << "  " << safe(handle, 100) << (assumed ? "  (taken to be yours, since it bears your name)" : "") << "\n";
  }
  const auto commitments = app::commitments(*session);
  if (!commitments) return context.fail(commitments.error());
  if (!commitments->topics.empty()) context.out() << "Known for: " << safe(commitments->topics, 100) << "\n";
  for (const plays::Offer& one : commitments->offers) context.out() << "You offer: " << safe(one.text, 100) << "\n";
  for (const plays::Market& one : commitments->markets)
    context.out() << "Market:    " << safe(one.name, 30) << ", " << one.rule.words() << "\n";
  if (!totals->region.empty()) context.out() << "National numbers are read as in " << safe(totals->region, 10) << ".\n";
  return done;
}

}  // namespace

extern const Command command_me;
const Command command_me{
    .name = "me",
    .group = "What you say",
    .summary = "who you are: addresses, numbers, profile, what you are known for",
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
