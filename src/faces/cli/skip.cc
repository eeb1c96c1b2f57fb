#include "app/plan/plan.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument skip_arguments[] = {
    {"N", "usage.skip.n"},
};

int run_skip(Context& context) {
  const auto n = context.number("N", 1);
  if (!n) return context.fail(n.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto key = app::step_key(*session, **n);
  if (!key) return context.fail(key.error());
  const auto done_words = app::answer_step(*session, *key, "skip", {}, {});
  return done_words ? context.say(*done_words) : context.fail(done_words.error());
}

}  // namespace

extern const Command command_skip;
const Command command_skip{
    .name = "skip",
    .group = "usage.group.what-to-do",
    .summary = "usage.skip",
    .examples = "wellmet skip 3\n",
    .arguments = skip_arguments,
    .options = {},
    .run = run_skip,
};

}  // namespace faces::cli
