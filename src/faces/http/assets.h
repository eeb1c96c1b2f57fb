#pragma once

#include <span>
#include <string_view>

namespace faces::http {

/// A file of the web app, as it is in the binary.
struct Asset {
  std::string_view path;  ///< "/assets/index-4f2a.js".
  std::string_view type;
  std::string_view body;
  bool gzip = false;  ///< The body is compressed.
};

/// By path. Written by tools/embed.mjs from the build of web/; empty where that was left out.
[[nodiscard]] std::span<const Asset> assets();
/// Nothing where there is none.
[[nodiscard]] const Asset* asset(std::string_view path);

}  // namespace faces::http
