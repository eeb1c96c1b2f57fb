#include "app/report.h"

#include <algorithm>
#include <future>

#include "people/people.h"
#include "standing/infer.h"

namespace app {

namespace {

constexpr int in_touch_days = 90;
constexpr int foretold_quarters = 4;

/// Who was who, and who stood where, at one moment.
struct Moment {
  people::People people;
  std::vector<standing::Reading> readings;
  std::vector<standing::Standing> standings;
};

/// The passes of a picture that say who stands where; nothing is planned or foretold.
Moment look(const ledger::Book& book, const standing::Policy& policy, base::Instant at) {
  Moment m;
  m.people = people::resolve(book, at);
  m.readings = standing::read(book, m.people, policy, at);
  standing::merge(m.readings, standing::infer(book, m.people, m.readings, policy, at), book);
  standing::take_back_who_wrote(m.people, m.readings, book);
  m.standings = standing::weigh(m.people, m.readings, book, policy, at);
  return m;
}

/// As the headline counts: neither organisations nor those let go.
bool is_counted(const Moment& m, std::size_t p) {
  return m.standings[p].known && m.people.persons[p].organisation.empty() &&
         !m.people.persons[p].let_go;
}

/// By identity: whether it is a member's. Persons change as more is known, identities stay.
std::vector<bool> members(const Moment& m) {
  std::vector<bool> of(m.people.person_of.size());
  for (std::size_t p = 0; p < m.standings.size(); ++p) {
    if (!is_counted(m, p) || !m.standings[p].network) continue;
    for (const ledger::IdentityId who : m.people.persons[p].identities) of[who.value] = true;
  }
  return of;
}

/// Members of `m` of whom no identity is in `others`.
std::size_t only_in(const Moment& m, const std::vector<bool>& others) {
  std::size_t count = 0;
  for (std::size_t p = 0; p < m.standings.size(); ++p) {
    const auto& identities = m.people.persons[p].identities;
    if (is_counted(m, p) && m.standings[p].network &&
        std::none_of(identities.begin(), identities.end(),
                     [&](ledger::IdentityId who) { return others[who.value]; }))
      ++count;
  }
  return count;
}

ReportRow row_of(const Moment& m, base::Day day) {
  ReportRow row{.day = day};
  for (std::size_t p = 0; p < m.standings.size(); ++p) {
    if (!is_counted(m, p)) continue;
    const standing::Standing& s = m.standings[p];
    ++row.people;
    if (!s.network) continue;
    ++row.network;
    row.quiet += s.quiet ? 1 : 0;
    row.advocates += s.rung == standing::Rung::advocate ? 1 : 0;
    row.both_helped += s.counts.help_in > 0 && s.counts.help_out > 0 ? 1 : 0;
    row.in_touch += s.last_two_way && day - *s.last_two_way < in_touch_days ? 1 : 0;
  }
  return row;
}

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

Report report(const ledger::Book& book, const standing::Policy& policy, base::Instant moment,
              int quarters) {
  Report out;
  Moment before;
  const auto add = [&](Moment now, base::Day day) {
    ReportRow row = row_of(now, day);
    if (row.people == 0 && day != base::day_of(moment)) return;
    if (!out.rows.empty()) {
      row.joined = only_in(now, members(before));
      row.left = only_in(before, members(now));
    }
    out.rows.push_back(row);
    before = std::move(now);
  };
  // Two at a time, which is what the machine at hand has; each depends on the book alone.
  std::vector<base::Day> days = quarter_ends(base::day_of(moment), quarters);
  days.push_back(base::day_of(moment));
  for (std::size_t i = 0; i < days.size(); i += 2) {
    const auto look_at = [&](base::Day day) {
      return look(book, policy, std::min(base::end_of(day), moment));
    };
    const bool two = i + 1 < days.size();
    auto second = std::async(two ? std::launch::async : std::launch::deferred,
                             [&] { return two ? look_at(days[i + 1]) : Moment{}; });
    add(look_at(days[i]), days[i]);
    if (two) add(second.get(), days[i + 1]);
  }
  out.foretold =
      standing::OwnTies(before.people, before.readings, book).record(moment, foretold_quarters);
  return out;
}

}  // namespace app
