#pragma once

/// What the letters that wellmet drafts have in common: how somebody is greeted, named, reached.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/person.h"

namespace app {

/// A letter for the owner to send, or not.
struct Draft {
  std::string to;  ///< Addresses, by ", "; empty where none is known.
  std::string subject;
  std::string body;
};

/// How somebody of that name is called: its first word, or all of it where that is an initial or comes after a title
/// alone ("Dr. Lovelace"); empty for an address or number.
[[nodiscard]] std::string given_name(std::string_view name);
/// The same, or all that they are known by.
[[nodiscard]] std::string called(const PersonView& person);
/// "Hi Ada," or, where the name is not known, "Hello,".
[[nodiscard]] std::string greeting(const PersonView& person);
/// "Bo Berg (engineer, Fjord)".
[[nodiscard]] std::string described(const PersonView& person);
/// Their first mail address, or nothing.
[[nodiscard]] std::string address(const PersonView& person);
/// Safe to print.
[[nodiscard]] std::string shown_name(const PersonView& person);
/// "Ada, Bo and Cy"; of many the first, and how many more. Safe to print.
[[nodiscard]] std::vector<base::Message> names_of(std::span<const PersonView> persons);

/// A subject without "Re:", "AW: Re:" and the like; a part of `subject`.
[[nodiscard]] std::string_view bare_subject(std::string_view subject);
/// Without the blanks and empty lines that an empty part leaves.
[[nodiscard]] std::string tidied(std::string_view body);
/// The 6 of "need-6", where the topic begins with `kind` ("need-").
[[nodiscard]] std::optional<std::uint32_t> topic_number(std::string_view topic, std::string_view kind);
/// To be quoted in a letter: one line without anything that cannot be seen, at most so many columns.
[[nodiscard]] std::string quotable(std::string_view text, std::size_t columns_max);
/// A row as it was kept: which way it went is not known.
[[nodiscard]] RowView row_view(const store::ShownRow& shown);

}  // namespace app
