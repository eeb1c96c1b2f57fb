#include "graph/communities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/name.h"
#include "base/text.h"
#include "graph/measures.h"
#include "ledger/pack.h"

namespace graph {

namespace {

using people::Person;
using people::PersonId;

// Choices, docs/plays.md#graph.
constexpr std::size_t members_min = 3;
constexpr double name_share_min = 1.0 / 3;
constexpr double name_lift_min = 1.5;
constexpr double second_name_share_min = 0.5;

/// Something that people may share: company, town or a word of the title, by its key.
struct Trait {
  enum class Of : std::uint8_t { company, town, title };
  Of of = Of::company;
  std::string key;
  friend auto operator<=>(const Trait&, const Trait&) = default;
};

std::vector<Trait> traits_of(const Person& person) {
  std::set<Trait> all;
  all.insert({Trait::Of::company, base::company_key(person.company)});
  all.insert({Trait::Of::town, base::fold(person.city)});
  std::string title = base::fold(person.title);
  for (char& c : title) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) c = ' ';
  }
  for (const std::string_view word : base::split_words(title)) {
    const bool says_nothing =
        word.size() < 3 || word == "and" || word == "the" || word == "for" || word == "und" || word == "och";
    if (!says_nothing) all.insert({Trait::Of::title, std::string(word)});
  }
  std::erase_if(all, [](const Trait& one) { return one.key.empty(); });
  return {all.begin(), all.end()};
}

/// The spelling that most use; of several the first in order.
std::string spelling(const Trait& trait, std::span<const PersonId> members, std::span<const Person> persons) {
  if (trait.of == Trait::Of::title) return trait.key;
  std::map<std::string, std::size_t> seen;
  for (const PersonId one : members) {
    const Person& p = persons[one.value];
    const std::string& text = trait.of == Trait::Of::company ? p.company : p.city;
    if ((trait.of == Trait::Of::company ? base::company_key(text) : base::fold(text)) == trait.key) ++seen[text];
  }
  return std::max_element(seen.begin(), seen.end(), [](const auto& x, const auto& y) { return x.second < y.second; })->first;
}

class Namer {
 public:
  Namer(std::span<const Person> persons, const std::vector<bool>& in) : persons_(persons), traits_(persons.size()) {
    for (std::size_t i = 0; i < persons.size(); ++i) {
      if (!in[i]) continue;
      ++people_;
      traits_[i] = traits_of(persons[i]);
      for (const Trait& one : traits_[i]) ++common_[one];
    }
  }

  /// `members`: the most central first.
  [[nodiscard]] base::Message name(std::span<const PersonId> members) const {
    std::map<Trait, std::size_t> shared;
    for (const PersonId one : members) {
      for (const Trait& trait : traits_[one.value]) ++shared[trait];
    }
    const auto size = static_cast<double>(members.size());
    std::vector<std::pair<Trait, double>> telling;
    for (const auto& [trait, count] : shared) {
      const double share = static_cast<double>(count) / size;
      const double elsewhere = static_cast<double>(common_.at(trait)) / static_cast<double>(people_);
      if (count >= 2 && share >= name_share_min && share >= name_lift_min * elsewhere) telling.push_back({trait, share});
    }
    std::stable_sort(telling.begin(), telling.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
    if (telling.empty()) return base::say("graph.around", {{"name", persons_[members.front().value].name}});
    const bool two = telling.size() > 1 && telling[1].second >= second_name_share_min;
    return base::say("graph.shared", {{"first", spelling(telling[0].first, members, persons_)},
                                      {"second", two ? spelling(telling[1].first, members, persons_) : "_"}});
  }

 private:
  std::span<const Person> persons_;
  std::vector<std::vector<Trait>> traits_;
  std::map<Trait, std::size_t> common_;
  std::size_t people_ = 0;
};

}  // namespace

std::vector<Circle> circles(std::span<const Acquaintance> all, const std::vector<bool>& in, std::span<const Person> persons) {
  // Only those who know somebody: communities of one would be many.
  constexpr std::uint32_t none = 0xffff'ffff;
  std::vector<std::uint32_t> vertex(persons.size(), none);
  std::vector<PersonId> person_of;
  std::vector<Edge> edges;
  for (const Acquaintance& one : all) {
    if (!in[one.a.value] || !in[one.b.value]) continue;
    for (const PersonId end : {one.a, one.b}) {
      if (vertex[end.value] != none) continue;
      vertex[end.value] = static_cast<std::uint32_t>(person_of.size());
      person_of.push_back(end);
    }
    edges.push_back({vertex[one.a.value], vertex[one.b.value], static_cast<double>(one.shared.weight)});
  }
  const std::vector<std::uint32_t> community = leiden(edges, static_cast<std::uint32_t>(person_of.size()));
  std::vector<double> central(person_of.size());
  for (const Edge& edge : edges) {
    if (community[edge.a] != community[edge.b]) continue;
    central[edge.a] += edge.weight;
    central[edge.b] += edge.weight;
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> together;
  for (std::uint32_t i = 0; i < community.size(); ++i) together[community[i]].push_back(i);
  const Namer namer(persons, in);
  std::vector<Circle> out;
  for (auto& [number, vertices] : together) {
    if (vertices.size() < members_min) continue;
    std::sort(vertices.begin(), vertices.end(), [&](std::uint32_t x, std::uint32_t y) {
      return std::tuple(-central[x], person_of[x]) < std::tuple(-central[y], person_of[y]);
    });
    Circle circle;
    for (const std::uint32_t one : vertices) circle.members.push_back(person_of[one]);
    circle.name = namer.name(circle.members);
    out.push_back(std::move(circle));
  }
  std::sort(out.begin(), out.end(), [](const Circle& x, const Circle& y) {
    return x.members.size() != y.members.size() ? x.members.size() > y.members.size() : x.members < y.members;
  });
  return out;
}

std::string pack(std::span<const Circle> circles) {
  std::string out;
  for (const Circle& circle : circles) {
    const std::string name = base::pack(circle.name);
    ledger::put(out, name.size());
    out += name;
    ledger::put(out, circle.members.size());
    for (const PersonId one : circle.members) ledger::put(out, one.value);
  }
  return out;
}

bool unpack(std::string_view bytes, std::vector<Circle>& circles) {
  while (!bytes.empty()) {
    Circle circle;
    std::uint64_t size = 0;
    if (!ledger::take(bytes, 32, size) || size > bytes.size()) return false;
    auto name = base::unpack_message(bytes.substr(0, size));
    if (!name) return false;
    circle.name = std::move(*name);
    bytes.remove_prefix(size);
    if (!ledger::take(bytes, 32, size)) return false;
    for (; size > 0; --size) {
      std::uint64_t who = 0;
      if (!ledger::take(bytes, 32, who)) return false;
      circle.members.push_back({static_cast<std::uint32_t>(who)});
    }
    circles.push_back(std::move(circle));
  }
  return true;
}

}  // namespace graph
