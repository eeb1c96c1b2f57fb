#include "app/plan/steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/help/help.h"
#include "app/plan/openers.h"
#include "app/share/share.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/occasions.h"

namespace app {

namespace {

/// A row with what it is and which way it went, towards one person.
base::Result<RowView> row_towards(Session& session, const PersonView& person, const store::ShownRow& shown, const Telling& with) {
  RowView out = row_view(shown);
  // A letter may tell of help.
  TRY(inferred, session.pictures().inferred(person.person));
  for (const store::Inferred& one : inferred) {
    if (one.row != shown.row.id) continue;
    out.kind = one.kind;
    out.direction = one.direction;
    return out;
  }
  TRY(seats, session.ledger().seats_of(shown.row.id));
  for (const ledger::Seat& seat : seats) {
    if (seat.who.value >= with.whose.size() || with.whose[seat.who.value] != store::the_owners) continue;
    if (seat.role == ledger::Role::from) out.direction = standing::Direction::out;
    if (seat.role == ledger::Role::to || seat.role == ledger::Role::copied) out.direction = standing::Direction::in;
  }
  return out;
}

base::Result<std::optional<Draft>> step_draft(Session& session, const StepView& step,
                                              const std::optional<store::ShownRow>& evidence,
                                              const std::optional<store::ShownRow>& last, const Telling& with) {
  if (step.step.play == "share") {
    for (const plays::Piece& piece : with.commitments.pieces) {
      if (piece.number != step.step.number) continue;
      TRY(letter, piece_draft(session, piece, step.person, with.commitments));
      return std::optional(std::move(letter));
    }
    return std::nullopt;
  }
  Matter matter{.today = session.today(),
                .owner_name = with.owner_name,
                .topics = with.commitments.topics,
                .evidence = {},
                .last = {},
                .needs = {},
                .offers = with.commitments.offers,
                .introduced_to = {},
                .introduced_on = {}};
  if (step.step.topic == "introduction") {
    for (const plays::Introduction& one : with.commitments.introductions) {
      if (one.number != step.step.number) continue;
      TRY(shown, introduction_view(session, one));
      if (shown.draft) return shown.draft;
      matter.introduced_to = one.first.who == step.step.person ? shown.second : shown.first;
      matter.introduced_on = one.moved;
    }
  }
  if (evidence) {
    TRY(row, row_towards(session, step.person, *evidence, with));
    matter.evidence = std::move(row);
  }
  if (last) {
    TRY(row, row_towards(session, step.person, *last, with));
    matter.last = std::move(row);
  }
  std::copy_if(with.commitments.needs.begin(), with.commitments.needs.end(), std::back_inserter(matter.needs),
               [&](const plays::Need& need) { return need.who == step.step.person; });
  return opener(step, matter);
}

base::Message opening(const StepView& step, const std::optional<store::ShownRow>& last, const plays::Commitments& now) {
  const std::string& topic = step.step.topic;
  if (topic == "introduction" || topic == "how-did-it-go" || topic.starts_with("need-")) return {};  // It says so itself.
  for (const plays::Need& need : now.needs) {
    if (need.who == step.step.person) return base::say("plan.open-need", {{"need", base::printable(need.text, 60)}});
  }
  if (!last || last->row.id.value == step.step.row || bare_subject(last->title).empty()) return {};
  return base::say("plan.open-last",
                   {{"title", base::printable(bare_subject(last->title), 60)}, {"day", base::day_of(last->row.at)}});
}

}  // namespace

base::Result<Telling> telling(Session& session) {
  TRY(now, commitments(session));
  TRY(totals, session.pictures().totals());
  TRY(whose, session.pictures().seating());
  return Telling{std::move(now), totals.owner_name, std::move(whose)};
}

base::Result<StepView> step_view(Session& session, int n, const plays::Step& step, const Telling& with) {
  TRY(person, view(session, step.person.value));
  StepView one{.n = n,
               .key = fmt::format("{} {} {}", person.id(), step.play, step.topic),
               .step = step,
               .person = std::move(person),
               .note = {},
               .note_day = {},
               .opening = {},
               .draft = {}};
  std::optional<store::ShownRow> evidence, last;
  if (step.row != 0) {
    TRY(row, session.ledger().row({step.row}));
    evidence = std::move(row);
  }
  if (const std::uint32_t row = one.person.card.standing.last_row; row != 0) {
    TRY(latest, session.ledger().row({row}));
    last = std::move(latest);
  }
  if (evidence) {
    one.note = evidence->title;
    one.note_day = base::day_of(evidence->row.at);
  }
  one.opening = opening(one, last, with.commitments);
  TRY(letter, step_draft(session, one, evidence, last, with));
  one.draft = std::move(letter);
  if (step.topic == "no-help" && one.note_day && session.today() - *one.note_day <= plays::after_meeting_days) {
    one.step.todo = base::say("do.tell-or-offer");
  }
  return one;
}

base::Result<std::pair<PersonView, std::string>> step_of(Session& session, std::string_view key) {
  const std::size_t space = key.find(' ');
  if (space == std::string_view::npos) {
    return base::fail(base::Fault::not_found, {}, base::say("plan.no-step", {{"key", base::printable(key, 80)}}),
                      base::say("plan.see-wellmet-today"));
  }
  TRY(person, find(session, key.substr(0, space)));
  return std::pair(std::move(person), std::string(key.substr(space + 1)));
}

}  // namespace app
