#include "app/people/sides.h"

#include <algorithm>
#include <set>

#include "base/email.h"
#include "base/name.h"
#include "base/text.h"

namespace app {

namespace {

using people::Person;
using standing::Fact;
using standing::Rung;

std::set<std::string> name_keys(const Person& person) {
  std::set<std::string> keys;
  std::vector<std::string> all = person.names;
  all.push_back(person.name);
  for (const std::string& name : all) {
    if (std::string key = base::parse_name(name).key(); !key.empty()) keys.insert(std::move(key));
  }
  return keys;
}

std::set<std::string> domains(const Person& person) {
  std::set<std::string> found;
  for (const std::string& address : person.emails) found.insert(address.substr(address.rfind('@') + 1));
  return found;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

class Compare {
 public:
  explicit Compare(Sides& sides) : sides_(sides) {}

  /// Nothing where one of the two does not say.
  void add(std::string_view what, const std::string& a, const std::string& b) {
    if (!a.empty() && !b.empty()) (a == b ? sides_.agree : sides_.differ).emplace_back(what);
  }
  void add(std::string_view what, const std::set<std::string>& a, const std::set<std::string>& b) {
    if (!a.empty() && !b.empty()) (meet(a, b) ? sides_.agree : sides_.differ).emplace_back(what);
  }

 private:
  Sides& sides_;
};

/// 2-domain, Standing, of the evidence of both.
Rung rung_together(const PersonView& a, const PersonView& b) {
  const standing::Standing& x = a.card.standing;
  const standing::Standing& y = b.card.standing;
  const auto either = [&](Fact standing::Standing::*fact) { return x.*fact == Fact::yes || y.*fact == Fact::yes; };
  const std::string& answer = a.card.person.answer.empty() ? b.card.person.answer : a.card.person.answer;
  const Rung alone = std::max(x.rung, y.rung);
  const bool spoken = either(&standing::Standing::meet);
  const bool help = either(&standing::Standing::help);
  const bool network = answer == "yes" || (spoken && help && answer != "no" && answer != "stranger");
  if (network) return std::max(alone, Rung::network);
  const bool both_ways = x.counts.wrote_in + y.counts.wrote_in > 0 && x.counts.wrote_out + y.counts.wrote_out > 0;
  return both_ways ? std::max(alone, Rung::in_touch) : alone;
}

}  // namespace

Sides side_by_side(const PersonView& a, const PersonView& b) {
  const Person& x = a.card.person;
  const Person& y = b.card.person;
  Sides sides;
  Compare compare(sides);
  compare.add("name", name_keys(x), name_keys(y));
  compare.add("company", base::company_key(x.company), base::company_key(y.company));
  compare.add("title", base::fold(x.title), base::fold(y.title));
  compare.add("town", base::fold(x.city), base::fold(y.city));
  compare.add("birthday", x.birthday, y.birthday);
  compare.add("domain of mail", domains(x), domains(y));
  compare.add("LinkedIn profile", std::set(x.profiles.begin(), x.profiles.end()), std::set(y.profiles.begin(), y.profiles.end()));
  sides.together = rung_together(a, b);
  sides.moves = sides.together > std::max(a.card.standing.rung, b.card.standing.rung);
  return sides;
}

std::pair<std::string, std::string> told_apart(const PersonView& a, const PersonView& b) {
  const Person& x = a.card.person;
  const Person& y = b.card.person;
  if (x.name != y.name) return {x.name, y.name};
  const auto first = [](const std::vector<std::string>& list) { return list.empty() ? std::string{} : list.front(); };
  const std::pair<std::string, std::string> marks[] = {
      {x.company, y.company}, {x.city, y.city}, {first(x.emails), first(y.emails)}, {a.id(), b.id()}};
  for (const auto& [mine, theirs] : marks) {
    if (mine == theirs) continue;
    const auto with = [](const std::string& name, const std::string& mark) { return mark.empty() ? name : name + ", " + mark; };
    return {with(x.name, mine), with(y.name, theirs)};
  }
  return {x.name, y.name};
}

}  // namespace app
