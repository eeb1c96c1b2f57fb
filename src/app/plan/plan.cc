#include "app/plan/plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/plan/steps.h"
#include "base/try.h"

namespace app {

namespace {

/// Which steps were done today, and the minutes that they took.
base::Result<plays::Done> done_today(Session& session) {
  TRY(done, session.ledger().rulings([](ledger::RulingKind kind, auto) { return kind == ledger::RulingKind::step_done; }));
  return plays::done_on(session.today(), done);
}

}  // namespace

base::Result<PlanView> today_plan(Session& session, int minutes, Minutes kind) {
  CHECK(refresh_plan(session));
  const auto snapshot = session.pictures().snapshot();
  TRY(steps, session.pictures().steps());
  TRY(with, telling(session));
  TRY(done, done_today(session));
  PlanView out{.minutes = minutes, .done = done, .steps = {}};
  const int left = kind == Minutes::now ? minutes : std::max(0, minutes - out.done.minutes);
  std::string remembered;
  for (const plays::Step& step : plays::choose(steps, left)) {
    TRY(one, step_view(session, static_cast<int>(out.steps.size()) + 1, step, with));
    remembered += one.key + "\n";
    out.steps.push_back(std::move(one));
  }
  CHECK(number_list(session, "today", remembered));
  return out;
}

base::Result<std::string> step_key(Session& session, int n) {
  return remembered(session, "today", n, base::say("plan.no-such-step", {{"n", n}}), base::say("plan.see-today"));
}

base::Result<WhyView> why(Session& session, std::string_view key) {
  CHECK(refresh_plan(session));
  TRY(about, step_of(session, key));
  const auto snapshot = session.pictures().snapshot();
  const auto& [person, topic] = about;
  TRY(steps, session.pictures().steps());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].person.value != person.person || steps[i].play + " " + steps[i].topic != topic) continue;
    TRY(with, telling(session));
    TRY(step, step_view(session, static_cast<int>(i) + 1, steps[i], with));
    return WhyView{std::move(step), i + 1, steps.size()};
  }
  return base::fail(base::Fault::not_found, {}, base::say("plan.step-plan-no-longer"), base::say("plan.see-wellmet-today"));
}

base::Result<Report> report(Session& session, const ReportAsk& ask) {
  TRY(book, session.ledger().read());
  return derive::report(book, session.policy, session.moment(), ask);
}

}  // namespace app
