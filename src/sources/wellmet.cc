// wellmet's own export: JSON lines of claims, evidence and rulings, docs/formats.md. What went out comes in
// again unchanged.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/try.h"
#include "formats/text_lines.h"
#include "ledger/book.h"
#include "ledger/old_ruling.h"
#include "sources/sources.h"

namespace sources {

namespace {

using nlohmann::json;

std::string text_of(const json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_string() ? base::to_utf8(found->get<std::string>()) : std::string{};
}

std::int64_t number_of(const json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

base::Result<ledger::Claim> claim_of(const json& line) {
  TRY(who, ledger::parse_handle(text_of(line, "who")));
  TRY(field, ledger::parse_field(text_of(line, "field")));
  return ledger::Claim{who, field, text_of(line, "value"), {number_of(line, "at")}};
}

base::Result<ledger::Evidence> evidence_of(const json& line) {
  TRY(kind, ledger::parse_kind(text_of(line, "kind")));
  TRY(channel, ledger::parse_channel(text_of(line, "channel")));
  ledger::Evidence e;
  e.kind = kind;
  e.channel = channel;
  e.flags = static_cast<std::uint8_t>(number_of(line, "flags"));
  e.at = {number_of(line, "at")};
  e.duration_seconds = static_cast<std::uint32_t>(number_of(line, "duration_seconds"));
  e.group = static_cast<std::uint32_t>(number_of(line, "group"));
  const auto confidence = line.find("confidence");
  if (confidence != line.end() && confidence->is_number()) e.confidence = confidence->get<double>();
  e.reference = text_of(line, "reference");
  e.version = static_cast<std::uint64_t>(number_of(line, "version"));
  e.thread = text_of(line, "thread");
  e.title = text_of(line, "title");
  e.place = text_of(line, "place");
  const auto parties = line.find("parties");
  if (parties == line.end() || !parties->is_array() || parties->size() > 10'000) {
    return base::fail(base::Fault::bad_input, {}, base::say("sources.evidence-without-parties"));
  }
  for (const json& party : *parties) {
    TRY(who, ledger::parse_handle(text_of(party, "who")));
    TRY(role, ledger::parse_role(text_of(party, "role")));
    e.parties.push_back({who, role, {}});
  }
  return e;
}

base::Result<std::vector<ledger::Handle>> handles_of(const json& line, const char* key) {
  const auto list = line.find(key);
  if (list == line.end() || !list->is_array() || list->size() > 10'000) {
    return base::fail(base::Fault::bad_input, {}, base::say("sources.not-list", {{"key", key}}));
  }
  std::vector<ledger::Handle> all;
  for (const json& one : *list) {
    TRY(who, ledger::parse_handle(one.is_string() ? one.get_ref<const std::string&>() : std::string()));
    all.push_back(who);
  }
  return all;
}

base::Result<ledger::SaidRuling> ruling_of(const json& line) {
  TRY(kind, ledger::parse_ruling_kind(text_of(line, "kind")));
  TRY(about, handles_of(line, "about"));
  const auto says = line.find("says");
  TRY(decision, ledger::parse_decision(kind, says == line.end() ? "{}" : says->dump()));
  const std::string key_text = text_of(line, "key");
  ledger::SaidRuling ruling{.number = {static_cast<std::uint32_t>(number_of(line, "number"))},
                            .key = 0,
                            .at = {number_of(line, "at")},
                            .about = about,
                            .decision = decision};
  std::from_chars(key_text.data(), key_text.data() + key_text.size(), ruling.key, 16);
  return ruling;
}

/// Of an export from before rulings had a form of their own.
base::Result<ledger::SaidRuling> old_ruling_of(json line) {
  // Its key is that of the evidence which it was; kind 14 is not one any more.
  line["kind"] = "listed";
  TRY(evidence, evidence_of(line));
  auto decision = ledger::old_decision(evidence.title, ledger::thread_of(evidence));
  if (!decision) return base::fail(base::Fault::bad_input, {}, base::say("sources.ruling-says-nothing"));
  ledger::SaidRuling ruling{
      .number = {evidence.group}, .key = 0, .at = evidence.at, .about = {}, .decision = std::move(*decision)};
  std::stable_partition(evidence.parties.begin(), evidence.parties.end(),
                        [](const ledger::Party& party) { return party.role == ledger::Role::about; });
  for (const ledger::Party& party : evidence.parties) ruling.about.push_back(party.who);
  ruling.key = ledger::old_ruling_key(evidence);
  return ruling;
}

/// What an export says, line by line; its rulings last, in the order of their numbers, since later ones speak of earlier.
class Export {
 public:
  explicit Export(Sink& sink) : sink_(sink) {}

  /// One line; a Problem says what is wrong with it.
  base::Result<void> take(const json& line) {
    if (!line.is_object()) return base::fail(base::Fault::bad_input, {}, base::say("sources.not-json-object"));
    const std::string type = text_of(line, "type");
    if (type == "ledger") return {};
    if (type == "claim") {
      TRY(claim, claim_of(line));
      sink_.add("claims", {.evidence = {}, .claims = {claim}});
      return {};
    }
    if (type == "ruling") {
      TRY(ruling, ruling_of(line));
      rulings_.push_back(std::move(ruling));
      return {};
    }
    if (type != "evidence") return base::fail(base::Fault::bad_input, {}, base::say("sources.line-unknown-type"));
    if (text_of(line, "kind") == "ruled") {
      TRY(ruling, old_ruling_of(line));
      old_.push_back(std::move(ruling));
      return {};
    }
    TRY(evidence, evidence_of(line));
    sink_.add("rows of evidence", {.evidence = {evidence}, .claims = {}});
    return {};
  }

  void finish() {
    ledger::number_old_rulings(old_);
    rulings_.insert(rulings_.end(), std::make_move_iterator(old_.begin()), std::make_move_iterator(old_.end()));
    std::stable_sort(rulings_.begin(), rulings_.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    for (ledger::SaidRuling& ruling : rulings_)
      sink_.add("rulings", {.evidence = {}, .claims = {}, .rulings = {std::move(ruling)}});
  }

 private:
  Sink& sink_;
  std::vector<ledger::SaidRuling> rulings_, old_;
};

int recognise_export(const Peek& peek) {
  const std::string_view first = peek.head.substr(0, peek.head.find('\n'));
  return base::contains(first.substr(0, 200), "\"wellmet\":") && base::contains(first, "\"ledger\"") ? 100 : 0;
}

base::Result<void> read_export(Input& input, Sink& sink) {
  formats::TextLines lines(input.bytes);
  Export all(sink);
  std::string line;
  for (;;) {
    TRY(more, lines.next(line));
    if (!more) break;
    if (line.empty()) continue;
    const json parsed = json::parse(line, nullptr, false);
    if (auto taken = all.take(parsed); !taken) {
      sink.problem("lines", base::say("where.line", {{"n", lines.line_number()}}), taken.error().what);
    }
    if (lines.line_number() % 1024 == 0 && !sink.progress(lines.bytes_read())) return {};
  }
  all.finish();
  return {};
}

}  // namespace

extern const Source source_wellmet;
const Source source_wellmet{"wellmet", "wellmet export", recognise_export, read_export};

}  // namespace sources
