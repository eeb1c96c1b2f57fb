#include "plays/lessons.h"

#include <algorithm>
#include <optional>

#include "people/rulings.h"
#include "plays/plays.h"

namespace plays {

namespace {

// Docs: docs/plays.md#lessons.
constexpr int lesson_days = 30;  ///< By then it has led to something, or it will not.
constexpr int answer_days = 14;
constexpr double guess = 0.5, guess_weight = 6;

/// What a step that was done was for; nothing where an answer is all.
std::optional<Aim> aim_of(std::string_view ruling) {
  const auto [verb, rest] = people::ruling_of(ruling);
  if (verb == people::ruled_sent) return Aim::piece;
  if (verb != people::ruled_done) return std::nullopt;
  const std::string_view step = rest.substr(0, rest.find('\n'));
  if (proposes_meeting(step)) return Aim::speak;
  if (step == "help no-help" || step.starts_with("help need-")) return Aim::help;
  return std::nullopt;
}

bool led_to(Aim aim, const standing::Reading& reading) {
  using ledger::Kind;
  switch (aim) {
    case Aim::speak: return reading.kind == Kind::met || reading.kind == Kind::called;
    case Aim::help: return standing::is_help(reading.kind);
    case Aim::piece: return reading.kind == Kind::engaged || (reading.kind == Kind::wrote && reading.direction == standing::Direction::in);
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

bool is_lesson(std::string_view ruling) { return aim_of(ruling).has_value(); }

Lessons learn_lessons(const ledger::Book& book, const people::People& people,
                      std::span<const standing::Reading> readings, base::Instant until) {
  Lessons lessons;
  for (const ledger::Row& row : book.rows) {
    if (row.kind != ledger::Kind::ruled) continue;
    const base::Day done = base::day_of(row.at);
    if (base::end_of(done + lesson_days) > until) continue;
    const std::optional<Aim> aim = aim_of(book.title_of(row));
    if (!aim) continue;
    for (const ledger::Seat& seat : book.seats_of(row)) {
      const people::PersonId who = people.person_of[seat.who.value];
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
