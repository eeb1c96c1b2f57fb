// Facebook's, Messenger's and Instagram's messages as JSON: one file for (a part of) a
// conversation, in the old form (sender_name) and that of end-to-end encrypted chats (senderName).

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "base/text.h"
#include "sources/chat_thread.h"
#include "sources/json_feed.h"
#include "sources/sources.h"

namespace sources {

namespace {

using nlohmann::json;

constexpr std::string_view what_messenger = "messages";
constexpr std::size_t participants_max = 5'000;

int recognise_messenger(const Peek& peek) {
  const std::string_view head = peek.head.substr(0, 65'536);
  const std::size_t brace = head.find_first_not_of("\xef\xbb\xbf \t\r\n");
  if (brace == std::string_view::npos || head[brace] != '{') return 0;
  const auto has = [&](std::string_view key) { return base::contains(head, key); };
  if (has("\"sender_name\"") && has("\"timestamp_ms\"")) return 90;
  if (has("\"senderName\"") && has("\"timestamp\"")) return 90;
  return has("\"participants\"") && has("\"messages\"") && has("\"thread") ? 60 : 0;
}

/// The export writes the bytes of UTF-8 as if each were a character ("\u00c3\u00a9"): puts them
/// together again where that makes sense, and leaves the text alone where it does not.
std::string repaired(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      bytes += text[i];
    } else if ((c == 0xc2 || c == 0xc3) && i + 1 < text.size()) {
      const auto next = static_cast<unsigned char>(text[++i]);
      bytes += static_cast<char>(((c & 0x03U) << 6U) | (next & 0x3fU));
    } else {
      return text;  // A character beyond Latin-1: the text is whole as it is.
    }
  }
  return base::is_utf8(bytes) ? bytes : text;
}

std::string name_of(const std::string& raw) { return chat_name(repaired(raw)); }

bool is_deleted(std::string_view name) {
  return base::equal_no_case(name, "Facebook user") || base::equal_no_case(name, "Instagram user");
}

/// "inbox/alice_ABC123" of "…/inbox/alice_ABC123/message_1.json"; "alice" of "…/alice_1.json".
std::string thread_of(std::string_view path) {
  auto parts = base::split(path, '/');
  std::string_view file = parts.back();
  if (file.starts_with("message_") && parts.size() > 1) return std::string(parts[parts.size() - 2]);
  return std::string(file.substr(0, file.rfind('_')));
}

class MessengerReader {
 public:
  MessengerReader(Input& input, Sink& sink)
      : input_(input), sink_(sink), thread_("messenger", base::to_utf8(thread_of(input.path))) {}

  base::Result<void> read() {
    JsonWishes wishes;
    wishes.wants = [](std::string_view path) { return path == "/messages[]"; };
    wishes.element = [this](std::string_view, const json& value) {
      take(value);
      stopped_ = ++count_ % 5'000 == 0 && !sink_.progress(count_ * 200);
      return !stopped_;
    };
    wishes.scalar = [this](std::string_view path, std::string_view value) {
      if (path == "/participants[]/name" || path == "/participants[]") join(std::string(value));
      if (path == "/title" || path == "/threadName") title_ = name_of(std::string(value));
    };
    const auto done = read_json(input_.bytes, wishes);
    thread_.flush(sink_);
    claim_owner();
    if (thread_.told() > 0) sink_.claim({ledger::me(), ledger::Field::covers, "talk", {}});
    if (!done && done.error().fault != base::Fault::bad_input) return done;
    if (!done && !stopped_) sink_.problem(what_messenger, base::say("where.end"), done.error().what);
    return {};
  }

 private:
  void join(const std::string& raw) {
    const std::string name = name_of(raw);
    if (name.empty() || is_deleted(name) || participants_.size() >= participants_max) return;
    participants_.push_back(name);
    thread_.person(ledger::name_handle("messenger", name), name);
  }

  /// A conversation of two bears the other's name; so the one after whom it is not named is the
  /// owner.
  void claim_owner() {
    if (participants_.size() != 2 || participants_[0] == participants_[1]) return;
    for (std::size_t i = 0; i < 2; ++i) {
      if (participants_[i] != title_) continue;
      sink_.claim({ledger::name_handle("messenger", participants_[1 - i]), ledger::Field::owner, "archive", {}});
    }
  }

  void take(const json& value) {
    const bool old = value.contains("sender_name");
    const std::string name = name_of(json_text(value, old ? "sender_name" : "senderName"));
    if (name.empty()) return sink_.leave_out(what_messenger, "system lines");
    if (is_deleted(name)) return sink_.leave_out(what_messenger, "deleted accounts");
    const auto unsent = value.find(old ? "is_unsent" : "isUnsent");
    if (unsent != value.end() && unsent->is_boolean() && unsent->get<bool>()) {
      return sink_.leave_out(what_messenger, "taken back");
    }
    const std::string type = json_text(value, "type");
    if (type == "Subscribe" || type == "Unsubscribe") return sink_.leave_out(what_messenger, "system lines");
    const long long ms = json_number(value, value.contains("timestamp_ms") ? "timestamp_ms" : "timestamp");
    const base::Instant at{ms / 1'000};
    const base::Day last = input_.today.days == 0 ? base::Day{100'000} : input_.today + 3;
    if (at.seconds < 1'000'000'000 || at > base::end_of(last)) {
      return sink_.problem(what_messenger, base::say("where.message", {{"n", count_ + 1}}), base::say("sources.no-date"));
    }
    ChatEntry entry;
    entry.author = thread_.person(ledger::name_handle("messenger", name), name);
    entry.at = at;
    entry.text_hash = text_hash(static_cast<std::uint64_t>(ms), json_text(value, old ? "content" : "text"));
    const long long seconds = json_number(value, "call_duration");
    entry.is_call = value.contains("call_duration") || type == "Call";
    if (seconds > 0 && seconds < 7 * base::day_seconds) {
      entry.duration_seconds = static_cast<std::uint32_t>(seconds);
    }
    entry.is_missed = entry.is_call && entry.duration_seconds == 0;
    thread_.add(entry, sink_);
  }

  Input& input_;
  Sink& sink_;
  ChatThread thread_;
  std::vector<std::string> participants_;
  std::string title_;
  std::size_t count_ = 0;
  bool stopped_ = false;
};

base::Result<void> read_messenger(Input& input, Sink& sink) { return MessengerReader(input, sink).read(); }

}  // namespace

extern const Source source_messenger;
const Source source_messenger{"messenger", "Messenger and Instagram chats", recognise_messenger, read_messenger};

}  // namespace sources
