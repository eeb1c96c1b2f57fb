#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"

namespace app {

/// What a server said when it was last asked, so that it need not send the same again (RFC 9110, 13).
struct Seen {
  std::string etag;
  std::string modified;
};

struct Fetched {
  bool unchanged = false;  ///< 304: `body` is empty.
  std::string body;
  Seen seen;
};

/// Gets `url`, http or https alone, redirects too; at most `bytes_max` bytes within 30 seconds.
/// Fault::unreadable with what the server or the network said.
[[nodiscard]] base::Result<Fetched> fetch(const std::string& url, const Seen& seen, std::size_t bytes_max);
/// "https://…" or "http://…".
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace app
