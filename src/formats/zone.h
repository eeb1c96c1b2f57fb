#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

/// A time zone: from what a clock on the wall shows to UTC and back. Both are seconds since
/// 1970-01-01T00:00:00, by that clock and in UTC.
class Zone {
 public:
  virtual ~Zone() = default;
  /// A time that the clock shows twice is the first one; one that it skips is read with the offset
  /// before the skip (RFC 5545 3.3.5).
  [[nodiscard]] virtual std::int64_t to_utc(std::int64_t local) const = 0;
  [[nodiscard]] virtual std::int64_t to_local(std::int64_t utc) const = 0;
};

using ZonePtr = std::shared_ptr<const Zone>;

/// East of Greenwich; 0 is UTC.
[[nodiscard]] ZonePtr fixed_zone(std::int64_t offset_seconds);

/// From `utc` on, the clock is `offset_seconds` ahead of UTC.
struct Transition {
  std::int64_t utc = 0;
  std::int64_t offset_seconds = 0;
};
/// REQUIRES: at least one transition; the first one's offset also holds before it.
[[nodiscard]] ZonePtr zone_of(std::vector<Transition> transitions);

/// The zone that a calendar program means by `name`: an IANA name, also behind a prefix
/// ("/mozilla.org/20050126_1/Europe/Stockholm"), one of Windows ("W. Europe Standard Time", also
/// with " 1" after it), an offset ("(UTC+01:00) Amsterdam, Berlin", "UTC+11"), or one of the names
/// that old Outlooks wrote. Null when it is none of these. Source of the names: ICU (IANA, CLDR
/// windowsZones).
[[nodiscard]] ZonePtr zone_named(std::string_view name);

}  // namespace formats
