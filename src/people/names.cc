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

/// What two that agree have in common, at least one of it; not all that have it in common agree.
std::set<std::string> marks_of(const Bearer& bearer) {
  std::set<std::string> marks = bearer.birthdays;
  for (const std::string& domain : bearer.domains) marks.insert(domain.substr(0, domain.find('.')));
  for (std::string company : bearer.companies) {
    marks.insert(company.substr(0, company.find(' ')));
    std::erase(company, ' ');
    marks.insert(std::move(company));
  }
  return marks;
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

std::string doubt(const Bearer& a, const Bearer& b) {
  if (companies_differ(a, b)) {
    const auto [one, other] = std::minmax(a.works_at, b.works_at);
    return "same name, different companies: " + one + " and " + other;
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
      const Company company{key, claim.value};
      for (const std::string& label : {joined, first}) {
        Company& known = companies_.try_emplace(label, company).first->second;
        known = std::min(known, company);  // Whoever comes first: two may share their first word.
      }
    }
    for (std::size_t i = 0; i < book.handles.size(); ++i) {
      if (book.handles[i].kind != HandleKind::email || names[i].empty()) continue;
      std::set<std::string>& surnames = surnames_[book.handles[i].value.substr(book.handles[i].value.rfind('@') + 1)];
      if (surnames.size() >= many) continue;
      // Of several names the first in order of text: which one came first must not matter.
      const auto first = std::min_element(names[i].begin(), names[i].end(),
                                          [](const base::Name& a, const base::Name& b) { return a.words < b.words; });
      surnames.insert(first->words.back());
    }
  }
  struct Company {
    std::string key;
    std::string shown;
    friend auto operator<=>(const Company&, const Company&) = default;
  };
  /// The company whose domain this is; nothing when none that anybody works for.
  [[nodiscard]] const Company* employer(const std::string& domain) const {
    const auto found = companies_.find(domain.substr(0, domain.find('.')));
    return found == companies_.end() ? nullptr : &found->second;
  }
  /// A provider: a known one, or a domain of many families that is no company's.
  [[nodiscard]] bool home(const std::string& domain) const {
    if (everybodys(domain)) return true;
    const auto found = surnames_.find(domain);
    return found != surnames_.end() && found->second.size() >= many && employer(domain) == nullptr;
  }

 private:
  static constexpr std::size_t many = 5;
  std::unordered_map<std::string, Company> companies_;
  std::unordered_map<std::string, std::set<std::string>> surnames_;
};

/// What becomes of one group: what is sure is joined, what is in doubt is asked.
class Decision {
 public:
  Decision(const NameGroup& group, const Apart& apart, const Join& join, std::vector<OpenPair>& open)
      : all_(group.bearers), apart_(apart), join_(join), open_(open) {
    for (const Bearer& bearer : all_) {
      if (!bearer.mention) entities_.push_back(&bearer);
    }
    joined_.assign(entities_.size(), false);
    find_agreeing();
  }

  void make() {
    join_what_agrees();
    unique_ = stands_once();
    join_or_ask();
    for (const Bearer& bearer : all_) {
      if (bearer.mention) place(bearer);
    }
    if (entities_.empty()) join_mentions();
  }

 private:
  [[nodiscard]] bool possible(const Bearer& a, const Bearer& b) const {
    return !contradict(a, b) && !apart_(a.cluster, b.cluster);
  }
  void ask(const Bearer& a, const Bearer& b) {
    open_.push_back({ledger::IdentityId{a.cluster}, ledger::IdentityId{b.cluster}, doubt(a, b)});
  }

