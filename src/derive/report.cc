#include "derive/report.h"

#include <algorithm>
#include <future>

#include "derive/moment.h"
#include "people/people.h"
#include "standing/climb.h"
#include "standing/constancy.h"

namespace derive {

namespace {

constexpr int in_touch_days = 90;
constexpr int foretold_quarters = 4;

ReportRow row_of(const Moment& m, base::Day day) {
  ReportRow row{.day = day};
  for (std::uint32_t p = 0; p < m.standings.size(); ++p) {
    if (!m.is_counted(people::PersonId{p})) continue;
    const standing::Standing& s = m.standings[p];
    ++row.people;
    row.one_step_away += s.one_step_away ? 1 : 0;
    if (!s.network) continue;
    ++row.network;
    row.quiet += s.quiet ? 1 : 0;
    row.advocates += s.rung == standing::Rung::advocate ? 1 : 0;
    row.both_helped += s.counts.help_in > 0 && s.counts.help_out > 0 ? 1 : 0;
    row.in_touch += s.last_two_way && day - *s.last_two_way < in_touch_days ? 1 : 0;
  }
  return row;
}

/// In how many windows the owner was in touch with a member, on average.
std::optional<double> mean_constancy(const Moment& m, const ledger::Book& book, const standing::Policy& policy) {
  int members = 0, in_touch = 0;
  for (std::uint32_t p = 0; p < m.standings.size(); ++p) {
    const people::PersonId who{p};
    if (!m.is_member(who)) continue;
    ++members;
    in_touch += standing::constancy(m.standings[p], standing::of(m.readings, who), book, policy, m.at).in_touch;
  }
  if (members == 0) return std::nullopt;
  return static_cast<double>(in_touch) / members;
}

/// Puts one moment after another into a report.
class Reporter {
 public:
  Reporter(const ledger::Book& book, const standing::Policy& policy, base::Instant moment)
      : book_(book), policy_(policy), rulings_(book.rulings_until(moment)) {}

  /// Nothing is shown of `first`: who moved since then is told from it.
  void begin(Moment first) {
    before_ = std::move(first);
    begun_ = true;
  }

  void add(Moment now, base::Day day, bool last) {
    ReportRow row = row_of(now, day);
    if (row.people == 0 && !last) return;
    if (begun_) {
      std::vector<Joined> joined = joined_since(before_, now, book_, policy_);
      if (!out_.rows.empty()) {
        row.joined = joined.size();
        row.left = before_.members_not_in(now.members()).size();
      }
      joined_.insert(joined_.end(), joined.begin(), joined.end());
    }
    out_.rows.push_back(row);
    before_ = std::move(now);
    begun_ = true;
  }

  Report finish(const ReportAsk& ask) {
    const Moment& last = before_;
    out_.since = ask.since;
    if (!out_.since && out_.rows.size() > 1) out_.since = out_.rows.front().day + 1;
    if (out_.since) {
      if (ask.since) std::erase_if(joined_, [&](const Joined& one) { return one.day < *ask.since; });
      const auto steps = plays::steps_taken(last.people, rulings_);
      out_.moved = moved(joined_, last, steps);
      const standing::Said said = standing::said(last.people, rulings_);
      out_.plays = plays::outcomes(
          steps, {.book = book_, .readings = last.readings, .said = said, .policy = policy_, .moment = last.at}, *out_.since);
    }
    out_.constancy_windows = mean_constancy(last, book_, policy_);
    out_.foretold = standing::OwnTies(last.people, last.readings, book_).record(last.at, foretold_quarters);
    return std::move(out_);
  }

 private:
  const ledger::Book& book_;
  const standing::Policy& policy_;
  std::span<const ledger::Ruling> rulings_;
  Report out_;
  std::vector<Joined> joined_;
  Moment before_;
  bool begun_ = false;
};

}  // namespace

std::vector<base::Day> quarter_ends(base::Day day, int count) {
  std::vector<base::Day> ends;
  const base::Civil today = base::civil_of(day);
  int year = today.year, quarter = (today.month - 1) / 3;  // The one that is not over yet.
  for (int i = 0; i < count; ++i) {
    ends.push_back(base::day_of(base::Civil{year, quarter * 3 + 1, 1}) - 1);
    if (--quarter < 0) {
      quarter = 3;
      --year;
    }
  }
  std::reverse(ends.begin(), ends.end());
  return ends;
}

Report report(const ledger::Book& book, const standing::Policy& policy, base::Instant moment, const ReportAsk& ask) {
  Reporter reporter(book, policy, moment);
  std::vector<base::Day> days = quarter_ends(base::day_of(moment), ask.quarters);
  days.push_back(base::day_of(moment));
  // Whoever asks for longer than the rows go back is told from the eve of that day on.
  if (ask.since && *ask.since <= days.front()) reporter.begin(look(book, policy, base::end_of(*ask.since - 1)));
  // Two at a time, which is what the machine at hand has; each depends on the book alone.
  for (std::size_t i = 0; i < days.size(); i += 2) {
    const auto look_at = [&](base::Day day) { return look(book, policy, std::min(base::end_of(day), moment)); };
    const auto add = [&](Moment now, std::size_t at) { reporter.add(std::move(now), days[at], at + 1 == days.size()); };
    const bool two = i + 1 < days.size();
    auto second =
        std::async(two ? std::launch::async : std::launch::deferred, [&] { return two ? look_at(days[i + 1]) : Moment{}; });
    add(look_at(days[i]), i);
    if (two) add(second.get(), i + 1);
  }
  return reporter.finish(ask);
}

}  // namespace derive
