#include "faces/cli/out_file.h"

#include <cstdio>
#include <fstream>

namespace faces::cli {

bool write_whole(const std::string& file, const std::string& text) {
  const std::string part = file + ".part";
  std::ofstream out(part, std::ios::binary);
  out << text;
  out.close();
  if (out && std::rename(part.c_str(), file.c_str()) == 0) return true;
  std::remove(part.c_str());
  return false;
}

}  // namespace faces::cli
