#include "faces/http/receive.h"

#include <algorithm>
#include <vector>

namespace faces::http {

namespace {

base::Result<std::uint64_t> no_room(base::Problem problem, const std::string& name) {
  problem.fault = base::Fault::full;
  problem.where = name;
  problem.what = "cannot be kept: " + problem.what;
  problem.hint = "make room where the data file lies";
  return base::fail(std::move(problem));
}

}  // namespace

base::Result<std::uint64_t> receive(std::istream& in, std::optional<std::uint64_t> bytes,
                                    const app::Scratch& folder, const std::string& file,
                                    const std::string& name) {
  const auto to = folder.file(file);
  if (!to) return no_room(to.error(), name);
  std::vector<char> part(std::size_t{1} << 18U);
  std::uint64_t got = 0;
  while ((*to)->out() && (!bytes || got < *bytes)) {
    const std::uint64_t wanted =
        bytes ? std::min<std::uint64_t>(part.size(), *bytes - got) : part.size();
    in.read(part.data(), static_cast<std::streamsize>(wanted));
    const auto size = in.gcount();
    if (size <= 0) break;
    (*to)->out().write(part.data(), size);
    got += static_cast<std::uint64_t>(size);
  }
  if ((*to)->out() && bytes && got < *bytes)
    return base::fail(base::Fault::bad_input, name, "did not arrive whole", "send it again");
  const auto kept = (*to)->keep();
  if (!kept) return no_room(kept.error(), name);
  return got;
}

}  // namespace faces::http
