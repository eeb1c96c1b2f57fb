#include "people/settle.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "people/compare_names.h"

namespace people {

namespace {

/// Whoever would be asked about more often bears a frequent name: nobody could answer.
constexpr std::size_t questions_most = 6;
/// Of two whose names agree so little that they were never weighed: about what two unknown people
/// are worth among a thousand.
constexpr float stranger_bits = -10;

std::string domain_of(const Face& face) { return face.emails.front().substr(face.emails.front().rfind('@') + 1); }

/// Where somebody works, or at least where their mail comes from.
std::string place_of(const Face& face) { return face.works_at.empty() && !face.emails.empty() ? domain_of(face) : face.works_at; }

/// Why the owner is asked whether the two are one.
base::Message doubt_about(const LikelyPair& pair, const Face& a, const Face& b) {
  const std::uint8_t name = pair.outcomes[face_name].level;
  // What they have in common: the name, or an address that spells it.
  const std::string_view same = name == spelled || name == spelled_alone ? "address" : "name";
  if (pair.objections.empty()) {
    return pair.bits < 0 ? base::say("doubt.several", {{"same", same}}) : base::say("doubt.little", {{"same", same}});
  }
  switch (pair.objections.front()) {
    case Objection::nearly: {
      const std::string& company = a.works_at.empty() ? b.works_at : a.works_at;
      const bool together = pair.outcomes[face_company].level == 1 && !company.empty();
      return together ? base::say("doubt.nearly-at", {{"company", company}}) : base::say("doubt.nearly");
    }
    case Objection::brief:
      return base::say("doubt.initial", {{"same", same}});
    case Objection::mailbox:
      return base::say("doubt.mailbox");
    case Objection::numbered:
      return base::say("doubt.numbered", {{"same", same}});
    case Objection::company: {
      const auto [one, other] = std::minmax({place_of(a), place_of(b)});
      if (one.empty() || one == other) return base::say("doubt.companies", {{"same", same}});
      return base::say("doubt.two-companies", {{"same", same}, {"one", one}, {"other", other}});
    }
    case Objection::domains: {
      const auto [one, other] = std::minmax({domain_of(a), domain_of(b)});
      if (one == other) return base::say("doubt.little", {{"same", same}});
      return base::say("doubt.domains", {{"same", same}, {"one", one}, {"other", other}});
    }
    case Objection::book:
      return base::say("doubt.book", {{"same", same}});
    case Objection::wrote:
      return base::say("doubt.wrote", {{"same", same}});
    case Objection::together:
      return base::say("doubt.together", {{"same", same}});
  }
  return {};
}

class Settler {
 public:
  Settler(const Faces& faces, const Apart& apart, const Join& join, std::vector<OpenPair>& open)
      : faces_(faces), apart_(apart), join_(join), open_(open), group_(faces.all.size()), asked_(faces.all.size()) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (const std::uint32_t i : group_) members_.push_back({i});
  }

  void settle(const std::vector<LikelyPair>& pairs) {
    for (const LikelyPair& pair : pairs) bits_.emplace(key(pair.a, pair.b), pair.bits);
    for (const LikelyPair& pair : pairs) {
      if (pair.bits >= join_bits && pair.objections.empty()) join(pair);
    }
    for (const LikelyPair& pair : pairs) ask(pair);
  }

 private:
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) { return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b); }

  /// Not by way of a third alone: all of one side with all of the other make it likely on average.
  [[nodiscard]] bool likely(const LikelyPair& pair) const {
    float sum = 0;
    for (const std::uint32_t one : members_[group_[pair.a]]) {
      for (const std::uint32_t other : members_[group_[pair.b]]) {
        const auto found = bits_.find(key(one, other));
        sum += found == bits_.end() ? stranger_bits : found->second;
      }
    }
    return sum > 0;
  }

  /// Nobody on one side contradicts anybody on the other.
  [[nodiscard]] bool fits(const LikelyPair& pair) const {
    const auto& ones = members_[group_[pair.a]];
    const auto& others = members_[group_[pair.b]];
    return std::none_of(ones.begin(), ones.end(), [&](std::uint32_t one) {
      return std::any_of(others.begin(), others.end(), [&](std::uint32_t other) {
        return contradict(faces_.all[one], faces_.all[other]) || apart_(faces_.all[one], faces_.all[other]);
      });
    });
  }

  void join(const LikelyPair& pair) {
    std::uint32_t one = group_[pair.a];
    std::uint32_t other = group_[pair.b];
    if (one == other || !likely(pair) || !fits(pair) || !join_(faces_.all[pair.a].leader, faces_.all[pair.b].leader)) return;
    if (members_[one].size() < members_[other].size()) std::swap(one, other);
    for (const std::uint32_t member : members_[other]) group_[member] = one;
    members_[one].insert(members_[one].end(), members_[other].begin(), members_[other].end());
    members_[other].clear();
  }

  void ask(const LikelyPair& pair) {
    if (group_[pair.a] == group_[pair.b] || pair.objections.size() > 1 || !fits(pair)) return;
    if (asked_[pair.a] >= questions_most || asked_[pair.b] >= questions_most) return;
    ++asked_[pair.a];
    ++asked_[pair.b];
    const Face& a = faces_.all[pair.a];
    const Face& b = faces_.all[pair.b];
    open_.push_back({ledger::IdentityId{a.leader}, ledger::IdentityId{b.leader}, doubt_about(pair, a, b)});
  }

  const Faces& faces_;
  const Apart& apart_;
  const Join& join_;
  std::vector<OpenPair>& open_;
  std::unordered_map<std::uint64_t, float> bits_;
  std::vector<std::uint32_t> group_;  ///< By face.
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::size_t> asked_;
};

}  // namespace

void settle(const Faces& faces, const std::vector<LikelyPair>& pairs, const Apart& apart, const Join& join,
            std::vector<OpenPair>& open) {
  if (!pairs.empty()) Settler(faces, apart, join, open).settle(pairs);
}

}  // namespace people
