#include "sources/phone_backup.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "sources/chat_thread.h"

namespace sources {

std::string_view stated(const formats::XmlTag& tag, std::string_view name) {
  const std::string_view value = base::trim(attribute(tag, name));
  return value == "null" ? std::string_view() : value;
}

std::string contact_name(std::string_view raw) {
  std::string name = chat_name(raw);
  if (name.empty() || name == "null") return {};
  if (name.front() == '(' && name.back() == ')') return {};
  const bool has_letter = std::any_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
  return has_letter ? name : std::string();
}

std::optional<base::Instant> moment_of(std::string_view text, base::Day today) {
  std::int64_t value = 0;
  const auto [stop, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || stop != text.data() + text.size()) return {};
  if (value >= 100'000'000'000) value /= 1'000;
  const base::Instant at{value};
  const base::Day last = today.days == 0 ? base::Day{100'000} : today + 3;
  if (at < base::Instant{631'152'000} || at > base::end_of(last)) return {};
  return at;
}

bool is_withheld(std::string_view number) {
  static constexpr std::array<std::string_view, 8> words = {"unknown",     "private",  "anonymous", "restricted",
                                                            "unavailable", "withheld", "blocked",   "payphone"};
  if (number.empty() || number == "-1" || number == "-2" || number == "-3") return true;
  const std::string lower = base::lower_ascii(number);
  return std::find(words.begin(), words.end(), lower) != words.end();
}

}  // namespace sources
