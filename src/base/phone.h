#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

/// A region as ISO 3166-1 alpha-2 ("SE"), or unknown (empty).
struct Region {
  std::string code;
  friend bool operator==(const Region&, const Region&) = default;
};

/// A telephone number in E.164: '+' and 7 to 15 digits. Holding one is proof that it was parsed.
class Phone {
 public:
  /// Reads "+44 20 7946 0018", "(020) 7946 0018" with `home` "GB", and the like; "00…" and a
  /// national number need `home`. Fault::bad_input when no number is in it (short codes, words,
  /// a national number with `home` unknown). Source of the limits: ITU-T E.164 (11/2010), 6.2.1;
  /// of the national plans: libphonenumber.
  [[nodiscard]] static Result<Phone> parse(std::string_view text, const Region& home);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// The region that the number belongs to; unknown for those shared by several.
  [[nodiscard]] Region region() const;

  friend auto operator<=>(const Phone&, const Phone&) = default;

 private:
  explicit Phone(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// `text` as a number that only lacks its country: digits alone, 7 to 15 of them, and empty when
/// it is not one (short codes of 3 to 6 digits, "AMAZON", "-1"). For keeping what cannot be placed
/// yet.
[[nodiscard]] std::string national_digits(std::string_view text);

}  // namespace base
