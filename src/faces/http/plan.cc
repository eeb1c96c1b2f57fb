// What to do today, what is in doubt, whether it works.

#include "app/plan/plan.h"

#include <nlohmann/json.hpp>

#include "app/people/review.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/wire.h"

namespace faces::http {

namespace {

constexpr std::size_t minutes_default = 30, minutes_max = 24 * 60;

base::Result<Reply> plan(Call& call) {
  TRY(minutes, call.asked_number("minutes", minutes_default, minutes_max));
  const std::string of = call.asked("of").value_or("now");
  if (of != "now" && of != "day")
    return base::fail(base::Fault::bad_input, {}, base::say("http.minutes-what", {{"of", base::printable(of, 40)}}),
                      base::say("http.now-day"));
  TRY(plan,
      app::today_plan(call.session(), static_cast<int>(minutes), of == "day" ? app::Minutes::of_the_day : app::Minutes::now));
  return json_reply(wire::plan_json(plan));
}

base::Result<Reply> why(Call& call) {
  TRY(why, app::why(call.session(), call.argument("step")));
  return json_reply(wire::why_json(why));
}

base::Result<Reply> answer_step(Call& call) {
  TRY(word, call.text("answer"));
  TRY(text, call.text_or("text", ""));
  TRY(until, call.text_or("until", ""));
  if (word != "done" && word != "skip" && word != "later")
    return base::fail(base::Fault::usage, {}, base::say("http.no-answer-step", {{"word", base::printable(word, 40)}}),
                      base::say("http.done-skip-later"));
  std::optional<base::Day> day;
  if (word == "later") {
    day = base::parse_iso_day(until);
    if (!day || *day <= call.session().today())
      return base::fail(base::Fault::usage, {}, base::say("http.until-when"), base::say("http.give-until-day-come"));
  }
  return said(call, app::answer_step(call.session(), call.argument("step"), word, text, day));
}

base::Result<Reply> review(Call& call) {
  TRY(limit, call.asked_number("limit", 20, 1'000));
  TRY(all, app::questions(call.session(), 0));
  const std::size_t total = all.size();
  if (all.size() > limit) all.resize(limit);
  return json_reply(wire::questions_json(all, total));
}

base::Result<Reply> answer_question(Call& call) {
  TRY(word, call.text("answer"));
  if (word != "yes" && word != "no" && word != "later")
    return base::fail(base::Fault::usage, {}, base::say("http.no-answer-question", {{"word", base::printable(word, 40)}}),
                      base::say("http.yes-no-later"));
  return said(call, app::answer_question(call.session(), call.argument("question"), word));
}

base::Result<Reply> report(Call& call) {
  TRY(quarters, call.asked_number("quarters", 8, 40));
  TRY(since, call.asked_day("since"));
  TRY(report, app::report(call.session(), {.quarters = static_cast<int>(quarters), .since = since}));
  return json_reply(wire::report_json(report));
}

constexpr Route plan_table[] = {
    {"GET", "/plan", plan, Scope::read},
    {"GET", "/plan/{step}", why, Scope::read},
    {"POST", "/plan/{step}", answer_step, Scope::write},
    {"GET", "/review", review, Scope::read},
    {"POST", "/review/{question}", answer_question, Scope::write},
    {"GET", "/report", report, Scope::read},
};

}  // namespace

extern const Routes routes_plan;
const Routes routes_plan{plan_table};

}  // namespace faces::http
