#pragma once

/// What wellmet says, before it is said in a language: the code of a sentence in the catalogue (words/en.json) and what fills
/// it. Whatever finds something out makes messages; they are compared, kept and sent as such; a face says them (words/words.h).

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/time.h"

namespace base {

struct Message;

/// A count, a share, somebody's own words, a day, or messages, which are said as a list of so many.
using Argument = std::variant<std::int64_t, double, std::string, Day, std::vector<Message>>;

struct Message {
  std::string code;  ///< "talk.owed"; empty: there is nothing to say.
  std::vector<std::pair<std::string, Argument>> arguments;

  [[nodiscard]] bool empty() const { return code.empty(); }
  /// The argument of that name; nullptr if there is none.
  [[nodiscard]] const Argument* find(std::string_view name) const;
  friend bool operator==(const Message&, const Message&) = default;
};

/// An argument where a message is made: {"days", 3}.
struct Named {
  std::string_view name;
  Argument value;
  template <std::integral T>
  Named(std::string_view argument, T number) : name(argument), value(static_cast<std::int64_t>(number)) {}
  Named(std::string_view argument, double number) : name(argument), value(number) {}
  Named(std::string_view argument, std::string text) : name(argument), value(std::move(text)) {}
  Named(std::string_view argument, std::string_view text) : name(argument), value(std::string(text)) {}
  Named(std::string_view argument, const char* text) : name(argument), value(std::string(text)) {}
  Named(std::string_view argument, Day day) : name(argument), value(day) {}
  Named(std::string_view argument, Message part) : name(argument), value(std::vector<Message>{std::move(part)}) {}
  Named(std::string_view argument, std::vector<Message> parts) : name(argument), value(std::move(parts)) {}
};

/// `code` is written out where this is called, so that tools/words.py finds every one: it holds each to the catalogue, and the
/// names of the arguments to those that its sentence has.
[[nodiscard]] Message say(std::string_view code, std::initializer_list<Named> arguments = {});

/// The same with every text in it made fit to be shown (clean.h).
[[nodiscard]] Message cleaned(Message message);

/// For logs and tests: "talk.owed days=3".
[[nodiscard]] std::string text(const Message& message);
std::ostream& operator<<(std::ostream& to, const Message& message);

/// How messages are kept; STORED: the form never changes.
[[nodiscard]] std::string pack(const Message& message);
/// Nullopt if `bytes` is not what `pack` wrote.
[[nodiscard]] std::optional<Message> unpack_message(std::string_view bytes);

}  // namespace base
