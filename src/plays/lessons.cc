#include "plays/lessons.h"

#include <algorithm>
#include <optional>

#include "plays/plays.h"

namespace plays {

namespace {

// Docs: docs/plays.md#lessons.
constexpr int lesson_days = 30;  ///< By then it has led to something, or it will not.
constexpr int answer_days = 14;
constexpr double guess = 0.5, guess_weight = 6;

/// What a step that was done was for; nothing where an answer is all.
std::optional<Aim> aim_of(const ledger::Decision& decision) {
  if (std::holds_alternative<ledger::PieceSent>(decision)) return Aim::piece;
  const auto* done = std::get_if<ledger::StepDone>(&decision);
  if (done == nullptr) return std::nullopt;
  return topic_of(done->play, done->topic).aim;
}

bool led_to(Aim aim, const standing::Reading& reading) {
  using ledger::Kind;
  switch (aim) {
    case Aim::speak:
      return reading.kind == Kind::met || reading.kind == Kind::called;
    case Aim::help:
      return standing::is_help(reading.kind);
    case Aim::piece:
      return reading.kind == Kind::engaged || (reading.kind == Kind::wrote && reading.direction == standing::Direction::in);
  }
  return false;
}

bool is_answer(const standing::Reading& reading) {
  return reading.direction == standing::Direction::in || reading.direction == standing::Direction::both;
}

}  // namespace

double Lessons::chance(Aim aim) const {
  const Lesson& lesson = of[static_cast<std::size_t>(aim)];
  return (lesson.came + guess * guess_weight) / (lesson.tried + guess_weight);
}

bool is_lesson(const ledger::Decision& decision) { return aim_of(decision).has_value(); }

Lessons learn_lessons(const ledger::Book& book, const people::People& people, std::span<const standing::Reading> readings,
                      base::Instant until) {
  Lessons lessons;
  for (const ledger::Ruling& ruling : book.rulings) {
    const base::Day done = base::day_of(ruling.at);
    if (base::end_of(done + lesson_days) > until) break;
    const std::optional<Aim> aim = aim_of(ruling.decision);
    if (!aim) continue;
    for (const ledger::IdentityId identity : ruling.about) {
      const people::PersonId who = people.person_of[identity.value];
      if (who == people::nobody) continue;
      bool answered = *aim == Aim::piece, came = false;
      for (const standing::Reading& reading : standing::of(readings, who)) {
        const base::Day day = base::day_of(book.rows[reading.row].at);
        if (!reading.counts || day < done || day > done + lesson_days) continue;
        came = came || led_to(*aim, reading);
        answered = answered || came || (is_answer(reading) && day <= done + answer_days);
      }
      Lesson& lesson = lessons.of[static_cast<std::size_t>(*aim)];
      lesson.tried += answered ? 1 : 0;
      lesson.came += came ? 1 : 0;
    }
  }
  return lessons;
}

}  // namespace plays
