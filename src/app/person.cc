#include "app/person.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/email.h"
#include "base/linkedin.h"
#include "base/phone.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

constexpr std::size_t candidates_shown = 8;

std::string describe(const PersonView& view) {
  const people::Person& p = view.card.person;
  std::string text = base::printable(p.name, 60);
  if (!p.company.empty()) text += ", " + base::printable(p.company, 40);
  if (!p.emails.empty()) text += " <" + base::printable(p.emails.front(), 60) + ">";
  return text + "  " + view.id();
}

/// Handles that `text` may be: an address, a number, a profile.
std::vector<ledger::Handle> handles_in(std::string_view text, const std::string& region) {
  std::vector<ledger::Handle> all;
  if (const auto email = base::Email::parse(text)) all.push_back(ledger::handle(*email));
  if (const auto profile = base::LinkedIn::parse(text)) all.push_back(ledger::handle(*profile));
  if (const auto phone = base::Phone::parse(text, {region})) all.push_back(ledger::handle(*phone));
  if (const std::string digits = base::national_digits(text); !digits.empty()) {
    all.push_back({ledger::HandleKind::local_phone, digits});
  }
  if (const auto handle = ledger::parse_handle(text)) all.push_back(*handle);
  return all;
}

}  // namespace

base::Result<PersonView> find(Session& session, std::string_view raw, Naming naming) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  const std::string_view text = base::trim(raw);
  std::uint64_t code = 0;
  if (people::parse_id(text, code)) {
    TRY(person, session.pictures().person_of_code(code));
    if (person && *person >= 0) return view(session, static_cast<std::uint32_t>(*person));
  }
  TRY(totals, session.pictures().totals());
  for (const ledger::Handle& handle : handles_in(text, totals.region)) {
    TRY(person, session.pictures().person_of(handle));
    if (person && *person >= 0) return view(session, static_cast<std::uint32_t>(*person));
    if (person) {
      return base::fail(base::Fault::not_found, {}, base::say("app.is-you", {{"text", base::printable(text, 80)}}),
                        base::say("app.wellmet-me-shows-what"));
    }
  }
  store::Filter filter;
  filter.query = std::string(text);
  filter.everybody = true;
  filter.limit = 200;
  TRY(page, session.pictures().find(filter));
  std::vector<PersonView> found;
  std::vector<PersonView> exact;
  const std::string folded = base::fold(text);
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    // A part of a name, not of a company or a note.
    const auto& p = one.card.person;
    const auto names = [&](const std::string& name) {
      return naming == Naming::part ? base::contains(base::fold(name), folded)
                                    : base::contains(" " + base::fold(name) + " ", " " + folded + " ");
    };
    if (!names(p.name) && std::none_of(p.names.begin(), p.names.end(), names)) continue;
    if (base::fold(p.name) == folded) exact.push_back(one);
    found.push_back(std::move(one));
  }
  if (exact.size() == 1) return exact.front();
  if (exact.empty()) {
    // A whole word of a name wins over a part of one: "ada" is Ada Lovelace, not Adam.
    for (const PersonView& one : found) {
      if (base::contains(" " + base::fold(one.card.person.name) + " ", " " + folded + " ")) exact.push_back(one);
    }
    if (exact.size() == 1) return exact.front();
    if (!exact.empty()) found = exact;
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return base::fail(base::Fault::not_found, {}, base::say("app.nobody-called", {{"text", base::printable(text, 80)}}),
                      base::say("app.give-part-name-address"));
  }
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < candidates_shown; ++i) list += "\n  " + describe(found[i]);
  const std::size_t more = found.size() > candidates_shown ? found.size() - candidates_shown : 0;
  return base::fail(
      base::Fault::ambiguous, {},
      base::say("app.which-person", {{"name", base::printable(text, 80)}, {"n", found.size()}, {"list", list}, {"more", more}}),
      base::say("app.say-which-address-id"));
}

base::Result<PersonView> view(Session& session, std::uint32_t person) {
  TRY(card, session.pictures().card(person));
  return PersonView{person, std::move(card)};
}

base::Result<ledger::Handle> leader(Session& session, const PersonView& person) {
  TRY(handles, session.pictures().handles_of(person.person));
  for (const ledger::Handle& handle : handles) {
    if (people::code_of(handle) == person.card.person.code) return handle;
  }
  return base::fail(base::Fault::damaged, session.file->path(), base::say("app.person-no-leading-handle"),
                    base::say("app.run-wellmet-check"));
}

base::Result<std::vector<ledger::Handle>> leaders(Session& session, const std::vector<PersonView>& persons) {
  std::vector<ledger::Handle> all;
  for (const PersonView& person : persons) {
    TRY(handle, leader(session, person));
    all.push_back(handle);
  }
  return all;
}

}  // namespace app
