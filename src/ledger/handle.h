#pragma once

/// By what a source knows somebody: an address, a number, a profile, a card, or nothing but a name.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/email.h"
#include "base/linkedin.h"
#include "base/phone.h"
#include "base/result.h"

namespace ledger {

/// STORED and hashed: the numbers never change their meaning.
enum class HandleKind : std::uint8_t {
  me = 0,           ///< The owner, where a source means "you" without saying who. Value empty.
  email = 1,        ///< base::Email text.
  phone = 2,        ///< base::Phone text (E.164).
  local_phone = 3,  ///< base::national_digits: a number whose country is not known yet.
  linkedin = 4,     ///< base::LinkedIn slug.
  uid = 5,          ///< A card's UID in one address book: "vcard/UID".
  account = 6,      ///< A user id of a service: "telegram/user123".
  name = 7,         ///< Nothing but a name, within one source: "whatsapp/Jane Doe".
};

/// One handle by which a source knows a person; an identity is a handle that has been seen.
struct Handle {
  HandleKind kind = HandleKind::me;
  std::string value;
  friend auto operator<=>(const Handle&, const Handle&) = default;
};

[[nodiscard]] Handle me();
[[nodiscard]] Handle handle(const base::Email& email);
[[nodiscard]] Handle handle(const base::Phone& phone);
[[nodiscard]] Handle handle(const base::LinkedIn& profile);
/// "scope/Name": a name is a handle only within the source that knows nothing better.
/// `detail` tells two of one name apart where the source can (a company, a connection date).
[[nodiscard]] Handle name_handle(std::string_view scope, std::string_view name, std::string_view detail = {});
/// A phone as a handle: `phone` when the text carries its country, else `local_phone`, else
/// nothing (short codes, "AMAZON", "-1").
[[nodiscard]] std::vector<Handle> phone_handle(std::string_view text);

/// "email:ada@lovelace.example"; `parse_handle` reads it back.
[[nodiscard]] std::string text(const Handle& handle);
[[nodiscard]] base::Result<Handle> parse_handle(std::string_view text);

[[nodiscard]] std::string_view word(HandleKind kind);

}  // namespace ledger
