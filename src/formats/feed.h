#pragma once

/// What somebody has published, as feeds and files tell it: RSS 2.0 (and 0.9x, 1.0), Atom (RFC
/// 4287), and Markdown with or without front matter.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace formats {

/// One thing published. Plain text, UTF-8.
struct Entry {
  std::string title;
  std::string link;  ///< Absolute, or as the feed has it; may be empty.
  std::string text;  ///< Without markup; may be empty.
  std::optional<base::Day> published;
};

/// Larger files are no feeds: the largest podcasts' have some 10 MB.
inline constexpr std::size_t feed_bytes_max = std::size_t{16} << 20U;

/// The entries of a feed, in its order; those without title and text are left out. Entities that
/// the file declares are not expanded. Fault::unreadable with the byte at which it breaks, or where
/// it is no feed.
[[nodiscard]] base::Result<std::vector<Entry>> read_feed(std::string_view bytes);
/// Title from front matter, else of the first heading, else none; day and link from front matter.
[[nodiscard]] Entry read_markdown(std::string_view text);
/// "<p>Fast &amp; safe</p>" as "Fast & safe".
[[nodiscard]] std::string plain_text(std::string_view html);

}  // namespace formats
