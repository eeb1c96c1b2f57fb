// Text messages of Android phones, as "SMS Backup & Restore", Silence and Signal's plaintext
// backup write them (sms-….xml). What was written is hashed, never kept.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "formats/xml_pull.h"
#include "sources/phone_backup.h"
#include "sources/sources.h"

namespace sources {

namespace {

using formats::XmlTag;
using ledger::Handle;
using ledger::Role;

constexpr std::string_view what_sms = "messages";
constexpr std::size_t members_max = 200;
constexpr std::size_t known_max = 10'000;
constexpr std::size_t receivers_max = 8;

int recognise_sms(const Peek& peek) { return base::contains(peek.head.substr(0, 8'192), "<smses") ? 95 : 0; }

/// One sms or mms on its way to a record.
struct Text {
  bool open = false;
  bool multimedia = false;
  std::string box;  ///< 1 received, 2 sent, 3 draft, 4 outbox, 5 failed, 6 queued.
  std::string date;
  std::string address;  ///< Members of a group joined by '~'.
  std::string name;
  std::string sender;  ///< Of an mms, as its addresses say.
  std::uint64_t body_hash = 0;
};

std::vector<Handle> handle_of(std::string_view address) {
  if (address.find('@') != std::string_view::npos) {
    const auto email = base::Email::parse(address);
    if (!email) return {};
    return {ledger::handle(*email)};
  }
  return ledger::phone_handle(address);
}

class SmsReader {
 public:
  SmsReader(Input& input, Sink& sink) : input_(input), sink_(sink) {}

  base::Result<void> read() {
    formats::XmlPull pull(input_.bytes);
    XmlTag tag;
    for (std::size_t count = 0;; ++count) {
      const auto more = pull.next(tag);
      if (!more) return base::fail(more.error());
      if (!*more) break;
      take(tag);
      if (count % 4'000 == 0 && !sink_.progress(pull.bytes_read())) return {};
    }
    finish();
    if (covers_) sink_.claim({ledger::me(), ledger::Field::covers, "talk", {}});
    return {};
  }

 private:
  void take(const XmlTag& tag) {
    if (tag.name == "sms" || tag.name == "mms") {
      if (tag.opens) begin(tag);
      if (tag.closes) finish();
    } else if (text_.open && tag.name == "part") {
      if (attribute(tag, "ct") != "application/smil") {
        text_.body_hash = base::hash64(fmt::format("{:x}{}", text_.body_hash, attribute(tag, "text")));
      }
    } else if (text_.open && tag.name == "addr" && attribute(tag, "type") == "137") {
      text_.sender = stated(tag, "address");
    }
  }

  void begin(const XmlTag& tag) {
    finish();  // The one before may have lost its end.
    ++count_;
    if (tag.broken) return sink_.problem(what_sms, where(), base::say("sources.breaks-off"));
    text_ = {};
    text_.open = true;
    text_.multimedia = tag.name == "mms";
    text_.box = stated(tag, text_.multimedia ? "msg_box" : "type");
    text_.date = stated(tag, "date");
    text_.address = stated(tag, "address");
    text_.name = attribute(tag, "contact_name");
    text_.body_hash = base::hash64(attribute(tag, text_.multimedia ? "sub" : "body"));
  }

  /// Reading a number is slow and a phone knows few of them.
  const std::vector<Handle>& known(std::string_view address) {
    const auto found = known_.find(address);
    if (found != known_.end()) return found->second;
    if (known_.size() >= known_max) known_.clear();
    return known_.emplace(address, handle_of(address)).first->second;
  }

  [[nodiscard]] base::Message where() const { return base::say("where.message", {{"n", count_}}); }

  void finish() {
    if (!text_.open) return;
    text_.open = false;
    if (text_.box == "3") return sink_.leave_out(what_sms, "drafts");
    if (text_.box == "4" || text_.box == "5" || text_.box == "6") {
      return sink_.leave_out(what_sms, "not sent");
    }
    if (text_.box != "1" && text_.box != "2") {
      return sink_.problem(what_sms, where(), base::say("sources.neither-sent-nor-received"));
    }
    if (is_withheld(text_.address)) return sink_.leave_out(what_sms, "no number");
    std::vector<Handle> members;
    const auto parts = base::split(text_.address, '~');
    for (const std::string_view part : parts) {
      if (part == "insert-address-token" || members.size() >= members_max) continue;
      for (const Handle& one : known(part)) members.push_back(one);
    }
    if (members.empty()) return sink_.leave_out(what_sms, "short codes");
    const auto at = moment_of(text_.date, input_.today);
    if (!at) return sink_.problem(what_sms, where(), base::say("sources.no-date"));
    add(std::move(members), *at, parts.size());
  }

  void add(std::vector<Handle> members, base::Instant at, std::size_t addressed) {
    ledger::Record record;
    record.evidence.resize(1);
    ledger::Evidence& wrote = record.evidence.front();
    wrote.channel = ledger::Channel::sms;
    wrote.at = at;
    const bool sent = text_.box == "2";
    const std::vector<std::string> names = names_of(members.size());
    const std::vector<Handle> sender = handle_of(text_.sender);
    const bool known = sent || members.size() == 1 ||
                       (!sender.empty() && std::find(members.begin(), members.end(), sender.front()) != members.end());
    wrote.kind = known && members.size() <= receivers_max ? ledger::Kind::wrote : ledger::Kind::crossed;
    const auto role_of = [&](const Handle& one) {
      if (sent) return Role::to;
      if (members.size() == 1) return Role::from;
      if (!known) return Role::with;
      return one == sender.front() ? Role::from : Role::to;
    };
    wrote.parties.push_back({ledger::me(), sent ? Role::from : known ? Role::to : Role::with, {}});
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < members.size(); ++i) {
      keys.push_back(members[i].value);
      wrote.parties.push_back({members[i], role_of(members[i]), names[i]});
    }
    std::sort(keys.begin(), keys.end());
    std::string key = keys.front();
    for (std::size_t i = 1; i < keys.size(); ++i) key += "~" + keys[i];
    if (key.size() > 200) key = fmt::format("{:016x}", base::hash64(key));
    wrote.thread = "sms/" + key;
    wrote.reference = fmt::format("sms/{}/{}/{}/{:016x}", key, text_.date, text_.box, text_.body_hash);
    if (members.size() > 1) wrote.group = static_cast<std::uint32_t>(addressed + 1);
    covers_ = true;
    sink_.add(what_sms, std::move(record));
  }

  /// A group's names come joined; they are kept only when there is one for each number.
  [[nodiscard]] std::vector<std::string> names_of(std::size_t count) const {
    std::vector<std::string> out(count);
    if (count == 1) {
      out[0] = contact_name(text_.name);
      return out;
    }
    const char joint = text_.name.find('~') != std::string::npos ? '~' : ',';
    const auto parts = base::split(text_.name, joint);
    if (parts.size() != count) return out;
    for (std::size_t i = 0; i < count; ++i) out[i] = contact_name(parts[i]);
    return out;
  }

  Input& input_;
  Sink& sink_;
  Text text_;
  std::map<std::string, std::vector<Handle>, std::less<>> known_;
  std::size_t count_ = 0;
  bool covers_ = false;
};

base::Result<void> read_sms(Input& input, Sink& sink) { return SmsReader(input, sink).read(); }

}  // namespace

extern const Source source_sms;
const Source source_sms{"sms", "text messages", recognise_sms, read_sms};

}  // namespace sources
