#include "people/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/text.h"

namespace people {

namespace {

using ledger::Field;
using ledger::Handle;
using ledger::HandleKind;

/// Mail at work and mail at home are two sides: most people have one of each.
enum Side : unsigned { linkedin = 1, address_book = 2, mail = 4, phone = 8, service = 16, home_mail = 32 };

/// Groups larger than this are common names: only agreement joins them, and no pair is asked about.
constexpr std::size_t askable = 6;

bool everybodys(std::string_view domain) {
  static constexpr std::array<std::string_view, 26> providers = {
      "gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com",  "msn.com",   "yahoo.com",
      "ymail.com", "icloud.com",     "me.com",      "mac.com",     "aol.com",   "gmx.de",    "gmx.net",
      "gmx.com",   "web.de",         "t-online.de", "proton.me",   "protonmail.com", "fastmail.com", "mail.com",
      "mail.ru",   "yandex.ru",      "qq.com",      "163.com",     "hey.com"};
  return std::find(providers.begin(), providers.end(), domain) != providers.end() ||
         base::contains(domain, "yahoo.") || base::contains(domain, "hotmail.");
}

unsigned side_of(const Handle& handle, bool listed) {
  switch (handle.kind) {
    case HandleKind::linkedin: return linkedin;
    case HandleKind::uid: return address_book;
    case HandleKind::email: return mail;
    case HandleKind::phone:
    case HandleKind::local_phone: return phone;
    case HandleKind::account: return service;
    case HandleKind::name:
      if (!listed) return 0;
      return base::starts_with_no_case(handle.value, "linkedin/") ? linkedin : address_book;
    case HandleKind::me: return 0;
  }
  return 0;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

/// "fjord.example" is the domain of "fjord" and of "fjord analytics".
bool owns(const std::string& company, const std::string& domain) {
  if (company.size() < 3) return false;
  const std::string label = domain.substr(0, domain.find('.'));
  std::string joined = company;
  std::erase(joined, ' ');
  return label == joined || label == company.substr(0, company.find(' '));
}

bool company_mail(const Bearer& a, const Bearer& b) {
  for (const std::string& company : a.companies) {
    for (const std::string& domain : b.domains) {
      if (owns(company, domain)) return true;
    }
  }
  return false;
}

bool agree(const Bearer& a, const Bearer& b) {
  return meet(a.companies, b.companies) || meet(a.domains, b.domains) || meet(a.birthdays, b.birthdays) ||
         company_mail(a, b) || company_mail(b, a);
}

bool contradict(const Bearer& a, const Bearer& b) {
  return (!a.profiles.empty() && !b.profiles.empty() && !meet(a.profiles, b.profiles)) ||
         (!a.birthdays.empty() && !b.birthdays.empty() && !meet(a.birthdays, b.birthdays));
}

bool companies_differ(const Bearer& a, const Bearer& b) {
  if (!a.companies.empty() && !b.companies.empty()) return !meet(a.companies, b.companies);
  // Mail from a company that is known, and that is not theirs.
  const auto elsewhere = [](const Bearer& one, const Bearer& other) {
    return !one.companies.empty() && !other.employers.empty() && !company_mail(one, other);
  };
  return elsewhere(a, b) || elsewhere(b, a) || (!a.employers.empty() && !b.employers.empty() && !meet(a.employers, b.employers));
}

std::string one_of(const std::set<std::string>& set) { return set.empty() ? "" : *set.begin(); }

std::string doubt(const Bearer& a, const Bearer& b) {
  if (companies_differ(a, b)) {
    const auto works_at = [](const Bearer& one) { return one_of(one.companies.empty() ? one.employers : one.companies); };
    return "same name, different companies: " + works_at(a) + " and " + works_at(b);
  }
  return "same name, several who could be meant";
}

/// What the domains of the book's addresses are: a company's, or everybody's.
class Domains {
 public:
  Domains(const ledger::Book& book, base::Instant moment, const std::vector<std::vector<base::Name>>& names) {
    for (const ledger::ClaimRow& claim : book.claims) {
      if (claim.field != Field::company || claim.at > moment) continue;
      std::string key = base::company_key(claim.value);
      if (key.size() < 3) continue;
      const std::string first = key.substr(0, key.find(' '));
      std::string joined = key;
      std::erase(joined, ' ');
      companies_.try_emplace(joined, key);
      companies_.try_emplace(first, key);
    }
    for (std::size_t i = 0; i < book.handles.size(); ++i) {
      if (book.handles[i].kind != HandleKind::email || names[i].empty()) continue;
      std::set<std::string>& surnames = surnames_[book.handles[i].value.substr(book.handles[i].value.rfind('@') + 1)];
      if (surnames.size() < many) surnames.insert(names[i].front().words.back());
    }
  }
  /// The company whose domain this is, by its key; empty when none that anybody works for.
  [[nodiscard]] std::string employer(const std::string& domain) const {
    const auto found = companies_.find(domain.substr(0, domain.find('.')));
    return found == companies_.end() ? std::string{} : found->second;
  }
  /// A provider: a known one, or a domain of many families that is no company's.
  [[nodiscard]] bool home(const std::string& domain) const {
    if (everybodys(domain)) return true;
    const auto found = surnames_.find(domain);
    return found != surnames_.end() && found->second.size() >= many && employer(domain).empty();
  }

 private:
  static constexpr std::size_t many = 5;
  std::unordered_map<std::string, std::string> companies_;
  std::unordered_map<std::string, std::set<std::string>> surnames_;
};

}  // namespace

NameGroups name_groups(const ledger::Book& book, base::Instant moment,
                       const std::vector<std::vector<base::Name>>& names,
                       const std::function<std::uint32_t(std::uint32_t)>& cluster_of) {
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (names[i].empty() || cluster_of(i) == no_cluster) continue;
    for (const base::Name& name : names[i]) {
      std::vector<std::uint32_t>& list = by_key[name.key()];
      if (std::find(list.begin(), list.end(), cluster_of(i)) == list.end() && list.size() < 1'000) {
        list.push_back(cluster_of(i));
      }
    }
  }
  std::map<std::string, std::vector<std::uint32_t>> several;
  std::unordered_map<std::uint32_t, Bearer> bearers;
  for (auto& [key, list] : by_key) {
    if (list.size() < 2) continue;
    for (const std::uint32_t cluster : list) bearers[cluster].cluster = cluster;
    several.emplace(key, std::move(list));
  }
  if (bearers.empty()) return {};

