#pragma once

/// Rule 2, the sure part: clusters that bear one full name.

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/name.h"
#include "ledger/book.h"
#include "people/clusters.h"

namespace people {

inline constexpr std::uint32_t no_cluster = 0xffff'ffff;

/// What is known of one cluster that bears the group's name.
struct Bearer {
  std::uint32_t cluster = 0;       ///< Any identity of it; its root when the group was made.
  ledger::Handle leader;           ///< The least handle: a total order that no import can change.
  unsigned sides = 0;              ///< In which kinds of source it stands; one bit each.
  bool mention = true;             ///< Nothing but a name somewhere (a recommendation, a chat).
  std::set<std::string> companies;  ///< base::company_key.
  std::set<std::string> domains;   ///< Of mail, without the providers that everybody uses.
  std::set<std::string> employers;  ///< Companies known from anybody whose domain the mail has.
  std::string works_at;            ///< One of the two, as people write it; may be empty.
  std::set<std::string> birthdays;
  std::set<std::string> profiles;
};

struct NameGroup {
  std::string key;  ///< base::Name::key.
  std::vector<Bearer> bearers;
};
using NameGroups = std::vector<NameGroup>;

/// Groups of two and more, in order of key; bearers in order of leader.
/// `cluster_of`: an identity's root, or no_cluster when it must not be joined by name.
[[nodiscard]] NameGroups name_groups(const ledger::Book& book, base::Instant moment,
                                     const std::vector<std::vector<base::Name>>& names,
                                     const std::function<std::uint32_t(std::uint32_t)>& cluster_of);

using Apart = std::function<bool(std::uint32_t, std::uint32_t)>;
using Join = std::function<bool(std::uint32_t, std::uint32_t)>;

/// Joins what is sure within `group` and appends what is in doubt to `open`.
void decide(const NameGroup& group, const Apart& apart, const Join& join, std::vector<OpenPair>& open);

}  // namespace people
