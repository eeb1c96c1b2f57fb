#include "app/plan/plan.h"
#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr Argument done_arguments[] = {
    {"N", "usage.done.n"},
    {"TEXT", "usage.done.text", true, true},
};

int run_done(Context& context) {
  const auto n = context.number("N", 1);
  if (!n) return context.fail(n.error());
  std::string text;
  for (const std::string& word : context.values("TEXT")) text += (text.empty() ? "" : " ") + word;
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto key = app::step_key(*session, **n);
  if (!key) return context.fail(key.error());
  const auto done_words = app::answer_step(*session, *key, "done", text, {});
  return done_words ? context.say(*done_words) : context.fail(done_words.error());
}

}  // namespace

extern const Command command_done;
const Command command_done{
    .name = "done",
    .group = "usage.group.what-to-do",
    .summary = "usage.done",
    .examples =
        "wellmet done 1\n"
        "wellmet done 2 \"coffee on Friday\"\n",
    .arguments = done_arguments,
    .options = {},
    .run = run_done,
};

}  // namespace faces::cli
