#include "formats/ics.h"

#include <algorithm>

#include "base/text.h"
#include "formats/ascii.h"

namespace formats {

namespace {

std::string quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(static_cast<unsigned char>(hex(text[i + 1]) * 16 + hex(text[i + 2])));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// RFC 6868: a caret stands for what a parameter cannot hold.
std::string without_carets(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '^' && (next == 'n' || next == '\'' || next == '^')) {
      out += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::size_t end_of_part(std::string_view text, std::size_t at, std::string_view stops) {
  bool quoted = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && stops.find(text[at]) != std::string_view::npos) break;
  }
  return at;
}

void take_params(std::string_view text, IcsLine& line) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_part(text, at, ";");
    const std::string_view part = text.substr(at, end - at);
    const std::size_t equals = part.find('=');
    std::string value;
    if (equals != std::string_view::npos) {
      for (const char c : part.substr(equals + 1)) {
        if (c != '"') value += c;
      }
    }
    line.params.push_back({upper(base::trim(part.substr(0, equals))), without_carets(value)});
    at = end + 1;
  }
}

// Zones that hold a colon and are not quoted, "DTSTART;TZID=(UTC+01:00) Rome:20260311T090000": what
// follows the first colon is no date, so the last one ends the name.
bool is_split_zone(std::string_view head, std::string_view value) {
  constexpr std::size_t date = 8;
  return base::contains(value, ":") && value.substr(0, date).find_first_not_of("0123456789") != std::string_view::npos &&
         base::contains(upper(head), ";TZID=");
}

void parse(std::string_view text, IcsLine& line) {
  line.params.clear();
  std::size_t colon = end_of_part(text, 0, ":");
  // A quote that is never closed hides the colon: then quotes mean nothing.
  if (colon == text.size()) colon = std::min(text.find(':'), text.size());
  if (is_split_zone(text.substr(0, colon), text.substr(std::min(colon + 1, text.size())))) {
    colon = text.rfind(':');
  }
  const std::string_view head = text.substr(0, colon);
  line.value = colon < text.size() ? text.substr(colon + 1) : std::string_view{};
  const std::size_t semicolon = std::min(head.find(';'), head.size());
  std::string_view name = base::trim(head.substr(0, semicolon));
  if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
    name.remove_prefix(dot + 1);
  }
  line.name = upper(name);
  if (semicolon < head.size()) take_params(head.substr(semicolon + 1), line);
  if (base::equal_no_case(line.param("ENCODING"), "QUOTED-PRINTABLE")) {
    const std::string bytes = quoted_printable(line.value);
    const std::string_view charset = line.param("CHARSET");
    line.value = charset.empty() ? base::to_utf8(bytes) : base::to_utf8(bytes, charset);
  }
}

// vCalendar 1.0: a line of quoted-printable that ends in '=' goes on in the next.
bool goes_on(std::string_view line) {
  if (line.empty() || line.back() != '=') return false;
  const std::string head = upper(line.substr(0, std::min<std::size_t>(line.find(':'), 200)));
  return base::contains(head, "QUOTED-PRINTABLE");
}

void append(std::string& line, std::string_view more) {
  if (line.size() < IcsReader::line_size_max) {
    line += more.substr(0, IcsReader::line_size_max - line.size());
  }
}

}  // namespace

std::string_view IcsLine::param(std::string_view name_upper) const {
  for (const auto& [key, text] : params) {
    if (key == name_upper) return text;
  }
  return {};
}

base::Result<bool> IcsReader::next(IcsLine& line) {
  std::string text;
  for (;;) {
    if (!ahead_full_) {
      const auto got = lines_.next(ahead_);
      if (!got) return got;
      if (!*got) return false;
    }
    ahead_full_ = false;
    text.swap(ahead_);
    line.line = lines_.line_number();
    for (;;) {
      const auto got = lines_.next(ahead_);
      if (!got) return got;
      if (!*got) break;
      if (goes_on(text)) {
        text.pop_back();
        append(text, ahead_);
      } else if (!ahead_.empty() && (ahead_.front() == ' ' || ahead_.front() == '\t')) {
        append(text, std::string_view(ahead_).substr(1));
      } else {
        ahead_full_ = true;
        break;
      }
    }
    if (base::trim(text).empty()) {
      if (!ahead_full_) return false;
      continue;
    }
    parse(base::to_utf8(text), line);
    return true;
  }
}

std::string ics_text(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      out += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else {
      out += value[i];
    }
  }
  return out;
}

}  // namespace formats
