#include "ledger/ruling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/text.h"

namespace ledger {

namespace {

using nlohmann::json;

// STORED in exports: a word never changes its meaning.
constexpr std::array<std::pair<RulingKind, std::string_view>, std::variant_size_v<Decision>> words = {{
    {RulingKind::same, "same"},
    {RulingKind::apart, "apart"},
    {RulingKind::unsure, "unsure"},
    {RulingKind::answer, "answer"},
    {RulingKind::let_go, "let-go"},
    {RulingKind::take_back, "take-back"},
    {RulingKind::exempt, "exempt"},
    {RulingKind::unexempt, "unexempt"},
    {RulingKind::organisation, "organisation"},
    {RulingKind::person, "person"},
    {RulingKind::tag, "tag"},
    {RulingKind::untag, "untag"},
    {RulingKind::step_done, "step-done"},
    {RulingKind::step_skipped, "step-skipped"},
    {RulingKind::step_postponed, "step-postponed"},
    {RulingKind::meeting_verdict, "meeting-verdict"},
    {RulingKind::help_verdict, "help-verdict"},
    {RulingKind::offer, "offer"},
    {RulingKind::offer_dropped, "offer-dropped"},
    {RulingKind::need, "need"},
    {RulingKind::need_met, "need-met"},
    {RulingKind::need_dropped, "need-dropped"},
    {RulingKind::need_noticed, "need-noticed"},
    {RulingKind::introduction, "introduction"},
    {RulingKind::introduction_asked, "introduction-asked"},
    {RulingKind::introduction_agreed, "introduction-agreed"},
    {RulingKind::introduction_declined, "introduction-declined"},
    {RulingKind::introduction_made, "introduction-made"},
    {RulingKind::introduction_outcome, "introduction-outcome"},
    {RulingKind::market, "market"},
    {RulingKind::market_dropped, "market-dropped"},
    {RulingKind::piece, "piece"},
    {RulingKind::piece_dropped, "piece-dropped"},
    {RulingKind::piece_sent, "piece-sent"},
    {RulingKind::topics, "topics"},
    {RulingKind::letter_form, "letter-form"},
    {RulingKind::invitation, "invitation"},
    {RulingKind::invitation_met, "invitation-met"},
    {RulingKind::invitation_off, "invitation-off"},
}};

constexpr std::array<std::string_view, 5> answers = {"", "yes", "hesitate", "no", "stranger"};

// Each type of field to JSON and back; false where it is not of that type.

void put(json& to, const std::string& value) { to = value; }
void put(json& to, bool value) { to = value; }
void put(json& to, std::int32_t value) { to = value; }
void put(json& to, RulingNumber value) { to = value.value; }
void put(json& to, std::uint64_t value) { to = fmt::format("{:016x}", value); }  // JSON's numbers end at 2^53.
void put(json& to, base::Day value) { to = base::iso(value); }
void put(json& to, base::Instant value) { to = base::iso(value); }
void put(json& to, Refer value) { to = word(value); }

bool take(const json& from, std::string& value) {
  if (!from.is_string()) return false;
  value = base::to_utf8(from.get_ref<const std::string&>());
  return true;
}
bool take(const json& from, bool& value) {
  if (!from.is_boolean()) return false;
  value = from.get<bool>();
  return true;
}
bool take(const json& from, std::int32_t& value) {
  if (!from.is_number_integer()) return false;
  const auto number = from.get<std::int64_t>();
  value = static_cast<std::int32_t>(number);
  return number == value;
}
bool take(const json& from, RulingNumber& value) {
  if (!from.is_number_integer()) return false;
  const auto number = from.get<std::int64_t>();
  value.value = static_cast<std::uint32_t>(number);
  return number == std::int64_t{value.value};
}
bool take(const json& from, std::uint64_t& value) {
  if (!from.is_string()) return false;
  const auto& text = from.get_ref<const std::string&>();
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value, 16);
  return read.ec == std::errc() && read.ptr == end;
}
bool take(const json& from, base::Day& value) {
  const auto day = from.is_string() ? base::parse_iso_day(from.get_ref<const std::string&>()) : std::nullopt;
  value = day.value_or(base::Day{});
  return day.has_value();
}
bool take(const json& from, base::Instant& value) {
  const auto at = from.is_string() ? base::parse_iso_instant(from.get_ref<const std::string&>()) : std::nullopt;
  value = at.value_or(base::Instant{});
  return at.has_value();
}
bool take(const json& from, Refer& value) {
  const auto found =
      from.is_string() ? std::find(answers.begin(), answers.end(), from.get_ref<const std::string&>()) : answers.end();
  value = static_cast<Refer>(found == answers.end() ? 0 : found - answers.begin());
  return found != answers.end();
}

template <class One>
base::Result<Decision> parse_as(const json& body) {
  One one;
  const char* wrong = nullptr;
  std::apply(
      [&](const auto&... field) {
        [[maybe_unused]] const auto read = [&](const auto& each) {
          const auto found = body.find(each.name);
          if (found != body.end() && !take(*found, one.*each.at)) wrong = each.name;
        };
        (read(field), ...);
      },
      One::fields);
  if (wrong != nullptr) {
    return base::fail(base::Fault::bad_input, {},
                      base::say("ledger.ruling-not-type", {{"wrong", wrong}, {"kind", word(One::kind)}}));
  }
  return Decision(std::move(one));
}

template <std::size_t i = 0>
base::Result<Decision> parse_of_kind(RulingKind kind, const json& body) {
  if constexpr (i == std::variant_size_v<Decision>) {
    return base::fail(base::Fault::bad_input, {}, base::say("ledger.no-ruling-kind", {{"kind", static_cast<int>(kind)}}));
  } else {
    using One = std::variant_alternative_t<i, Decision>;
    return One::kind == kind ? parse_as<One>(body) : parse_of_kind<i + 1>(kind, body);
  }
}

}  // namespace

