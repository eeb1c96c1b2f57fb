#include "formats/text_lines.h"

#include <algorithm>
#include <array>

#include "formats/utf8.h"

namespace formats {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} << 10U;

}  // namespace

TextLines::TextLines(Bytes& bytes, std::size_t line_bytes_max) : bytes_(bytes), line_bytes_max_(line_bytes_max) {}

/// UTF-16 to UTF-8, holding back half units and high surrogates until their rest comes.
void TextLines::widen(std::string_view more) {
  odd_.append(more);
  chunk_.clear();
  std::size_t at = 0;
  const auto unit = [&](std::size_t from) -> char32_t {
    const auto a = static_cast<unsigned char>(odd_[from]);
    const auto b = static_cast<unsigned char>(odd_[from + 1]);
    return width_ == Width::two_big ? char32_t{a} << 8U | b : char32_t{b} << 8U | a;
  };
  while (at + 2 <= odd_.size()) {
    const char32_t first = unit(at);
    if (first >= 0xd800 && first < 0xdc00) {
      if (at + 4 > odd_.size()) break;
      const char32_t second = unit(at + 2);
      if (second >= 0xdc00 && second < 0xe000) {
        append_utf8(chunk_, 0x10000 + ((first - 0xd800) << 10U) + (second - 0xdc00));
        at += 4;
        continue;
      }
    }
    append_utf8(chunk_, first >= 0xd800 && first < 0xe000 ? 0xfffd : first);
    at += 2;
  }
  odd_.erase(0, at);
}

base::Result<bool> TextLines::fill() {
  at_ = 0;
  chunk_.clear();
  while (chunk_.empty()) {
    raw_.resize(chunk_bytes);
    const auto got = bytes_.read(raw_);
    if (!got) return base::fail(got.error());
    if (*got == 0) return false;
    raw_.resize(*got);
    taken_ += *got;
    if (width_ == Width::unknown && raw_.size() < 4) {
      // Too little to tell by; one more piece decides.
      std::array<char, 64> more{};
      const auto rest = bytes_.read(more);
      if (!rest) return base::fail(rest.error());
      raw_.append(more.data(), *rest);
      taken_ += *rest;
    }
    std::string_view text = raw_;
    if (width_ == Width::unknown) {
      width_ = Width::one;
      if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
      const bool little = text.starts_with("\xff\xfe");
      const bool big = text.starts_with("\xfe\xff");
      if (little || big) text.remove_prefix(2);
      if (big || (text.size() >= 4 && text[0] == 0 && text[1] != 0 && text[2] == 0)) {
        width_ = Width::two_big;
      } else if (little || (text.size() >= 4 && text[0] != 0 && text[1] == 0 && text[3] == 0)) {
        width_ = Width::two_little;
      }
    }
    if (width_ == Width::one) {
      chunk_.assign(text);
    } else {
      widen(text);
    }
  }
  return true;
}

base::Result<bool> TextLines::next(std::string& line) {
  line.clear();
  bool any = false;
  for (;;) {
    if (at_ >= chunk_.size()) {
      const auto more = fill();
      if (!more) return base::fail(more.error());
      if (!*more) {
        if (any) ++number_;
        return any;
      }
    }
    if (after_return_) {
      after_return_ = false;
      if (chunk_[at_] == '\n') {
        ++at_;
        continue;
      }
    }
    const std::size_t stop = chunk_.find_first_of("\r\n", at_);
    const std::size_t end = std::min(stop, chunk_.size());
    if (line.size() < line_bytes_max_) {
      line.append(chunk_, at_, std::min(end - at_, line_bytes_max_ - line.size()));
    }
    any = true;
    if (stop == std::string::npos) {
      at_ = end;
      continue;
    }
    after_return_ = chunk_[stop] == '\r';
    at_ = stop + 1;
    ++number_;
    return true;
  }
}

}  // namespace formats
