#pragma once

/// Which rows of a table are one and the same: Fellegi and Sunter's model (JASA 64, 1969), its
/// parameters found by expectation–maximisation in the table itself, without labels;
/// docs/linkage.md.

#include <cstdint>
#include <string>
#include <vector>

#include "people/link_table.h"

namespace people {

/// What was found out of one comparison.
struct LinkField {
  std::string title;
  std::vector<double> same;       ///< By level from 1: the chance that one and the same agrees so.
  std::vector<double> different;  ///< Likewise for two that differ.
};

struct Linkage {
  std::vector<std::uint32_t> cluster;  ///< By row: the first row of its cluster.
  std::vector<LinkField> fields;
  double prior = 0;         ///< The chance that any two rows are the same.
  std::uint64_t pairs = 0;  ///< Compared.
};

/// Pure: the same rows in any order give the same clusters.
[[nodiscard]] Linkage link(const LinkTable& table);

}  // namespace people
