// wellmet's own export: JSON lines of claims and evidence, docs/formats.md. What went out comes in
// again unchanged.

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "base/text.h"
#include "base/try.h"
#include "formats/text_lines.h"
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
    return base::fail(base::Fault::bad_input, {}, "evidence without parties");
  }
  for (const json& party : *parties) {
    TRY(who, ledger::parse_handle(text_of(party, "who")));
    TRY(role, ledger::parse_role(text_of(party, "role")));
    e.parties.push_back({who, role, {}});
  }
  return e;
}

/// One line of the export; a Problem says what is wrong with it.
base::Result<void> take(const json& line, Sink& sink) {
  if (!line.is_object()) return base::fail(base::Fault::bad_input, {}, "no JSON object");
  const std::string type = text_of(line, "type");
  if (type == "ledger") return {};
  if (type == "claim") {
    TRY(claim, claim_of(line));
    sink.add("claims", {.evidence = {}, .claims = {claim}});
    return {};
  }
  if (type == "evidence") {
    TRY(evidence, evidence_of(line));
    sink.add("rows of evidence", {.evidence = {evidence}, .claims = {}});
    return {};
  }
  return base::fail(base::Fault::bad_input, {}, "a line of unknown type");
}

int recognise_export(const Peek& peek) {
  const std::string_view first = peek.head.substr(0, peek.head.find('\n'));
  return base::contains(first.substr(0, 200), "\"wellmet\":") && base::contains(first, "\"ledger\"") ? 100 : 0;
}

base::Result<void> read_export(Input& input, Sink& sink) {
  formats::TextLines lines(input.bytes);
  std::string line;
  for (;;) {
    TRY(more, lines.next(line));
    if (!more) return {};
    if (line.empty()) continue;
    const json parsed = json::parse(line, nullptr, false);
    if (auto taken = take(parsed, sink); !taken) {
      sink.problem("lines", fmt::format("line {}", lines.line_number()), taken.error().what);
    }
    if (lines.line_number() % 1024 == 0 && !sink.progress(lines.bytes_read())) return {};
  }
}

}  // namespace

extern const Source source_wellmet;
const Source source_wellmet{"wellmet", "wellmet export", recognise_export, read_export};

}  // namespace sources
