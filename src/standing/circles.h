#pragma once

/// What a third one sees of a tie: how busy each end is with others, whom both know, and how near
/// they are along ties that are alive. Needs everybody's letters, not the owner's alone: a team's
/// mailbox, a chat of many, the public sets on which the models are measured.

#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"
#include "standing/ties.h"

namespace standing {

/// Something that passed from one node to another; nodes are 0..n-1.
struct Passed {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  base::Instant at{};
  float share = 1;
};

/// The order that Circles wants: the pair (lower node first), then the moment.
void sort_by_pair(std::vector<Passed>& passed);

class Circles {
 public:
  /// Looks at what passed until `moment`. `passed`: as sort_by_pair orders it.
  Circles(std::span<const Passed> passed, std::uint32_t nodes, base::Instant moment, const Horizon& horizon);

  /// Puts the circle signals of the owner's tie with each of `people` into `signals`, where there
  /// are any. The two are as long as each other.
  void add(std::uint32_t owner, std::span<const std::uint32_t> people, std::span<std::optional<Signals>> signals);

 private:
  struct Node {
    double alive = 0;    ///< Sum of its ties.
    double letters = 0;  ///< What it sent, by age.
    std::int64_t last_sent = 0;
    std::uint32_t sent = 0, sent_lately = 0, heard = 0, asked = 0, answered = 0;
    bool sends = false;
  };
  struct End {
    std::uint32_t to = 0;
    float alive = 0;
    float sent = 0;  ///< What went there, by age.
  };
  [[nodiscard]] std::span<const End> ends_of(std::uint32_t node) const {
    return std::span(ends_).subspan(begin_[node], begin_[node + 1] - begin_[node]);
  }
  void take_pair(std::span<const Passed> pair);
  void take_letters(std::span<const Passed> pair);
  void walk(std::uint32_t owner);
  void fill(std::uint32_t owner, std::uint32_t person, Signals& signals) const;

  base::Instant moment_;
  const Horizon& horizon_;
  std::vector<Node> nodes_;
  struct Pair {
    std::uint32_t a, b;
    float alive, there, back;
  };
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> begin_;
  std::vector<End> ends_;  ///< By node, then by the other end.
  // Of the walk from one owner, by node; those touched are listed so that they can be cleared.
  std::vector<double> one_, two_, three_;
  std::vector<float> mine_;  ///< How alive the owner's tie with each is.
  std::vector<std::uint32_t> near_, far_;
};

}  // namespace standing
