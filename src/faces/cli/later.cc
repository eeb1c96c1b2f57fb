#include "app/plan/plan.h"
#include "base/text.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument later_arguments[] = {
    {"N", "usage.later.n"},
    {"DATE", "usage.later.date", false, true},
};

int run_later(Context& context) {
  const auto n = context.number("N", 1);
  if (!n) return context.fail(n.error());
  const auto today = context.today();
  if (!today) return context.fail(today.error());
  std::string text;
  for (const std::string& word : context.values("DATE")) text += (text.empty() ? "" : " ") + word;
  const auto day = base::parse_day(text, *today);
  if (!day || *day <= *today) {
    return context.fail({base::Fault::usage,
                         {},
                         base::say("cli.not-future-date", {{"text", base::printable(text, 40)}}),
                         base::say("cli.write-2027-01-15")});
  }
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto key = app::step_key(*session, **n);
  if (!key) return context.fail(key.error());
  const auto done_words = app::answer_step(*session, *key, "later", {}, *day);
  return done_words ? context.say(*done_words) : context.fail(done_words.error());
}

}  // namespace

extern const Command command_later;
const Command command_later{
    .name = "later",
    .group = "usage.group.what-to-do",
    .summary = "usage.later",
    .examples =
        "wellmet later 2 next friday\n"
        "wellmet later 1 2027-01-15\n",
    .arguments = later_arguments,
    .options = {},
    .run = run_later,
};

}  // namespace faces::cli
