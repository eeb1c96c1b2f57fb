#pragma once

/// What two rows of a table have in common, one comparison for each thing that can be compared.
/// Each says at which level the two agree, and how likely two different people agree so by chance.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "people/link_table.h"

namespace people {

struct Outcome {
  std::uint8_t level = 0;  ///< 0: one of the two does not say; else 1 (closest) .. levels.
  float bits = -1;         ///< −log2 of the chance that two different people agree so; below 0: as the level.
  bool certain = false;    ///< Rule 1: the same address is the same person, whatever else they say.
  bool brief = false;      ///< A name by its initial.
};

/// What the numbers of two values tell by themselves: equal ones are level 1 with `rarity` bits by
/// value; this row's value in the `other` column of the row behind is level `crossed`.
struct AtSight {
  const std::vector<float>* rarity = nullptr;         ///< Null: nothing is known at sight.
  const LinkColumn* other = nullptr;                  ///< Null: values do not cross.
  const std::vector<std::uint32_t>* there = nullptr;  ///< By value, its number in the other column.
  std::uint8_t crossed = 0;
};

class Comparison {
 public:
  virtual ~Comparison() = default;
  [[nodiscard]] virtual Outcome compare(std::size_t a, std::size_t b) const = 0;
  [[nodiscard]] virtual std::size_t levels() const = 0;
  /// From this level on something else is compared, where what should be compared is missing; how
  /// often those levels come is a matter among them alone.
  [[nodiscard]] virtual std::size_t instead() const { return levels() + 1; }
  /// What is known without a closer look; nothing where it is not so simple.
  [[nodiscard]] virtual AtSight at_sight() const { return {}; }
  /// How long a closer look takes, in no unit: the quick ones are taken first.
  [[nodiscard]] virtual int effort() const { return 9; }
  [[nodiscard]] virtual std::string title() const = 0;
};

/// The comparisons that the table's columns allow, at most one for each column. `table` must
/// outlive them.
[[nodiscard]] std::vector<std::unique_ptr<Comparison>> comparisons_of(const LinkTable& table);

}  // namespace people
