#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace store {

/// A set of fingerprints, which are hashes already: one flat table, at most half full, probed from
/// each print's own place on. 16 to 32 bytes a print, several times faster than a chained set.
class PrintSet {
 public:
  /// False when it was there.
  bool insert(std::uint64_t print) {
    if (print == 0) return !std::exchange(has_zero_, true);
    if (2 * (size_ + 1) > places_.size()) grow();
    if (!put(print)) return false;
    ++size_;
    return true;
  }
  [[nodiscard]] bool contains(std::uint64_t print) const {
    if (print == 0) return has_zero_;
    return !places_.empty() && places_[place_of(print)] == print;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  void clear() { *this = {}; }

 private:
  [[nodiscard]] std::size_t place_of(std::uint64_t print) const {
    std::size_t place = print & (places_.size() - 1);
    while (places_[place] != 0 && places_[place] != print) place = (place + 1) & (places_.size() - 1);
    return place;
  }
  bool put(std::uint64_t print) {
    std::uint64_t& there = places_[place_of(print)];
    return std::exchange(there, print) == 0;
  }
  void grow() {
    const std::vector<std::uint64_t> old =
        std::exchange(places_, std::vector<std::uint64_t>(places_.empty() ? 64 : 2 * places_.size()));
    for (const std::uint64_t print : old) {
      if (print != 0) put(print);
    }
  }

  std::vector<std::uint64_t> places_;  ///< A power of two of them; 0 is free.
  std::size_t size_ = 0;               ///< Without 0 itself.
  bool has_zero_ = false;
};

}  // namespace store
