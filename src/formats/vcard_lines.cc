#include "formats/vcard_lines.h"

#include <algorithm>

#include "base/text.h"
#include "formats/ascii.h"

namespace formats {

namespace {

constexpr std::size_t card_bytes_max = std::size_t{8} << 20U;
constexpr std::size_t parts_max = 100;

bool is_word(std::string_view line, std::string_view word) { return base::equal_no_case(base::trim(line), word); }

bool contains_no_case(std::string_view text, std::string_view upper_part) {
  return base::contains(upper(text.substr(0, 1'000)), upper_part);
}

/// Where the value begins: the first ':' outside quotes, or the first one when quotes are broken.
std::size_t colon_of(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  return line.find(':');
}

/// RFC 6868: ^n, ^' and ^^.
std::string parameter_text(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '"') continue;
    if (raw[i] == '^' && i + 1 < raw.size()) {
      const char next = raw[i + 1];
      if (next == 'n' || next == '\'' || next == '^') {
        out += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
        ++i;
        continue;
      }
    }
    out += raw[i];
  }
  return out;
}

/// "item1.EMAIL;TYPE=work" and "TEL;CELL;VOICE".
CardLine parse_line(std::string_view line, std::size_t colon) {
  CardLine out;
  out.value = line.substr(colon + 1);
  std::string_view head = line.substr(0, colon);
  std::vector<std::string_view> parts;
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t i = 0; i < head.size() && parts.size() < parts_max; ++i) {
    if (head[i] == '"') quoted = !quoted;
    if (head[i] != ';' || quoted) continue;
    parts.push_back(head.substr(from, i - from));
    from = i + 1;
  }
  parts.push_back(head.substr(from));
  std::string_view name = base::trim(parts.front());
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos) {
    out.group = name.substr(0, dot);
    name = name.substr(dot + 1);
  }
  out.name = upper(name);
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t equals = parts[i].find('=');
    CardParameter one;
    if (equals == std::string_view::npos) {
      one = {"TYPE", parameter_text(parts[i])};
    } else {
      one = {upper(base::trim(parts[i].substr(0, equals))), parameter_text(parts[i].substr(equals + 1))};
    }
    out.parameters.push_back(std::move(one));
  }
  return out;
}

bool is_quoted_printable(const CardLine& line) {
  return has_parameter(line, "ENCODING", "QUOTED-PRINTABLE") || has_parameter(line, "TYPE", "QUOTED-PRINTABLE");
}

std::string unquoted_printable(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '=' && i + 2 < raw.size() && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
      out += static_cast<char>(hex(raw[i + 1]) * 16 + hex(raw[i + 2]));
      i += 2;
    } else if (raw[i] != '=' || i + 1 != raw.size()) {
      out += raw[i];
    }
  }
  return out;
}

std::string unescaped(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      out += raw[i];
      continue;
    }
    const char next = raw[i + 1];
    if (next == 'n' || next == 'N') {
      out += '\n';
      ++i;
    } else if (next == ',' || next == ';' || next == ':' || next == '\\') {
      out += next;
      ++i;
    } else {
      out += '\\';
    }
  }
  return out;
}

std::string decoded(const CardLine& line, std::string_view raw) {
  std::string bytes(raw);
  if (is_quoted_printable(line)) bytes = unquoted_printable(bytes);
  const std::string_view charset = parameter(line, "CHARSET");
  // Shift_JIS may hold a backslash within a letter: decode before unescaping.
  if (charset.empty() || base::is_utf8(bytes)) {
    if (!charset.empty() && contains_no_case(charset, "2022")) {
      return unescaped(base::to_utf8(bytes, charset));
    }
    return unescaped(base::to_utf8(bytes));
  }
  return unescaped(base::to_utf8(bytes, charset));
}

/// Bytes that say nothing about anybody.
bool is_skipped(std::string_view head) {
  const std::string up = upper(head.substr(0, 200));
  const std::size_t dot = up.find('.');
  const std::string_view name = std::string_view(up).substr(dot == std::string::npos || dot > up.find(';') ? 0 : dot + 1);
  for (const std::string_view bulky : {"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN", "X-IMAGETYPE"}) {
    if (name.starts_with(bulky) && (name.size() == bulky.size() || name[bulky.size()] == ';')) {
      return true;
    }
  }
  return base::contains(up, "BASE64") || base::contains(up, "ENCODING=B");
}

}  // namespace

bool has_parameter(const CardLine& line, std::string_view name, std::string_view value) {
  for (const CardParameter& one : line.parameters) {
    if (one.name != name) continue;
    for (const std::string_view part : base::split(one.value, ',')) {
      if (base::equal_no_case(base::trim(part), value)) return true;
    }
  }
  return false;
}

