#pragma once

/// Which rows of a table are worth comparing: those that share a key. A key is a value, a word of
/// it or its beginning; one that too many rows share counts only together with another.

#include <cstdint>
#include <span>
#include <vector>

#include "people/link_table.h"

namespace people {

class Blocks {
 public:
  /// Rows of `without` are left out. Only the first `leading` columns give keys; the others may
  /// stand beside one.
  explicit Blocks(const LinkTable& table, const std::vector<bool>& without = {}, std::size_t leading = 0xffff);

  /// Visits each row before `row` that shares a block with it, once. `seen` has one entry a row,
  /// none of them `row` at first.
  template <class Visit>
  void each_before(std::uint32_t row, std::vector<std::uint32_t>& seen, const Visit& visit) const {
    seen[row] = row;
    for (const std::uint32_t block : blocks_of(row)) {
      for (const std::uint32_t other : members(block)) {
        if (other >= row) break;  // Ascending.
        if (seen[other] == row) continue;
        seen[other] = row;
        visit(other);
      }
    }
  }
  /// Pairs, those counted twice that share two blocks.
  [[nodiscard]] std::uint64_t pairs() const { return pairs_; }

 private:
  [[nodiscard]] std::span<const std::uint32_t> blocks_of(std::uint32_t row) const {
    return std::span(row_blocks_).subspan(row_begins_[row], row_begins_[row + 1] - row_begins_[row]);
  }
  [[nodiscard]] std::span<const std::uint32_t> members(std::uint32_t block) const {
    return std::span(members_).subspan(begins_[block], begins_[block + 1] - begins_[block]);
  }
  /// Adds the blocks of at most `most` rows; `ends`: where each ends in `members`.
  void take(const std::vector<std::uint32_t>& members, const std::vector<std::uint64_t>& ends, std::size_t most);

  std::vector<std::uint32_t> members_;
  std::vector<std::uint64_t> begins_{0};
  std::vector<std::uint32_t> row_blocks_;
  std::vector<std::uint64_t> row_begins_;
  std::uint64_t pairs_ = 0;
};

}  // namespace people
