#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/bytes.h"

namespace formats {

/// True for the first bytes of a zip archive ("PK\3\4", or the end record of an empty one).
[[nodiscard]] bool is_zip(std::string_view head);
/// True for the first bytes of a gzip file.
[[nodiscard]] bool is_gzip(std::string_view head);

/// What is too much of an archive; tests make it smaller.
struct ZipLimits {
  std::uint64_t bytes_max = std::uint64_t{1} << 40U;  ///< 1 TiB unpacked, in all.
  std::uint64_t members_max = 1'000'000;
  std::uint64_t ratio_max = 1'000;                           ///< Unpacked to packed…
  std::uint64_t ratio_from_bytes = std::uint64_t{1} << 30U;  ///< …once so much has come out.
};

/// What the reader of an archive is given.
struct ZipVisitor {
  /// One member: its name as the archive gives it (UTF-8), and its bytes, which need not be read
  /// to the end. An archive inside the archive is a member like any other. False: stop.
  std::function<bool(const std::string& name, Bytes& bytes)> member;
  /// A member that is not read, and why: a name that leads out of the archive, a member that is
  /// damaged.
  std::function<void(const std::string& name, const base::Message& why)> skipped;
};

/// Reads a zip archive from the front, member by member, in little memory and without seeking.
/// Fault::unreadable, with what to do, when it is encrypted, cut off, larger than `limits`, or no
/// zip; members given before that stand. `bytes` is borrowed.
[[nodiscard]] base::Result<void> read_zip(Bytes& bytes, const ZipVisitor& visitor, const ZipLimits& limits = {});

/// What a gzip file holds, as it is read; bounded by `limits` too. `bytes` must outlive it.
[[nodiscard]] base::Result<std::unique_ptr<Bytes>> open_gzip(Bytes& bytes, const ZipLimits& limits = {});

}  // namespace formats
