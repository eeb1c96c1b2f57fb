// LinkedIn's data export (linkedin.com, Settings, Data privacy, Get a copy of your data): a folder
// of tables, each told by the words of its header, which stands up to 20 rows down.

#include <array>
#include <initializer_list>

#include "base/text.h"
#include "sources/linkedin_tables.h"

namespace sources {

namespace {

using Words = std::array<std::string_view, 4>;

struct KnownFile {
  Words header;  ///< Columns that are there in every era of the export; empty ones count not.
  LinkedInReader read;
  int sure;
};

// More telling ones first. Source: exports of 2014 to 2026.
constexpr std::array<KnownFile, 43> known_files = {{
    {{"First Name", "Last Name", "Connected On", "Company"}, read_connections, 98},
    {{"CONVERSATION ID", "FROM", "TO", "DATE"}, read_messages, 98},
    {{"From", "To", "Sent At", "Direction"}, read_invitations, 98},
    {{"Endorsement Date", "Skill Name", "Endorsee First Name", ""}, read_endorsements, 98},
    {{"Endorsement Date", "Skill Name", "Endorser First Name", ""}, read_endorsements, 98},
    {{"First Name", "Last Name", "Creation Date", "Text"}, read_recommendations, 95},
    {{"Connection First Name", "Connection Profile URL", "Note", ""}, read_notes, 98},
    {{"Source", "FirstName", "LastName", "Emails"}, read_imported_contacts, 95},
    {{"First Name", "Last Name", "Maiden Name", "Headline"}, read_profile, 95},
    {{"Company Name", "Title", "Started On", "Finished On"}, read_positions, 90},
    {{"Email Address", "Confirmed", "Primary", "Updated On"}, read_email_addresses, 95},
    {{"Extension", "Number", "Type", ""}, read_phone_numbers, 90},
    {{"Date", "Link", "Message", ""}, read_other, 60},
    {{"Date", "Type", "Link", ""}, read_other, 60},
    {{"Date", "ShareLink", "ShareCommentary", ""}, read_other, 90},
    {{"Date", "Link", "OptionText", ""}, read_other, 60},
    {{"Date", "FullName", "Status", ""}, read_other, 60},
    {{"Organization", "Followed On", "", ""}, read_other, 80},
    {{"HashTag", "State", "LastModifiedTime", ""}, read_other, 80},
    {{"School Name", "Degree Name", "", ""}, read_other, 80},
    {{"Event Name", "Event Time", "Status", "External Url"}, read_other, 80},
    {{"Date/Time", "Media Description", "Media Link", ""}, read_other, 80},
    {{"Time", "Media Link", "", ""}, read_other, 70},
    {{"Type", "Media Link", "", ""}, read_other, 70},
    {{"savedItem", "CreatedTime", "", ""}, read_other, 80},
    {{"Time", "Search Query", "", ""}, read_other, 70},
    {{"Application Date", "Company Name", "Job Title", "Job Url"}, read_other, 80},
    {{"Saved Date", "Job Url", "Job Title", ""}, read_other, 80},
    {{"ALERT_PARAMETERS", "QUERY_CONTEXT", "SAVED_SEARCH_ID", ""}, read_other, 90},
    {{"Name", "Url", "Authority", "License Number"}, read_other, 80},
    {{"Name", "Authority", "Started On", ""}, read_other, 60},
    {{"Registered At", "Registration Ip", "", ""}, read_other, 90},
    {{"Ad clicked Date", "Ad Title/Id", "", ""}, read_other, 80},
    {{"Member Age", "Company Names", "", ""}, read_other, 80},
    {{"Category", "Type of inference", "", ""}, read_other, 80},
    {{"Login Date", "IP Address", "User Agent", ""}, read_other, 80},
    {{"Challenge Date", "IP Address", "", ""}, read_other, 80},
    {{"Content Title", "Content Type", "", ""}, read_other, 60},
    {{"Title", "Description", "Url", "Started On"}, read_other, 60},
    {{"Name", "Description", "Url", "Published On"}, read_other, 60},
    {{"Company Name", "Role", "Cause", ""}, read_other, 70},
    {{"Name", "Proficiency", "", ""}, read_other, 60},
    {{"Name", "Description", "Position", "Started On"}, read_other, 50},
}};

// "Export.zip/Endorsement_Given Info.csv" as "endorsementgiveninfo.csv".
std::string file_key(std::string_view path) {
  if (const std::size_t slash = path.find_last_of("/\\"); slash != std::string_view::npos) {
    path.remove_prefix(slash + 1);
  }
  return Table::key(path);
}

// Tables of the export that the list above does not know; the name of the archive tells them.
bool in_export(std::string_view path) {
  const std::string lower = base::lower_ascii(path);
  return base::contains(lower, "linkedindataexport") && lower.size() > 4 && lower.compare(lower.size() - 4, 4, ".csv") == 0;
}

const KnownFile* known_as(const Table& table) {
  for (const KnownFile& one : known_files) {
    bool fits = true;
    for (const std::string_view word : one.header) {
      fits = fits && (word.empty() || table.column(word) != Table::none);
    }
    if (fits) return &one;
  }
  return nullptr;
}

const KnownFile* find_known(formats::CsvReader& reader, Table& header) {
  const KnownFile* found = nullptr;
  const auto done = find_header(reader, [&](const Table& table) {
    found = known_as(table);
    if (found != nullptr) header = table;
    return found != nullptr;
  });
  return done && *done ? found : nullptr;
}

int recognise_linkedin(const Peek& peek) {
  if (peek.head.empty()) return 0;
  const auto bytes = formats::bytes_of(peek.head);
  formats::CsvReader reader(*bytes);
  Table header;
  const KnownFile* found = find_known(reader, header);
  if (found != nullptr) return found->sure;
  const bool text = peek.head.substr(0, 1000).find('\0') == std::string_view::npos;
  return text && in_export(peek.path) ? 20 : 0;
}

base::Result<void> read_linkedin(Input& input, Sink& sink) {
  // The header is looked for in the head, so that a table without one is still read from its start.
  Table header;
  const auto head = formats::bytes_of(input.head);
  formats::CsvReader peeked(*head);
  const KnownFile* found = find_known(peeked, header);
  formats::CsvReader reader(input.bytes);
  if (found != nullptr) {
    const auto again = find_header(reader, [](const Table& table) { return known_as(table) != nullptr; });
    if (!again) return base::fail(again.error());
  } else {
    const auto first = find_header(reader, [](const Table&) { return true; });
    if (!first) return base::fail(first.error());
  }
  const LinkedInTable table{.reader = reader, .table = header, .sink = sink, .file = file_key(input.path)};
  return found != nullptr ? found->read(table) : read_other(table);
}

}  // namespace

extern const Source source_linkedin;
const Source source_linkedin = {
    .name = "linkedin", .label = "LinkedIn export", .recognise = recognise_linkedin, .read = read_linkedin};

}  // namespace sources
