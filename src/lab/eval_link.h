#pragma once

/// Linkage on anybody's table, for measuring it: the very code that tells who is who.

#include <string>
#include <vector>

#include "base/result.h"

namespace lab {

struct LinkColumnReport {
  std::string title;
  std::string compared_as;        ///< "given name", "text".
  std::vector<double> same;       ///< By level: the chance that one and the same agrees so…
  std::vector<double> different;  ///< …and two that differ.
};

struct LinkReport {
  std::size_t rows = 0;
  std::size_t clusters = 0;
  std::size_t pairs = 0;              ///< Compared.
  std::vector<std::string> problems;  ///< Rows that could not be read, by place.
  std::vector<LinkColumnReport> columns;
};

/// Reads the table `data` (CSV; first column the record's id, `source` if there is one, all others
/// compared by what their names mean) and writes `rid,cluster` to `out`. Fault::unreadable when
/// there is nothing to compare, or a file cannot be opened or written.
[[nodiscard]] base::Result<LinkReport> eval_link(const std::string& data, const std::string& out);

}  // namespace lab
