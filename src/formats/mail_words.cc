#include "formats/mail_words.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"

namespace formats {

namespace {

/// Longer values are hostile or broken; their front is enough.
constexpr std::size_t value_bytes_max = std::size_t{256} << 10U;
constexpr std::size_t addresses_max = 2'000;

/// GMime keeps its options by thread.
GMimeParserOptions* options() {
  struct Options {
    Options() {
      static const bool started = (g_mime_init(), true);
      static_cast<void>(started);
      made = g_mime_parser_options_new();
    }
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;
    ~Options() { g_mime_parser_options_free(made); }
    GMimeParserOptions* made = nullptr;
  };
  thread_local const Options mine;
  return mine.made;
}

struct Free {
  void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, Free>;

/// Unfolded, without controls, UTF-8: what GMime may be given.
std::string prepared(std::string_view raw, std::string_view charset) {
  raw = raw.substr(0, value_bytes_max);
  std::string out;
  out.reserve(raw.size());
  for (const char c : base::trim(raw)) {
    if (c == '\n' || c == '\r') continue;
    out += static_cast<unsigned char>(c) < ' ' && c != 0x1b ? ' ' : c;
  }
  if (base::all_ascii(out) || base::is_utf8(out)) return out;
  return charset.empty() ? base::to_utf8(out) : base::to_utf8(out, charset);
}

bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x7f || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) return false;
    if (c == '=' && i + 1 < text.size() && text[i + 1] == '?') return false;
  }
  return true;
}

/// Where a word that ends in base64's padding is followed by another word; npos: nowhere. GMime joins
/// neighbours before it decodes them, and would stop at the padding.
std::size_t padded_neighbour(std::string_view text) {
  for (std::size_t at = text.find("=?="); at != std::string_view::npos; at = text.find("=?=", at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t", at + 3);
    if (next != std::string_view::npos && next > at + 3 && text.substr(next, 2) == "=?") return at + 3;
  }
  return std::string_view::npos;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t cut = padded_neighbour(text);
    const std::string part(text.substr(0, cut));
    const Text made(base::contains(part, "=?") ? g_mime_utils_header_decode_text(options(), part.c_str()) : nullptr);
    out += made == nullptr ? part : made.get();
    if (cut == std::string_view::npos) return base::to_utf8(out);
    text.remove_prefix(text.find_first_not_of(" \t", cut));
  }
}

bool is_atom(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

/// local@domain of atoms and single dots: no quotes, no literals.
bool is_plain_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  char before = '.';
  for (const char c : text) {
    const bool dot = c == '.' || c == '@';
    if ((dot && (before == '.' || before == '@')) || (!dot && !is_atom(c))) return false;
    if (c == '@' && before == '.') return false;
    before = c;
  }
  return before != '.' && text.find('@', at + 1) == std::string_view::npos;
}

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r')) {
    text.remove_prefix(1);
  }
  return text;
}

/// A display name of atoms with single spaces; nothing that GMime would read otherwise.
bool is_plain_name(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    if (c == ' ' ? before == ' ' : !is_atom(c) && c != '.') return false;
    before = c;
  }
  return true;
}

/// The common shapes: a@b, <a@b>, Jane Doe <a@b>, "Doe, Jane" <a@b>, and lists of them.
bool read_plain_addresses(std::string_view text, std::vector<MailAddress>& out) {
  for (text = skip_space(text); !text.empty(); text = skip_space(text)) {
    MailAddress one;
    bool named = false;
    if (text.front() == '"') {
      const std::size_t close = text.find('"', 1);
      if (close == std::string_view::npos) return false;
      const std::string_view name = text.substr(1, close - 1);
      if (name.find_first_of("\\\n\r\t") != std::string_view::npos || base::trim(name).size() != name.size() ||
          base::contains(name, "  ")) {
        return false;
      }
      one.name = name;
      named = true;
      text = skip_space(text.substr(close + 1));
      if (text.empty() || text.front() != '<') return false;
    }
    const std::size_t stop = text.find_first_of("<,");
    if (stop != std::string_view::npos && text[stop] == '<') {
      const std::string_view name = base::trim(text.substr(0, stop));
      const std::size_t close = text.find('>', stop);
      if ((named && !name.empty()) || close == std::string_view::npos || !is_plain_name(name)) {
        return false;
      }
      if (!named) one.name = name;
      one.address = text.substr(stop + 1, close - stop - 1);
      text = skip_space(text.substr(close + 1));
      if (!text.empty() && text.front() != ',') return false;
    } else {
      one.address = base::trim(text.substr(0, stop));
      text = stop == std::string_view::npos ? std::string_view() : text.substr(stop);
    }
    if (!is_plain_address(one.address)) return false;
    out.push_back(std::move(one));
    if (out.size() >= addresses_max) return true;
    if (!text.empty()) text.remove_prefix(1);
  }
  return true;
}

