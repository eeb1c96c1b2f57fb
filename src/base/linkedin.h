#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

/// A LinkedIn member's address, as its slug: "ada-lovelace" of
/// "https://www.linkedin.com/in/ada-lovelace?trk=x". Lower case, percent-decoded.
/// Holding one is proof that it was parsed.
class LinkedIn {
 public:
  /// With or without scheme, "www.", a locale ("de.linkedin.com"), query, fragment, trailing '/'.
  /// "/pub/a/b/c/d" keeps its whole path (a different key). Fault::bad_input for anything else.
  [[nodiscard]] static Result<LinkedIn> parse(std::string_view url);

  [[nodiscard]] const std::string& slug() const { return slug_; }
  /// "https://www.linkedin.com/in/ada-lovelace".
  [[nodiscard]] std::string url() const;

  friend auto operator<=>(const LinkedIn&, const LinkedIn&) = default;

 private:
  explicit LinkedIn(std::string slug) : slug_(std::move(slug)) {}
  std::string slug_;
};

}  // namespace base
