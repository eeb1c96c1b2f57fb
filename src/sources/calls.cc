// Call logs of Android phones, as "SMS Backup & Restore" writes them (calls-….xml).

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "base/text.h"
#include "formats/xml_pull.h"
#include "sources/phone_backup.h"
#include "sources/sources.h"

namespace sources {

namespace {

using ledger::Role;

constexpr std::string_view what_calls = "calls";

int recognise_calls(const Peek& peek) { return base::contains(peek.head.substr(0, 8'192), "<calls") ? 95 : 0; }

/// The call's `type` as Android's CallLog numbers it.
enum class Way { in, out, missed, unknown };

Way way_of(std::string_view type) {
  if (type == "1" || type == "7") return Way::in;  // 7: answered on another device.
  if (type == "2") return Way::out;
  // 3 missed, 4 voicemail, 5 rejected, 6 on the refused list.
  if (type == "3" || type == "4" || type == "5" || type == "6") return Way::missed;
  return Way::unknown;
}

void take(const formats::XmlTag& tag, const base::Message& where, base::Day today, bool& covers, Sink& sink) {
  const std::string_view number = stated(tag, "number");
  if (is_withheld(number)) return sink.leave_out(what_calls, "no number");
  const auto found = ledger::phone_handle(number);
  if (found.empty()) return sink.leave_out(what_calls, "short codes");
  const auto at = moment_of(stated(tag, "date"), today);
  if (!at) return sink.problem(what_calls, where, base::say("sources.no-date"));
  const std::string_view type = stated(tag, "type");
  const Way way = way_of(type);
  if (way == Way::unknown) return sink.problem(what_calls, where, base::say("sources.kind-call-not-known"));

  ledger::Record record;
  record.evidence.resize(1);
  ledger::Evidence& call = record.evidence.front();
  call.kind = ledger::Kind::called;
  call.channel = ledger::Channel::phone;
  call.at = *at;
  const std::string_view seconds = stated(tag, "duration");
  std::from_chars(seconds.data(), seconds.data() + seconds.size(), call.duration_seconds);
  if (call.duration_seconds > 7 * base::day_seconds) call.duration_seconds = 0;
  if (way == Way::missed || (way == Way::out && call.duration_seconds == 0)) {
    call.flags |= ledger::missed;
  }
  call.reference = fmt::format("call/{}/{}/{}", found.front().value, stated(tag, "date"), type);
  ledger::Party other{found.front(), way == Way::out ? Role::to : Role::from, contact_name(attribute(tag, "contact_name"))};
  call.parties.push_back({ledger::me(), way == Way::out ? Role::from : Role::to, {}});
  call.parties.push_back(std::move(other));
  covers = true;
  sink.add(what_calls, std::move(record));
}

base::Result<void> read_calls(Input& input, Sink& sink) {
  formats::XmlPull pull(input.bytes);
  formats::XmlTag tag;
  bool covers = false;
  for (std::size_t count = 0;;) {
    const auto more = pull.next(tag);
    if (!more) return base::fail(more.error());
    if (!*more) break;
    if (tag.name != "call" || !tag.opens) continue;
    ++count;
    const base::Message where = base::say("where.call", {{"n", count}});
    if (tag.broken) {
      sink.problem(what_calls, where, base::say("sources.breaks-off"));
    } else {
      take(tag, where, input.today, covers, sink);
    }
    if (count % 1'000 == 0 && !sink.progress(pull.bytes_read())) return {};
  }
  if (covers) sink.claim({ledger::me(), ledger::Field::covers, "meet", {}});
  return {};
}

}  // namespace

extern const Source source_calls;
const Source source_calls{"calls", "call log", recognise_calls, read_calls};

}  // namespace sources
