#include "formats/letter.h"

#include <gmime/gmime.h>

#include <memory>
#include <string_view>

namespace formats {

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Object = std::unique_ptr<T, Unref>;

/// RFC 3986: everything but the unreserved and `kept` is escaped; line breaks are CRLF (RFC 6068, 5).
std::string escaped(std::string_view text, std::string_view kept = "-._~") {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  const auto add = [&](unsigned char c) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       kept.find(static_cast<char>(c)) != std::string_view::npos;
    if (plain) {
      out += static_cast<char>(c);
    } else {
      out += '%';
      out += digits[c >> 4U];
      out += digits[c & 15U];
    }
  };
  for (const char c : text) {
    if (c == '\n') add('\r');
    add(static_cast<unsigned char>(c));
  }
  return out;
}

const char* name_of(const MailAddress& one) { return one.name.empty() ? nullptr : one.name.c_str(); }

}  // namespace

std::string mail_file(const Letter& letter) {
  static const bool started = (g_mime_init(), true);
  static_cast<void>(started);
  const Object<GMimeMessage> message(g_mime_message_new(TRUE));
  if (!letter.from.address.empty()) {
    g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, name_of(letter.from), letter.from.address.c_str());
  }
  if (!letter.to.address.empty()) {
    g_mime_message_add_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, name_of(letter.to), letter.to.address.c_str());
  }
  g_mime_message_set_subject(message.get(), letter.subject.c_str(), "utf-8");
  const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> at(g_date_time_new_from_unix_utc(letter.at.seconds),
                                                                    g_date_time_unref);
  g_mime_message_set_date(message.get(), at.get());
  g_mime_message_set_message_id(message.get(), letter.id.c_str());
  g_mime_object_set_header(reinterpret_cast<GMimeObject*>(message.get()), "X-Unsent", "1", nullptr);
  const Object<GMimeTextPart> text(g_mime_text_part_new());
  g_mime_text_part_set_charset(text.get(), "utf-8");
  g_mime_text_part_set_text(text.get(), letter.body.c_str());
  g_mime_part_set_content_encoding(reinterpret_cast<GMimePart*>(text.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_message_set_mime_part(message.get(), reinterpret_cast<GMimeObject*>(text.get()));
  const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(g_mime_format_options_new(),
                                                                                           g_mime_format_options_free);
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  const std::unique_ptr<char, decltype(&g_free)> written(
      g_mime_object_to_string(reinterpret_cast<GMimeObject*>(message.get()), options.get()), g_free);
  return written.get();
}

std::string mail_link(const Letter& letter) {
  return "mailto:" + escaped(letter.to.address, "-._~@+") + "?subject=" + escaped(letter.subject) +
         "&body=" + escaped(letter.body);
}

}  // namespace formats
