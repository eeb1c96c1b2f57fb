#include "sources/contacts_csv.h"

#include <fmt/format.h>

#include "base/text.h"
#include "sources/contact.h"

namespace sources {

namespace {

// "1988-06-15", " --12-01", "1988/6/15"; dates in the order of some country are not guessed at.
std::string birthday_of(std::string_view text) {
  std::string out(base::trim(text));
  for (char& c : out) c = c == '/' ? '-' : c;
  return out;
}

// "1906", "12", "9" as "1906-12-09"; without a year "--12-09".
std::string birthday_of(const formats::CsvRow& row, const ContactColumns& columns) {
  const std::string_view year = cell(row, columns.birth_year);
  const std::string_view month = cell(row, columns.birth_month);
  const std::string_view day = cell(row, columns.birth_day);
  if (month.empty() || day.empty()) return birthday_of(cell(row, columns.birthday));
  return fmt::format("{}-{:0>2}-{:0>2}", year.empty() ? "-" : year, month, day);
}

// "* myContacts ::: Family": the star marks Google's own groups.
void add_labels(std::vector<std::string>& to, std::string_view text) {
  std::vector<std::string> labels;
  add_values(labels, text);
  for (std::string& label : labels) {
    if (label.front() != '*') to.push_back(std::move(label));
  }
}

Contact contact_of(const formats::CsvRow& row, const ContactColumns& columns) {
  Contact contact;
  contact.name = cell(row, columns.name);
  contact.given = cell(row, columns.given);
  contact.family = cell(row, columns.family);
  const std::string_view middle = cell(row, columns.middle);
  if (contact.name.empty() && !middle.empty()) {
    contact.name = full_name(full_name(contact.given, middle), contact.family);
  }
  contact.nickname = cell(row, columns.nickname);
  contact.company = cell(row, columns.company);
  contact.title = cell(row, columns.title);
  contact.city = cell(row, columns.city);
  contact.country = cell(row, columns.country);
  contact.birthday = birthday_of(row, columns);
  contact.note = cell(row, columns.note);
  for (const std::size_t at : columns.emails) add_values(contact.emails, cell(row, at));
  for (const std::size_t at : columns.phones) add_values(contact.phones, cell(row, at));
  for (const std::size_t at : columns.urls) {
    if (!cell(row, at).empty()) contact.urls.emplace_back(cell(row, at));
  }
  for (const std::size_t at : columns.labels) add_labels(contact.labels, cell(row, at));
  for (const RelatedColumn& one : columns.related) {
    const std::string_view stated = cell(row, one.stated);
    contact.related.push_back(related_note(stated.empty() ? one.kind : stated, cell(row, one.who)));
  }
  return contact;
}

}  // namespace

bool has_header(const Peek& peek, bool (*fits)(const Table&)) {
  if (peek.head.empty()) return false;
  const auto bytes = formats::bytes_of(peek.head);
  formats::CsvReader reader(*bytes);
  return find_header(reader, fits).value_or(false);
}

base::Result<void> read_contacts(Input& input, Sink& sink, bool (*fits)(const Table&), ContactLayout layout) {
  formats::CsvReader reader(input.bytes);
  ContactColumns columns;
  const auto found = find_header(reader, [&](const Table& table) {
    if (!fits(table)) return false;
    columns = layout(table);
    return true;
  });
  if (!found) return base::fail(found.error());
  return each_row({reader, sink, "contacts"}, [&](const formats::CsvRow& row) { add_contact(sink, contact_of(row, columns)); });
}

}  // namespace sources
