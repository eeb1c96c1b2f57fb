#pragma once

/// Everybody of the cached picture as lists and searches need them, in memory: a word of facets each,
/// their places in the orders of lists, what they have in common by name, and the words to be found by.

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "people/people.h"
#include "standing/standing.h"
#include "store/database.h"
#include "store/shown.h"
#include "store/traits.h"

namespace store {

/// The facets of a person in one integer, as `Roster` reads them.
[[nodiscard]] std::int64_t facets_of(const people::Person& person, const standing::Standing& standing);

/// Where somebody stands in lists by strength, ascending; below 2^32, so that a rung fits before it.
[[nodiscard]] std::int64_t by_strength(const standing::Standing& standing);

class Roster {
 public:
  /// What more than facets and orders is read.
  struct With {
    bool words = false;   ///< What searches look through.
    bool traits = false;  ///< Cities, companies, tags, markets.
  };
  /// What it takes to filter by `filter`.
  [[nodiscard]] static With needed(const Filter& filter);
  /// Of the picture that lies there.
  [[nodiscard]] static base::Result<Roster> read(Database& database, const PictureKey& key, With with);

  /// Whether it still is what `key` is the key of.
  [[nodiscard]] bool is_of(const PictureKey& key) const {
    return head_ == key.mark.head && from_ == key.from && plan_ == key.plan;
  }
  [[nodiscard]] With with() const { return with_; }
  [[nodiscard]] Page find(const Filter& filter) const;
  /// Of those whom `find` would give without a limit. REQUIRES: traits were read.
  [[nodiscard]] Facets facets(const Filter& filter) const;

 private:
  struct Entry {
    std::uint32_t person = 0;
    std::int64_t facets = 0, by_strength = 0, by_name = 0, by_recent = 0;
    std::uint32_t traits_end = 0;  ///< In `traits_`; they begin where those of the entry before end.
  };
  struct Has {
    Trait of;
    std::uint32_t number;
  };
  /// By PersonId: all of `words` occur.
  [[nodiscard]] std::vector<bool> holders(const std::vector<std::string_view>& words) const;
  [[nodiscard]] std::span<const Has> traits(const Entry& entry) const;
  /// Everybody in whom the words of `filter` occur, with the parts of it that they do not pass.
  void each(const Filter& filter, const std::function<void(const Entry&, unsigned failed)>& take) const;

  std::int64_t head_ = 0, plan_ = 0;
  base::Instant from_{};
  With with_;
  std::vector<Entry> entries_;
  std::vector<Has> traits_;
  std::array<TraitValues, trait_count> values_ = {TraitValues(Trait::city), TraitValues(Trait::company), TraitValues(Trait::tag),
                                                  TraitValues(Trait::market)};
  std::string text_;  ///< Everybody's folded words, one after another; each ends in a zero byte.
  struct Place {
    std::size_t end = 0;
    std::uint32_t person = 0;
  };
  std::vector<Place> places_;  ///< Where in `text_` whose words end, ascending.
};

}  // namespace store
