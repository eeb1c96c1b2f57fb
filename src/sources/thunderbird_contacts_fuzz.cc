#include "sources/fuzz.h"

namespace sources {
extern Source const source_thunderbird_contacts;  // So written, it is no entry of the table.
}  // namespace sources

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sources::fuzz(sources::source_thunderbird_contacts, "a.csv", data, size);
}
