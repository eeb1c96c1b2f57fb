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

std::string domain_of(const Face& face) {
  return face.emails.front().substr(face.emails.front().rfind('@') + 1);
}

/// Where somebody works, or at least where their mail comes from.
std::string place_of(const Face& face) {
  return face.works_at.empty() && !face.emails.empty() ? domain_of(face) : face.works_at;
}

std::string words_for(const LikelyPair& pair, const Face& a, const Face& b) {
  const std::uint8_t name = pair.outcomes[face_name].level;
  const bool by_address = name == spelled || name == spelled_alone;
  const std::string same = by_address ? "the address spells the name" : "same name";
  if (pair.objections.empty())
    return same + (pair.bits < 0 ? ", several who could be meant" : ", and little else to tell");
  switch (pair.objections.front()) {
    case Objection::nearly: {
      const std::string& company = a.works_at.empty() ? b.works_at : a.works_at;
      const bool together = pair.outcomes[face_company].level == 1 && !company.empty();
      return "nearly the same name" + (together ? ", both at " + company : "");
    }
    case Objection::brief:
      return by_address ? "the address spells the name by an initial"
                        : "same name but for an initial";
    case Objection::mailbox:
      return "the same mailbox name at two places";
    case Objection::numbered:
      return same + ", but mailboxes that differ by a number";
    case Objection::company: {
      const auto [one, other] = std::minmax({place_of(a), place_of(b)});
      return same + ", different companies" +
             (one.empty() || one == other ? "" : ": " + one + " and " + other);
    }
    case Objection::domains:
      return same + ", mail from two places: " + std::min(domain_of(a), domain_of(b)) + " and " +
             std::max(domain_of(a), domain_of(b));
    case Objection::book:
      return same + ", two cards of one address book";
    case Objection::wrote:
      return same + ", but one wrote to the other";
    case Objection::together:
      return same + ", but both were at one meeting";
  }
  return same;
}

class Settler {
 public:
  Settler(const Faces& faces, const Apart& apart, const Join& join, std::vector<OpenPair>& open)
      : faces_(faces),
        apart_(apart),
        join_(join),
        open_(open),
        group_(faces.all.size()),
        asked_(faces.all.size()) {
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
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
  }

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
        return contradict(faces_.all[one], faces_.all[other]) ||
               apart_(faces_.all[one], faces_.all[other]);
      });
    });
  }

  void join(const LikelyPair& pair) {
    std::uint32_t one = group_[pair.a];
    std::uint32_t other = group_[pair.b];
    if (one == other || !likely(pair) || !fits(pair) ||
        !join_(faces_.all[pair.a].leader, faces_.all[pair.b].leader))
      return;
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
    open_.push_back(
        {ledger::IdentityId{a.leader}, ledger::IdentityId{b.leader}, words_for(pair, a, b)});
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

void settle(const Faces& faces, const std::vector<LikelyPair>& pairs, const Apart& apart,
            const Join& join, std::vector<OpenPair>& open) {
  if (!pairs.empty()) Settler(faces, apart, join, open).settle(pairs);
}

}  // namespace people
