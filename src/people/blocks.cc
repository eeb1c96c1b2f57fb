#include "people/blocks.h"

#include <algorithm>
#include <functional>
#include <string>
#include <thread>
#include <utility>

#include "base/name.h"
#include "base/text.h"
#include "people/alike.h"
#include "people/compare_names.h"

namespace people {

namespace {

/// Blocks up to this many rows are compared whole, where the table is large.
constexpr std::size_t block_rows_least = 6;
/// Of more rows than this, or than a twentieth of a large table, a key says nothing, not even with
/// another.
constexpr std::size_t block_rows_most = 20'000;
constexpr std::size_t block_rows_small = 200;
constexpr std::size_t keys_max = 24;
/// How many pairs may be compared for each row by one key alone; small tables may have more.
constexpr std::size_t pairs_a_row = 6;
constexpr std::size_t pairs_small = 400'000;
constexpr std::size_t shares_count = 2;

using Key = std::uint64_t;

Key key_of(std::uint64_t space, std::string_view text) {
  const Key hash = std::hash<std::string_view>{}(text);
  return (hash ^ (space * 0x9e37'79b9'7f4a'7c15U)) * 0xbf58'476d'1ce4'e5b9U;
}

Key both(Key a, Key b) {
  if (b < a) std::swap(a, b);
  return (a * 0x9e37'79b9'7f4a'7c15U) ^ (b + 0x94d0'49bb'1331'11ebU);
}

/// Names of any column meet in one space, so that parts that were swapped and addresses that spell
/// a name find each other.
constexpr std::uint64_t name_space = 1;

class Keys {
 public:
  explicit Keys(std::vector<Key>& out) : out_(out) {}

  void add(const LinkColumn& column, std::size_t place, const std::string& value) {
    const std::uint64_t space = 16 + 4 * place;
    switch (column.trait()) {
      case Trait::name:
        name(value);
        break;
      case Trait::given:
      case Trait::family:
        word(value);
        break;
      case Trait::email:
        email(space, value);
        break;
      case Trait::phone:
        put(space, value.size() > 8 ? std::string_view(value).substr(value.size() - 8) : value);
        break;
      case Trait::date:
        put(space, value);
        if (value.size() == 8) {
          put(space + 1, std::string_view(value).substr(0, 6));
          put(space + 2, std::string_view(value).substr(4));
        }
        break;
      case Trait::number:
        put(space, value);
        break;
      case Trait::company:
      case Trait::text:
        text(space, value);
        break;
    }
  }

 private:
  void put(std::uint64_t space, std::string_view text) {
    if (!text.empty() && out_.size() < keys_max) out_.push_back(key_of(space, text));
  }
  void word(std::string_view word) {
    put(name_space, base::formal(word));
    if (word.size() > 4) put(name_space + 1, word.substr(0, 4));
    if (word.size() > 4) put(name_space + 2, word.substr(word.size() - 4));
  }
  void name(std::string_view value) {
    std::string squashed;
    const auto words = base::split_words(value);
    for (const std::string_view one : words) {
      word(one);
      squashed += one;
    }
    put(name_space, letters_of(squashed));
    if (words.size() < 2) return;
    put(name_space, squashed);
    put(name_space, std::string(words.front().substr(0, 1)) + std::string(words.back()));
    put(name_space, std::string(words.back()) + std::string(words.front().substr(0, 1)));
    put(name_space, std::string(words.front()) + std::string(words.back().substr(0, 1)));
    put(name_space, std::string(words.front()) + std::string(words.back()));
    put(name_space, std::string(words.back()) + std::string(words.front()));
  }
  void email(std::uint64_t space, std::string_view value) {
    put(space, value);
    const std::string_view local = chosen_part(value);
    put(space + 1, local);
    put(name_space, local);
    const std::string letters = letters_of(local);
    if (letters.size() < 3) return;
    put(name_space, letters);
    put(space + 2, std::string_view(letters).substr(0, 5));
    if (std::string other = base::one_spelling(letters); other != letters) put(name_space, other);
  }
  void text(std::uint64_t space, std::string_view value) {
    put(space, value);
    if (value.size() > 6) put(space + 1, value.substr(0, 6));
    const auto words = base::split_words(value);
    if (words.size() < 2) return;
    for (const std::string_view one : words) {
      if (one.size() >= 3) put(space + 2, one);
    }
  }

  std::vector<Key>& out_;
};

struct Entry {
  Key key = 0;
  std::uint32_t row = 0;
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

template <class Each>
void each_run(const std::vector<Entry>& entries, const Each& each) {
  for (std::size_t from = 0; from < entries.size();) {
    std::size_t to = from + 1;
    while (to < entries.size() && entries[to].key == entries[from].key) ++to;
    if (to - from > 1) each(std::span(entries).subspan(from, to - from));
    from = to;
  }
}

/// How many pairs blocks of each size would cost.
using Costs = std::vector<std::uint64_t>;

void add_costs(const std::vector<Entry>& entries, Costs& costs) {
  each_run(entries, [&](std::span<const Entry> run) {
    const std::size_t size = std::min<std::size_t>(run.size(), 2'000);
    if (costs.size() <= size) costs.resize(size + 1);
    costs[size] += static_cast<std::uint64_t>(size) * (size - 1) / 2;
  });
}

struct Limits {
  std::size_t whole = 0;  ///< Blocks up to this are compared whole.
  std::size_t fine = 0;   ///< Those of two keys, up to this.
  std::size_t most = 0;   ///< Of more rows than this a key says nothing.
};

/// Blocks up to which size the budget pays for.
std::size_t affordable(const Costs& costs, std::size_t rows) {
  const std::uint64_t budget = std::max<std::uint64_t>(pairs_small, std::uint64_t{pairs_a_row} * rows);
  std::uint64_t spent = 0;
  std::size_t size = 0;
  while (size + 1 < costs.size() && (spent += costs[size + 1]) <= budget) ++size;
  return std::max(size, block_rows_least);
}

/// As large as a budget of pairs allows.
Limits limits_of(const Costs& costs, std::size_t rows) {
  Limits limits;
  limits.whole = affordable(costs, rows);
  limits.fine = std::max(block_rows_least, limits.whole / 3);
  limits.most = std::min(block_rows_most, std::max(block_rows_small, rows / 20));
  return limits;
}

/// Blocks one behind the other.
struct Kept {
  std::vector<std::uint32_t> members;
  std::vector<std::uint64_t> ends;

  void keep(std::span<const Entry> run) {
    for (const Entry& entry : run) members.push_back(entry.row);
    ends.push_back(members.size());
  }
};

/// A share of the keys and the blocks that they make.
struct Share {
  std::vector<Entry> entries;
  Kept whole, fine;         ///< Of one key, and of two.
  Costs costs, fine_costs;  ///< Likewise.
};

Costs together(const std::vector<Share>& shares, Costs Share::*costs) {
  Costs all;
  for (const Share& share : shares) {
    const Costs& some = share.*costs;
    if (all.size() < some.size()) all.resize(some.size());
    for (std::size_t i = 0; i < some.size(); ++i) all[i] += some[i];
  }
  return all;
}

void sort_once(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
}

template <class Work>
void each_share(std::vector<Share>& shares, const Work& work) {
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < shares.size(); ++i) threads.emplace_back([&, i] { work(shares[i]); });
  work(shares[0]);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace

Blocks::Blocks(const LinkTable& table, const std::vector<bool>& without, std::size_t leading) {
  std::vector<std::vector<std::vector<Key>>> of_value(table.columns.size());
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const LinkColumn& column = table.columns[c];
    for (const std::string& value : column.values()) {
      of_value[c].emplace_back();
      if (!value.empty()) Keys(of_value[c].back()).add(column, c, value);
    }
  }
  const auto keys_of = [&](std::size_t row, std::size_t column) -> const std::vector<Key>& {
    return of_value[column][table.columns[column].at(row)];
  };
  // Shared out by key, always in the same number of parts, so that the blocks come in one order.
  std::vector<Share> shares(shares_count);
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    if (!without.empty() && without[row]) continue;
    for (std::size_t c = 0; c < std::min(leading, table.columns.size()); ++c) {
      for (const Key key : keys_of(row, c)) shares[key >> 32U & (shares_count - 1)].entries.push_back({key, row});
    }
  }
  each_share(shares, [](Share& share) {
    sort_once(share.entries);
    add_costs(share.entries, share.costs);
  });
  const Limits limits = limits_of(together(shares, &Share::costs), table.rows);
  each_share(shares, [&](Share& share) {
    std::vector<Entry> finer;
    each_run(share.entries, [&](std::span<const Entry> run) {
      if (run.size() > limits.most) return;
      if (run.size() <= limits.whole) return share.whole.keep(run);
      // With the whole value of another column.
      finer.clear();
      const Key first = run.front().key;
      for (const Entry& entry : run) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
          const auto& keys = keys_of(entry.row, c);
          if (keys.empty() || std::find(keys.begin(), keys.end(), first) != keys.end()) continue;
          finer.push_back({both(first, keys.front()), entry.row});
        }
      }
      sort_once(finer);
      add_costs(finer, share.fine_costs);
      each_run(finer, [&](std::span<const Entry> part) {
        if (part.size() <= limits.fine) share.fine.keep(part);
      });
    });
    share.entries = {};
  });

  // A key that nearly all share, beside another, is that other one again: those too have a budget.
  const std::size_t fine_most = std::min(limits.fine, affordable(together(shares, &Share::fine_costs), table.rows));
  for (Share& share : shares) {
    take(share.whole.members, share.whole.ends, table.rows);
    take(share.fine.members, share.fine.ends, fine_most);
    share = {};
  }
  row_begins_.assign(table.rows + 1, 0);
  for (const std::uint32_t row : members_) ++row_begins_[row + 1];
  for (std::size_t row = 0; row < table.rows; ++row) row_begins_[row + 1] += row_begins_[row];
  row_blocks_.resize(members_.size());
  std::vector<std::uint64_t> next(row_begins_.begin(), row_begins_.end() - 1);
  for (std::uint32_t block = 0; block + 1 < begins_.size(); ++block) {
    for (const std::uint32_t row : members(block)) row_blocks_[next[row]++] = block;
  }
}

void Blocks::take(const std::vector<std::uint32_t>& members, const std::vector<std::uint64_t>& ends, std::size_t most) {
  std::uint64_t from = 0;
  for (const std::uint64_t end : ends) {
    const std::uint64_t size = end - from;
    if (size <= most) {
      members_.insert(members_.end(), members.begin() + static_cast<std::ptrdiff_t>(from),
                      members.begin() + static_cast<std::ptrdiff_t>(end));
      begins_.push_back(members_.size());
      pairs_ += size * (size - 1) / 2;
    }
    from = end;
  }
}

}  // namespace people
