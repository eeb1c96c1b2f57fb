#include "base/clean.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "base/text.h"

namespace base {

namespace {

constexpr UChar32 escape = 0x1b, non_joiner = 0x200c, joiner = 0x200d, keycap = 0x20e3;

bool within(std::string_view text, std::size_t at, unsigned char first, unsigned char last) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= first && byte <= last;
}

bool is_line_break(UChar32 c) { return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_blank(UChar32 c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || (c >= 0x80 && u_charType(c) == U_SPACE_SEPARATOR);
}
bool is_selector(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR); }
bool is_joiner(UChar32 c) { return c == joiner || c == non_joiner; }
bool is_unseen(UChar32 c) {
  return u_charType(c) == U_CONTROL_CHAR || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         (c >= 0xfff9 && c <= 0xfffb);  // Marks of annotation.
}
bool is_virama(UChar32 c) { return u_getCombiningClass(c) == 9; }
bool is_cursive(UChar32 c) {
  const int type = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
  return type == U_JT_DUAL_JOINING || type == U_JT_LEFT_JOINING || type == U_JT_RIGHT_JOINING;
}
bool is_mark(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) == U_JT_TRANSPARENT; }
bool is_pictograph(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER);
}

/// One text on its way through.
class Cleaning {
 public:
  Cleaning(std::string_view text, Lines lines) : text_(text), lines_(lines) {}

  std::string all() {
    out_.reserve(text_.size());
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const UChar32 c = next(at_);
      if (c < 0) {
        keep(0xfffd, "\ufffd");
      } else if (c == escape || (c >= 0x90 && c <= 0x9f)) {
        pass_sequence(c);
      } else if (is_line_break(c) || is_blank(c)) {
        space(c, text_.substr(begin, at_ - begin));
      } else if (c > ' ' && c < 0x7f) {
        keep(c, text_.substr(begin, 1));
      } else if (!is_unseen(c) || is_needed(c)) {
        keep(c, text_.substr(begin, at_ - begin));
      }
    }
    return std::move(out_);
  }

 private:
  /// The code point at `at`, which moves behind it; negative: not UTF-8.
  UChar32 next(std::size_t& at) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    UChar32 c = -1;
    U8_NEXT(bytes, at, text_.size(), c);
    return c;
  }

  /// Moves behind the rest of an escape sequence (ECMA-48, 5.3 to 5.6) of which `c` was read.
  void pass_sequence(UChar32 c) {
    if (c == escape) {
      if (!within(text_, at_, 0x40, 0x5f)) {
        while (within(text_, at_, 0x20, 0x2f)) ++at_;
        if (within(text_, at_, 0x30, 0x7e)) ++at_;
        return;
      }
      c = text_[at_++] + 0x40;  // The form of two bytes.
    }
    if (c == 0x9b) {
      while (within(text_, at_, 0x30, 0x3f)) ++at_;
      while (within(text_, at_, 0x20, 0x2f)) ++at_;
      if (within(text_, at_, 0x40, 0x7e)) ++at_;
    } else if (c == 0x90 || c == 0x98 || (c >= 0x9d && c <= 0x9f)) {
      pass_string();
    }
  }
  /// A title or command to the terminal; where nothing ends it, only its beginning goes.
  void pass_string() {
    if (endless_) return;
    for (std::size_t i = at_; i < text_.size(); ++i) {
      const std::string_view two = text_.substr(i, 2);
      if (text_[i] != '\a' && two != "\x1b\\" && two != "\u009c") continue;
      at_ = i + (text_[i] == '\a' ? 1 : 2);
      return;
    }
    endless_ = true;
  }

  void space(UChar32 c, std::string_view bytes) {
    last_ = base_ = 0;
    if (c == '\r' && within(text_, at_, '\n', '\n')) return;
    gap_ += is_line_break(c) ? "\n" : c < 0x80 ? " " : bytes;
    ++gap_length_;
  }

  void keep(UChar32 c, std::string_view bytes) {
    if (gap_length_ > 0 && !out_.empty()) {
      // A no-break or wide blank alone is somebody's spelling.
      const bool as_it_is = lines_ == Lines::many || (gap_length_ == 1 && gap_ != "\n");
      out_ += as_it_is ? std::string_view(gap_) : " ";
    }
    gap_.clear();
    gap_length_ = 0;
    out_ += bytes;
    last_ = c;
    if (c < 0x80 || (!is_joiner(c) && !is_mark(c))) base_ = c;
  }

  /// Whether `c`, which cannot be seen, makes a difference where it stands.
  bool is_needed(UChar32 c) const {
    if (last_ == 0 || is_joiner(last_)) return false;
    std::size_t behind = at_;
    const UChar32 following = behind < text_.size() ? next(behind) : 0;
    if (is_joiner(c)) {
      if (is_virama(last_) || (following > 0 && is_virama(following))) return true;
      if (is_cursive(base_)) return c == joiner || is_cursive(following);
      return c == joiner && is_pictograph(base_) && is_pictograph(following);
    }
    if (!is_selector(c) || is_selector(last_)) return false;
    if (c == 0xfe0e || c == 0xfe0f) {
      return u_hasBinaryProperty(last_, UCHAR_EMOJI) && (last_ >= 0x80 || following == keycap);
    }
    if (c < 0xfe00) return u_getIntPropertyValue(last_, UCHAR_SCRIPT) == USCRIPT_MONGOLIAN;
    return u_hasBinaryProperty(last_, UCHAR_IDEOGRAPHIC);
  }

  std::string_view text_;
  Lines lines_;
  std::size_t at_ = 0;
  std::string out_;
  std::string gap_;  ///< White space that stands between `out_` and what comes.
  std::size_t gap_length_ = 0;
  UChar32 last_ = 0;      ///< What was kept last; 0 after white space.
  UChar32 base_ = 0;      ///< The last that is no mark upon another.
  bool endless_ = false;  ///< No more strings end in this text.
};

/// What most texts are: ASCII with nothing to clean.
bool is_plain(std::string_view text, Lines lines) {
  if (text.empty()) return true;
  char before = ' ';
  for (const char c : text) {
    const bool blank = c == ' ' || (c == '\n' && lines == Lines::many);
    if (!blank && (c <= ' ' || c == 0x7f)) return false;  // Also bytes of other than ASCII.
    if (blank && before == ' ' && lines == Lines::one) return false;
    before = c;
  }
  return before != ' ' && before != '\n' && text.front() != ' ' && text.front() != '\n';
}

}  // namespace

void clean(std::string& text, std::size_t bytes_max, Lines lines) {
  if (!is_plain(text, lines)) text = Cleaning(text, lines).all();
  if (text.size() > bytes_max) text = Cleaning(clip(text, bytes_max), lines).all();
}

std::string cleaned(std::string_view text, std::size_t bytes_max, Lines lines) {
  std::string out(text);
  clean(out, bytes_max, lines);
  return out;
}

}  // namespace base
