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

/// What the owner did by doing a step; nothing where a command of its own says it.
std::optional<Kind> deed_of(const ledger::StepDone& step) {
  if (step.play == "help" && step.topic == "thanks") return Kind::thanked;
  if (step.play == "share") return Kind::shared;
  if (step.topic == "introduction" || step.topic == "how-did-it-go") return std::nullopt;
  return Kind::wrote;
}

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
base::Result<void> note_deed(Session& session, const ledger::StepDone& step,
                             const PersonView& person, const ledger::Handle& handle,
                             Saying& saying) {
  if (step.play == "help" && step.topic == "introduction") return note_step_introduction(session, person, saying);
  const std::optional<Kind> deed = deed_of(step);
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

base::Result<std::string> answer_step(Session& session, std::string_view key, std::string_view word, std::string_view text,
                                      std::optional<base::Day> until) {
  if (word != "done" && word != "skip" && word != "later") {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not an answer to a step", base::printable(word, 40)), "done, skip or later");
  }
  if (word == "later" && !until) return base::fail(base::Fault::usage, {}, "until when?", "give the day on which it may come back");
  return change(session, word, [&](Saying& saying) -> base::Result<std::string> {
    TRY(about, step_of(session, key));
    const auto& [person, step] = about;
    TRY(handle, leader(session, person));
    const auto [play, topic] = parted(step);
    const std::string name = base::printable(person.card.person.name, 60);
    const std::string note = base::cleaned(text, note_bytes_max);
    if (word == "later") {
      saying.decide(ledger::StepPostponed{*until, play, topic}, {handle});
      return fmt::format("Not before {}: {}", base::words(*until), name);
    }
    if (word == "skip") {
      saying.decide(ledger::StepSkipped{play, topic, note}, {handle});
      return fmt::format("Skipped: {} ({})", name, play);
    }
    const ledger::StepDone done{play, topic, note};
    TRY(done_already, is_done_today(session, person, done));
    if (done_already) {
      return base::fail(base::Fault::unchanged, {}, fmt::format("done already, earlier today: {} ({})", name, play),
                        fmt::format("more to say: wellmet log note {} TEXT", person.id()));
    }
    saying.decide(done, {handle});
    CHECK(note_deed(session, done, person, handle, saying));
    return fmt::format("Done: {} ({})", name, play);
  });
}

}  // namespace app
