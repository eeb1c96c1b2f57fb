// One person, and what proves where they stand.

#include <algorithm>

#include "app/people/people.h"
#include "app/people/reasons.h"
#include "app/people/trace.h"
#include "app/plan/steps.h"
#include "base/try.h"
#include "derive/readings.h"
#include "plays/occasions.h"

namespace app {

namespace {

std::string source_of(std::string_view reference) { return std::string(reference.substr(0, reference.find('/'))); }

}  // namespace

base::Result<ShowView> show(Session& session, std::string_view text) {
  CHECK(refresh_plan(session));
  TRY(person, find(session, text));
  const auto snapshot = session.pictures().snapshot();
  ShowView out;
  out.person = person;
  TRY(part, session.pictures().person_book(person.person));
  const std::vector<standing::Reading> readings = derive::readings_of(part, session.policy, session.moment());
  for (auto reading = readings.rbegin(); reading != readings.rend(); ++reading) {
    const ledger::Row& row = part.book.rows[reading->row];
    const store::ShownRow& shown = part.shown.at(row.id.value);
    RowView line{.kind = reading->kind,
                 .direction = reading->direction,
                 .at = row.at,
                 .day_only = (row.flags & ledger::day_only) != 0,
                 .channel = row.channel,
                 .source = source_of(shown.reference),
                 .note = shown.title,
                 .place = shown.place,
                 .confidence = reading->confidence,
                 .counts = reading->counts};
    const bool proves = reading->counts && (reading->kind == ledger::Kind::met || reading->kind == ledger::Kind::called ||
                                            standing::is_help(reading->kind));
    if (proves) out.reasons.push_back(line);
    out.timeline.push_back(std::move(line));
  }
  CHECK(trace(session, part, out));
  TRY(totals, session.pictures().totals());
  out.covers = totals.covers;
  out.learned = totals.learned;
  const auto standing_at = [&](base::Instant at, std::size_t known) {
    return standing::stand(person.card.person, std::span(readings).first(known), part.book, out.covers, session.policy, at);
  };
  out.strength_reasons =
      strength_reasons(standing_at(session.moment(), readings.size()), readings, part.book, base::day_of(session.moment()));
  const base::Instant month_ago{session.moment().seconds - 30 * base::day_seconds};
  const auto then = std::count_if(readings.begin(), readings.end(),
                                  [&](const standing::Reading& reading) { return part.book.rows[reading.row].at <= month_ago; });
  out.strength_before = standing_at(month_ago, static_cast<std::size_t>(then)).strength;
  const standing::Standing& now = person.card.standing;
  if (now.rung >= standing::Rung::in_touch && person.card.person.organisation.empty())
    out.constancy = standing::constancy(now, readings, part.book, session.policy, session.moment());
  TRY(steps, session.pictures().steps());
  for (const plays::Step& step : steps) {
    if (step.person.value != person.person) continue;
    TRY(with, telling(session));
    TRY(next, step_view(session, 0, step, with));
    out.next = std::move(next);
    break;
  }
  const auto until = plays::left_alone_until(now);
  if (!out.next && until && session.today() < *until && plays::plannable(person.card.person, now))
    out.waits = WaitView{.since = *now.last_out, .until = *until};
  return out;
}

}  // namespace app
