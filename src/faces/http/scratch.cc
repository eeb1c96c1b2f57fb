#include "faces/http/scratch.h"

#include <cstdlib>
#include <filesystem>

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

}  // namespace faces::http
