#pragma once

/// The tables of a LinkedIn export, one reader each; linkedin.cc chooses among them.

#include <string>
#include <string_view>

#include "base/linkedin.h"
#include "sources/csv_table.h"

namespace sources {

/// One table, read up to and including its header.
struct LinkedInTable {
  formats::CsvReader& reader;
  const Table& table;
  Sink& sink;
  std::string file;  ///< The file's name as it is compared: "endorsementgiveninfo.csv".
};

using LinkedInReader = base::Result<void> (*)(const LinkedInTable&);

[[nodiscard]] base::Result<void> read_connections(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_messages(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_invitations(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_recommendations(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_endorsements(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_notes(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_imported_contacts(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_profile(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_positions(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_email_addresses(const LinkedInTable& in);
[[nodiscard]] base::Result<void> read_phone_numbers(const LinkedInTable& in);
/// Tables that tell nothing of other people: counted and left out.
[[nodiscard]] base::Result<void> read_other(const LinkedInTable& in);

/// A cell; empty where the export left a placeholder such as "[firstname]".
[[nodiscard]] std::string_view linkedin_cell(const formats::CsvRow& row, std::size_t column);
/// The claims that name somebody.
void claim_name(ledger::Record& record, const ledger::Handle& who, std::string_view given, std::string_view family);
/// One claim, when there is something to say.
void claim(ledger::Record& record, const ledger::Handle& who, ledger::Field field, std::string_view value, base::Instant at = {});
/// "This profile is the owner's."
[[nodiscard]] ledger::Claim owner_claim(const ledger::Handle& who);

}  // namespace sources
