// Who could introduce whom: what is told of two people, counted again from the rows that both were on.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/name.h"
#include "said.h"

namespace laws {

namespace {

using ledger::Kind;
using ledger::Role;

/// What one row tells of two: both were there, and so few that they met.
bool had_both(const World& world, const ledger::Row& row, people::PersonId a, people::PersonId b) {
  bool a_there = false, b_there = false, declined = false;
  std::uint32_t present = 1;
  for (const ledger::Seat& seat : world.book.seats_of(row)) {
    const bool owner = world.picture.people.is_owner[seat.who.value];
    const people::PersonId who = owner ? people::nobody : world.picture.people.person_of[seat.who.value];
    present += owner ? 0 : 1;
    declined = declined || (seat.role == Role::declined && (owner || who == a || who == b));
    a_there = a_there || who == a;
    b_there = b_there || who == b;
  }
  return a_there && b_there && !declined && std::max(row.group, present) <= small_group_max;
}

bool did_not_happen(const World& world, const ledger::Row& row) {
  bool no = row.kind == Kind::met && (row.flags & ledger::cancelled) != 0;
  for (const ledger::Ruling& one : world.book.rulings) {
    const auto* verdict = std::get_if<ledger::MeetingVerdict>(&one.decision);
    if (verdict != nullptr && verdict->row == row.key && one.at <= world.moment) no = no || !verdict->yes;
  }
  return no;
}

}  // namespace

std::string not_shared(const World& world, people::PersonId a, people::PersonId b, const graph::Shared& shared) {
  std::set<std::uint64_t> threads, meetings, introductions;
  base::Day last{};
  for (const ledger::Row& row : world.book.rows) {
    const bool letter = row.kind == Kind::wrote && (row.flags & ledger::bulk) == 0;
    const bool tells = letter || row.kind == Kind::met || row.kind == Kind::introduced;
    if (!tells || row.at > world.moment || !had_both(world, row, a, b) || did_not_happen(world, row)) continue;
    (letter                  ? threads
     : row.kind == Kind::met ? meetings
                             : introductions)
        .insert(letter && row.thread != 0 ? row.thread : row.key);
    last = std::max(last, base::day_of(row.at));
  }
  const std::string one = base::company_key(world.person(a).company), other = base::company_key(world.person(b).company);
  const auto differ = [](std::string_view what, std::size_t said, std::size_t found) {
    return said == found ? "" : fmt::format("{} {}, not {}; ", found, what, said);
  };
  std::string why = differ("conversations", shared.threads, threads.size()) +
                    differ("meetings", shared.meetings, meetings.size()) +
                    differ("introductions", shared.introductions, introductions.size());
  if (shared.colleagues && (one.empty() || one != other)) why += "they work at two companies; ";
  if (shared.last != last) why += "the last was on " + base::iso(last) + "; ";
  if (threads.empty() && meetings.empty() && introductions.empty() && !shared.colleagues)
    why += "nothing says that they know each other";
  return why;
}

std::string untrue(const World& world, const app::PathView::Introducer& one) {
  const people::PersonId first{one.first.person}, to{one.to.person};
  if (!one.then) return not_shared(world, first, to, one.shared);
  const people::PersonId then{one.then->person};
  return not_shared(world, first, then, one.shared) + not_shared(world, then, to, one.then_shared);
}

std::string untrue(const World& world, const app::PathView& path) {
  if (!path.person) return "";
  const people::PersonId who{path.person->person};
  const Between& between = world.ties.of(who);
  const auto any = [&](bool out) {
    return std::any_of(between.wrote.begin(), between.wrote.end(), [out](const Event& one) { return out ? one.out : one.in; });
  };
  const bool in_touch = is_network(world.person(who), between) || (any(true) && any(false)) || Between::counts(between.spoke) ||
                        Between::counts(between.help);
  if ((path.in_touch > 0) != in_touch) return in_touch ? "they are in touch" : "they are not in touch";
  const auto& last = path.person->card.standing.last_two_way;
  const auto days = between.exchanges();
  if (last.has_value() != !days.empty()) return "something went both ways, or nothing did";
  return !last || *last == days.back() ? "" : "the last exchange was another day";
}

}  // namespace laws
