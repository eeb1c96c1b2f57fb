// Who the owner is: which addresses, numbers and profiles are theirs.

#include <fmt/format.h>

#include "app/settings/settings.h"
#include "base/email.h"
#include "base/linkedin.h"
#include "base/phone.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

/// Who or what an address, number or profile is, with `region` for national numbers.
base::Result<ledger::Handle> handle_of(const std::string& text, const std::string& region) {
  if (const auto profile = base::LinkedIn::parse(text)) return ledger::handle(*profile);
  if (const auto email = base::Email::parse(text)) return ledger::handle(*email);
  if (const auto phone = base::Phone::parse(text, {region})) return ledger::handle(*phone);
  return base::fail(base::Fault::usage, {},
                    base::say("settings.not-address-number-linkedin", {{"text", base::printable(text, 80)}}),
                    base::say("settings.give-mail-address-telephone"));
}

}  // namespace

base::Result<base::Message> me(Session& session, const std::vector<std::string>& add, const std::vector<std::string>& remove,
                               std::string_view region) {
  std::string code = base::lower_ascii(region);
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  if (!region.empty() && region.size() != 2) {
    return base::fail(base::Fault::usage, {}, base::say("settings.not-region", {{"region", base::printable(region, 40)}}),
                      base::say("settings.give-two-letters-se"));
  }
  return change(session, "me", [&](Saying& saying) -> base::Result<base::Message> {
    std::vector<base::Message> words;
    TRY(status, status(session));
    const auto claim = [&](const std::string& text, ledger::Field field) -> base::Result<void> {
      TRY(handle, handle_of(text, status.region));
      saying.record.claims.push_back({handle, field, fmt::format("you/{}", saying.change), {}});
      const std::string shown = base::printable(
          handle.kind == ledger::HandleKind::linkedin ? "https://www.linkedin.com/in/" + handle.value : handle.value, 100);
      words.push_back(field == ledger::Field::owner ? base::say("settings.yours", {{"handle", shown}})
                                                    : base::say("settings.not-yours", {{"handle", shown}}));
      return {};
    };
    for (const std::string& text : add) CHECK(claim(text, ledger::Field::owner));
    for (const std::string& text : remove) CHECK(claim(text, ledger::Field::not_owner));
    if (!code.empty()) {
      saying.record.claims.push_back({ledger::me(), ledger::Field::region, fmt::format("{}/you/{}", code, saying.change), {}});
      words.push_back(base::say("settings.numbers-as-in", {{"region", code}}));
    }
    return base::say("settings.me", {{"what", words}});
  });
}

}  // namespace app
