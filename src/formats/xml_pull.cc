#include "formats/xml_pull.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "formats/utf8.h"

namespace formats {

namespace {

constexpr int none = -1;
constexpr std::size_t xml_chunk_bytes = std::size_t{256} << 10U;
constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t xml_value_bytes_max = std::size_t{64} << 10U;
constexpr std::size_t attributes_max = 200;

bool is_space(int c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The character that a numeric reference at the front of `text` ("&#x1F600;") names, and its size.
struct Reference {
  unsigned code = 0;
  std::size_t size = 0;  ///< 0: no reference.
};

Reference numeric(std::string_view text) {
  if (!text.starts_with("&#")) return {};
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos) return {};
  std::string_view digits = text.substr(2, end - 2);
  int base = 10;
  if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
    digits.remove_prefix(1);
    base = 16;
  }
  unsigned code = 0;
  const auto [stop, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  if (wrong != std::errc() || stop != digits.data() + digits.size()) return {};
  return {code, end + 1};
}

}  // namespace

std::string xml_text(std::string_view raw) {
  if (raw.find('&') == std::string_view::npos) return base::to_utf8(raw);
  static constexpr std::pair<std::string_view, char> named[] = {
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  std::string out;
  for (std::size_t i = 0; i < raw.size();) {
    const std::string_view rest = raw.substr(i);
    if (raw[i] != '&') {
      out += raw[i++];
      continue;
    }
    if (const Reference one = numeric(rest); one.size > 0) {
      i += one.size;
      unsigned code = one.code;
      if (code >= 0xd800 && code < 0xdc00) {
        const Reference two = numeric(raw.substr(i));
        if (two.size > 0 && two.code >= 0xdc00 && two.code < 0xe000) {
          code = 0x10000 + ((code - 0xd800) << 10U) + (two.code - 0xdc00);
          i += two.size;
        }
      }
      if (code == 0) continue;
      append_utf8(out, code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code);
      continue;
    }
    const auto* const found =
        std::find_if(std::begin(named), std::end(named), [&](const auto& n) { return rest.starts_with(n.first); });
    if (found == std::end(named)) {
      out += raw[i++];
    } else {
      out += found->second;
      i += found->first.size();
    }
  }
  return base::to_utf8(out);
}

std::string_view attribute(const XmlTag& tag, std::string_view name) {
  for (const XmlAttribute& one : tag.attributes) {
    if (one.name == name) return one.value;
  }
  return {};
}

bool XmlPull::fill() {
  if (!state_) return false;
  base_ += buffer_.size();
  at_ = 0;
  buffer_.resize(xml_chunk_bytes);
  const auto got = bytes_.read(buffer_);
  if (!got) state_ = base::fail(got.error());
  buffer_.resize(got ? *got : 0);
  return !buffer_.empty();
}

int XmlPull::peek() {
  if (at_ >= buffer_.size() && !fill()) return none;
  return static_cast<unsigned char>(buffer_[at_]);
}

int XmlPull::take() {
  const int c = peek();
  if (c != none) ++at_;
  return c;
}

bool XmlPull::skip_to(std::string_view end) {
  // `end` is "-->", "]]>", "?>" or ">": its last byte is the only '>', so a run of what comes
  // before it is all that must be remembered.
  std::size_t matched = 0;
  for (int c = take(); c != none; c = take()) {
    if (c == end[matched]) {
      if (++matched == end.size()) return true;
    } else if (matched + 1 != end.size() || c != end[0] || end.size() != 3) {
      matched = c == end[0] ? 1 : 0;
    }
  }
  return false;
}

/// After "<!": a comment, CDATA or a declaration.
bool XmlPull::skip_markup() {
  if (peek() == '-') {
    take();
    if (peek() != '-') return skip_to(">");
    take();
    return skip_to("-->");
  }
  return peek() == '[' ? skip_to("]]>") : skip_to(">");
}

/// False when the value broke off: the end of the file, or a new tag at the start of a line.
bool XmlPull::read_quoted(int quote, std::string& raw) {
  bool fresh_line = false;
  while (peek() != none) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    const char stops[] = {static_cast<char>(quote), '\n', '<', '\0'};
    const std::size_t run = std::min(rest.find_first_of(stops), rest.size());
    if (fresh_line && !base::trim(rest.substr(0, run)).empty()) fresh_line = false;
    if (raw.size() < xml_value_bytes_max) {
      raw.append(rest.substr(0, std::min(run, xml_value_bytes_max - raw.size())));
    }
    at_ += run;
    if (run == rest.size()) continue;
    const int c = peek();
    if (c == '<' && fresh_line) return false;
    take();
    if (c == quote) return true;
    fresh_line = c == '\n';
    if (raw.size() < xml_value_bytes_max) raw += static_cast<char>(c);
  }
  return false;
}

void XmlPull::read_attributes(XmlTag& tag) {
  for (;;) {
    while (is_space(peek())) take();
    const int c = peek();
    if (c == none || c == '<') {
      tag.broken = true;
      return;
    }
    if (c == '>') {
      take();
      return;
    }
    if (c == '/' || c == '?') {
      take();
      if (peek() == '>') {
        take();
        tag.closes = true;
        return;
      }
      continue;
    }
    std::string name;
    for (int n = peek(); n != none && n != '=' && n != '>' && n != '<' && n != '/' && !is_space(n); n = peek()) {
      take();
      if (name.size() < name_bytes_max) name += static_cast<char>(n);
    }
    while (is_space(peek())) take();
    std::string raw;
    if (peek() == '=') {
      take();
      while (is_space(peek())) take();
      const int quote = peek();
      if (quote == '"' || quote == '\'') {
        take();
        if (!read_quoted(quote, raw)) tag.broken = true;
      } else {
        for (int n = peek(); n != none && n != '>' && n != '<' && !is_space(n); n = peek()) {
          take();
          if (raw.size() < xml_value_bytes_max) raw += static_cast<char>(n);
        }
      }
    }
    if (tag.attributes.size() < attributes_max) {
      tag.attributes.push_back({base::to_utf8(name), xml_text(raw)});
    }
    if (tag.broken) return;
  }
}

base::Result<bool> XmlPull::next(XmlTag& tag) {
  tag = {};
  for (;;) {
    // To the next '<', as fast as the text allows.
    if (peek() == none) break;
    const std::size_t open = buffer_.find('<', at_);
    if (open == std::string::npos) {
      at_ = buffer_.size();
      continue;
    }
    at_ = open;
    tag.offset = base_ + at_;
    take();
    const int c = peek();
    if (c == '!') {
      take();
      if (!skip_markup()) break;
      continue;
    }
    if (c == '?') {
      if (!skip_to("?>")) break;
      continue;
    }
    tag.opens = c != '/';
    if (c == '/') {
      take();
      tag.closes = true;
    }
    for (int n = peek(); n != none && n != '>' && n != '/' && n != '<' && !is_space(n); n = peek()) {
      take();
      if (tag.name.size() < name_bytes_max) tag.name += static_cast<char>(n);
    }
    read_attributes(tag);
    return true;
  }
  if (!state_) return base::fail(state_.error());
  return false;
}

}  // namespace formats
