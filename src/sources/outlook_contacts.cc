// Outlook's contacts as comma separated values, as the desktop program, outlook.com and Google's
// "Outlook CSV" write them, in the languages in which headers have been seen.

#include <span>

#include "base/text.h"
#include "sources/contacts_csv.h"

namespace sources {

namespace {

// The words for one column, English first. Source: Roundcube's csv2vcard tables.
constexpr std::string_view first_words[] = {"First Name",    "Vorname",    "Prénom",   "Nombre", "Nome",
                                            "Primeiro nome", "Imię",       "Имя",      "名字",   "Etunimi",
                                            "Krstné meno",   "Given Name", "Voornaam", "Förnamn"};
constexpr std::string_view last_words[] = {"Last Name",   "Nachname",   "Nom",      "Apellidos", "Cognome",
                                           "Último nome", "Nazwisko",   "Фамилия",  "姓氏",      "Sukunimi",
                                           "Priezvisko",  "Achternaam", "Efternamn"};
constexpr std::string_view middle_words[] = {"Middle Name", "Weitere Vornamen", "Deuxième prénom", "Segundo nombre"};
constexpr std::string_view email_words[] = {"E-mail Address",
                                            "E-mail 2 Address",
                                            "E-mail 3 Address",
                                            "Email Address",
                                            "Email 2 Address",
                                            "Email 3 Address",
                                            "E-Mail-Adresse",
                                            "E-Mail 2: Adresse",
                                            "E-Mail 3: Adresse",
                                            "Adresse de messagerie",
                                            "Adresse de messagerie 2",
                                            "Adresse de messagerie 3",
                                            "Dirección de correo electrónico",
                                            "Dirección de correo electrónico 2",
                                            "Indirizzo E-mail",
                                            "Indirizzo E-mail 2",
                                            "Endereço de E-mail",
                                            "Endereço de E-mail 2",
                                            "Adres e-mail",
                                            "Адрес электронной почты",
                                            "電子郵件地址",
                                            "Ensisijainen sähköposti",
                                            "E-mailová adresa",
                                            "E-mailadres",
                                            "E-postadress"};
constexpr std::string_view company_words[] = {"Company",     "Firma", "Société", "Organización", "Società",     "Empresa",
                                              "Организация", "公司",  "Bedrijf", "Företag",      "Organization"};
constexpr std::string_view title_words[] = {"Job Title", "Position",   "Profession", "Puesto",  "Qualifica",
                                            "Cargo",     "Stanowisko", "職稱",       "Functie", "Befattning"};
constexpr std::string_view phone_words[] = {"Mobile Phone",         "Business Phone",  "Business Phone 2",
                                            "Home Phone",           "Home Phone 2",    "Primary Phone",
                                            "Other Phone",          "Mobiltelefon",    "Telefon geschäftlich",
                                            "Telefon privat",       "Tél. mobile",     "Téléphone (bureau)",
                                            "Téléphone (domicile)", "Telefono Mobile", "Celular",
                                            "Telefon komórkowy",    "行動電話"};
constexpr std::string_view birthday_words[] = {"Birthday", "Geburtstag", "Anniversaire", "Compleanno", "Aniversário"};
constexpr std::string_view city_words[] = {"Business City", "Home City", "Ort geschäftlich"};
constexpr std::string_view country_words[] = {"Business Country/Region", "Business Country", "Home Country/Region",
                                              "Home Country"};
constexpr std::string_view note_words[] = {"Notes", "Notizen"};
constexpr std::string_view label_words[] = {"Categories", "Kategorien"};

std::size_t first_of(const Table& table, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    const std::size_t found = table.column(word);
    if (found != Table::none) return found;
  }
  return Table::none;
}

std::vector<std::size_t> all_of(const Table& table, std::span<const std::string_view> words) {
  std::vector<std::size_t> columns;
  for (const std::string_view word : words) {
    const std::size_t found = table.column(word);
    if (found != Table::none) columns.push_back(found);
  }
  return columns;
}

bool is_outlook(const Table& table) {
  if (table.has({"Connected On"})) return false;
  const bool named = table.column("Name") != Table::none ||
                     (first_of(table, first_words) != Table::none && first_of(table, last_words) != Table::none);
  const std::size_t emails = all_of(table, email_words).size();
  return named ? emails > 0 : emails > 1;
}

ContactColumns outlook_columns(const Table& table) {
  ContactColumns columns;
  columns.name = table.column("Name");
  columns.given = first_of(table, first_words);
  columns.middle = first_of(table, middle_words);
  columns.family = first_of(table, last_words);
  columns.nickname = table.column("Nickname");
  columns.company = first_of(table, company_words);
  columns.title = first_of(table, title_words);
  columns.city = first_of(table, city_words);
  columns.country = first_of(table, country_words);
  columns.birthday = first_of(table, birthday_words);
  columns.note = first_of(table, note_words);
  columns.emails = all_of(table, email_words);
  columns.phones = all_of(table, phone_words);
  columns.urls = {table.column("Web Page")};
  columns.labels = all_of(table, label_words);
  columns.related = {{table.column("Spouse"), Table::none, "spouse"},
                     {table.column("Children"), Table::none, "children"},
                     {table.column("Manager's Name"), Table::none, "manager"},
                     {table.column("Assistant's Name"), Table::none, "assistant"}};
  return columns;
}

int recognise_outlook(const Peek& peek) { return has_header(peek, is_outlook) ? 85 : 0; }

base::Result<void> read_outlook(Input& input, Sink& sink) { return read_contacts(input, sink, is_outlook, outlook_columns); }

}  // namespace

extern const Source source_outlook_contacts;
const Source source_outlook_contacts = {
    .name = "outlook_contacts", .label = "Outlook contacts", .recognise = recognise_outlook, .read = read_outlook};

}  // namespace sources
