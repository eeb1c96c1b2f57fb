// WhatsApp's "Export chat": one text file, without time zone and without saying who the owner is.

#include <array>

#include "base/text.h"
#include "sources/chat_text.h"
#include "sources/sources.h"

namespace sources {

namespace {

/// Signal's export tool writes [2019-12-24, 12:23], without seconds; WhatsApp never does.
bool is_whatsapp(const ChatHeader& h) { return !(h.bracketed && h.dashed && !h.has_seconds); }

int recognise_whatsapp(const Peek& peek) { return count_headers(peek.head, is_whatsapp) > 0 ? 80 : 0; }

/// "Jane" of "WhatsApp Chat with Jane.txt", "WhatsApp Chat - Jane.zip/_chat.txt" and what these
/// are in other languages.
std::string whatsapp_chat_name(std::string_view path) {
  static constexpr std::array<std::string_view, 10> joints = {" with ", " - ",   " mit ", " con ", " avec ",
                                                              " com ",  " met ", " med ", " di ",  " z "};
  for (const std::string_view part : base::split(path, '/')) {
    const std::size_t brand = base::lower_ascii(part).find("whatsapp");
    if (brand == std::string::npos) continue;
    std::string_view name = part.substr(brand);
    std::size_t from = std::string_view::npos;
    for (const std::string_view joint : joints) {
      const std::size_t at = name.find(joint);
      if (at != std::string_view::npos && at + joint.size() < from) from = at + joint.size();
    }
    if (from == std::string_view::npos) continue;
    name = name.substr(from);
    for (const std::string_view tail : {".txt", ".zip"}) {
      if (name.ends_with(tail)) name.remove_suffix(tail.size());
    }
    // "Jane (1)": the browser's way to keep two downloads apart.
    if (name.ends_with(")") && name.size() > 4 && name.substr(name.size() - 4, 2) == " (") {
      name.remove_suffix(4);
    }
    return chat_line(base::trim(name));
  }
  // A file that was renamed: "Jane.txt".
  std::string_view stem = path.substr(path.rfind('/') + 1);
  if (stem.ends_with(".txt")) stem.remove_suffix(4);
  return stem == "_chat" ? std::string() : chat_line(stem);
}

base::Result<void> read_whatsapp(Input& input, Sink& sink) {
  return read_chat({"whatsapp", whatsapp_chat_name(input.path)}, input, sink);
}

}  // namespace

extern const Source source_whatsapp;
const Source source_whatsapp{"whatsapp", "WhatsApp chat", recognise_whatsapp, read_whatsapp};

}  // namespace sources