  std::vector<bool> listed(book.handles.size(), false);
  for (const ledger::Row& row : book.rows) {
    if (row.kind != ledger::Kind::listed || row.at > moment) continue;
    for (const ledger::Seat& seat : book.seats_of(row)) listed[seat.who.value] = true;
  }
  const Domains domains(book, moment, names);
  for (std::uint32_t i = 1; i < book.handles.size(); ++i) {
    const auto found = bearers.find(cluster_of(i));
    if (found == bearers.end()) continue;
    Bearer& bearer = found->second;
    const Handle& handle = book.handles[i];
    if (bearer.sides == 0 && bearer.leader.value.empty()) bearer.leader = handle;
    bearer.leader = std::min(bearer.leader, handle);
    unsigned side = side_of(handle, listed[i]);
    const std::string domain = side == mail ? handle.value.substr(handle.value.rfind('@') + 1) : std::string{};
    if (side == mail && domains.home(domain)) side = home_mail;
    bearer.sides |= side;
    if (side != 0) bearer.mention = false;
    if (handle.kind == HandleKind::linkedin) bearer.profiles.insert(handle.value);
    if (side == mail) {
      bearer.domains.insert(domain);
      if (const std::string employer = domains.employer(domain); !employer.empty()) bearer.employers.insert(employer);
    }
  }
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.at > moment) continue;
    if (claim.field != Field::company && claim.field != Field::birthday) continue;
    const auto found = bearers.find(cluster_of(claim.who.value));
    if (found == bearers.end()) continue;
    if (claim.field == Field::birthday) found->second.birthdays.insert(claim.value);
    if (claim.field == Field::company) found->second.companies.insert(base::company_key(claim.value));
  }

  NameGroups groups;
  for (const auto& [key, list] : several) {
    NameGroup group{key, {}};
    for (const std::uint32_t cluster : list) group.bearers.push_back(bearers.at(cluster));
    std::sort(group.bearers.begin(), group.bearers.end(),
              [](const Bearer& a, const Bearer& b) { return a.leader < b.leader; });
    groups.push_back(std::move(group));
  }
  return groups;
}

