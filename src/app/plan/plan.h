#pragma once

/// What to do today, why, and whether it works.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/letters.h"
#include "app/person.h"
#include "derive/report.h"

namespace app {

struct StepView {
  int n = 0;
  std::string key;  ///< The same whenever the plan has this step: "p1a2b talk owed".
  plays::Step step;
  PersonView person;
  std::string note;  ///< Title of the evidence that the reason names; may be empty.
  std::optional<base::Day> note_day;
  base::Message opening;       ///< What to open with: what they need, or what was last spoken of; may be empty.
  std::optional<Draft> draft;  ///< Where a letter is the thing to do.
};

/// The plan of a day.
struct PlanView {
  int minutes = 0;   ///< That the owner has, as asked.
  plays::Done done;  ///< Today, so far.
  std::vector<StepView> steps;
};

/// A step of the plan, and its place among all that could be done today.
struct WhyView {
  StepView step;
  std::size_t place = 0;  ///< From 1, before the minutes were looked at.
  std::size_t of = 0;
};

enum class Minutes : std::uint8_t {
  now,         ///< That the owner has from now on.
  of_the_day,  ///< That the owner has today: what was done today has used up some of them.
};
/// The steps that gain most in so many minutes.
[[nodiscard]] base::Result<PlanView> today_plan(Session& session, int minutes, Minutes kind = Minutes::now);
/// The key of step `n` of today, as it was last shown.
[[nodiscard]] base::Result<std::string> step_key(Session& session, int n);
/// Why the step of that key is in the plan.
[[nodiscard]] base::Result<WhyView> why(Session& session, std::string_view key);
/// `word`: "done", "skip" or "later" (which has an `until`). Done twice on a day is kept once.
[[nodiscard]] base::Result<base::Message> answer_step(Session& session, std::string_view key, std::string_view word,
                                                      std::string_view text, std::optional<base::Day> until);

using derive::Moved;
using derive::Report;
using derive::ReportAsk;
using derive::ReportRow;
[[nodiscard]] base::Result<Report> report(Session& session, const ReportAsk& ask);

}  // namespace app
