#include "base/text.h"

#include <fmt/format.h>
#include <sodium.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstring>
#include <memory>

namespace base {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// One transliterator a thread: ICU's are not to be shared between threads.
const icu::Transliterator* folder() {
  thread_local const std::unique_ptr<icu::Transliterator> one = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  }();
  return one.get();
}

/// Lower case, single spaces, no apostrophes that transliteration leaves ("ol'ga").
std::string squeeze(std::string_view ascii, bool transliterated) {
  std::string out;
  out.reserve(ascii.size());
  bool gap = false;
  for (const char c : ascii) {
    if (is_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (transliterated && (c == '\'' || c == '`')) continue;
    if (gap) out += ' ';
    gap = false;
    out += lower(c);
  }
  return out;
}

template <class Each>
void each_code_point(std::string_view text, Each each) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t start = i;
    UChar32 c = 0;
    U8_NEXT(s, i, length, c);
    each(c, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
  }
}

std::size_t width(UChar32 c) {
  if (c < 0x300) return 1;
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
    return 0;
  }
  const int east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

bool all_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == "\u00a0") {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == "\u00a0") {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t start = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > start) words.push_back(text.substr(start, i - start));
  }
  return words;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool equal_no_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

bool starts_with_no_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_no_case(text.substr(0, prefix.size()), prefix);
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

std::string fold(std::string_view text) {
  if (all_ascii(text)) return squeeze(text, false);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string narrow;
  if (const icu::Transliterator* one = folder()) one->transliterate(wide);
  wide.toUTF8String(narrow);
  return squeeze(strip_format(narrow), true);
}

bool is_utf8(std::string_view text) {
  bool good = true;
  if (all_ascii(text)) return true;
  each_code_point(text, [&](UChar32 c, std::string_view) { good = good && c >= 0; });
  return good;
}

std::string to_utf8(std::string_view text) {
  std::string out;
  if (is_utf8(text)) {
    out = text;
  } else {
    out = to_utf8(text, "windows-1252");
  }
  if (contains(out, std::string_view("\0", 1))) std::erase(out, '\0');
  return out;
}

std::string to_utf8(std::string_view bytes, std::string_view charset) {
  if (equal_no_case(charset, "utf-8") || equal_no_case(charset, "utf8") || equal_no_case(charset, "us-ascii")) {
    return to_utf8(bytes);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::string name(charset);
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) {
    return is_utf8(bytes) ? to_utf8(bytes) : to_utf8(bytes, "windows-1252");
  }
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
  ucnv_close(converter);
  std::string out;
  wide.toUTF8String(out);
  if (contains(out, std::string_view("\0", 1))) std::erase(out, '\0');
  return out;
}

std::string_view clip(std::string_view text, std::size_t size_max) {
  if (text.size() <= size_max) return text;
  std::size_t end = size_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return text.substr(0, end);
}

std::string strip_format(std::string_view text) {
  bool plain = true;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f) {
      plain = false;
      break;
    }
  }
  if (plain) return std::string(text);
  std::string out;
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (c < 0) return;
    const auto category = u_charType(c);
    if (category != U_FORMAT_CHAR && category != U_CONTROL_CHAR) out += bytes;
  });
  return out;
}

std::string printable(std::string_view text, std::size_t columns_max) {
  std::string out;
  std::size_t used = 0;
  bool cut = false;
  each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (cut) return;
    std::string piece;
    const bool bidi = c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
                      c == 0x2028 || c == 0x2029;
    if (c < 0) {
      for (const char byte : bytes) {
        piece += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
      }
    } else if (c == '\n') {
      piece = "\\n";
    } else if (c == '\t') {
      piece = "\\t";
    } else if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0)) {
      piece = fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else if (bidi) {
      piece = fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      piece = bytes;
    }
    const std::size_t wide = c >= 0x20 && !bidi ? width(c) : piece.size();
    if (used + wide > columns_max || out.size() > 8 * columns_max) {
      out += "…";
      cut = true;
      return;
    }
    used += wide;
    out += piece;
  });
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  each_code_point(text, [&](UChar32 c, std::string_view) { sum += c < 0 ? 1 : width(c); });
  return sum;
}

std::uint64_t hash64(std::string_view bytes) {
  unsigned char digest[16];
  crypto_generichash(digest, sizeof digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  std::uint64_t value = 0;
  for (int i = 7; i >= 0; --i) value = value << 8U | digest[i];
  return value;
}

}  // namespace base
