#include "people/linkage.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <thread>
#include <tuple>
#include <utility>

#include "people/blocks.h"
#include "people/link_model.h"

namespace people {

namespace {

/// Of two clusters the rows must on average make up for this share of what speaks against any two
/// rows: what is misspelt in one is right in another, but strangers stay apart.
constexpr float made_up_for = .5F;
constexpr std::size_t cross_pairs_most = 400;
constexpr std::size_t twins_compared = 4;
/// From so many pairs on, only some rows' are learnt from.
constexpr std::size_t looked_at_most = 600'000;
/// Always as many, whatever the machine has, so that sums are added up in one order.
constexpr std::size_t workers_count = 4;
constexpr std::size_t rows_alone = 1'000;  ///< Fewer are not worth sharing out.

struct Edge {
  float weight = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

class Linker {
 public:
  explicit Linker(const LinkTable& table)
      : table_(table),
        model_(table),
        twin_of_(twins_of(table)),
        blocks_(table, is_twin()),
        found_(table.rows < rows_alone ? 1 : workers_count) {}

  Linkage make() {
    look();
    learn();
    find_edges();
    return {.cluster = clusters(), .fields = model_.fields(), .prior = model_.prior(), .pairs = compared_};
  }

 private:
  /// Of many rows that say exactly the same, most need no comparing with others: by row, the first
  /// of them; itself otherwise.
  static std::vector<std::uint32_t> twins_of(const LinkTable& table) {
    std::vector<std::uint32_t> first(table.rows);
    std::iota(first.begin(), first.end(), 0U);
    if (!table.source.empty()) return first;
    const auto order = [&](std::uint32_t a, std::uint32_t b) {
      for (const LinkColumn& column : table.columns) {
        if (column.at(a) != column.at(b)) return column.at(a) < column.at(b) ? -1 : 1;
      }
      return 0;
    };
    std::vector<std::uint32_t> rows = first;
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
      const int by = order(a, b);
      return by != 0 ? by < 0 : a < b;
    });
    for (std::size_t from = 0; from < rows.size();) {
      std::size_t to = from + 1;
      while (to < rows.size() && order(rows[from], rows[to]) == 0) ++to;
      for (std::size_t i = from + twins_compared; i < to; ++i) first[rows[i]] = rows[from];
      from = to;
    }
    return first;
  }

  [[nodiscard]] std::vector<bool> is_twin() const {
    std::vector<bool> twin(table_.rows);
    for (std::uint32_t row = 0; row < table_.rows; ++row) twin[row] = twin_of_[row] != row;
    return twin;
  }

  [[nodiscard]] bool comparable(std::uint32_t a, std::uint32_t b) const {
    return table_.source.empty() || table_.source[a] != table_.source[b];
  }

  [[nodiscard]] double possible_pairs() const {
    const auto n = static_cast<double>(table_.rows);
    double all = n * (n - 1) / 2;
    if (table_.source.empty()) return all;
    std::unordered_map<std::uint32_t, double> sizes;
    for (const std::uint32_t source : table_.source) ++sizes[source];
    for (const auto& [source, size] : sizes) all -= size * (size - 1) / 2;
    return all;
  }

  /// Compares the candidates; where there are many, those of some rows.
  void look() {
    stride_ = std::max<std::uint64_t>(1, blocks_.pairs() / looked_at_most);
    each_row([&](std::uint32_t row, std::vector<std::uint32_t>& stamp, Found& found) {
      if (mixed(row) % stride_ != 0) return;
      blocks_.each_before(row, stamp, [&](std::uint32_t other) {
        if (!comparable(row, other)) return;
        found.pairs.push_back({other, row});
        model_.compare(other, row, found.outcomes);
      });
    });
  }

  void learn() {
    std::vector<Outcome> all;
    for (const Found& found : found_) all.insert(all.end(), found.outcomes.begin(), found.outcomes.end());
    model_.learn(all, 1 / static_cast<double>(stride_), possible_pairs());
  }

  /// What one worker found.
  struct Found {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<Outcome> outcomes;  ///< Of each pair, one for each comparison.
    std::vector<Edge> edges;
    std::uint64_t compared = 0;
    std::size_t twice = 0;  ///< Pairs of one source that look the same, of every eighth row.
  };

