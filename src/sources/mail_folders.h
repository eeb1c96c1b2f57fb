#pragma once

/// Which folder a message lies in, told by its path, its Maildir flags and Gmail's labels, in the
/// languages that mail programs speak.

#include <cstdint>
#include <string_view>

namespace sources {

enum class MailFolder : std::uint8_t { other, sent, drafts, junk, deleted, chat };

[[nodiscard]] MailFolder folder_of_path(std::string_view path);
/// The flags after ":2," (also "!2,", ";2,") of a Maildir message: drafts, deleted or other.
[[nodiscard]] MailFolder folder_of_flags(std::string_view path);
/// `labels`: the decoded X-Gmail-Labels.
[[nodiscard]] MailFolder folder_of_labels(std::string_view labels);
/// A Maildir message that is still being delivered (…/tmp/1220863087.x).
[[nodiscard]] bool is_unfinished(std::string_view path);

}  // namespace sources
