#include "sources/fuzz.h"

namespace sources {
extern const Source source_calls;
}  // namespace sources

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sources::fuzz(sources::source_calls, "calls.xml", data, size);
}