void decide(const NameGroup& group, const Apart& apart, const Join& join, std::vector<OpenPair>& open) {
  const auto& all = group.bearers;
  const auto possible = [&](const Bearer& a, const Bearer& b) {
    return !contradict(a, b) && !apart(a.cluster, b.cluster);
  };
  const auto ask = [&](const Bearer& a, const Bearer& b) {
    open.push_back({ledger::IdentityId{a.cluster}, ledger::IdentityId{b.cluster}, doubt(a, b)});
  };
  std::vector<const Bearer*> entities;
  for (const Bearer& bearer : all) {
    if (!bearer.mention) entities.push_back(&bearer);
  }

  // Entities: what agrees beyond the name is one person, unless one of the two agrees as well with
  // a third whom the other cannot be: then only the owner can tell.
  const auto torn = [&](const Bearer& one, const Bearer& other) {
    return std::any_of(entities.begin(), entities.end(), [&](const Bearer* third) {
      return third != &one && third != &other && agree(*third, one) && possible(*third, one) &&
             !possible(*third, other);
    });
  };
  std::vector<bool> joined(entities.size(), false);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    for (std::size_t k = i + 1; k < entities.size(); ++k) {
      if (agree(*entities[i], *entities[k]) && possible(*entities[i], *entities[k]) &&
          !torn(*entities[i], *entities[k]) && !torn(*entities[k], *entities[i]) &&
          join(entities[i]->cluster, entities[k]->cluster)) {
        joined[k] = true;
      }
    }
  }
  // A name that stands once on each side, and nothing against it.
  bool unique = entities.size() <= askable;
  unsigned sides = 0;
  for (std::size_t i = 0; unique && i < entities.size(); ++i) {
    if (joined[i]) continue;
    if ((sides & entities[i]->sides) != 0) unique = false;
    sides |= entities[i]->sides;
    for (std::size_t k = i + 1; unique && k < entities.size(); ++k) {
      if (joined[k]) continue;
      unique = possible(*entities[i], *entities[k]) && !companies_differ(*entities[i], *entities[k]);
    }
  }
  for (std::size_t i = 0; i < entities.size() && entities.size() <= askable; ++i) {
    for (std::size_t k = i + 1; k < entities.size(); ++k) {
      if (!possible(*entities[i], *entities[k])) continue;
      if (unique) {
        join(entities[i]->cluster, entities[k]->cluster);
      } else {
        ask(*entities[i], *entities[k]);
      }
    }
  }

  // Mentions: to the only one of that name, or to the only one of that company.
  for (const Bearer& mention : all) {
    if (!mention.mention) continue;
    std::vector<const Bearer*> fits;
    for (const Bearer* entity : entities) {
      if (possible(mention, *entity)) fits.push_back(entity);
    }
    // Several entities may by now be one person.
    const auto one = [&] {
      return !fits.empty() && std::all_of(fits.begin(), fits.end(), [&](const Bearer* fit) {
        return fit == fits.front() || (unique && entities.size() <= askable) ||
               (agree(*fit, *fits.front()) && possible(*fit, *fits.front()));
      });
    };
    if (!one()) {
      std::vector<const Bearer*> close;
      for (const Bearer* fit : fits) {
        if (agree(mention, *fit)) close.push_back(fit);
      }
      if (close.empty()) {
        for (const Bearer* fit : fits) {
          if (fits.size() <= askable) ask(mention, *fit);
        }
        continue;
      }
      fits = close;
      if (!one()) continue;
    }
    join(mention.cluster, fits.front()->cluster);
  }
  if (!entities.empty()) return;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Bearer& first = all.front();
    if (!possible(first, all[i])) continue;
    if (companies_differ(first, all[i])) {
      if (all.size() <= askable) ask(first, all[i]);
    } else {
      join(first.cluster, all[i].cluster);
    }
  }
}

}  // namespace people
