#include "base/message.h"

#include <fmt/format.h>

#include <charconv>
#include <ostream>

#include "base/clean.h"

namespace base {

namespace {

// A text is its size, a colon and itself; an argument is its name, a letter for its kind and its value as a text.

void put(std::string& to, std::string_view text) { to += fmt::format("{}:{}", text.size(), text); }

std::optional<std::string_view> take(std::string_view& bytes) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
  if (error != std::errc() || end == bytes.data() + bytes.size() || *end != ':') return std::nullopt;
  bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()) + 1);
  if (size > bytes.size()) return std::nullopt;
  const std::string_view text = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return text;
}

template <class T>
std::optional<Argument> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Packed {
  char kind;
  std::string value;
};

Packed packed(const Argument& argument) {
  struct {
    Packed operator()(std::int64_t n) const { return {'n', fmt::format("{}", n)}; }
    Packed operator()(double share) const { return {'r', fmt::format("{}", share)}; }
    Packed operator()(const std::string& text) const { return {'t', text}; }
    Packed operator()(Day day) const { return {'d', fmt::format("{}", day.days)}; }
    Packed operator()(const std::vector<Message>& parts) const {
      std::string all;
      for (const Message& part : parts) put(all, pack(part));
      return {'m', std::move(all)};
    }
  } one;
  return std::visit(one, argument);
}

std::optional<Argument> unpacked(char kind, std::string_view value) {
  switch (kind) {
    case 'n':
      return number<std::int64_t>(value);
    case 'r':
      return number<double>(value);
    case 't':
      return std::string(value);
    case 'd': {
      const auto days = number<std::int64_t>(value);
      if (!days) return std::nullopt;
      return Day{static_cast<std::int32_t>(std::get<std::int64_t>(*days))};
    }
    case 'm': {
      std::vector<Message> parts;
      while (!value.empty()) {
        const auto bytes = take(value);
        auto part = bytes ? unpack_message(*bytes) : std::nullopt;
        if (!part) return std::nullopt;
        parts.push_back(std::move(*part));
      }
      return parts;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

const Argument* Message::find(std::string_view name) const {
  for (const auto& [argument, value] : arguments) {
    if (argument == name) return &value;
  }
  return nullptr;
}

Message say(std::string_view code, std::initializer_list<Named> arguments) {
  Message message{.code = std::string(code), .arguments = {}};
  message.arguments.reserve(arguments.size());
  for (const Named& one : arguments) message.arguments.emplace_back(one.name, one.value);
  return message;
}

Message cleaned(Message message) {
  for (auto& [name, value] : message.arguments) {
    if (auto* text = std::get_if<std::string>(&value)) clean(*text);
    if (auto* parts = std::get_if<std::vector<Message>>(&value)) {
      for (Message& part : *parts) part = cleaned(std::move(part));
    }
  }
  return message;
}

std::string text(const Message& message) {
  struct {
    std::string operator()(std::int64_t n) const { return fmt::format("{}", n); }
    std::string operator()(double share) const { return fmt::format("{}", share); }
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(Day day) const { return iso(day); }
    std::string operator()(const std::vector<Message>& parts) const {
      std::string all;
      for (const Message& part : parts) all += (all.empty() ? "[" : "; ") + text(part);
      return all + "]";
    }
  } one;
  std::string out = message.code;
  for (const auto& [name, value] : message.arguments) out += fmt::format(" {}={}", name, std::visit(one, value));
  return out;
}

std::ostream& operator<<(std::ostream& to, const Message& message) { return to << text(message); }

std::string pack(const Message& message) {
  std::string out;
  put(out, message.code);
  for (const auto& [name, value] : message.arguments) {
    put(out, name);
    const Packed one = packed(value);
    out += one.kind;
    put(out, one.value);
  }
  return out;
}

std::optional<Message> unpack_message(std::string_view bytes) {
  const auto code = take(bytes);
  if (!code) return std::nullopt;
  Message message{.code = std::string(*code), .arguments = {}};
  while (!bytes.empty()) {
    const auto name = take(bytes);
    if (!name || bytes.empty()) return std::nullopt;
    const char kind = bytes.front();
    bytes.remove_prefix(1);
    const auto value = take(bytes);
    auto argument = value ? unpacked(kind, *value) : std::nullopt;
    if (!argument) return std::nullopt;
    message.arguments.emplace_back(*name, std::move(*argument));
  }
  return message;
}

}  // namespace base
