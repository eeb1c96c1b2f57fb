#pragma once

/// The facts from which a rung follows, gathered row by row: one place for `stand`, which wants the
/// last of it, and for `climb`, which wants every step on the way.

#include <algorithm>
#include <string_view>
#include <vector>

#include "standing/standing.h"

namespace standing {

/// 1 - product of (1 - confidence): rows from different events are independent. 2-domain.
class Sum {
 public:
  void add(double confidence) { miss_ *= 1 - confidence; }
  /// One that was added with the confidence `before` has turned out to have `now`. Both 0..1, and
  /// `before` below 1.
  void change(double before, double now) { miss_ *= (1 - now) / (1 - before); }
  [[nodiscard]] double value() const { return 1 - miss_; }

 private:
  double miss_ = 1;
};

/// Whether help of that kind and direction flowed to the owner. `asked out`: the owner asked them,
/// so help comes in; `asked in` is its mirror image.
[[nodiscard]] inline bool is_for_owner(const Reading& help) {
  return (help.kind == ledger::Kind::asked) == (help.direction == Direction::out);
}

class Facts {
 public:
  /// `reading` counts, and is of that day.
  void take(const Reading& reading, base::Day day) {
    using ledger::Kind;
    switch (reading.kind) {
      case Kind::wrote:
        (reading.direction == Direction::out ? talk_out_ : talk_in_) = true;
        break;
      case Kind::called:
      case Kind::met:
        spoken_.add(reading.confidence);
        break;
      case Kind::invited:
      case Kind::endorsed:
      case Kind::shared:
      case Kind::engaged:
        one_way_ = true;
        break;
      default:
        break;
    }
    if (!is_help(reading.kind)) return;
    help_.add(reading.confidence);
    if (is_for_owner(reading) && reading.kind != Kind::asked)
      acts_.insert(std::upper_bound(acts_.begin(), acts_.end(), day), day);
  }

  /// A meeting that was taken with the confidence `before`, below 1, has turned out to have `now`.
  void change_spoken(double before, double now) { spoken_.change(before, now); }

  [[nodiscard]] bool spoken(const Policy& policy) const { return spoken_.value() >= policy.counts_from - 1e-6; }
  [[nodiscard]] bool help(const Policy& policy) const { return help_.value() >= policy.counts_from - 1e-6; }
  [[nodiscard]] bool both_ways() const { return talk_out_ && talk_in_; }

  /// `answer` as in people::Person.
  [[nodiscard]] bool network(std::string_view answer, const Policy& policy) const {
    return answer == "yes" || (spoken(policy) && help(policy) && answer != "no" && answer != "stranger");
  }

  [[nodiscard]] Rung rung(std::string_view answer, const Policy& policy, base::Day today) const {
    if (network(answer, policy)) {
      const auto until = advocate_until(policy);
      return until && today <= *until ? Rung::advocate : Rung::network;
    }
    if (spoken(policy)) return Rung::met;
    if (both_ways() || help(policy)) return Rung::in_touch;
    return talk_out_ || talk_in_ || one_way_ ? Rung::aware : Rung::listed;
  }

  /// The last day on which their acts for the owner are recent enough, if they ever were enough.
  [[nodiscard]] std::optional<base::Day> advocate_until(const Policy& policy) const {
    const auto least = static_cast<std::size_t>(policy.advocate_acts_min);
    if (acts_.size() < least) return std::nullopt;
    return acts_[acts_.size() - least] + policy.advocate_days;
  }

 private:
  Sum spoken_, help_;
  bool talk_out_ = false, talk_in_ = false, one_way_ = false;
  std::vector<base::Day> acts_;  ///< Days on which they acted for the owner, ascending.
};

}  // namespace standing
