#include "faces/http/assets.h"

#include <algorithm>

namespace faces::http {

const Asset* asset(std::string_view path) {
  const auto all = assets();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Asset& one) { return one.path == path; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace faces::http
