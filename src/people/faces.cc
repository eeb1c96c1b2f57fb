#include "people/faces.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "people/alike.h"

namespace people {

namespace {

using ledger::Field;
using ledger::Handle;
using ledger::HandleKind;

/// Whoever shows more is compared by the first of them.
constexpr std::size_t rows_most = 4;

template <class Value>
void sort_once(std::vector<Value>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Of several the first in order of text: which came first must not matter.
void keep_least(std::string& kept, const std::string& value) {
  if (kept.empty() || value < kept) kept = value;
}

/// Collects what the identities of each cluster show.
class Gatherer {
 public:
  Gatherer(const ledger::Book& book, base::Instant moment, const ShownNames& names, std::deque<base::Name>& made)
      : book_(book), moment_(moment), names_(names), made_(made) {}

  /// `place`: by identity, where its face came to stand.
  std::vector<Face> gather(const ClusterOf& cluster_of, std::vector<std::uint32_t>& place) {
    faces_.clear();
    place.assign(book_.handles.size(), no_cluster);
    std::vector<std::uint32_t> of_root(book_.handles.size(),
                                       no_cluster);  // Who may be nobody's itself.
    for (std::uint32_t i = 1; i < book_.handles.size(); ++i) {
      const std::uint32_t root = cluster_of(i);
      if (root == no_cluster) continue;
      if (of_root[root] == no_cluster) {
        of_root[root] = static_cast<std::uint32_t>(faces_.size());
        faces_.emplace_back();
        faces_.back().cluster = root;
        faces_.back().leader = i;
      }
      place[i] = of_root[root];
      take(faces_[place[i]], i);
    }
    if (!faces_.empty()) read_claims(place);
    for (Face& face : faces_) finish(face);
    put_in_order(place);
    return std::move(faces_);
  }

 private:
  void take(Face& face, std::uint32_t i) {
    const Handle& handle = book_.handles[i];
    if (handle < book_.handles[face.leader]) face.leader = i;
    for (const base::Name& name : names_.full[i]) face.names.push_back(&name);
    for (const base::Name& name : names_.partial[i]) face.names.push_back(&name);
    switch (handle.kind) {
      case HandleKind::linkedin:
        keep_least(face.profile, handle.value);
        break;
      case HandleKind::email:
        face.emails.push_back(handle.value);
        break;
      case HandleKind::uid:
        keep_least(face.book, handle.value.substr(0, handle.value.find('/')));
        break;
      default:
        break;
    }
  }

  void read_claims(const std::vector<std::uint32_t>& place) {
    for (const ledger::ClaimRow& claim : book_.claims) {
      const std::uint32_t at = place[claim.who.value];
      if (at == no_cluster || claim.at > moment_ || claim.value.empty()) continue;
      Face& face = faces_[at];
      switch (claim.field) {
        case Field::company:
          face.companies.push_back(company_key(claim.value));
          keep_least(face.works_at, claim.value);
          break;
        case Field::title:
          keep_least(face.title, claim.value);
          break;
        case Field::city:
          keep_least(face.city, claim.value);
          break;
        case Field::birthday:
          face.birthdays.push_back(claim.value);
          break;
        default:
          break;
      }
    }
  }

  /// Many work at one company.
  const std::string& company_key(const std::string& raw) {
    const auto [at, fresh] = companies_.try_emplace(raw);
    if (fresh) at->second = base::company_key(raw);
    return at->second;
  }

  void finish(Face& face) {
    if (face.names.empty() && !face.profile.empty()) read_profile(face);
    if (face.names.size() > 1) {
      const auto rank = [](const base::Name* name) {
        return std::pair<bool, const std::vector<std::string>&>(name->key().empty(), name->words);
      };
      std::sort(face.names.begin(), face.names.end(),
                [&](const base::Name* a, const base::Name* b) { return rank(a) < rank(b); });
      const auto end = std::unique(face.names.begin(), face.names.end(),
                                   [](const base::Name* a, const base::Name* b) { return a->words == b->words; });
      face.names.erase(end, face.names.end());
    }
    sort_once(face.emails);
    sort_once(face.companies);
    sort_once(face.birthdays);
  }

  /// "ada-lovelace-1a2b3c": a profile that nothing names bears its member's name.
  void read_profile(Face& face) {
    std::string words;
    for (const std::string_view word : base::split(face.profile, '-')) {
      if (word.find_first_of("0123456789%/") != std::string_view::npos) continue;
      words += (words.empty() ? "" : " ") + std::string(word);
    }
    base::Name name = base::parse_name(words);
    if (name.key().empty()) return;
    made_.push_back(std::move(name));
    face.names.push_back(&made_.back());
  }

  /// Without those that show nothing to compare.
  void put_in_order(std::vector<std::uint32_t>& place) {
    std::vector<std::pair<std::size_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < faces_.size(); ++i) {
      if (faces_[i].names.empty() && faces_[i].emails.empty()) continue;
      order.push_back({std::hash<std::string>{}(book_.handles[faces_[i].leader].value), i});
    }
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      if (a.first != b.first) return a.first < b.first;
      return book_.handles[faces_[a.second].leader] < book_.handles[faces_[b.second].leader];
    });
    std::vector<Face> sorted;
    sorted.reserve(order.size());
    std::vector<std::uint32_t> now(faces_.size(), no_cluster);
    for (const auto& [hash, before] : order) {
      now[before] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(std::move(faces_[before]));
    }
    faces_ = std::move(sorted);
    for (std::uint32_t& at : place) {
      if (at != no_cluster) at = now[at];
    }
  }

