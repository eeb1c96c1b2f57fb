#pragma once

#include <string>

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

}  // namespace faces::http
