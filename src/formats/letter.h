#pragma once

/// Letters for the owner to send with any mail program: as a file (RFC 5322) and as a link (RFC 6068).

#include <string>

#include "base/time.h"
#include "formats/mail_words.h"

namespace formats {

struct Letter {
  MailAddress from;  ///< Without address: left out, the mail program knows who sends.
  MailAddress to;
  std::string subject;
  std::string body;  ///< Plain text, UTF-8, lines ended by \n.
  std::string id;    ///< Message-ID without angle brackets.
  base::Instant at{};
};

/// CRLF, with X-Unsent: 1, by which mail programs open it to be sent.
[[nodiscard]] std::string mail_file(const Letter& letter);
/// "mailto:ada@lovelace.example?subject=…&body=…".
[[nodiscard]] std::string mail_link(const Letter& letter);

}  // namespace formats
