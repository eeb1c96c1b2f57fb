// What the owner says of a step: done, skipped, later.

#include <fmt/format.h>

#include <algorithm>

#include "app/help/help.h"
#include "app/plan/steps.h"
#include "app/share/share.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

using ledger::Kind;
using ledger::Role;

constexpr std::size_t note_bytes_max = 400;

/// "talk owed" as its play and its topic.
std::pair<std::string, std::string> parted(std::string_view step) {
  const std::size_t space = step.find(' ');
  return {std::string(step.substr(0, space)), space == std::string_view::npos ? "" : std::string(step.substr(space + 1))};
}

base::Result<bool> is_done_today(Session& session, const PersonView& person, const ledger::StepDone& step) {
  TRY(part, session.pictures().person_book(person.person));
  const auto rulings = part.book.rulings_until(session.moment());
  return std::any_of(rulings.begin(), rulings.end(), [&](const ledger::Ruling& one) {
    const auto* done = std::get_if<ledger::StepDone>(&one.decision);
    return done != nullptr && done->play == step.play && done->topic == step.topic && base::day_of(one.at) == session.today();
  });
}

/// What the owner did by doing a step, where no command of its own says it.
base::Result<void> note_deed(Session& session, const ledger::StepDone& step, const PersonView& person,
                             const ledger::Handle& handle, Saying& saying) {
  if (step.play == "help" && step.topic == "introduction") return note_step_introduction(session, person, saying);
  const std::optional<Kind> deed = plays::topic_of(step.play, step.topic).deed;
  if (deed == Kind::shared) {
    TRY(noted, note_step_sent(session, step.topic, person, saying));
    if (noted) return {};
  }
  if (!deed) return {};
  ledger::Evidence did;
  did.kind = *deed;
  did.channel = ledger::Channel::you;
  did.at = saying.at;
  did.title = step.note;
  did.reference = saying.reference("did", std::span(&handle, 1));
  did.parties = {{ledger::me(), Role::from, {}}, {handle, Role::to, {}}};
  saying.record.evidence.push_back(std::move(did));
  return {};
}

}  // namespace

base::Result<base::Message> answer_step(Session& session, std::string_view key, std::string_view word, std::string_view text,
                                        std::optional<base::Day> until) {
  if (word != "done" && word != "skip" && word != "later") {
    return base::fail(base::Fault::usage, {}, base::say("plan.not-answer-step", {{"word", base::printable(word, 40)}}),
                      base::say("plan.done-skip-later"));
  }
  if (word == "later" && !until)
    return base::fail(base::Fault::usage, {}, base::say("plan.until-when"), base::say("plan.give-day-which-come"));
  return change(session, word, [&](Saying& saying) -> base::Result<base::Message> {
    TRY(about, step_of(session, key));
    const auto& [person, step] = about;
    TRY(handle, leader(session, person));
    const auto [play, topic] = parted(step);
    const std::string name = base::printable(person.card.person.name, 60);
    const std::string note = base::cleaned(text, note_bytes_max);
    if (word == "later") {
      saying.decide(ledger::StepPostponed{*until, play, topic}, {handle});
      return base::say("plan.not-before", {{"until", *until}, {"name", name}});
    }
    if (word == "skip") {
      saying.decide(ledger::StepSkipped{play, topic, note}, {handle});
      return base::say("plan.skipped", {{"name", name}, {"play", play}});
    }
    const ledger::StepDone done{play, topic, note};
    TRY(done_already, is_done_today(session, person, done));
    if (done_already) {
      return base::fail(base::Fault::unchanged, {},
                        base::say("plan.done-already-earlier-today", {{"name", name}, {"play", play}}),
                        base::say("plan.more-say-wellmet-log", {{"id", person.id()}}));
    }
    saying.decide(done, {handle});
    CHECK(note_deed(session, done, person, handle, saying));
    return base::say("plan.done", {{"name", name}, {"play", play}});
  });
}

}  // namespace app
