#pragma once

/// What header values mean as text, addresses and moments. Plain ASCII takes a short way of our
/// own; encoded words (RFC 2047), comments, groups and other rare shapes go to GMime. The tests
/// hold the two to the same answers.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace formats {

struct MailAddress {
  std::string name;     ///< Decoded UTF-8; may be empty.
  std::string address;  ///< As written, perhaps no address at all; may be empty.
  friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

/// `raw` unfolded and decoded, as UTF-8. `charset` is a hint for raw 8-bit text.
[[nodiscard]] std::string mail_text(std::string_view raw, std::string_view charset = {});
/// Everybody in an address header, members of groups too. At most 2,000.
[[nodiscard]] std::vector<MailAddress> mail_addresses(std::string_view raw, std::string_view charset = {});
/// RFC 5322 dates and what people's programs made of them.
[[nodiscard]] std::optional<base::Instant> mail_date(std::string_view raw);
/// The date in a From_ line, anywhere after the address; UTC unless it names a zone.
[[nodiscard]] std::optional<base::Instant> separator_date(std::string_view line);

/// The same by GMime alone, for tests.
[[nodiscard]] std::vector<MailAddress> mail_addresses_slow(std::string_view raw);
[[nodiscard]] std::optional<base::Instant> mail_date_slow(std::string_view raw);

}  // namespace formats
