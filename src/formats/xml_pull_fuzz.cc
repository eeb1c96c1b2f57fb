#include <cstdlib>

#include "base/text.h"
#include "formats/xml_pull.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = formats::bytes_of({reinterpret_cast<const char*>(data), size});
  formats::XmlPull pull(*bytes);
  formats::XmlTag tag;
  for (;;) {
    const auto more = pull.next(tag);
    if (!more || !*more) return 0;
    for (const formats::XmlAttribute& one : tag.attributes) {
      if (!base::is_utf8(one.name) || !base::is_utf8(one.value)) std::abort();
    }
  }
}
