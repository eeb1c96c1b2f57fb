#include <cstdlib>

#include "formats/mailbox.h"

// A small buffer, so that every way of running out of it is tried.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = formats::bytes_of({reinterpret_cast<const char*>(data), size});
  formats::Mailbox box(*bytes, 1);
  formats::MailHead head;
  std::size_t last = 0;
  for (bool first = true;; first = false) {
    const auto more = box.next(head);
    if (!more || !*more) return 0;
    if (!first && head.offset <= last) std::abort();  // It must go forward.
    last = head.offset;
    for (const formats::MailField& field : head.fields) {
      if (field.name.empty()) std::abort();
    }
  }
}