  const ledger::Book& book_;
  base::Instant moment_;
  const ShownNames& names_;
  std::deque<base::Name>& made_;
  std::unordered_map<std::string, std::string> companies_;
  std::vector<Face> faces_;
};

class Table {
 public:
  void add(Face& face) {
    const auto at = [](const std::vector<std::string>& list, std::size_t k) {
      return list.empty() ? std::string{} : list[std::min(k, list.size() - 1)];
    };
    face.row = static_cast<std::uint32_t>(rows_);
    const std::size_t most = std::max({face.names.size(), face.emails.size(), face.companies.size()});
    face.rows = static_cast<std::uint32_t>(std::clamp<std::size_t>(most, 1, rows_most));
    for (std::size_t k = 0; k < face.rows; ++k, ++rows_) {
      name_.add_clean(face.names.empty() ? std::string{} : face.names[std::min(k, face.names.size() - 1)]->text());
      email_.add_clean(at(face.emails, k));
      company_.add_clean(at(face.companies, k));
      title_.add_clean(k == 0 ? clean(face.title) : std::string{});
      city_.add_clean(k == 0 ? clean(face.city) : std::string{});
      birthday_.add(k == 0 ? at(face.birthdays, 0) : std::string{});
    }
  }

  LinkTable make() {
    LinkTable table;
    table.rows = rows_;
    for (LinkColumn* column : {&name_, &email_, &company_, &title_, &city_, &birthday_}) {
      column->seal();
      table.columns.push_back(std::move(*column));
    }
    return table;
  }

 private:
  /// Many have one title or live in one town.
  const std::string& clean(const std::string& raw) {
    const auto [at, fresh] = clean_.try_emplace(raw);
    if (fresh) at->second = link_value(Trait::text, raw);
    return at->second;
  }

  std::unordered_map<std::string, std::string> clean_;
  std::size_t rows_ = 0;
  // In order of FaceColumn.
  LinkColumn name_{Trait::name, "name"}, email_{Trait::email, "mail address"}, company_{Trait::company, "company"},
      title_{Trait::text, "title"}, city_{Trait::text, "town"}, birthday_{Trait::date, "birthday"};
};

/// "Jhon" for John.
bool slipped(const std::string& a, const std::string& b) {
  constexpr std::size_t size_least = 4;  // Shorter ones are other names as often.
  return std::min(a.size(), b.size()) >= size_least && edits(a, b, 1) <= 1;
}

/// One of them may hide the year.
bool birthdays_differ(const Face& a, const Face& b) {
  if (a.birthdays.empty() || b.birthdays.empty()) return false;
  const auto agree = [](const std::string& x, const std::string& y) {
    constexpr std::size_t full = 10;  // "1815-12-10"
    constexpr std::size_t year = 5;
    if (x.size() == full && y.size() == full) return x == y;
    return x.substr(x.size() - std::min(x.size(), year)) == y.substr(y.size() - std::min(y.size(), year));
  };
  return std::none_of(a.birthdays.begin(), a.birthdays.end(), [&](const std::string& x) {
    return std::any_of(b.birthdays.begin(), b.birthdays.end(), [&](const std::string& y) { return agree(x, y); });
  });
}

bool names_differ(const Face& a, const Face& b) {
  if (a.names.empty() || b.names.empty()) return false;
  return std::none_of(a.names.begin(), a.names.end(), [&](const base::Name* x) {
    return std::any_of(b.names.begin(), b.names.end(), [&](const base::Name* y) {
      return base::compatible(*x, *y) || slipped(x->words.front(), y->words.front());
    });
  });
}

}  // namespace

Faces faces_of(const ledger::Book& book, base::Instant moment, const ShownNames& names, const ClusterOf& cluster_of,
               const Taught& taught) {
  Faces out;
  Gatherer gatherer(book, moment, names, out.made);
  out.all = gatherer.gather(cluster_of, out.of_identity);
  std::set<std::uint32_t> parts;
  for (const auto& [a, b] : taught.same) {
    parts.insert(taught.cluster_of(a));
    parts.insert(taught.cluster_of(b));
  }
  if (!parts.empty()) {
    std::vector<std::uint32_t> place;
    out.lessons = gatherer.gather(
        [&](std::uint32_t i) {
          const std::uint32_t root = taught.cluster_of(i);
          return parts.contains(root) ? root : no_cluster;
        },
        place);
    for (const auto& [a, b] : taught.same) {
      if (place[a] != no_cluster && place[b] != no_cluster && place[a] != place[b])
        out.same.push_back(std::minmax({place[a], place[b]}));
    }
  }
  for (const auto& [a, b] : taught.apart) {
    const auto [x, y] = std::minmax({out.of_identity[a], out.of_identity[b]});
    if (y != no_cluster && x != y) out.apart.push_back({x, y});
  }
  sort_once(out.same);
  sort_once(out.apart);
  Table table;
  for (std::vector<Face>* faces : {&out.all, &out.lessons}) {
    for (Face& face : *faces) table.add(face);
  }
  out.table = table.make();
  for (std::uint32_t i = 0; i < out.all.size(); ++i) out.face_of.insert(out.face_of.end(), out.all[i].rows, i);
  return out;
}

bool contradict(const Face& a, const Face& b) {
  return (!a.profile.empty() && !b.profile.empty()) || birthdays_differ(a, b) || names_differ(a, b);
}

}  // namespace people
