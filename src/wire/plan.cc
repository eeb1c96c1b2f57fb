#include "wire/values.h"
#include "wire/wire.h"
#include "words/words.h"

namespace wire {

using nlohmann::json;

json step_json(const app::StepView& view) {
  return {{"n", view.n},
          {"key", view.key},
          {"play", view.step.play},
          {"topic", view.step.topic},
          {"person", named_json(view.person)},
          {"reason", message_json(view.step.reason)},
          {"evidence", view.note.empty() ? json(nullptr) : json{{"note", view.note}, {"at", optional_day(view.note_day)}}},
          {"open_with", optional_text(words::say(view.opening))},
          {"do", words::say(view.step.todo)},
          {"draft", view.draft ? draft_json(*view.draft) : json(nullptr)},
          {"minutes", view.step.minutes},
          {"urgency", view.step.urgency},
          {"gives", view.step.gives},
          {"gain", rounded(view.step.gain, 1000)}};
}

json why_json(const app::WhyView& why) {
  json out = step_json(why.step);
  const standing::Standing& s = why.step.person.card.standing;
  out["place"] = why.place;
  out["of"] = why.of;
  out["reply_chance"] = rounded(s.reply_chance, 1000);
  out["exchange_chance"] = rounded(s.exchange_chance, 1000);
  return out;
}

json plan_json(const app::PlanView& plan) {
  json list = json::array();
  for (const app::StepView& step : plan.steps) list.push_back(step_json(step));
  return {{"minutes", plan.minutes},
          {"done", {{"steps", plan.done.steps}, {"minutes", plan.done.minutes}}},
          {"steps", std::move(list)}};
}

}  // namespace wire
