#include "standing/titles.h"

#include <unordered_map>

#include "standing/names.h"

namespace standing {

std::vector<Reading> read_titles(const ledger::Book& book, const people::People& people, const Policy& policy,
                                 base::Instant moment) {
  std::vector<Reading> readings;
  const std::unordered_map<std::uint64_t, bool> said = meeting_verdicts(book, moment);
  FullNames names(people);
  for (std::uint32_t i = 0; i < book.rows.size(); ++i) {
    const ledger::Row& row = book.rows[i];
    if (row.kind != ledger::Kind::met || row.title == 0 || row.at > moment) continue;
    if ((row.flags & ledger::cancelled) != 0) continue;
    if (row.group > static_cast<std::uint32_t>(policy.small_group_max)) continue;
    bool others = false, declined = false;
    for (const ledger::Seat& seat : book.seats_of(row)) {
      others = others || !people.is_owner[seat.who.value];
      declined = declined || seat.role == ledger::Role::declined;
    }
    if (others || declined) continue;
    const auto found = names.only_one_in(book.title_of(row));
    if (!found) continue;
    const auto verdict = said.find(row.key);
    if (verdict != said.end() && !verdict->second) continue;
    readings.push_back({.person = *found,
                        .row = i,
                        .kind = ledger::Kind::met,
                        .direction = Direction::both,
                        .counts = true,
                        .group = 2,
                        .confidence = static_cast<float>(verdict == said.end() ? policy.unsure_meeting : 1)});
  }
  return readings;
}

}  // namespace standing
