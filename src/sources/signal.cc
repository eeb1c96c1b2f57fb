// Signal chats as signal-export writes them: "[2019-12-24, 12:23] Jane: text", the owner as "Me".

#include "base/text.h"
#include "sources/chat_text.h"
#include "sources/sources.h"

namespace sources {

namespace {

bool is_signal(const ChatHeader& h) { return h.bracketed && h.dashed && h.year_first && !h.has_seconds && !h.half_day; }

int recognise_signal(const Peek& peek) { return count_headers(peek.head, is_signal) > 0 ? 85 : 0; }

/// "Jane" of "Jane.txt" and of "Jane/index.md".
std::string signal_chat_name(std::string_view path) {
  const auto parts = base::split(path, '/');
  std::string_view name = parts.back();
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) {
    name = name.substr(0, dot);
  }
  if ((name == "index" || name == "chat") && parts.size() > 1) name = parts[parts.size() - 2];
  return chat_line(name);
}

base::Result<void> read_signal(Input& input, Sink& sink) {
  return read_chat({"signal", signal_chat_name(input.path)}, input, sink);
}

}  // namespace

extern const Source source_signal;
const Source source_signal{"signal", "Signal chat", recognise_signal, read_signal};

}  // namespace sources