  /// For each entity those that agree with it: a common name is borne by hundreds, so only those
  /// that share a mark are compared.
  void find_agreeing() {
    agreeing_.resize(entities_.size());
    std::map<std::string, std::vector<std::size_t>> by_mark;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      std::set<std::size_t> near;
      for (const std::string& mark : marks_of(*entities_[i])) {
        std::vector<std::size_t>& others = by_mark[mark];
        near.insert(others.begin(), others.end());
        others.push_back(i);
      }
      for (const std::size_t k : near) {
        if (!agree(*entities_[i], *entities_[k])) continue;
        agreeing_[i].push_back(k);
        agreeing_[k].push_back(i);
      }
    }
  }

  /// `one` agrees as well with a third whom `other` cannot be: then only the owner can tell.
  [[nodiscard]] bool torn(std::size_t one, std::size_t other) const {
    return std::any_of(agreeing_[one].begin(), agreeing_[one].end(), [&](std::size_t third) {
      return third != other && possible(*entities_[third], *entities_[one]) &&
             !possible(*entities_[third], *entities_[other]);
    });
  }

  /// Entities that agree beyond the name are one person.
  void join_what_agrees() {
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      for (const std::size_t k : agreeing_[i]) {
        const Bearer& a = *entities_[i];
        const Bearer& b = *entities_[k];
        if (k > i && possible(a, b) && !torn(i, k) && !torn(k, i) && join_(a.cluster, b.cluster)) joined_[k] = true;
      }
    }
  }

  /// A name that stands once on each side, and nothing against it.
  [[nodiscard]] bool stands_once() const {
    if (entities_.size() > askable) return false;
    unsigned sides = 0;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (joined_[i]) continue;
      if ((sides & entities_[i]->sides) != 0) return false;
      sides |= entities_[i]->sides;
      for (std::size_t k = i + 1; k < entities_.size(); ++k) {
        if (joined_[k]) continue;
        if (!possible(*entities_[i], *entities_[k]) || companies_differ(*entities_[i], *entities_[k])) return false;
      }
    }
    return true;
  }

  void join_or_ask() {
    if (entities_.size() > askable) return;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      for (std::size_t k = i + 1; k < entities_.size(); ++k) {
        if (!possible(*entities_[i], *entities_[k])) continue;
        if (unique_) {
          join_(entities_[i]->cluster, entities_[k]->cluster);
        } else {
          ask(*entities_[i], *entities_[k]);
        }
      }
    }
  }

  /// Whether all of `fits` are one person by now.
  [[nodiscard]] bool one(const std::vector<const Bearer*>& fits) const {
    return !fits.empty() && std::all_of(fits.begin(), fits.end(), [&](const Bearer* fit) {
      return fit == fits.front() || unique_ || (agree(*fit, *fits.front()) && possible(*fit, *fits.front()));
    });
  }

  /// A mention goes to the only one of that name, or to the only one of that company.
  void place(const Bearer& mention) {
    std::vector<const Bearer*> fits;
    for (const Bearer* entity : entities_) {
      if (possible(mention, *entity)) fits.push_back(entity);
    }
    if (one(fits)) {
      join_(mention.cluster, fits.front()->cluster);
      return;
    }
    std::vector<const Bearer*> close;
    for (const Bearer* fit : fits) {
      if (agree(mention, *fit)) close.push_back(fit);
    }
    if (one(close)) {
      join_(mention.cluster, close.front()->cluster);
    } else if (close.empty() && fits.size() <= askable) {
      for (const Bearer* fit : fits) ask(mention, *fit);
    }
  }

  /// Nobody but mentions: one person, unless their companies differ.
  void join_mentions() {
    const Bearer& first = all_.front();
    for (std::size_t i = 1; i < all_.size(); ++i) {
      if (!possible(first, all_[i])) continue;
      if (!companies_differ(first, all_[i])) {
        join_(first.cluster, all_[i].cluster);
      } else if (all_.size() <= askable) {
        ask(first, all_[i]);
      }
    }
  }

  const std::vector<Bearer>& all_;
  const Apart& apart_;
  const Join& join_;
  std::vector<OpenPair>& open_;
  std::vector<const Bearer*> entities_;
  std::vector<bool> joined_;  ///< With an entity before it.
  std::vector<std::vector<std::size_t>> agreeing_;  ///< Of each entity, ascending.
  bool unique_ = false;
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
  std::unordered_map<std::uint32_t, std::set<std::string>> shown_by_mail;
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
      if (const auto* employer = domains.employer(domain); employer != nullptr) {
        bearer.employers.insert(employer->key);
        shown_by_mail[bearer.cluster].insert(employer->shown);
      }
    }
  }
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.at > moment) continue;
    if (claim.field != Field::company && claim.field != Field::birthday) continue;
    const auto found = bearers.find(cluster_of(claim.who.value));
    if (found == bearers.end()) continue;
    if (claim.field == Field::birthday) found->second.birthdays.insert(claim.value);
    if (claim.field != Field::company) continue;
    found->second.companies.insert(base::company_key(claim.value));
    std::string& shown = found->second.works_at;
    if (shown.empty() || claim.value < shown) shown = claim.value;
  }
  for (auto& [cluster, bearer] : bearers) {
    if (const auto by_mail = shown_by_mail.find(cluster); bearer.works_at.empty() && by_mail != shown_by_mail.end()) {
      bearer.works_at = *by_mail->second.begin();
    }
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
  Decision(group, apart, join, open).make();
}

}  // namespace people
