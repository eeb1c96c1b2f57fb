#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace formats {

/// A file, or a member of an archive, read once from the front.
class Bytes {
 public:
  virtual ~Bytes() = default;
  /// Fills `to` from the front and returns how many bytes came; 0 at the end only.
  /// Fault::unreadable when the disk or the archive fails.
  [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> to) = 0;
  /// The file that holds all of it from the first byte on; empty where there is none.
  [[nodiscard]] virtual std::string path() const { return {}; }
};

/// The bytes of a file on disk. Fault::unreadable, with what to do, when it cannot be opened.
[[nodiscard]] base::Result<std::unique_ptr<Bytes>> open_file(const std::string& path);
/// The bytes of `text`, which must outlive them.
[[nodiscard]] std::unique_ptr<Bytes> bytes_of(std::string_view text);
/// `head`, then the rest of `tail`: gives back what was read ahead. Borrows both.
[[nodiscard]] std::unique_ptr<Bytes> rejoin(std::string_view head, Bytes& tail);
/// The path of a file with all of it, for libraries that want one: its own, else `spool`, to which it is written.
/// REQUIRES: nothing was read of it yet. Fault::unreadable where either cannot be done.
[[nodiscard]] base::Result<std::string> as_file(Bytes& bytes, const std::string& spool);
/// Up to `size_max` bytes from the front of `bytes`.
[[nodiscard]] base::Result<std::string> read_head(Bytes& bytes, std::size_t size_max);

}  // namespace formats
