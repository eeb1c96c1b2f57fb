#include <fmt/format.h>

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
    {"N", "the step's number in wellmet today"},
};

/// "two weeks".
std::string span_words(int days) {
  if (days == 7) return "a week";
  if (days == 90) return "a quarter";
  return days == 14 ? "two weeks" : counted(static_cast<std::size_t>(days), "day", "days");
}

std::string urgency_words(const plays::Step& step) {
  if (step.urgency == 2) return "somebody waits for an answer: that comes before everything";
  if (step.urgency == 1) return "thanks, birthdays, how a meeting went and the quiet of your network come before new people";
  if (step.turn == 0) return "not urgent; today is the day of the week that is theirs";
  return fmt::format("not urgent; another day of the week is theirs, so that it weighs {:.0f} % today",
                     100 * plays::not_their_day);
}

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
  const auto row = [&](std::string_view label, const std::string& text) {
    context.out() << "  " << pad(label, 9) << "  " << text << "\n";
  };
  context.out() << fmt::format("{} · {} · {} minutes\n\n", paint.bold(safe(card.person.name, 60)), step.play, step.minutes);
  row("because", words::say(step.reason));
  if (!why->step.note.empty())
    row("evidence", fmt::format("{}, \"{}\"", base::words(*why->step.note_day), safe(why->step.note, 80)));
  if (!why->step.opening.empty()) row("open with", words::say(why->step.opening));
  row("do", todo_words(why->step));
  row("order", urgency_words(step));
  row("place", fmt::format("{} of {} that could be done today, before your minutes were looked at", why->place, why->of));
  row("chance", fmt::format("{:.0f} % that they answer within 14 days; {:.0f} % that you would be in touch within 90 days anyway",
                            100 * s.reply_chance, 100 * s.exchange_chance));
  row("gain", fmt::format("{:.2f}, {:.3f} a minute (1: a year of a warm tie with one of your network)", step.gain,
                          step.gain / step.minutes));
  if (step.gives) row("gives", "yes: one step a day is for giving, where there is one");
  if (s.unanswered > 0) {
    row("asked", fmt::format("you wrote on {} since you last heard of them, last {}", counted(s.unanswered, "day", "days"),
                             base::words(*s.last_out)));
  }
  row("rest", fmt::format("{} once done{} {} once skipped, {} when skipped twice", span_words(plays::done_rest_days),
                          step.asks ? ", longer while they do not answer;" : ",", span_words(plays::skip_rest_days),
                          span_words(plays::rest_days_max)));
  if (why->step.draft) context.out() << "\n" << draft_words(*why->step.draft);
  return done;
}

}  // namespace

extern const Command command_why;
const Command command_why{
    .name = "why",
    .group = "What to do",
    .summary = "why a step is in today's plan: reason, evidence, chances, order; with a letter",
    .examples = "wellmet why 2\n",
    .arguments = why_arguments,
    .options = {},
    .run = run_why,
};

}  // namespace faces::cli
