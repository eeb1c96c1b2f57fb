// Google Contacts, export as "Google CSV": the layout before 2024 ("Given Name", "E-mail 1 - Type")
// and the one since ("First Name", "E-mail 1 - Label").

#include "base/text.h"
#include "sources/contacts_csv.h"

namespace sources {

namespace {

bool is_google(const Table& table) {
  const bool old_layout = table.has({"Name", "Given Name", "Family Name", "Group Membership"});
  const bool new_layout = table.has({"First Name", "Last Name", "Organization Name", "Labels"});
  return old_layout || new_layout;
}

std::size_t either(const Table& table, std::string_view a, std::string_view b) {
  const std::size_t found = table.column(a);
  return found == Table::none ? table.column(b) : found;
}

bool is_value_of(std::string_view key, std::string_view kind) {
  constexpr std::string_view end = "-value";
  return key.substr(0, kind.size()) == kind && key.size() > kind.size() + end.size() && key[kind.size()] >= '0' &&
         key[kind.size()] <= '9' && key.substr(key.size() - end.size()) == end;
}

ContactColumns google_columns(const Table& table) {
  ContactColumns columns;
  columns.name = table.column("Name");
  columns.given = either(table, "Given Name", "First Name");
  columns.middle = either(table, "Additional Name", "Middle Name");
  columns.family = either(table, "Family Name", "Last Name");
  columns.nickname = table.column("Nickname");
  columns.company = either(table, "Organization 1 - Name", "Organization Name");
  columns.title = either(table, "Organization 1 - Title", "Organization Title");
  columns.city = table.column("Address 1 - City");
  columns.country = table.column("Address 1 - Country");
  columns.birthday = table.column("Birthday");
  columns.note = table.column("Notes");
  // How many numbered columns there are depends on the address book.
  for (std::size_t i = 0; i < table.keys().size(); ++i) {
    const std::string& key = table.keys()[i];
    if (is_value_of(key, "e-mail")) columns.emails.push_back(i);
    if (is_value_of(key, "phone")) columns.phones.push_back(i);
    if (is_value_of(key, "website")) columns.urls.push_back(i);
    if (is_value_of(key, "relation")) {
      // What it is stands in the column before: "Relation 1 - Type", later "Relation 1 - Label".
      columns.related.push_back({.who = i, .stated = i > 0 ? i - 1 : Table::none, .kind = {}});
    }
    if (key == "groupmembership" || key == "labels") columns.labels.push_back(i);
  }
  return columns;
}

int recognise_google(const Peek& peek) { return has_header(peek, is_google) ? 92 : 0; }

base::Result<void> read_google(Input& input, Sink& sink) { return read_contacts(input, sink, is_google, google_columns); }

}  // namespace

extern const Source source_google_contacts;
const Source source_google_contacts = {
    .name = "google_contacts", .label = "Google contacts", .recognise = recognise_google, .read = read_google};

}  // namespace sources
