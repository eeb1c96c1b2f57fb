#include <cstdint>

#include "sources/collect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(data), size);
  for (const sources::Source* source : sources::all_source_table()) {
    if (source->name != "calendar") continue;
    sources::Collect collected;
    (void)source->recognise({.path = "fuzz", .head = content});
    (void)sources::read({.source = *source,
                         .path = "fuzz",
                         .content = content,
                         .today = base::day_of(base::Civil{2026, 11, 22})},
                        collected);
  }
  return 0;
}