void gather(InternetAddressList* list, int depth, std::vector<MailAddress>& out) {
  if (list == nullptr || depth > 4) return;
  const int count = internet_address_list_length(list);
  for (int i = 0; i < count && out.size() < addresses_max; ++i) {
    InternetAddress* const one = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(one)) {
      gather(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(one)), depth + 1, out);
      continue;
    }
    if (!INTERNET_ADDRESS_IS_MAILBOX(one)) continue;
    const char* const name = internet_address_get_name(one);
    const char* const address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
    MailAddress made;
    if (name != nullptr) made.name = decoded(base::to_utf8(name));
    if (address != nullptr) made.address = base::to_utf8(address);
    out.push_back(std::move(made));
  }
}

/// "jane at x.example (Jane Doe)" and "jane at x dot example", as pipermail archives hide addresses.
std::string unhidden(std::string text) {
  const std::size_t at = text.find(" at ");
  const std::size_t comment = text.find('(');
  if (at == std::string::npos || text.find('@') < comment) return text;
  if (comment != std::string::npos && comment < at) return text;
  if (text.substr(0, at).find(' ') != std::string::npos) return text;
  text.replace(at, 4, "@");
  for (std::size_t dot = text.find(" dot ", at); dot < comment; dot = text.find(" dot ", dot)) text.replace(dot, 5, ".");
  return text;
}

}  // namespace

namespace {

/// The end of the encoded word ("=?charset?B?data?=") that begins at `at`; npos when it is none.
std::size_t word_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || text.substr(at, 2) != "=?") return std::string_view::npos;
  std::size_t mark = text.find('?', at + 2);
  if (mark != std::string_view::npos) mark = text.find('?', mark + 1);
  if (mark != std::string_view::npos) mark = text.find("?=", mark + 1);
  return mark == std::string_view::npos ? mark : mark + 2;
}

/// Neighbours that GMime would not decode whole, decoded and quoted.
std::string without_padded_neighbours(std::string_view text) {
  std::string out;
  for (std::size_t cut = padded_neighbour(text); cut != std::string_view::npos; cut = padded_neighbour(text)) {
    const std::size_t begin = text.substr(0, cut - 3).rfind("=?");
    std::size_t end = cut;
    for (std::size_t next = end; next != std::string_view::npos;) {
      end = next;
      next = word_end(text, std::min(text.find_first_not_of(" \t", end), text.size()));
    }
    if (begin == std::string_view::npos) {
      out += text.substr(0, end);
    } else {
      out += text.substr(0, begin);
      out += '"';
      for (const char c : decoded(text.substr(begin, end - begin))) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
      out += '"';
    }
    text.remove_prefix(end);
  }
  return out.append(text);
}

}  // namespace

std::string mail_text(std::string_view raw, std::string_view charset) {
  if (is_plain(raw)) {
    std::string out;
    out.reserve(raw.size());
    for (const char c : base::trim(raw.substr(0, value_bytes_max))) {
      if (c == '\n' || c == '\r') continue;
      out += c == '\t' ? ' ' : c;
    }
    return out;
  }
  return decoded(prepared(raw, charset));
}

std::vector<MailAddress> mail_addresses_slow(std::string_view raw) {
  std::vector<MailAddress> out;
  const std::string text = without_padded_neighbours(prepared(raw, {}));
  InternetAddressList* const list = internet_address_list_parse(options(), text.c_str());
  gather(list, 0, out);
  if (list != nullptr) g_object_unref(list);
  return out;
}

std::vector<MailAddress> mail_addresses(std::string_view raw, std::string_view charset) {
  std::vector<MailAddress> out;
  raw = raw.substr(0, value_bytes_max);
  if (is_plain(raw) && read_plain_addresses(raw, out)) return out;
  return mail_addresses_slow(unhidden(prepared(raw, charset)));
}

}  // namespace formats
