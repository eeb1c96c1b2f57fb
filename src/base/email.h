#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

/// A mail address in lower case: local part, '@', domain (at most 254 bytes, RFC 5321 4.5.3.1.3).
/// Holding one is proof that it was parsed.
class Email {
 public:
  /// Reads "Ada@Lovelace.example", " <ada@x.example> ", "mailto:ada@x.example". Fault::bad_input
  /// when there is no address in it (Exchange names such as "/O=…/CN=…" have none).
  [[nodiscard]] static Result<Email> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string_view local() const;
  [[nodiscard]] std::string_view domain() const;
  /// The address that receives the same mail: without "+tag"; for gmail.com and googlemail.com
  /// without dots and as gmail.com.
  [[nodiscard]] std::string mailbox() const;

  friend auto operator<=>(const Email&, const Email&) = default;

 private:
  explicit Email(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// True for senders that are programs: no-reply, notifications, mailer-daemon, bounces and their
/// kin, and addresses that stand for somebody whose own address is not given
/// (`…@reply.github.com`, `…@docs.google.com`). Source: the fixtures and 7-formats 5.5.
[[nodiscard]] bool is_robot(const Email& email);
/// True for domains where anybody can have an address: gmail.com, web.de, yahoo.co.uk, …
[[nodiscard]] bool is_provider(std::string_view domain);
/// True for addresses that belong to an office, not to somebody: info, support, sales, billing, …
[[nodiscard]] bool is_role(const Email& email);

}  // namespace base
