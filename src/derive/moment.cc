#include "derive/moment.h"

#include <algorithm>

#include "standing/infer.h"

namespace derive {

bool Moment::is_counted(people::PersonId who) const {
  const people::Person& person = people.persons[who.value];
  return standings[who.value].known && person.organisation.empty() && !person.let_go;
}

bool Moment::is_member(people::PersonId who) const { return standings[who.value].network && is_counted(who); }

std::vector<bool> Moment::members() const {
  std::vector<bool> of(people.person_of.size());
  for (std::uint32_t p = 0; p < standings.size(); ++p) {
    if (!is_member(people::PersonId{p})) continue;
    for (const ledger::IdentityId who : people.persons[p].identities) of[who.value] = true;
  }
  return of;
}

std::vector<people::PersonId> Moment::members_not_in(const std::vector<bool>& others) const {
  std::vector<people::PersonId> all;
  for (std::uint32_t p = 0; p < standings.size(); ++p) {
    const auto& identities = people.persons[p].identities;
    const auto is_theirs = [&](ledger::IdentityId who) { return who.value < others.size() && others[who.value]; };
    if (is_member(people::PersonId{p}) && std::none_of(identities.begin(), identities.end(), is_theirs))
      all.push_back(people::PersonId{p});
  }
  return all;
}

Moment look(const ledger::Book& book, const standing::Policy& policy, base::Instant at) {
  Moment m;
  m.at = at;
  m.people = people::resolve(book, at);
  m.readings = standing::read(book, m.people, policy, at);
  standing::merge(m.readings, standing::infer(book, m.people, m.readings, policy, at), book);
  standing::take_back_who_wrote(m.people, m.readings, book);
  m.standings = standing::weigh(m.people, m.readings, book, policy, at);
  return m;
}

}  // namespace derive
