#include "people/link_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace people {

namespace {

/// A column whose equal pairs outnumber the rows so many times: these are nearly all different
/// ones.
constexpr double common_least = 20;
constexpr double known_least = 1'000;
constexpr double seen_least = 10;
/// However much two agreements hang together, the second is worth so many bits.
constexpr float bits_left = .5F;
// Expectation and maximisation.
constexpr double first_guess = .7;  ///< Of the closest level, of the next what is left, and so on.
constexpr std::size_t rounds_most = 30;
constexpr std::size_t rounds_least = 5;
constexpr double settled = 1e-4;
constexpr double unseen = .1;  ///< Pairs added to each level, so that none is impossible.
/// At most so many go by quite another name the second time.
constexpr double other_name_most = .3;
constexpr float hopeless = -20;  ///< One in a million: not worth adding up.
/// More than any name or address can say.
constexpr float rare_bits = 100;

/// What is given to one person: that two in one company share it tells that they are one, not that
/// the two go together.
bool identifies(Trait trait) { return trait == Trait::name || trait == Trait::email || trait == Trait::phone; }

/// Numbers that look random and are always the same (Knuth's MMIX constants).
struct Draw {
  std::uint64_t state = 1;
  std::size_t below(std::size_t end) {
    state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    return (state >> 33U) % end;
  }
};

bool is_name(Trait trait) { return trait == Trait::name || trait == Trait::given || trait == Trait::family; }

double sum(const std::vector<double>& list, std::size_t from, std::size_t to) {
  const auto begin = list.begin();
  return std::accumulate(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to), 0.0);
}

/// How many pairs agreed at which level.
class Counts {
 public:
  explicit Counts(const std::vector<std::vector<float>>& shape) {
    for (const auto& levels : shape) counts_.emplace_back(levels.size());
  }
  void add(const std::vector<std::unique_ptr<Comparison>>& comparisons, std::size_t a, std::size_t b) {
    for (std::size_t c = 0; c < comparisons.size(); ++c)
      ++counts_[c][comparisons[c]->compare(std::min(a, b), std::max(a, b)).level];
  }
  [[nodiscard]] double at(std::size_t c, std::size_t level) const { return counts_[c][level]; }
  /// Pairs of these levels.
  [[nodiscard]] double known(std::size_t c, std::size_t from, std::size_t to) const { return sum(counts_[c], from, to); }
  [[nodiscard]] double known(std::size_t c) const { return known(c, 1, counts_[c].size()); }

 private:
  std::vector<std::vector<double>> counts_;
};

}  // namespace

LinkModel::LinkModel(const LinkTable& table, std::size_t draws)
    : table_(table), draws_(draws), comparisons_(comparisons_of(table)) {
  for (const auto& one : comparisons_) {
    same_.emplace_back(one->levels() + 1);
    bits_.emplace_back(one->levels() + 1);
  }
  find_chance();
  find_dependence();
}

void LinkModel::compare(std::uint32_t a, std::uint32_t b, std::vector<Outcome>& out) const {
  for (const auto& one : comparisons_) out.push_back(one->compare(a, b));
}

/// How two rows agree by chance: any two, which are nearly never the same.
void LinkModel::find_chance() {
  Draw draw{1};
  Counts counts(bits_);
  const bool few = table_.rows * (table_.rows + 1) / 2 <= draws_;
  for (std::size_t a = 0; few && a < table_.rows; ++a) {
    for (std::size_t b = 0; b < a; ++b) counts.add(comparisons_, a, b);
  }
  for (std::size_t i = 0; !few && i < draws_; ++i) {
    const std::size_t a = draw.below(table_.rows);
    const std::size_t b = draw.below(table_.rows);
    if (a != b) counts.add(comparisons_, a, b);
  }
  for (std::size_t c = 0; c < width(); ++c) {
    each_kind(c, [&](std::size_t from, std::size_t to) {
      const double known = counts.known(c, from, to) + .5 * static_cast<double>(to - from);
      for (std::size_t level = from; level < to; ++level)
        bits_[c][level] = static_cast<float>(-std::log2((counts.at(c, level) + .5) / known));
    });
  }
}

/// Two things that hang together count once: two in one town share more street names than any two.
void LinkModel::find_dependence() {
  less_.resize(width());
  for (std::size_t parent = 0; parent < width(); ++parent) depend_on(parent);
}

