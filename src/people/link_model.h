#pragma once

/// What agreement is worth: for each comparison how often one and the same agree so, how often two
/// different ones do, found in the table itself; docs/linkage.md. A weight is log2 of the odds that
/// two rows are the same.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "people/compare.h"
#include "people/linkage.h"

namespace people {

inline constexpr std::size_t link_columns_max = 64;
/// Twice as likely the same as not: a wrong merge costs more than a missed one.
inline constexpr float merge_weight = 1;
/// Rule 1 says so: the same address is the same person.
inline constexpr float certain_weight = 100;

class LinkModel {
 public:
  /// Learns how rows agree by chance, from `draws` random pairs of the table alone: a level that one
  /// of them reaches is worth log2(draws) bits at most. `table` must outlive the model and have at
  /// most link_columns_max columns.
  explicit LinkModel(const LinkTable& table, std::size_t draws = 60'000);

  [[nodiscard]] std::size_t width() const { return comparisons_.size(); }
  /// One outcome for each comparison, behind `out`. REQUIRES, here and below: a < b.
  void compare(std::uint32_t a, std::uint32_t b, std::vector<Outcome>& out) const;

  /// What is believed before anything is seen: as if so many pairs that are the same had agreed so,
  /// by comparison and level. Without it next to nothing is.
  void expect(std::vector<std::vector<double>> pairs) { expected_ = std::move(pairs); }

  [[nodiscard]] Outcome compare(std::size_t comparison, std::uint32_t a, std::uint32_t b) const {
    return comparisons_[comparison]->compare(a, b);
  }

  /// That one and the same agree so is not learnt: `share` of them do.
  void hold(std::size_t comparison, std::size_t level, double share) { held_.push_back({comparison, level, share}); }

  /// Expectation and maximisation over candidates that stand for 1 / `share` as many; of `possible`
  /// pairs all others are not the same. `candidates`: `width` outcomes each. At most `prior_most`
  /// of all pairs are the same.
  void learn(std::span<const Outcome> candidates, double share, double possible, double prior_most = .5);

  [[nodiscard]] float weigh(const Outcome* outcomes) const;
  [[nodiscard]] float weigh(std::uint32_t a, std::uint32_t b) const;
  /// As weigh, but gives up (with less than merge_weight) as soon as the two cannot be the same any
  /// more: most pairs share a key and nothing else.
  [[nodiscard]] float weigh_quickly(std::uint32_t a, std::uint32_t b) const;

  /// The chance that any two rows are the same.
  [[nodiscard]] double prior() const { return prior_; }
  [[nodiscard]] std::vector<LinkField> fields() const;

 private:
  void find_chance();
  void find_dependence();
  void depend_on(std::size_t parent);
  void find_hopes();
  void refresh();
  /// The levels [from, to) of comparison `c` that are a matter among themselves.
  template <class Each>
  void each_kind(std::size_t c, const Each& each) const {
    const std::size_t end = bits_[c].size();
    const std::size_t instead = std::min(comparisons_[c]->instead(), end);
    each(std::size_t{1}, instead);
    if (instead < end) each(instead, end);
  }
  double learn_once(std::vector<const Outcome*>& open);
  [[nodiscard]] float plain_bits(std::size_t c, const Outcome& outcome) const {
    return outcome.bits >= 0 ? outcome.bits : bits_[c][outcome.level];
  }
  [[nodiscard]] float bits(std::size_t c, const Outcome* outcomes) const;
  [[nodiscard]] float hope_of(std::size_t c, const std::uint32_t* x, const std::uint32_t* y) const;

  void keep_held();

  struct Held {
    std::size_t comparison = 0;
    std::size_t level = 0;
    double share = 0;
  };
  struct Less {
    std::size_t parent = 0;   ///< The comparison that it hangs on.
    std::vector<float> bits;  ///< By level, how much less it says.
  };
  struct Hope {
    AtSight sight;
    std::size_t other = 0;  ///< The place of the column that values cross into.
    float best = -100;      ///< Of any two values…
    float unequal = -100;   ///< …of two that are not equal and do not cross.
  };

  const LinkTable& table_;
  std::size_t draws_;
  std::vector<std::unique_ptr<Comparison>> comparisons_;
  std::vector<std::vector<double>> same_;        ///< By comparison and level; [0] is not used.
  std::vector<std::vector<float>> same_weight_;  ///< log2 of it.
  std::vector<std::vector<float>> bits_;         ///< −log2 of the chance that two different ones agree so.
  std::vector<std::vector<Less>> less_;          ///< By comparison.
  std::vector<Hope> hopes_;
  std::vector<std::size_t> order_;     ///< Of comparisons, the quick ones first.
  std::vector<std::uint32_t> values_;  ///< Row by row.
  std::vector<std::vector<double>> expected_;
  std::vector<Held> held_;
  double prior_ = 0;
  float prior_weight_ = 0;
};

}  // namespace people
