#include "sources/contact.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "sources/csv_table.h"

namespace sources {

using ledger::Field;

namespace {

std::vector<ledger::Handle> handles_of(const Contact& contact) {
  std::vector<ledger::Handle> handles;
  const auto add = [&handles](ledger::Handle handle) {
    if (std::find(handles.begin(), handles.end(), handle) == handles.end()) {
      handles.push_back(std::move(handle));
    }
  };
  for (const std::string& text : contact.emails) {
    if (const auto email = base::Email::parse(text)) add(ledger::handle(*email));
  }
  for (const std::string& text : contact.phones) {
    for (ledger::Handle& handle : ledger::phone_handle(text)) add(std::move(handle));
  }
  for (const std::string& text : contact.urls) {
    if (const auto profile = base::LinkedIn::parse(text)) add(ledger::handle(*profile));
  }
  return handles;
}

bool is_birthday(std::string_view text) {
  if (base::parse_iso_day(text)) return true;
  // 1980 was a leap year: a birthday without year may be the 29th of February.
  return text.substr(0, 2) == "--" && base::parse_iso_day("1980-" + std::string(text.substr(2)));
}

}  // namespace

std::string related_note(std::string_view kind, std::string_view who) {
  who = base::trim(who);
  if (base::starts_with_no_case(who, "mailto:")) who.remove_prefix(7);
  if (who.empty() || base::starts_with_no_case(who, "urn:")) return {};
  kind = base::trim(kind.substr(0, kind.find(',')));
  if (kind.substr(0, 1) == "*") kind = base::trim(kind.substr(1));  // Google's mark of the first.
  return (kind.empty() ? "related" : base::lower_ascii(kind)) + ": " + std::string(who);
}

void add_values(std::vector<std::string>& to, std::string_view cell) {
  while (!cell.empty()) {
    std::size_t end = cell.find_first_of(",;");
    std::size_t size = 1;
    if (const std::size_t colons = cell.find(":::"); colons < end) {
      end = colons;
      size = 3;
    }
    const std::string_view value = base::trim(cell.substr(0, end));
    if (!value.empty()) to.push_back(std::string(value));
    if (end == std::string_view::npos) return;
    cell.remove_prefix(end + size);
  }
}

void add_contact(Sink& sink, const Contact& contact) {
  std::string name = contact.name.empty() ? full_name(contact.given, contact.family) : contact.name;
  std::vector<ledger::Handle> handles = handles_of(contact);
  if (name.empty()) name = contact.nickname;
  if (handles.empty() && name.empty()) {
    sink.leave_out("contacts", contact.company.empty() ? "empty entries" : "companies");
    return;
  }
  if (handles.empty()) handles.push_back(ledger::name_handle("contacts", name, contact.company));
  const ledger::Handle& who = handles.front();
  ledger::Record record;
  const auto claim = [&](Field field, std::string_view value) {
    if (value.empty()) return;
    record.claims.push_back({who, field, std::string(base::clip(value, 2000)), {}});
  };
  claim(Field::name, name);
  claim(Field::given, contact.given);
  claim(Field::family, contact.family);
  if (contact.nickname != name) claim(Field::nickname, contact.nickname);
  claim(Field::company, contact.company);
  claim(Field::title, contact.title);
  claim(Field::city, contact.city);
  claim(Field::country, contact.country);
  if (is_birthday(contact.birthday)) claim(Field::birthday, contact.birthday);
  claim(Field::note, contact.note);
  for (const std::string& tie : contact.related) claim(Field::note, tie);
  for (const std::string& url : contact.urls) {
    if (!base::LinkedIn::parse(url)) claim(Field::url, url);
  }
  for (const std::string& label : contact.labels) claim(Field::label, label);
  for (std::size_t i = 1; i < handles.size(); ++i) claim(Field::same, ledger::text(handles[i]));
  record.evidence.push_back({.kind = ledger::Kind::listed,
                             .channel = ledger::Channel::address_book,
                             .reference = "contacts/" + ledger::text(who),
                             .thread = {},
                             .title = {},
                             .place = {},
                             .parties = {{who, ledger::Role::with, name}}});
  sink.add("contacts", std::move(record));
}

}  // namespace sources