/// Measured among pairs that agree in what is common (and so are nearly never the same): how much
/// less the agreement of another column then says.
void LinkModel::depend_on(std::size_t parent) {
  const LinkColumn& column = table_.columns[parent];
  std::vector<std::vector<std::uint32_t>> groups(column.values().size());
  for (std::uint32_t row = 0; row < table_.rows; ++row) {
    if (column.at(row) != 0) groups[column.at(row)].push_back(row);
  }
  double agreeing = 0;
  for (const auto& group : groups) agreeing += static_cast<double>(group.size()) * static_cast<double>(group.size()) / 2;
  // Of these at most every row is the same as one other.
  if (agreeing < common_least * static_cast<double>(table_.rows)) return;
  Draw draw{7};
  Counts counts(bits_);
  for (std::size_t i = 0; i < draws_ / 3; ++i) {
    const std::size_t row = draw.below(table_.rows);
    const auto& group = groups[column.at(row)];
    if (group.size() < 2) continue;
    const std::size_t other = group[draw.below(group.size())];
    if (other != row) counts.add(comparisons_, row, other);
  }
  for (std::size_t child = 0; child < width(); ++child) {
    // The more common is the condition, never the other way round.
    if ((column.trait() == Trait::company && identifies(table_.columns[child].trait())) ||
        std::pair(bits_[child][1], child) <= std::pair(bits_[parent][1], parent) || counts.known(child) < known_least)
      continue;
    std::vector<float> less(bits_[child].size());
    for (std::size_t level = 1; level < less.size(); ++level) {
      if (counts.at(child, level) < seen_least) continue;
      const auto now = static_cast<float>(-std::log2(counts.at(child, level) / counts.known(child)));
      less[level] = std::max(0.F, bits_[child][level] - now);
    }
    if (*std::max_element(less.begin(), less.end()) > 0) less_[child].push_back({parent, std::move(less)});
  }
}

/// What agreeing so says, less what it shares with another agreement.
float LinkModel::bits(std::size_t c, const Outcome* outcomes) const {
  const Outcome& outcome = outcomes[c];
  const float plain = plain_bits(c, outcome);
  float less = 0;
  for (const Less& one : less_[c]) {
    if (outcomes[one.parent].level == 1) less = std::max(less, one.bits[outcome.level]);
  }
  return std::max(plain - less, std::min(plain, bits_left));
}

void LinkModel::learn(std::span<const Outcome> candidates, double share, double possible, double prior_most) {
  for (std::size_t c = 0; c < width() && !expected_.empty(); ++c) {
    each_kind(c, [&](std::size_t from, std::size_t to) {
      const double all = sum(expected_[c], from, to);
      for (std::size_t level = from; level < to; ++level) same_[c][level] = expected_[c][level] / all;
    });
  }
  for (std::size_t c = 0; c < width() && expected_.empty(); ++c) {
    each_kind(c, [&](std::size_t from, std::size_t to) {
      double rest = 1;
      for (std::size_t level = from; level < to; ++level) {
        same_[c][level] = level + 1 < to ? rest * first_guess : rest;
        rest -= same_[c][level];
      }
    });
  }
  possible = std::max(possible, 1.0);
  prior_ = std::min(.1, static_cast<double>(table_.rows) / 2 / possible);
  std::vector<const Outcome*> open;
  for (std::size_t i = 0; i < candidates.size(); i += width()) open.push_back(&candidates[i]);
  for (std::size_t round = 0; round < rounds_most && !open.empty(); ++round) {
    refresh();
    const double before = prior_;
    prior_ = std::clamp(learn_once(open) / share / possible, 1e-12, prior_most);
    if (round > rounds_least && std::abs(prior_ - before) < settled * prior_) break;
  }
  refresh();
  find_hopes();
}

/// One round; returns how many of `open` are the same. Drops those that never will be.
double LinkModel::learn_once(std::vector<const Outcome*>& open) {
  std::vector<std::vector<double>> sums;
  for (const auto& levels : same_) sums.emplace_back(levels.size(), 0.0);
  double total = 0;
  std::erase_if(open, [&](const Outcome* outcomes) {
    const float weight = weigh(outcomes);
    if (weight < hopeless) return weight < 2 * hopeless;
    const double p = weight >= certain_weight ? 1 : 1 / (1 + std::exp2(-static_cast<double>(weight)));
    total += p;
    for (std::size_t c = 0; c < width(); ++c) sums[c][outcomes[c].level] += p;
    return false;
  });
  for (std::size_t c = 0; c < width(); ++c) {
    for (std::size_t level = 1; level < sums[c].size(); ++level)
      sums[c][level] += expected_.empty() ? unseen : expected_[c][level];
    each_kind(c, [&](std::size_t from, std::size_t to) {
      const double known = sum(sums[c], from, to);
      for (std::size_t level = from; level < to; ++level) same_[c][level] = sums[c][level] / known;
    });
    if (!is_name(table_.columns[c].trait())) continue;
    // Without this, what many share (a day and a town) may be taken for what makes them the same.
    each_kind(c, [&](std::size_t from, std::size_t to) {
      const double other = same_[c][to - 1];
      if (other <= other_name_most) return;
      for (std::size_t level = from; level + 1 < to; ++level) same_[c][level] *= (1 - other_name_most) / (1 - other);
      same_[c][to - 1] = other_name_most;
    });
  }
  keep_held();
  return total;
}

