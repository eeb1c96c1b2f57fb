// The tables of a LinkedIn export that list people or say what passed between them and the owner.

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "sources/contact.h"
#include "sources/linkedin_tables.h"
#include "sources/linkedin_time.h"

namespace sources {

using formats::CsvRow;
using ledger::Field;

namespace {

constexpr std::size_t title_bytes_max = 200;

std::uint8_t day_flag(const LinkedInTime& time) {
  return time.day_only ? static_cast<std::uint8_t>(ledger::day_only) : std::uint8_t{0};
}

ledger::Handle profile_or_name(std::string_view url, std::string_view name, std::string_view detail = {}) {
  if (const auto profile = base::LinkedIn::parse(url)) return ledger::handle(*profile);
  return ledger::name_handle("linkedin", name, detail);
}

bool is_given(const LinkedInTable& in) { return base::contains(in.file, "given"); }

}  // namespace

std::string_view linkedin_cell(const CsvRow& row, std::size_t column) {
  const std::string_view text = cell(row, column);
  if (text.size() > 2 && text.front() == '[' && text.back() == ']' && text.find_first_of(": ") == std::string_view::npos) {
    return {};
  }
  return text;
}

void claim(ledger::Record& record, const ledger::Handle& who, Field field, std::string_view value, base::Instant at) {
  if (value.empty()) return;
  record.claims.push_back({who, field, std::string(base::clip(value, 2000)), at});
}

void claim_name(ledger::Record& record, const ledger::Handle& who, std::string_view given, std::string_view family) {
  claim(record, who, Field::name, full_name(given, family));
  claim(record, who, Field::given, given);
  claim(record, who, Field::family, family);
}

ledger::Claim owner_claim(const ledger::Handle& who) { return {who, Field::owner, "archive", {}}; }

base::Result<void> read_connections(const LinkedInTable& in) {
  const std::size_t first = in.table.column("First Name");
  const std::size_t last = in.table.column("Last Name");
  const std::size_t url = in.table.column("URL");
  const std::size_t email = in.table.column("Email Address");
  const std::size_t company = in.table.column("Company");
  const std::size_t position = in.table.column("Position");
  const std::size_t date = in.table.column("Connected On");
  // Exports do not say of which day they are: not before their newest connection, which comes first.
  base::Instant known{};
  return each_row({in.reader, in.sink, "connections"}, [&](const CsvRow& row) {
    const std::string_view given = linkedin_cell(row, first);
    const std::string_view family = linkedin_cell(row, last);
    const std::string name = full_name(given, family);
    const std::string_view profile = linkedin_cell(row, url);
    if (name.empty() && profile.empty()) {
      in.sink.leave_out("connections", "hidden members");
      return;
    }
    const std::string_view written = linkedin_cell(row, date);
    const auto day = linkedin_time(written);
    if (!day && !written.empty()) {
      in.sink.remark(line_of(row), base::say("sources.date-cannot-read-2", {{"written", std::string(base::clip(written, 60))}}));
    }
    const std::string since = day ? base::iso(base::day_of(day->at)) : std::string{};
    const ledger::Handle who = profile_or_name(profile, name, since);
    ledger::Record record;
    claim_name(record, who, given, family);
    claim(record, who, Field::company, linkedin_cell(row, company));
    claim(record, who, Field::title, linkedin_cell(row, position));
    if (day) known = std::max(known, base::start_of(base::day_of(day->at)));
    if (known.seconds > 0 && who.kind == ledger::HandleKind::linkedin) {  // A later export may say otherwise.
      claim(record, who, Field::company, linkedin_cell(row, company), known);
      claim(record, who, Field::title, linkedin_cell(row, position), known);
    }
    if (const auto address = base::Email::parse(linkedin_cell(row, email))) {
      claim(record, who, Field::same, ledger::text(ledger::handle(*address)));
    }
    record.evidence.push_back({.kind = ledger::Kind::listed,
                               .channel = ledger::Channel::linkedin,
                               .flags = ledger::day_only,
                               .at = day ? base::start_of(base::day_of(day->at)) : base::Instant{},
                               .reference = "linkedin/connection/" + who.value,
                               .thread = {},
                               .title = {},
                               .place = {},
                               .parties = {{who, ledger::Role::with, name}}});
    in.sink.add("connections", std::move(record));
  });
}

namespace {

struct InvitationColumns {
  std::size_t from, to, date, direction, inviter, invitee;
};

// Who the owner is stands in here by address: the inviter of what went out.
void add_invitation(const LinkedInTable& in, const InvitationColumns& columns, const CsvRow& row,
                    std::set<ledger::Handle>& owners) {
  const std::string_view direction = linkedin_cell(row, columns.direction);
  const bool out = base::equal_no_case(direction, "OUTGOING");
  const auto at = linkedin_time(linkedin_cell(row, columns.date));
  if ((!out && !base::equal_no_case(direction, "INCOMING")) || !at) {
    in.sink.problem("invitations", line_of(row),
                    at ? base::say("sources.neither-incoming-nor-outgoing") : base::say("sources.date-cannot-read"));
    return;
  }
  const std::string_view names[] = {linkedin_cell(row, columns.from), linkedin_cell(row, columns.to)};
  const std::string_view urls[] = {linkedin_cell(row, columns.inviter), linkedin_cell(row, columns.invitee)};
  const std::size_t self = out ? 0 : 1;
  const std::size_t other = 1 - self;
  if (names[other].empty() && urls[other].empty()) {
    in.sink.leave_out("invitations", "hidden members");
    return;
  }
  ledger::Handle handles[2];
  handles[other] = profile_or_name(urls[other], names[other]);
  if (const auto own = base::LinkedIn::parse(urls[self])) {
    handles[self] = ledger::handle(*own);
    if (owners.insert(handles[self]).second) in.sink.claim(owner_claim(handles[self]));
  }
  ledger::Record record;
  record.evidence.push_back(
      {.kind = ledger::Kind::invited,
       .channel = ledger::Channel::linkedin,
       .flags = day_flag(*at),
       .at = at->at,
       .reference = std::string("linkedin/invitation/") + (out ? "out/" : "in/") + handles[other].value + "/" + base::iso(at->at),
       .thread = {},
       .title = {},
       .place = {},
       .parties = {{handles[0], ledger::Role::from, std::string(names[0])},
                   {handles[1], ledger::Role::to, std::string(names[1])}}});
  in.sink.add("invitations", std::move(record));
}

}  // namespace

base::Result<void> read_invitations(const LinkedInTable& in) {
  const InvitationColumns columns{.from = in.table.column("From"),
                                  .to = in.table.column("To"),
                                  .date = in.table.column("Sent At"),
                                  .direction = in.table.column("Direction"),
                                  .inviter = in.table.column("inviterProfileUrl"),
                                  .invitee = in.table.column("inviteeProfileUrl")};
  std::set<ledger::Handle> owners;
  return each_row({in.reader, in.sink, "invitations"}, [&](const CsvRow& row) { add_invitation(in, columns, row, owners); });
}

base::Result<void> read_recommendations(const LinkedInTable& in) {
  const bool given_by_owner = is_given(in);
  const bool known = given_by_owner || base::contains(in.file, "received");
  if (known) in.sink.claim({ledger::me(), Field::covers, "help", {}});
  const std::size_t first = in.table.column("First Name");
  const std::size_t last = in.table.column("Last Name");
  const std::size_t company = in.table.column("Company");
  const std::size_t job = in.table.column("Job Title");
  const std::size_t date = in.table.column("Creation Date");
  const std::size_t status = in.table.column("Status");
  return each_row({in.reader, in.sink, "recommendations"}, [&](const CsvRow& row) {
    const std::string_view given = linkedin_cell(row, first);
    const std::string_view family = linkedin_cell(row, last);
    const std::string name = full_name(given, family);
    const std::string_view state = cell(row, status);
    const auto at = linkedin_time(cell(row, date));
    if (!known) {
      // Only the file's name says who recommended whom.
      in.sink.leave_out("recommendations", "the file's name says neither given nor received");
    } else if (name.empty()) {
      in.sink.leave_out("recommendations", "hidden members");
    } else if (!state.empty() && !base::equal_no_case(state, "VISIBLE") && !base::equal_no_case(state, "HIDDEN") &&
               !base::equal_no_case(state, "ACCEPTED")) {
      in.sink.leave_out("recommendations", "not published");
    } else if (!at) {
      in.sink.problem("recommendations", line_of(row), base::say("sources.date-cannot-read"));
    } else {
      const ledger::Handle who = ledger::name_handle("linkedin", name, cell(row, company));
      ledger::Record record;
      claim_name(record, who, given, family);
      claim(record, who, Field::company, cell(row, company));
      claim(record, who, Field::title, cell(row, job));
      const ledger::Role mine = given_by_owner ? ledger::Role::from : ledger::Role::to;
      const ledger::Role theirs = given_by_owner ? ledger::Role::to : ledger::Role::from;
      record.evidence.push_back({.kind = ledger::Kind::recommended,
                                 .channel = ledger::Channel::linkedin,
                                 .flags = day_flag(*at),
                                 .at = at->at,
                                 .reference = std::string("linkedin/recommendation/") +
                                              (given_by_owner ? "given/" : "received/") + name + "/" + base::iso(at->at),
                                 .thread = {},
                                 .title = {},
                                 .place = {},
                                 .parties = {{ledger::me(), mine, {}}, {who, theirs, name}}});
      in.sink.add("recommendations", std::move(record));
    }
  });
}

base::Result<void> read_endorsements(const LinkedInTable& in) {
  const bool given_by_owner = in.table.has({"Endorsee First Name"});
  const std::string prefix = given_by_owner ? "Endorsee " : "Endorser ";
  const std::size_t first = in.table.column(prefix + "First Name");
  const std::size_t last = in.table.column(prefix + "Last Name");
  const std::size_t url = in.table.column(prefix + "Public Url");
  const std::size_t skill = in.table.column("Skill Name");
  const std::size_t date = in.table.column("Endorsement Date");
  return each_row({in.reader, in.sink, "endorsements"}, [&](const CsvRow& row) {
    const std::string_view given = linkedin_cell(row, first);
    const std::string_view family = linkedin_cell(row, last);
    const std::string name = full_name(given, family);
    const auto at = linkedin_time(cell(row, date));
    if (name.empty() && linkedin_cell(row, url).empty()) {
      in.sink.leave_out("endorsements", "hidden members");
      return;
    }
    if (!at) {
      in.sink.problem("endorsements", line_of(row), base::say("sources.date-cannot-read"));
      return;
    }
    const ledger::Handle who = profile_or_name(linkedin_cell(row, url), name);
    const ledger::Role mine = given_by_owner ? ledger::Role::from : ledger::Role::to;
    const ledger::Role theirs = given_by_owner ? ledger::Role::to : ledger::Role::from;
    const std::string_view title = base::clip(cell(row, skill), title_bytes_max);
    ledger::Record record;
    claim_name(record, who, given, family);
    record.evidence.push_back({.kind = ledger::Kind::endorsed,
                               .channel = ledger::Channel::linkedin,
                               .flags = day_flag(*at),
                               .at = at->at,
                               .reference = std::string("linkedin/endorsement/") + (given_by_owner ? "given/" : "received/") +
                                            who.value + "/" + std::string(title),
                               .thread = {},
                               .title = std::string(title),
                               .place = {},
                               .parties = {{ledger::me(), mine, {}}, {who, theirs, name}}});
    in.sink.add("endorsements", std::move(record));
  });
}

base::Result<void> read_notes(const LinkedInTable& in) {
  const std::size_t first = in.table.column("Connection First Name");
  const std::size_t last = in.table.column("Connection Last Name");
  const std::size_t url = in.table.column("Connection Profile URL");
  const std::size_t text = in.table.column("Note");
  const std::size_t date = in.table.column("Created On");
  return each_row({in.reader, in.sink, "notes"}, [&](const CsvRow& row) {
    const std::string_view given = linkedin_cell(row, first);
    const std::string_view family = linkedin_cell(row, last);
    const std::string name = full_name(given, family);
    const std::string_view note = cell(row, text);
    const auto at = linkedin_time(cell(row, date));
    if (note.empty() || (name.empty() && linkedin_cell(row, url).empty())) {
      in.sink.leave_out("notes", note.empty() ? "empty notes" : "hidden members");
      return;
    }
    if (!at) {
      in.sink.problem("notes", line_of(row), base::say("sources.date-cannot-read"));
      return;
    }
    const ledger::Handle who = profile_or_name(linkedin_cell(row, url), name);
    ledger::Record record;
    claim_name(record, who, given, family);
    claim(record, who, Field::note, note, at->at);
    record.evidence.push_back({.kind = ledger::Kind::noted,
                               .channel = ledger::Channel::linkedin,
                               .flags = day_flag(*at),
                               .at = at->at,
                               .reference = "linkedin/note/" + who.value + "/" + base::iso(at->at),
                               .thread = {},
                               .title = std::string(base::clip(note, title_bytes_max)),
                               .place = {},
                               .parties = {{ledger::me(), ledger::Role::from, {}}, {who, ledger::Role::about, name}}});
    in.sink.add("notes", std::move(record));
  });
}

base::Result<void> read_imported_contacts(const LinkedInTable& in) {
  const std::size_t first = in.table.column("FirstName");
  const std::size_t last = in.table.column("LastName");
  const std::size_t full = in.table.column("FullName");
  const std::size_t company = in.table.column("Companies");
  const std::size_t title = in.table.column("Title");
  const std::size_t emails = in.table.column("Emails");
  const std::size_t phones = in.table.column("PhoneNumbers");
  const std::size_t birthday = in.table.column("Birthday");
  const std::size_t profiles = in.table.column("Profiles");
  return each_row({in.reader, in.sink, "contacts"}, [&](const CsvRow& row) {
    Contact contact;
    contact.given = cell(row, first);
    contact.family = cell(row, last);
    contact.name = cell(row, full);
    contact.company = cell(row, company);
    contact.title = cell(row, title);
    contact.birthday = cell(row, birthday);
    add_values(contact.emails, cell(row, emails));
    add_values(contact.phones, cell(row, phones));
    add_values(contact.urls, cell(row, profiles));
    add_contact(in.sink, contact);
  });
}

}  // namespace sources
