#include "people/near.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/text.h"
#include "people/alike.h"
#include "people/names.h"

namespace people {

namespace {

using ledger::Field;
using ledger::Handle;
using ledger::HandleKind;

/// Of more people than this a company says nothing, and nobody is compared with more.
constexpr std::size_t company_most = 5'000;
constexpr std::size_t alike_most = 60;

struct Cluster {
  std::uint32_t leader = 0;  ///< The identity with the least handle.
  std::vector<const base::Name*> names;
  std::set<std::string> profiles;
  std::set<std::string> birthdays;
};

enum class Likeness { none, perhaps, sure };

bool one_slip(const std::string& a, const std::string& b, std::size_t least) {
  return std::min(a.size(), b.size()) >= least && edits(a, b, 1) <= 1;
}

/// All words of the shorter name, in their order, the given name first.
bool holds(const base::Name& longer, const base::Name& shorter) {
  if (base::formal(longer.words.front()) != base::formal(shorter.words.front())) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i < shorter.words.size(); ++i) {
    if (shorter.words[i].size() < 2) return false;
    while (at < longer.words.size() && longer.words[at] != shorter.words[i]) ++at;
    if (at++ == longer.words.size()) return false;
  }
  return true;
}

Likeness likeness(const base::Name& a, const base::Name& b) {
  const std::string_view given_a = base::formal(a.words.front());
  const std::string_view given_b = base::formal(b.words.front());
  const std::string& family_a = a.words.back();
  const std::string& family_b = b.words.back();
  std::vector<std::string> sorted_a = a.words;
  std::vector<std::string> sorted_b = b.words;
  std::sort(sorted_a.begin(), sorted_a.end());
  std::sort(sorted_b.begin(), sorted_b.end());
  if (sorted_a == sorted_b) return Likeness::sure;
  const bool shorter_b = b.words.size() <= a.words.size();
  if (a.words.size() != b.words.size() && holds(shorter_b ? a : b, shorter_b ? b : a))
    return Likeness::perhaps;
  if (family_a == family_b && one_slip(a.words.front(), b.words.front(), 4))
    return Likeness::perhaps;
  if (given_a == given_b && one_slip(family_a, family_b, 5)) return Likeness::perhaps;
  return Likeness::none;
}

class Finder {
 public:
  Finder(const ledger::Book& book, base::Instant moment,
         const std::vector<std::vector<base::Name>>& names,
         const std::function<std::uint32_t(std::uint32_t)>& cluster_of)
      : book_(book), cluster_of_(cluster_of) {
    for (std::uint32_t i = 1; i < names.size(); ++i) {
      const std::uint32_t root = cluster_of(i);
      if (root == no_cluster || names[i].empty()) continue;
      Cluster& cluster = clusters_[root];
      for (const base::Name& name : names[i]) cluster.names.push_back(&name);
    }
    for (std::uint32_t i = 1; i < names.size(); ++i) take(i);
    for (const ledger::ClaimRow& claim : book.claims) {
      if (claim.at <= moment) take(claim);
    }
  }

  std::vector<NearPair> find() {
    std::vector<NearPair> out;
    for (auto& [mark, roots] : of_mark_) {
      std::sort(roots.begin(), roots.end());
      roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
      if (roots.size() >= 2 && roots.size() <= company_most) compare(mark, roots, out);
    }
    std::sort(out.begin(), out.end(), [&](const NearPair& x, const NearPair& y) {
      const auto key = [&](const NearPair& pair) {
        return std::tie(book_.handles[pair.a.value], book_.handles[pair.b.value], pair.why);
      };
      return key(x) < key(y);
    });
    return out;
  }