RulingKind kind_of(const Decision& decision) {
  return std::visit([](const auto& one) { return std::remove_reference_t<decltype(one)>::kind; }, decision);
}

std::string_view word(RulingKind kind) {
  const auto found = std::find_if(words.begin(), words.end(), [kind](const auto& one) { return one.first == kind; });
  return found == words.end() ? "" : found->second;
}

base::Result<RulingKind> parse_ruling_kind(std::string_view text) {
  const auto found = std::find_if(words.begin(), words.end(), [text](const auto& one) { return one.second == text; });
  if (found == words.end()) {
    return base::fail(base::Fault::bad_input, {},
                      base::say("ledger.no-kind-ruling-called", {{"text", base::printable(text, 40)}}));
  }
  return found->first;
}

std::string_view word(Refer refer) { return answers[static_cast<std::size_t>(refer)]; }

std::string body_of(const Decision& decision) {
  json body = json::object();
  std::visit(
      [&](const auto& one) {
        std::apply([&](const auto&... field) { (put(body[field.name], one.*field.at), ...); },
                   std::remove_reference_t<decltype(one)>::fields);
      },
      decision);
  return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<Decision> parse_decision(RulingKind kind, std::string_view text) {
  const json body = json::parse(text, nullptr, false);
  if (!body.is_object()) return base::fail(base::Fault::bad_input, {}, base::say("ledger.body-ruling-not-json"));
  return parse_of_kind(kind, body);
}

std::uint64_t key_of(const SaidRuling& ruling) {
  std::string all = fmt::format("ruling\n{}\n{}\n{}\n", ruling.number.value, ruling.at.seconds, word(kind_of(ruling.decision)));
  all += body_of(ruling.decision);
  for (const Handle& who : ruling.about) all += "\n" + text(who);
  return std::max<std::uint64_t>(1, base::hash63(all));
}

}  // namespace ledger
