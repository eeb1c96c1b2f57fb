#pragma once

/// What the two files of "SMS Backup & Restore" (Android) have in common: absent values written as
/// words, moments in milliseconds, numbers that are nobody's.

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "formats/xml_pull.h"

namespace sources {

/// The attribute, or empty when the backup says that there is none ("null").
[[nodiscard]] std::string_view stated(const formats::XmlTag& tag, std::string_view name);
/// The contact's name; empty for "(Unknown)" in any language, "null", and a number for a name.
[[nodiscard]] std::string contact_name(std::string_view raw);
/// Milliseconds since 1970; files that hold seconds are told by their size. Nothing for a moment
/// before 1990 or after `today` and three days (day 0: no bound).
[[nodiscard]] std::optional<base::Instant> moment_of(std::string_view text, base::Day today);
/// True for "", "-1", "-2", "unknown", "private": a caller who withheld the number.
[[nodiscard]] bool is_withheld(std::string_view number);

}  // namespace sources
