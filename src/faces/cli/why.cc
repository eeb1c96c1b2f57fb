#include <nlohmann/json.hpp>
#include <ostream>

#include "app/plan/plan.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument why_arguments[] = {
    {"N", "usage.why.n"},
};

std::string urgency_words(const plays::Step& step) {
  const std::string_view urgency = step.urgency == 2 ? "waits" : step.urgency == 1 ? "soon" : step.turn == 0 ? "theirs" : "other";
  return say("cli.why.urgency", {{"urgency", urgency}, {"percent", percent(plays::not_their_day)}});
}

base::Message span(int days) { return base::say("cli.why.span", {{"days", days}}); }

int run_why(Context& context) {
  const auto n = context.number("N", 1);
  if (!n) return context.fail(n.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto key = app::step_key(*session, **n);
  if (!key) return context.fail(key.error());
  const auto why = app::why(*session, *key);
  if (!why) return context.fail(why.error());
  if (context.json()) {
    context.out() << wire::dump(wire::why_json(*why));
    return done;
  }
  const plays::Step& step = why->step.step;
  const auto& card = why->step.person.card;
  const auto& s = card.standing;
  const Paint paint(context.color());
  const auto row = [&](const std::string& label, const std::string& text) {
    context.out() << "  " << pad(label, 9) << "  " << text << "\n";
  };
  context.out() << say("cli.why.head", {{"name", paint.bold(safe(card.person.name, 60))},
                                        {"play", play_words(step.play)},
                                        {"minutes", step.minutes}})
                << "\n\n";
  row(say("cli.why.because"), words::say(step.reason));
  if (!why->step.note.empty())
    row(say("cli.why.evidence"), say("cli.why.noted", {{"day", *why->step.note_day}, {"note", safe(why->step.note, 80)}}));
  if (!why->step.opening.empty()) row(say("cli.why.open"), words::say(why->step.opening));
  row(say("cli.why.do"), todo_words(why->step));
  row(say("cli.why.order"), urgency_words(step));
  row(say("cli.why.place"), say("cli.why.place-of", {{"place", why->place}, {"of", why->of}}));
  row(say("cli.why.chance"),
      say("cli.why.chances", {{"reply", percent(s.reply_chance)}, {"exchange", percent(s.exchange_chance)}}));
  row(say("cli.why.gain"), say("cli.why.gains", {{"gain", step.gain}, {"by_minute", step.gain / step.minutes}}));
  if (step.gives) row(say("cli.why.gives"), say("cli.why.giving"));
  if (s.unanswered > 0) row(say("cli.why.asked"), say("cli.why.unanswered", {{"days", s.unanswered}, {"day", *s.last_out}}));
  row(say("cli.why.rest"), say("cli.why.rests", {{"done", span(plays::done_rest_days)},
                                                 {"asks", yes(step.asks)},
                                                 {"skipped", span(plays::skip_rest_days)},
                                                 {"twice", span(plays::rest_days_max)}}));
  if (why->step.draft) context.out() << "\n" << draft_words(*why->step.draft);
  return done;
}

}  // namespace

extern const Command command_why;
const Command command_why{
    .name = "why",
    .group = "usage.group.what-to-do",
    .summary = "usage.why",
    .examples = "wellmet why 2\n",
    .arguments = why_arguments,
    .options = {},
    .run = run_why,
};

}  // namespace faces::cli
