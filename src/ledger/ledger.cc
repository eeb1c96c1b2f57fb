#include "ledger/ledger.h"

#include <array>

#include "base/clean.h"
#include "base/text.h"

namespace ledger {

namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 8> handle_kinds = {"me",       "email", "phone",   "local_phone",
                                                          "linkedin", "uid",   "account", "name"};
constexpr std::array<std::string_view, 18> fields = {"name", "given",        "family",   "nickname",  "company", "title",
                                                     "city", "country",      "birthday", "note",      "url",     "label",
                                                     "same", "organisation", "owner",    "not_owner", "covers",  "region"};
constexpr std::array<std::string_view, 17> kinds = {"listed",     "invited",     "wrote",    "called", "met",    "crossed",
                                                    "introduced", "recommended", "endorsed", "helped", "asked",  "referred",
                                                    "noted",      "thanked",     "",         "shared", "engaged"};  // 14: a hole.
constexpr std::array<std::string_view, 11> channels = {"unknown", "mail",      "LinkedIn", "SMS",          "chat", "phone",
                                                       "video",   "in_person", "calendar", "address_book", "you"};
constexpr std::array<std::string_view, 10> roles = {"from",      "to",      "copied",   "organiser", "accepted",
                                                    "tentative", "waiting", "declined", "with",      "about"};

template <class Enum, std::size_t N>
base::Result<Enum> parse(std::string_view text, const std::array<std::string_view, N>& words, std::string_view what) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words[i] == text && !text.empty()) return static_cast<Enum>(i);
  }
  return base::fail(base::Fault::bad_input, {},
                    base::say("ledger.no-called", {{"what", std::string(what)}, {"text", base::printable(text, 40)}}));
}

/// Only what has lines by its nature keeps them.
void clean(Decision& decision) {
  const base::Lines lines = kind_of(decision) == RulingKind::letter_form ? base::Lines::many : base::Lines::one;
  const auto clean_field = [&](auto& value) {
    if constexpr (std::is_same_v<std::remove_reference_t<decltype(value)>, std::string>) {
      base::clean(value, std::string::npos, lines);
    }
  };
  std::visit(
      [&](auto& one) {
        std::apply([&](const auto&... field) { (clean_field(one.*field.at), ...); },
                   std::remove_reference_t<decltype(one)>::fields);
      },
      decision);
}

}  // namespace

void clean(Claim& claim) {
  if (claim.field == Field::same) return;  // A handle.
  base::clean(claim.value, claim_bytes_max, claim.field == Field::note ? base::Lines::many : base::Lines::one);
}

void clean(Record& record) {
  std::erase_if(record.claims, [](Claim& claim) {
    const bool empty = claim.value.empty();
    clean(claim);
    return claim.value.empty() && !empty;  // It said nothing that can be seen.
  });
  for (Evidence& e : record.evidence) {
    base::clean(e.title, title_bytes_max, e.kind == Kind::noted ? base::Lines::many : base::Lines::one);
    base::clean(e.place, place_bytes_max);
    for (Party& party : e.parties) base::clean(party.name, claim_bytes_max);
  }
  for (SaidRuling& ruling : record.rulings) clean(ruling.decision);
}

Handle me() { return {}; }
Handle handle(const base::Email& email) { return {HandleKind::email, email.text()}; }
Handle handle(const base::Phone& phone) { return {HandleKind::phone, phone.text()}; }
Handle handle(const base::LinkedIn& profile) { return {HandleKind::linkedin, profile.slug()}; }

Handle name_handle(std::string_view scope, std::string_view name, std::string_view detail) {
  Handle result{HandleKind::name, std::string(scope)};
  result.value += '/';
  result.value += base::clip(base::trim(name), 300);
  if (!detail.empty()) {
    result.value += '/';
    result.value += base::clip(base::trim(detail), 200);
  }
  return result;
}

std::vector<Handle> phone_handle(std::string_view text) {
  if (const auto phone = base::Phone::parse(text, {})) return {handle(*phone)};
  std::string digits = base::national_digits(text);
  if (digits.empty()) return {};
  return {{HandleKind::local_phone, std::move(digits)}};
}

std::string text(const Handle& handle) {
  std::string out(word(handle.kind));
  out += ':';
  out += handle.value;
  return out;
}

base::Result<Handle> parse_handle(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    return base::fail(base::Fault::bad_input, {}, base::say("ledger.no-handle", {{"text", base::printable(text, 60)}}));
  }
  return parse<HandleKind>(text.substr(0, colon), handle_kinds, "kind of handle").map([&](HandleKind kind) {
    return Handle{kind, std::string(text.substr(colon + 1))};
  });
}

std::string_view word(HandleKind kind) { return handle_kinds[static_cast<std::size_t>(kind)]; }
std::string_view word(Field field) { return fields[static_cast<std::size_t>(field)]; }
std::string_view word(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view word(Channel channel) { return channels[static_cast<std::size_t>(channel)]; }
std::string_view word(Role role) { return roles[static_cast<std::size_t>(role)]; }

base::Result<Field> parse_field(std::string_view text) { return parse<Field>(text, fields, "field"); }
base::Result<Kind> parse_kind(std::string_view text) { return parse<Kind>(text, kinds, "kind"); }
base::Result<Channel> parse_channel(std::string_view text) { return parse<Channel>(text, channels, "channel"); }
base::Result<Role> parse_role(std::string_view text) { return parse<Role>(text, roles, "role"); }

}  // namespace ledger
