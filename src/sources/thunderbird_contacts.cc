// Thunderbird's address book, exported as comma or tab separated values.

#include "sources/contacts_csv.h"

namespace sources {

namespace {

bool is_thunderbird(const Table& table) { return table.has({"Display Name", "Primary Email", "First Name", "Last Name"}); }

ContactColumns thunderbird_columns(const Table& table) {
  ContactColumns columns;
  columns.name = table.column("Display Name");
  columns.given = table.column("First Name");
  columns.family = table.column("Last Name");
  columns.nickname = table.column("Nickname");
  columns.company = table.column("Organization");
  columns.title = table.column("Job Title");
  columns.city = table.column("Work City");
  columns.country = table.column("Work Country");
  columns.birth_year = table.column("Birth Year");
  columns.birth_month = table.column("Birth Month");
  columns.birth_day = table.column("Birth Day");
  columns.note = table.column("Notes");
  columns.emails = {table.column("Primary Email"), table.column("Secondary Email")};
  columns.phones = {table.column("Mobile Number"), table.column("Work Phone"), table.column("Home Phone")};
  columns.urls = {table.column("Web Page 1"), table.column("Web Page 2")};
  return columns;
}

int recognise_thunderbird(const Peek& peek) { return has_header(peek, is_thunderbird) ? 92 : 0; }

base::Result<void> read_thunderbird(Input& input, Sink& sink) {
  return read_contacts(input, sink, is_thunderbird, thunderbird_columns);
}

}  // namespace

extern const Source source_thunderbird_contacts;
const Source source_thunderbird_contacts = {.name = "thunderbird_contacts",
                                            .label = "Thunderbird contacts",
                                            .recognise = recognise_thunderbird,
                                            .read = read_thunderbird};

}  // namespace sources