  /// Each row once, shared among the processors.
  template <class Work>
  void each_row(const Work& work) {
    const auto one = [&](std::size_t worker) {
      std::vector<std::uint32_t> stamp(table_.rows, 0xffff'ffff);
      for (auto row = static_cast<std::uint32_t>(worker); row < table_.rows; row += static_cast<std::uint32_t>(found_.size())) {
        work(row, stamp, found_[worker]);
      }
    };
    std::vector<std::thread> threads;
    for (std::size_t worker = 1; worker < found_.size(); ++worker) threads.emplace_back(one, worker);
    one(0);
    for (std::thread& thread : threads) thread.join();
  }

  static std::uint32_t mixed(std::uint32_t row) { return row * 2'654'435'761U >> 7U; }

  void find_edges() {
    const bool all_seen = stride_ == 1;
    each_row([&](std::uint32_t row, std::vector<std::uint32_t>& stamp, Found& found) {
      const bool sampled = mixed(row) % 8 == 0 && !table_.source.empty();
      if (all_seen && !sampled) return;
      blocks_.each_before(row, stamp, [&](std::uint32_t other) {
        if (!comparable(row, other)) {
          if (sampled && model_.weigh_quickly(other, row) > merge_weight) ++found.twice;
        } else if (!all_seen) {
          ++found.compared;
          if (const float weight = model_.weigh_quickly(other, row); weight > merge_weight)
            found.edges.push_back({weight, other, row});
        }
      });
    });
    std::size_t twice = 0;
    for (Found& found : found_) {
      for (std::size_t i = 0; all_seen && i < found.pairs.size(); ++i) {
        const float weight = model_.weigh(&found.outcomes[i * model_.width()]);
        if (weight > merge_weight) found.edges.push_back({weight, found.pairs[i].first, found.pairs[i].second});
      }
      edges_.insert(edges_.end(), found.edges.begin(), found.edges.end());
      compared_ += all_seen ? found.pairs.size() : found.compared;
      twice += found.twice;
      found = {};
    }
    each_once_ = !table_.source.empty() && 8 * twice * 5 < edges_.size();
    std::sort(edges_.begin(), edges_.end(),
              [](const Edge& x, const Edge& y) { return std::tie(y.weight, x.a, x.b) < std::tie(x.weight, y.a, y.b); });
  }

  /// The surest pair first; two clusters become one where their rows on the whole agree.
  [[nodiscard]] std::vector<std::uint32_t> clusters() {
    std::vector<std::uint32_t> root(table_.rows);
    std::iota(root.begin(), root.end(), 0U);
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members;
    // Twins follow the first of them and have no say of their own.
    const auto follow = [&] {
      for (std::uint32_t row = 0; row < table_.rows; ++row) {
        const std::uint32_t first = twin_of_[row];
        if (first != row && model_.weigh(first, row) > merge_weight) root[row] = root[first];
      }
    };
    const auto members_of = [&](std::uint32_t r) -> std::vector<std::uint32_t>& {
      auto [at, fresh] = members.try_emplace(r);
      if (fresh) at->second = {r};
      return at->second;
    };
    for (const Edge& edge : edges_) {
      std::uint32_t x = root[edge.a];
      std::uint32_t y = root[edge.b];
      if (x == y) continue;
      if (y < x) std::swap(x, y);
      std::vector<std::uint32_t>& one = members_of(x);
      std::vector<std::uint32_t>& other = members_of(y);
      if (each_once_ && share_a_source(one, other)) continue;
      if (edge.weight < certain_weight && !agree(one, other)) continue;
      for (const std::uint32_t row : other) root[row] = x;
      members[x].insert(members[x].end(), members[y].begin(), members[y].end());
      members.erase(y);
    }
    follow();
    return root;
  }

  [[nodiscard]] bool share_a_source(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) const {
    return std::any_of(one.begin(), one.end(), [&](std::uint32_t a) {
      return std::any_of(other.begin(), other.end(), [&](std::uint32_t b) { return table_.source[a] == table_.source[b]; });
    });
  }

  [[nodiscard]] bool agree(const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other) const {
    if (one.size() * other.size() == 1) return true;
    const auto least = static_cast<float>(std::log2(model_.prior())) * (1 - made_up_for);
    float sum = 0;
    std::size_t count = 0;
    for (const std::uint32_t a : one) {
      for (const std::uint32_t b : other) {
        if (count == cross_pairs_most) return sum > least * static_cast<float>(count);
        sum += model_.weigh(std::min(a, b), std::max(a, b));
        ++count;
      }
    }
    return sum > least * static_cast<float>(count);
  }

  const LinkTable& table_;
  LinkModel model_;
  std::vector<std::uint32_t> twin_of_;
  Blocks blocks_;
  std::vector<Found> found_;  ///< By worker.
  std::uint64_t stride_ = 1;
  std::vector<Edge> edges_;
  std::uint64_t compared_ = 0;
  bool each_once_ = false;  ///< No source holds anybody twice.
};

}  // namespace

Linkage link(const LinkTable& table) {
  if (table.rows == 0) return {};
  // What is drawn at random is drawn by place: so that the order of rows cannot matter, they are
  // put into one of their own first.
  const std::vector<std::uint32_t> order = order_of(table);
  LinkTable own;
  own.rows = table.rows;
  for (const LinkColumn& column : table.columns) own.columns.push_back(column.in_order(order));
  for (const std::uint32_t row : order) {
    if (!table.source.empty()) own.source.push_back(table.source[row]);
  }
  Linkage found = Linker(own).make();
  std::vector<std::uint32_t> first(table.rows, 0xffff'ffff);
  for (std::uint32_t place = 0; place < table.rows; ++place) {
    std::uint32_t& least = first[found.cluster[place]];
    least = std::min(least, order[place]);
  }
  std::vector<std::uint32_t> cluster(table.rows);
  for (std::uint32_t place = 0; place < table.rows; ++place) cluster[order[place]] = first[found.cluster[place]];
  found.cluster = std::move(cluster);
  return found;
}

}  // namespace people
