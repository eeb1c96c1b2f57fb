#include "sources/fuzz.h"

namespace sources {
extern const Source source_vcard;
}  // namespace sources

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sources::fuzz(sources::source_vcard, "a.vcf", data, size);
}
