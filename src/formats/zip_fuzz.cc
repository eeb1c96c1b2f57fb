#include <cstdint>
#include <vector>

#include "formats/zip.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = formats::bytes_of(std::string_view(reinterpret_cast<const char*>(data), size));
  const formats::ZipLimits limits{
      .bytes_max = std::uint64_t{1} << 24U, .members_max = 1000, .ratio_max = 1000, .ratio_from_bytes = std::uint64_t{1} << 20U};
  std::vector<char> chunk(4096);
  const formats::ZipVisitor visitor{.member =
                                        [&chunk](const std::string&, formats::Bytes& member) {
                                          while (member.read(chunk).value_or(0) > 0) {
                                          }
                                          return true;
                                        },
                                    .skipped = [](const std::string&, const base::Message&) {}};
  (void)formats::read_zip(*bytes, visitor, limits);
  return 0;
}