 private:
  void take(std::uint32_t i) {
    const auto found = clusters_.find(cluster_of_(i));
    if (found == clusters_.end()) return;
    Cluster& cluster = found->second;
    const Handle& handle = book_.handles[i];
    if (cluster.leader == 0 || handle < book_.handles[cluster.leader]) cluster.leader = i;
    if (handle.kind == HandleKind::linkedin) cluster.profiles.insert(handle.value);
    if (handle.kind != HandleKind::email) return;
    const std::string domain = handle.value.substr(handle.value.rfind('@') + 1);
    mark(domain.substr(0, domain.find('.')), found->first);
  }

  void take(const ledger::ClaimRow& claim) {
    const auto found = clusters_.find(cluster_of_(claim.who.value));
    if (found == clusters_.end()) return;
    if (claim.field == Field::birthday) found->second.birthdays.insert(claim.value);
    if (claim.field != Field::company) return;
    const std::string key = base::company_key(claim.value);
    std::string joined = key;
    std::erase(joined, ' ');
    for (const std::string& label : {joined, key.substr(0, key.find(' '))}) {
      mark(label, found->first);
      std::string& shown = shown_[label];
      if (shown.empty() || claim.value < shown) shown = claim.value;
    }
  }

  void mark(const std::string& label, std::uint32_t root) {
    if (label.size() >= 3) of_mark_[label].push_back(root);
  }

  void compare(const std::string& mark, const std::vector<std::uint32_t>& roots,
               std::vector<NearPair>& out) {
    // A company that somebody works for: a provider's label alone ties nobody.
    const auto shown = shown_.find(mark);
    if (shown == shown_.end()) return;
    std::map<std::string, std::vector<std::uint32_t>> near;
    for (const std::uint32_t root : roots) {
      std::set<std::string> starts;
      for (const base::Name* name : clusters_.at(root).names) {
        for (const std::string_view word :
             {base::formal(name->words.front()), std::string_view(name->words.back())}) {
          starts.insert(std::string(word.substr(0, 3)));
        }
      }
      for (const std::string& start : starts) near[start].push_back(root);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const auto& [start, some] : near) {
      if (some.size() > alike_most) continue;
      for (std::size_t i = 0; i < some.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
          if (seen.insert({some[k], some[i]}).second) add(some[k], some[i], shown->second, out);
        }
      }
    }
  }

  void add(std::uint32_t one, std::uint32_t other, const std::string& company,
           std::vector<NearPair>& out) {
    const Cluster& a = clusters_.at(one);
    const Cluster& b = clusters_.at(other);
    if (!a.profiles.empty() && !b.profiles.empty()) return;
    if (!a.birthdays.empty() && !b.birthdays.empty() && a.birthdays != b.birthdays) return;
    Likeness best = Likeness::none;
    for (const base::Name* x : a.names) {
      for (const base::Name* y : b.names) {
        if (x->key() == y->key()) return;  // Decided by its name.
        best = std::max(best, likeness(*x, *y));
      }
    }
    if (best == Likeness::none) return;
    const bool in_order = book_.handles[a.leader] < book_.handles[b.leader];
    const ledger::IdentityId first{in_order ? a.leader : b.leader};
    const ledger::IdentityId second{in_order ? b.leader : a.leader};
    if (!told_.insert({first.value, second.value}).second) return;
    out.push_back(
        {first, second, best == Likeness::sure, "nearly the same name, both at " + company});
  }

  const ledger::Book& book_;
  const std::function<std::uint32_t(std::uint32_t)>& cluster_of_;
  std::unordered_map<std::uint32_t, Cluster> clusters_;
  std::map<std::string, std::vector<std::uint32_t>> of_mark_;  ///< "fjord": who is at Fjord.
  std::unordered_map<std::string, std::string> shown_;  ///< "Fjord AB", where anybody says so.
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

std::vector<NearPair> near_pairs(const ledger::Book& book, base::Instant moment,
                                 const std::vector<std::vector<base::Name>>& names,
                                 const std::function<std::uint32_t(std::uint32_t)>& cluster_of) {
  return Finder(book, moment, names, cluster_of).find();
}

}  // namespace people
