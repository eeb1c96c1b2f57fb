#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "people/people.h"

namespace standing {

/// Finds people by their full names in titles and subjects. Made at the first question, since most
/// ledgers ask none.
class FullNames {
 public:
  explicit FullNames(const people::People& people) : people_(people) {}

  /// Whose full name, of two words and more, occurs in `title`, where it is exactly one person's and
  /// nobody else's does. Only the first 300 bytes are read.
  [[nodiscard]] std::optional<people::PersonId> only_one_in(std::string_view title);

 private:
  void read();

  const people::People& people_;
  std::unordered_map<std::string, people::PersonId> by_name_;  ///< `nobody`: several of that name.
  bool read_ = false;
};

}  // namespace standing
