#pragma once

/// Chats exported as lines of text, "[date, time] Name: text" or "date, time - Name: text": how
/// WhatsApp and Signal's export tool write them, in every order of day, month and year.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sources/sources.h"

namespace sources {

/// What stands before the text of a message. The numbers of the date are in the file's own order.
struct ChatHeader {
  int date[3] = {0, 0, 0};
  bool year_first = false;
  bool dotted = false;  ///< 29.01.18
  bool dashed = false;  ///< 2018-01-29
  bool bracketed = false;
  bool has_seconds = false;
  bool half_day = false;  ///< AM or PM is written.
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::string_view rest;  ///< "Name: text", or what the program says.
};

/// `line` without format characters. Nothing when no date and time begin it.
[[nodiscard]] std::optional<ChatHeader> chat_header(std::string_view line);
/// Without bidi marks, and with plain spaces for narrow and no-break ones.
[[nodiscard]] std::string chat_line(std::string_view raw);

struct ChatFile {
  std::string scope;  ///< "whatsapp".
  std::string name;   ///< The chat's, from the file's name; may be empty.
};

[[nodiscard]] base::Result<void> read_chat(const ChatFile& file, Input& input, Sink& sink);
/// How many of the first lines of `head` are headers that `accepts` takes.
[[nodiscard]] int count_headers(std::string_view head, bool (*accepts)(const ChatHeader&));

}  // namespace sources
