#pragma once

/// Everybody of the cached picture as lists and searches need them, in memory: a word of facets each,
/// their places in the orders of lists, and the words to be found by.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "people/people.h"
#include "standing/standing.h"
#include "store/database.h"
#include "store/shown.h"

namespace store {

/// The facets of a person in one integer, as `Roster` reads them.
[[nodiscard]] std::int64_t facets_of(const people::Person& person, const standing::Standing& standing);

class Roster {
 public:
  /// Of the picture that lies there; `words`: with what searches look through.
  [[nodiscard]] static base::Result<Roster> read(Database& database, const PictureKey& key, bool words);

  /// Whether it still is what `key` is the key of, and can answer `filter`.
  [[nodiscard]] bool answers(const PictureKey& key, const Filter& filter) const;
  [[nodiscard]] Page find(const Filter& filter) const;
  /// Of those whom `find` would give without a limit.
  [[nodiscard]] Facets facets(const Filter& filter) const;

 private:
  struct Entry {
    std::uint32_t person = 0;
    std::int64_t facets = 0, by_strength = 0, by_name = 0, by_recent = 0;
  };
  /// By PersonId: all of `words` occur.
  [[nodiscard]] std::vector<bool> holders(const std::vector<std::string_view>& words) const;
  void each(const Filter& filter, const std::function<void(const Entry&)>& take) const;

  std::int64_t head_ = 0;
  base::Instant from_{};
  bool has_words_ = false;
  std::vector<Entry> entries_;
  std::string text_;  ///< Everybody's folded words, one after another; each ends in a zero byte.
  struct Place {
    std::size_t end = 0;
    std::uint32_t person = 0;
  };
  std::vector<Place> places_;  ///< Where in `text_` whose words end, ascending.
};

}  // namespace store
