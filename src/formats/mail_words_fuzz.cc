#include <cstdlib>

#include "base/text.h"
#include "formats/mail_words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!base::is_utf8(formats::mail_text(text))) std::abort();
  for (const formats::MailAddress& one : formats::mail_addresses(text)) {
    if (!base::is_utf8(one.name) || !base::is_utf8(one.address)) std::abort();
  }
  static_cast<void>(formats::mail_date(text));
  static_cast<void>(formats::separator_date(text));
  return 0;
}
