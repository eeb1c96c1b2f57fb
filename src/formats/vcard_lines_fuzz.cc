#include <cstdlib>

#include "base/text.h"
#include "formats/vcard_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = formats::bytes_of({reinterpret_cast<const char*>(data), size});
  formats::Cards cards(*bytes);
  formats::Card card;
  for (;;) {
    const auto more = cards.next(card);
    if (!more || !*more) return 0;
    for (const formats::CardLine& line : card.lines) {
      if (!base::is_utf8(formats::card_text(line))) std::abort();
      for (const std::string& part : formats::card_parts(line, ';')) {
        if (!base::is_utf8(part)) std::abort();
      }
    }
  }
}
