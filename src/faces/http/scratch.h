#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace faces::http {

/// A folder of one's own (mode 0700) for as long as it lives.
class Scratch {
 public:
  /// In the folder `in`; empty: where the system keeps temporary files.
  explicit Scratch(const std::string& in = {});
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  /// Empty where none could be made.
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// A scratch in `folder`, which is made, and closed to others, where it is not there yet.
[[nodiscard]] base::Result<std::unique_ptr<Scratch>> scratch_in(const std::string& folder);

/// Writes what `in` gives to the file `path`, until it ends, or has given `bytes` where these are known; fewer than that
/// are no file, and nothing is left of it. Gives how many there were. `name`: what a problem calls it.
[[nodiscard]] base::Result<std::uint64_t> receive(std::istream& in, std::optional<std::uint64_t> bytes, const std::string& path,
                                                  const std::string& name);

}  // namespace faces::http
