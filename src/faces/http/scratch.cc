#include "faces/http/scratch.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace faces::http {

Scratch::Scratch(const std::string& in) {
  std::error_code error;
  const std::filesystem::path folder = in.empty() ? std::filesystem::temp_directory_path(error) : std::filesystem::path(in);
  std::string name = (folder / "wellmet-XXXXXX").string();
  if (mkdtemp(name.data()) != nullptr) path_ = name;
}

Scratch::~Scratch() {
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove_all(path_, error);
}

base::Result<std::unique_ptr<Scratch>> scratch_in(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  auto scratch = std::make_unique<Scratch>(folder);
  if (scratch->path().empty()) return base::fail(base::Fault::unreadable, folder, "cannot be written to", "keep the data file in a folder that is yours");
  return scratch;
}

base::Result<std::uint64_t> receive(std::istream& in, std::optional<std::uint64_t> bytes, const std::string& path, const std::string& name) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  std::vector<char> part(std::size_t{1} << 18U);
  std::uint64_t got = 0;
  while (out && (!bytes || got < *bytes)) {
    const std::uint64_t wanted = bytes ? std::min<std::uint64_t>(part.size(), *bytes - got) : part.size();
    in.read(part.data(), static_cast<std::streamsize>(wanted));
    const auto size = in.gcount();
    if (size <= 0) break;
    out.write(part.data(), size);
    got += static_cast<std::uint64_t>(size);
  }
  out.close();
  const bool whole = !bytes || got == *bytes;
  if (out && whole) return got;
  std::error_code error;
  std::filesystem::remove(path, error);
  if (!whole) return base::fail(base::Fault::bad_input, name, "did not arrive whole", "send it again");
  return base::fail(base::Fault::full, name, "cannot be kept: there is no room", "make room where the data file lies");
}

}  // namespace faces::http
