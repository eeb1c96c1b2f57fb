#include "standing/constancy.h"

#include <algorithm>
#include <bitset>

namespace standing {

namespace {

using ledger::Kind;

constexpr int windows = 12;
constexpr int unknown_gap_days = 30;
constexpr std::uint32_t window_days_min = 7;
constexpr std::uint32_t window_days_max = 91;

/// A piece that was shared is no touch: it is noted when its letter was drafted, and the letter
/// itself comes with the mail.
bool is_touch(const Reading& reading) {
  const bool owner = reading.direction == Direction::out || reading.direction == Direction::both;
  return reading.counts && owner &&
         (reading.kind == Kind::wrote || reading.kind == Kind::called || reading.kind == Kind::met || is_help(reading.kind));
}

}  // namespace

Constancy constancy(const Standing& standing, std::span<const Reading> readings, const ledger::Book& book, const Policy& policy,
                    base::Instant moment) {
  Constancy out{.windows = windows, .in_touch = 0, .window_days = unknown_gap_days};
  // As for the quiet: a gap or two are no habit.
  if (standing.exchanges >= static_cast<std::uint32_t>(policy.quiet_exchanges_min))
    out.window_days = static_cast<int>(std::clamp<std::uint32_t>(standing.median_gap_days, window_days_min, window_days_max));
  const base::Day today = base::day_of(moment);
  std::bitset<windows> touched;
  // The latest are last: whoever has years of mail has only the last windows of it read.
  for (auto reading = readings.rbegin(); reading != readings.rend(); ++reading) {
    const int ago = (today - base::day_of(book.rows[reading->row].at)) / out.window_days;
    if (ago >= windows) break;
    if (is_touch(*reading)) touched.set(static_cast<std::size_t>(ago));
  }
  out.in_touch = static_cast<int>(touched.count());
  return out;
}

}  // namespace standing
