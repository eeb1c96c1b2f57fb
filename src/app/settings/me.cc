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
  return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not an address, a number or a LinkedIn profile", base::printable(text, 80)),
                    "give a mail address, a telephone number with its country (+46…) or a profile's URL");
}

}  // namespace

base::Result<std::string> me(Session& session, const std::vector<std::string>& add, const std::vector<std::string>& remove,
                             std::string_view region) {
  std::string code = base::lower_ascii(region);
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  if (!region.empty() && region.size() != 2) {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not a region", base::printable(region, 40)),
                      "give two letters, such as SE or GB");
  }
  return change(session, "me", [&](Saying& saying) -> base::Result<std::string> {
    std::string words;
    TRY(status, status(session));
    const auto claim = [&](const std::string& text, ledger::Field field) -> base::Result<void> {
      TRY(handle, handle_of(text, status.region));
      saying.record.claims.push_back({handle, field, fmt::format("you/{}", saying.change), {}});
      words += fmt::format("{}{} {}", words.empty() ? "" : "; ", field == ledger::Field::owner ? "yours:" : "not yours:",
                           base::printable(handle.kind == ledger::HandleKind::linkedin
                                               ? "https://www.linkedin.com/in/" + handle.value
                                               : handle.value,
                                           100));
      return {};
    };
    for (const std::string& text : add) CHECK(claim(text, ledger::Field::owner));
    for (const std::string& text : remove) CHECK(claim(text, ledger::Field::not_owner));
    if (!code.empty()) {
      saying.record.claims.push_back({ledger::me(), ledger::Field::region, fmt::format("{}/you/{}", code, saying.change), {}});
      words += fmt::format("{}national numbers are read as in {}", words.empty() ? "" : "; ", code);
    }
    return words;
  });
}

}  // namespace app
