// Telegram Desktop's JSON export (result.json): the whole account, or one chat.

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/text.h"
#include "sources/chat_thread.h"
#include "sources/json_feed.h"
#include "sources/sources.h"

namespace sources {

namespace {

using ledger::Handle;
using ledger::HandleKind;
using nlohmann::json;

constexpr std::string_view what_telegram = "messages";

int recognise_telegram(const Peek& peek) {
  const std::string_view head = peek.head.substr(0, 65'536);
  const std::size_t brace = head.find_first_not_of("\xef\xbb\xbf \t\r\n");
  if (brace == std::string_view::npos || head[brace] != '{') return 0;
  const auto has = [&](std::string_view key) { return base::contains(head, key); };
  if (has("\"personal_information\"") && has("\"about\"")) return 95;
  if (has("\"date_unixtime\"") || has("\"text_entities\"")) return 90;
  return has("\"from_id\"") && has("\"messages\"") ? 80 : 0;
}

/// Telegram's numbers always have their country, but not always the plus.
std::vector<Handle> phone_of(const json& value) {
  std::string number = json_text(value, "phone_number");
  if (number.starts_with("00")) number.erase(0, 2);
  if (!number.empty() && number.front() >= '1' && number.front() <= '9') number.insert(0, 1, '+');
  return ledger::phone_handle(number);
}

/// What was written, as far as a hash needs it: a text, or an array of texts and entities.
std::uint64_t hash_of(const json& message) {
  std::uint64_t hash = 0;
  const auto text = message.find("text");
  if (text == message.end()) return text_hash(hash, json_text(message, "id"));
  if (text->is_string()) return text_hash(hash, text->get_ref<const std::string&>());
  if (!text->is_array()) return hash;
  for (const json& part : *text) {
    hash = text_hash(hash, part.is_string()   ? part.get<std::string>()
                           : part.is_object() ? json_text(part, "text")
                                              : std::string());
  }
  return hash;
}

class TelegramReader {
 public:
  TelegramReader(Input& input, Sink& sink) : input_(input), sink_(sink) {}

  base::Result<void> read() {
    JsonWishes wishes;
    wishes.wants = [](std::string_view path) {
      return path.ends_with("messages[]") || path == "/personal_information" || path == "/contacts/list[]";
    };
    wishes.element = [this](std::string_view path, const json& value) { return take(path, value); };
    wishes.scalar = [this](std::string_view path, std::string_view value) { learn(path, value); };
    wishes.object = [this](std::string_view path, bool) {
      // Every chat begins and ends here; the root is the chat of a single export.
      if (path.empty() || path.ends_with("/list[]")) end_chat();
    };
    const auto done = read_json(input_.bytes, wishes);
    end_chat();
    if (covers_) sink_.claim({ledger::me(), ledger::Field::covers, "talk", {}});
    if (!done && done.error().fault != base::Fault::bad_input) return done;
    if (!done && !stopped_) sink_.problem(what_telegram, base::say("where.end"), done.error().what);
    return {};
  }

 private:
  void learn(std::string_view path, std::string_view value) {
    if (path.ends_with("/name")) chat_name_ = chat_name(value);
    if (path.ends_with("/type")) chat_type_ = value;
    if (path.ends_with("/id")) chat_id_ = value;
  }

  void end_chat() {
    if (thread_) {
      thread_->flush(sink_);
      covers_ = covers_ || thread_->told() > 0;
    }
    thread_.reset();
    chat_name_.clear();
    chat_type_.clear();
    chat_id_.clear();
  }

  bool take(std::string_view path, const json& value) {
    if (path == "/personal_information") {
      take_owner(value);
    } else if (path == "/contacts/list[]") {
      take_contact(value);
    } else {
      take_message(value);
    }
    // Only counted: the parser reads ahead of what_telegram it hands over.
    bytes_ += 200;
    stopped_ = ++count_ % 5'000 == 0 && !sink_.progress(bytes_);
    return !stopped_;
  }

  static Handle account(const std::string& id) { return {HandleKind::account, "telegram/" + id}; }

  static std::string full_name(const json& value) {
    return chat_name(json_text(value, "first_name") + " " + json_text(value, "last_name"));
  }

  void take_owner(const json& value) {
    const std::string id = json_text(value, "user_id");
    if (id.empty()) return;
    owner_ = account("user" + id);
    sink_.claim({*owner_, ledger::Field::owner, "archive", {}});
    const std::string name = full_name(value);
    if (!name.empty()) sink_.claim({*owner_, ledger::Field::name, name, {}});
    for (const Handle& phone : phone_of(value)) {
      sink_.claim({*owner_, ledger::Field::same, text(phone), {}});
    }
  }

  void take_contact(const json& value) {
    const std::string id = json_text(value, "user_id");
    const std::string name = full_name(value);
    const auto phones = phone_of(value);
    const bool has_account = !id.empty() && id != "0";
    if (!has_account && phones.empty()) return sink_.leave_out("contacts", "empty cards");
    const Handle who = has_account ? account("user" + id) : phones.front();
    ledger::Record record;
    ledger::Evidence listed;
    listed.channel = ledger::Channel::address_book;
    listed.flags = ledger::day_only;
    const long long since = json_number(value, "date_unixtime");
    if (since > 0 && since < 4'102'444'800) listed.at = base::start_of(base::day_of(base::Instant{since}));
    listed.reference = "telegram/contact/" + who.value;
    listed.parties.push_back({who, ledger::Role::with, name});
    record.evidence.push_back(std::move(listed));
    if (!name.empty()) record.claims.push_back({who, ledger::Field::name, name, {}});
    if (has_account && !phones.empty()) {
      record.claims.push_back({who, ledger::Field::same, text(phones.front()), {}});
    }
    sink_.add("contacts", std::move(record));
  }

  /// Why nothing in a chat of this kind is between people; empty when it may be.
  [[nodiscard]] std::string_view chat_reason() const {
    if (chat_type_ == "saved_messages") return "notes to oneself";
    if (chat_type_ == "bot_chat") return "robots";
    if (chat_type_ == "private_channel" || chat_type_ == "public_channel") return "channels";
    return {};
  }

  void open_thread() {
    if (thread_) return;
    const std::string key = chat_name_.empty() && !chat_id_.empty() ? "user" + chat_id_ : chat_name_;
    thread_ = std::make_unique<ChatThread>("telegram", key);
    if (chat_type_ != "personal_chat") {
      if (owner_) thread_->is_owner(thread_->person(*owner_, {}));
      return;
    }
    if (!chat_id_.empty()) {
      other_ = account("user" + chat_id_);
      thread_->person(other_, chat_name_);
      thread_->is_owner(thread_->person(owner_.value_or(ledger::me()), {}));
    }
  }

  void take_message(const json& value) {
    if (const auto reason = chat_reason(); !reason.empty()) return sink_.leave_out(what_telegram, reason);
    const std::string type = json_text(value, "type");
    const bool is_call = json_text(value, "action") == "phone_call";
    if (type == "service" && !is_call) return sink_.leave_out(what_telegram, "system lines");
    const std::string name = chat_name(json_text(value, is_call ? "actor" : "from"));
    std::string id = json_text(value, is_call ? "actor_id" : "from_id");
    if (!id.empty() && id.find_first_not_of("0123456789") == std::string::npos) id = "user" + id;
    if (id.starts_with("channel") || id.starts_with("chat")) {
      return sink_.leave_out(what_telegram, "channels");
    }
    if (id.empty() && name.empty()) return sink_.leave_out(what_telegram, "deleted accounts");
    const auto at = date_of(value);
    if (!at)
      return sink_.problem(what_telegram, base::say("where.message-id", {{"id", json_text(value, "id")}}),
                           base::say("sources.no-date"));
    open_thread();
    Handle who = id.empty() ? ledger::name_handle("telegram", name) : account(std::string(base::clip(id, 100)));
    // In a single chat's export only the other's number is known; who is not them is the owner.
    if (!owner_ && chat_type_ == "personal_chat" && !chat_id_.empty() && !id.empty() && who != other_) {
      who = ledger::me();
    }
    ChatEntry entry;
    entry.author = thread_->person(who, who.kind == HandleKind::me ? "" : name);
    entry.at = *at;
    entry.text_hash = hash_of(value);
    entry.is_call = is_call;
    const long long seconds = json_number(value, "duration_seconds");
    if (is_call && seconds > 0 && seconds < 7 * base::day_seconds) {
      entry.duration_seconds = static_cast<std::uint32_t>(seconds);
    }
    entry.is_missed = is_call && entry.duration_seconds == 0;
    thread_->add(entry, sink_);
  }

  /// The moment; older exports only have the local time.
  [[nodiscard]] std::optional<base::Instant> date_of(const json& value) const {
    long long seconds = json_number(value, "date_unixtime");
    if (seconds == 0) {
      const auto local = base::parse_iso_instant(json_text(value, "date") + "Z");
      seconds = local ? local->seconds : 0;
    }
    const base::Day last = input_.today.days == 0 ? base::Day{100'000} : input_.today + 3;
    if (seconds < 1'300'000'000 || seconds > base::end_of(last).seconds) return {};
    return base::Instant{seconds};
  }

  Input& input_;
  Sink& sink_;
  std::unique_ptr<ChatThread> thread_;
  std::optional<Handle> owner_;
  Handle other_;
  std::string chat_name_;
  std::string chat_type_;
  std::string chat_id_;
  std::size_t count_ = 0;
  std::size_t bytes_ = 0;
  bool covers_ = false;
  bool stopped_ = false;
};

base::Result<void> read_telegram(Input& input, Sink& sink) { return TelegramReader(input, sink).read(); }

}  // namespace

extern const Source source_telegram;
const Source source_telegram{"telegram", "Telegram chats", recognise_telegram, read_telegram};

}  // namespace sources
