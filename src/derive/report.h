#pragma once

/// The network over time: how many, who moved into it and after which steps, and how well what was
/// foretold came true.

#include <optional>
#include <vector>

#include "base/time.h"
#include "derive/movement.h"
#include "ledger/book.h"
#include "plays/outcomes.h"
#include "standing/outlook.h"
#include "standing/standing.h"

namespace derive {

/// The network at the end of one day, exactly as `--as-of` that day shows it.
struct ReportRow {
  base::Day day;
  std::size_t people = 0;
  std::size_t network = 0;
  std::size_t joined = 0;  ///< Members who were none on the row before.
  std::size_t left = 0;    ///< The other way round.
  std::size_t quiet = 0;
  std::size_t advocates = 0;
  std::size_t one_step_away = 0;
  std::size_t both_helped = 0;  ///< Members with whom help has flowed in both directions.
  std::size_t in_touch = 0;     ///< Members with two-way contact in the 90 days before.
};

struct Report {
  std::vector<ReportRow> rows;                  ///< Ends of quarters, oldest first; the last is today.
  std::vector<standing::TrackRecord> foretold;  ///< The last four horizons, newest first.
  /// The first day of the period of `moved` and `plays`: after the oldest row, or as asked for.
  /// None where there is no other row than today's.
  std::optional<base::Day> since;
  std::vector<Moved> moved;            ///< The latest first: as many as the rows say have joined.
  std::vector<plays::Outcomes> plays;  ///< Of the steps taken since.
  /// In how many of the last 12 windows of their own rhythm the owner was in touch with each member,
  /// on average: 0..12 (standing/constancy.h). None without members.
  std::optional<double> constancy_windows;
};

struct ReportAsk {
  int quarters = 8;                ///< Ends of quarters before the moment; ≥ 0.
  std::optional<base::Day> since;  ///< Who moved since that day; none: since the oldest row.
};

/// The last ends of calendar quarters before `moment`, and the moment itself. Days before anybody
/// was known are left out.
[[nodiscard]] Report report(const ledger::Book& book, const standing::Policy& policy, base::Instant moment, const ReportAsk& ask);

/// The last `count` ends of calendar quarters before `day`, oldest first.
[[nodiscard]] std::vector<base::Day> quarter_ends(base::Day day, int count);

}  // namespace derive