void LinkModel::keep_held() {
  for (const Held& held : held_) {
    each_kind(held.comparison, [&](std::size_t from, std::size_t to) {
      if (held.level < from || held.level >= to) return;
      auto& levels = same_[held.comparison];
      const double rest = 1 - levels[held.level];
      for (std::size_t level = from; level < to; ++level) levels[level] *= (1 - held.share) / std::max(rest, 1e-9);
      levels[held.level] = held.share;
    });
  }
}

void LinkModel::refresh() {
  prior_weight_ = static_cast<float>(std::log2(prior_ / (1 - prior_)));
  same_weight_.clear();
  for (const auto& levels : same_) {
    same_weight_.emplace_back();
    for (const double m : levels) same_weight_.back().push_back(static_cast<float>(std::log2(std::max(m, 1e-9))));
  }
}

float LinkModel::weigh(const Outcome* outcomes) const {
  float weight = prior_weight_;
  for (std::size_t c = 0; c < width(); ++c) {
    if (outcomes[c].certain) return certain_weight;
    if (outcomes[c].level != 0) weight += same_weight_[c][outcomes[c].level] + bits(c, outcomes);
  }
  return std::min(weight, certain_weight - 1);
}

float LinkModel::weigh(std::uint32_t a, std::uint32_t b) const {
  std::array<Outcome, link_columns_max> outcomes;
  for (std::size_t c = 0; c < width(); ++c) outcomes[c] = comparisons_[c]->compare(a, b);
  return weigh(outcomes.data());
}

float LinkModel::weigh_quickly(std::uint32_t a, std::uint32_t b) const {
  std::array<Outcome, link_columns_max> outcomes;
  std::array<float, link_columns_max> hope;
  const std::uint32_t* x = &values_[a * width()];
  const std::uint32_t* y = &values_[b * width()];
  float most = prior_weight_;
  for (std::size_t c = 0; c < width(); ++c) {
    hope[c] = hope_of(c, x, y);
    most += hope[c];
  }
  for (const std::size_t c : order_) {
    if (most < merge_weight) return most;
    outcomes[c] = comparisons_[c]->compare(a, b);
    if (outcomes[c].certain) return certain_weight;
    most -= hope[c];
    if (outcomes[c].level != 0) most += same_weight_[c][outcomes[c].level] + plain_bits(c, outcomes[c]);
  }
  return weigh(outcomes.data());
}

/// The most that comparison `c` can say for two rows with these values.
float LinkModel::hope_of(std::size_t c, const std::uint32_t* x, const std::uint32_t* y) const {
  const Hope& hope = hopes_[c];
  if (hope.sight.rarity == nullptr) return hope.best;
  if (x[c] != 0 && x[c] == y[c]) return same_weight_[c][1] + (*hope.sight.rarity)[x[c]];
  if (hope.sight.there != nullptr) {
    const std::uint32_t there = (*hope.sight.there)[x[c]];
    if (there != 0 && there == y[hope.other]) return hope.best;
  }
  return x[c] == 0 || y[c] == 0 ? 0 : hope.unequal;
}

/// What can be hoped of each comparison, now that the parameters are known.
void LinkModel::find_hopes() {
  values_.resize(table_.rows * width());
  const auto rarest = static_cast<float>(std::log2(static_cast<double>(table_.rows))) + rare_bits;
  for (std::size_t c = 0; c < width(); ++c) {
    for (std::size_t row = 0; row < table_.rows; ++row) values_[row * width() + c] = table_.columns[c].at(row);
    Hope hope{.sight = comparisons_[c]->at_sight()};
    for (std::size_t other = 0; other < width(); ++other) {
      if (hope.sight.other == &table_.columns[other]) hope.other = other;
    }
    for (std::size_t level = 1; level < same_[c].size(); ++level) {
      const float own = same_weight_[c][level] + bits_[c][level];
      const bool last = level + 1 == same_[c].size();
      hope.best = std::max({hope.best, own, last ? own : same_weight_[c][level] + rarest});
      if (level > 1 && level != hope.sight.crossed) hope.unequal = std::max(hope.unequal, own);
    }
    hopes_.push_back(hope);
    order_.push_back(c);
  }
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return comparisons_[a]->effort() < comparisons_[b]->effort(); });
}

std::vector<LinkField> LinkModel::fields() const {
  std::vector<LinkField> out;
  for (std::size_t c = 0; c < width(); ++c) {
    LinkField field{comparisons_[c]->title(), {}, {}};
    for (std::size_t level = 1; level < same_[c].size(); ++level) {
      field.same.push_back(same_[c][level]);
      field.different.push_back(std::exp2(-bits_[c][level]));
    }
    out.push_back(std::move(field));
  }
  return out;
}

}  // namespace people