std::string_view parameter(const CardLine& line, std::string_view name) {
  for (const CardParameter& one : line.parameters) {
    if (one.name == name) return one.value;
  }
  return {};
}

std::string card_text(const CardLine& line) { return decoded(line, line.value); }

std::vector<std::string> card_parts(const CardLine& line, char separator) {
  std::vector<std::string> out;
  const std::string_view raw = line.value;
  std::size_t from = 0;
  for (std::size_t i = 0; i < raw.size() && out.size() < parts_max; ++i) {
    if (raw[i] == '\\') {
      ++i;
    } else if (raw[i] == separator) {
      out.push_back(decoded(line, raw.substr(from, i - from)));
      from = i + 1;
    }
  }
  out.push_back(decoded(line, raw.substr(std::min(from, raw.size()))));
  return out;
}

bool has_card(std::string_view head) {
  const auto bytes = bytes_of(head);
  TextLines lines(*bytes, 200);
  std::string line;
  for (int i = 0; i < 500; ++i) {
    const auto more = lines.next(line);
    if (!more || !*more) return false;
    if (is_word(line, "BEGIN:VCARD")) return true;
    if (is_word(line, "BEGIN:VCALENDAR")) return false;
  }
  return false;
}

/// One content line with its folds and soft breaks joined; bulky values come empty.
base::Result<bool> Cards::logical_line(std::string& line) {
  if (has_ahead_) {
    line.swap(ahead_);
    has_ahead_ = false;
  } else {
    const auto more = lines_.next(line);
    if (!more || !*more) return more;
  }
  const std::size_t colon = colon_of(line);
  const std::string_view head = std::string_view(line).substr(0, std::min(colon, line.size()));
  const bool bulky = colon != std::string::npos && is_skipped(head);
  const bool soft = colon != std::string::npos && contains_no_case(head, "QUOTED-PRINTABLE");
  if (bulky) line.resize(colon + 1);
  for (;;) {
    const auto more = lines_.next(ahead_);
    if (!more) return more;
    if (!*more) return true;
    const bool folded = !ahead_.empty() && (ahead_[0] == ' ' || ahead_[0] == '\t');
    if (bulky && (folded || (!ahead_.empty() && ahead_.find(':') == std::string::npos))) continue;
    std::string_view rest = ahead_;
    if (soft && !line.empty() && line.back() == '=') {
      line.pop_back();
      if (folded && !is_old_) rest.remove_prefix(1);
    } else if (folded && !line.empty()) {
      // 2.1 keeps the white space, unless the break is in the middle of the parameters.
      if (!is_old_ || line.find(':') == std::string::npos) rest.remove_prefix(1);
    } else {
      has_ahead_ = true;
      return true;
    }
    if (line.size() + rest.size() <= card_bytes_max) line += rest;
  }
}

base::Result<bool> Cards::next(Card& card) {
  card.lines.clear();
  card.version.clear();
  card.too_long = false;
  card.cut_off = false;
  bool open = begun_;
  card.line = begun_line_;
  begun_ = false;
  is_old_ = false;
  int nested = 0;
  bool agent = false;
  std::size_t size = 0;
  std::string line;
  for (;;) {
    const auto more = logical_line(line);
    if (!more) return more;
    if (!*more) {
      card.cut_off = open;
      return open;
    }
    if (is_word(line, "BEGIN:VCARD")) {
      const std::size_t here = lines_.line_number() - (has_ahead_ ? 1 : 0);
      if (agent || nested > 0) {
        ++nested;
        agent = false;
      } else if (open) {
        begun_ = true;
        begun_line_ = here;
        return true;
      } else {
        open = true;
        card.line = here;
      }
      continue;
    }
    agent = false;
    if (is_word(line, "END:VCARD")) {
      if (nested > 0) {
        --nested;
      } else if (open) {
        return true;
      }
      continue;
    }
    if (!open || nested > 0) continue;
    const std::size_t colon = colon_of(line);
    if (colon == std::string::npos || colon == 0) continue;
    size += line.size();
    if (size > card_bytes_max) {
      card.too_long = true;
      continue;
    }
    CardLine made = parse_line(line, colon);
    if (made.name == "AGENT") {
      const std::string_view value = base::trim(made.value);
      if (value.empty()) agent = true;
      if (base::starts_with_no_case(value, "BEGIN:VCARD") && !base::contains(upper(value), "END:VCARD")) {
        ++nested;
      }
      continue;
    }
    if (made.name == "VERSION") {
      card.version = base::trim(made.value);
      is_old_ = card.version == "2.1";
      continue;
    }
    card.lines.push_back(std::move(made));
  }
}

}  // namespace formats
