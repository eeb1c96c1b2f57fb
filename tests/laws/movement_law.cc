// Laws of who moved when: the way up ends where somebody stands, and what is told of it hangs on the evidence alone.

#include "derive/moment.h"
#include "derive/report.h"
#include "small_ledger.h"
#include "standing/climb.h"
#include "standing/infer.h"

namespace laws {
namespace {

// Kills, in climb.cc: a meeting that the owner confirmed and that counts twice (once in 1,600 cases).
RC_GTEST_PROP(Law, TheWayUpEndsWhereTheyStand, ()) {
  const ledger::Book book = book_of(any_records());
  const standing::Policy policy;
  const derive::Moment now = derive::look(book, policy, moment);
  const standing::Said said = standing::said(now.people, book.rulings_until(moment));
  for (std::uint32_t p = 0; p < now.standings.size(); ++p) {
    const people::PersonId who{p};
    const auto turns = standing::climb(who, standing::of(now.readings, who), said, book, policy, moment);
    RC_ASSERT(standing::rung_at(turns, moment) == now.standings[p].rung);
  }
}

std::string report_text(const ledger::Book& book, std::optional<base::Day> since) {
  const derive::Report report = derive::report(book, {}, moment, {.quarters = 3, .since = since});
  std::string out;
  for (const derive::ReportRow& row : report.rows)
    out += fmt::format("{} {} {} {}\n", row.day.days, row.network, row.joined, row.left);
  for (const derive::Moved& one : report.moved) {
    out += fmt::format("{} {} {} {}:", one.id, one.name, one.day.days, base::text(one.by));
    for (const plays::Taken& step : one.after) out += fmt::format(" {} {} {}", step.play, step.topic, step.at.seconds);
    out += "\n";
  }
  for (const plays::Outcomes& play : report.plays)
    out += fmt::format("{} {} {} {} {} {} {}\n", play.play, play.steps, play.people, play.answered, play.moved_up, play.network,
                       play.too_early);
  return out + fmt::format("{:.6f}", report.constancy_windows.value_or(-1));
}

// Kills, in people.cc: of two rulings at one moment the later row. In movement.cc: one identity of a person taken by its
// place in the store, where persons change later (once in 4,700 cases).
RC_GTEST_PROP(Law, OrderOfMovement, ()) {
  const std::vector<Record> records = any_records();
  const auto since =
      *rc::gen::element<std::optional<base::Day>>(std::nullopt, base::day_of(moment) - 60, base::day_of(moment) - 600);
  RC_ASSERT(report_text(book_of(records), since) == report_text(book_of(shuffled(records)), since));
}

// Kills: rulings of a day to come that are taken for steps, or for answers.
RC_GTEST_PROP(Law, NoMovementAfterTheMoment, ()) {
  const ledger::Book whole = book_of(any_records());
  ledger::Book known = whole;
  std::erase_if(known.rows, [](const ledger::Row& row) { return row.at > moment; });
  std::erase_if(known.claims, [](const ledger::ClaimRow& claim) { return claim.at > moment; });
  std::erase_if(known.rulings, [](const ledger::Ruling& ruling) { return ruling.at > moment; });
  RC_ASSERT(report_text(whole, std::nullopt) == report_text(known, std::nullopt));
}

}  // namespace
}  // namespace laws
