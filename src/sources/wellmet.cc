// wellmet's own export (`export --format jsonl`): one JSON object a line, claims and evidence as
// docs/formats.md describes them. What comes in is what went out.

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/try.h"
#include "formats/text_lines.h"
#include "sources/json_feed.h"
#include "sources/sources.h"

namespace sources {

namespace {

using nlohmann::json;

constexpr std::string_view what = "rows";

int recognise_wellmet(const Peek& peek) {
  const std::string_view line = base::trim(peek.head.substr(0, std::min<std::size_t>(peek.head.find('\n'), 200)));
  const json first = json::parse(line, nullptr, false);
  return first.is_object() && json_text(first, "type") == "ledger" && first.contains("wellmet") ? 100 : 0;
}

template <class Number>
Number whole(const json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_number_integer() ? found->get<Number>() : Number{};
}

base::Result<ledger::Record> claim_of(const json& row) {
  TRY(who, ledger::parse_handle(json_text(row, "who")));
  TRY(field, ledger::parse_field(json_text(row, "field")));
  ledger::Record record;
  record.claims.push_back({who, field, json_text(row, "value"), {whole<std::int64_t>(row, "at")}});
  return record;
}

base::Result<ledger::Record> evidence_of(const json& row) {
  ledger::Evidence e;
  TRY(kind, ledger::parse_kind(json_text(row, "kind")));
  TRY(channel, ledger::parse_channel(json_text(row, "channel")));
  e.kind = kind;
  e.channel = channel;
  e.flags = whole<std::uint8_t>(row, "flags");
  e.at = {whole<std::int64_t>(row, "at")};
  e.duration_seconds = whole<std::uint32_t>(row, "duration_seconds");
  e.group = whole<std::uint32_t>(row, "group");
  if (const auto sure = row.find("confidence"); sure != row.end() && sure->is_number()) {
    e.confidence = std::clamp(sure->get<double>(), 0.0, 1.0);
  }
  e.reference = json_text(row, "reference");
  e.version = whole<std::uint64_t>(row, "version");
  e.thread = json_text(row, "thread");
  e.title = json_text(row, "title");
  e.place = json_text(row, "place");
  const auto parties = row.find("parties");
  for (const json& party : parties != row.end() && parties->is_array() ? *parties : json::array()) {
    if (!party.is_object()) continue;
    TRY(who, ledger::parse_handle(json_text(party, "who")));
    TRY(role, ledger::parse_role(json_text(party, "role")));
    e.parties.push_back({who, role, {}});
  }
  ledger::Record record;
  record.evidence.push_back(std::move(e));
  return record;
}

base::Result<void> read_wellmet(Input& input, Sink& sink) {
  formats::TextLines lines(input.bytes);
  std::string line;
  for (;;) {
    TRY(more, lines.next(line));
    if (!more) return {};
    if (lines.line_number() % 1'000 == 0 && !sink.progress(lines.bytes_read())) return {};
    if (lines.line_number() == 1 || base::trim(line).empty()) continue;  // The first says what it is.
    const json row = json::parse(line, nullptr, false);
    const std::string type = row.is_object() ? json_text(row, "type") : "";
    auto record = type == "claim"      ? claim_of(row)
                  : type == "evidence" ? evidence_of(row)
                                       : base::fail(base::Fault::bad_input, {}, "neither a claim nor evidence");
    if (record) {
      sink.add(what, *record);
    } else {
      sink.problem(what, fmt::format("line {}", lines.line_number()), record.error().what);
    }
  }
}

}  // namespace

extern const Source source_wellmet;
const Source source_wellmet{"wellmet", "wellmet export", recognise_wellmet, read_wellmet};

}  // namespace sources
