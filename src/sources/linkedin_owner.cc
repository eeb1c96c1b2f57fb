// The tables of a LinkedIn export that tell of the owner.

#include <utility>

#include "base/text.h"
#include "formats/countries.h"
#include "sources/linkedin_tables.h"
#include "sources/linkedin_time.h"

namespace sources {

using formats::CsvRow;
using ledger::Field;

base::Result<void> read_profile(const LinkedInTable& in) {
  const std::size_t first = in.table.column("First Name");
  const std::size_t last = in.table.column("Last Name");
  const std::size_t headline = in.table.column("Headline");
  const std::size_t place = in.table.column("Geo Location");
  return each_row({in.reader, in.sink, "profiles"}, [&](const CsvRow& row) {
    ledger::Record record;
    claim_name(record, ledger::me(), linkedin_cell(row, first), linkedin_cell(row, last));
    claim(record, ledger::me(), Field::title, cell(row, headline));
    // "Stockholm, Stockholm County, Sweden"
    const std::vector<std::string_view> parts = base::split(cell(row, place), ',');
    const std::string code = formats::country_code(parts.back());
    if (parts.size() > 1 || code.empty()) claim(record, ledger::me(), Field::city, base::trim(parts.front()));
    claim(record, ledger::me(), Field::country, code);
    claim(record, ledger::me(), Field::region, code);
    if (record.claims.empty()) {
      in.sink.leave_out("profiles", "empty");
    } else {
      in.sink.add("profiles", std::move(record));
    }
  });
}

base::Result<void> read_positions(const LinkedInTable& in) {
  const std::size_t company = in.table.column("Company Name");
  const std::size_t title = in.table.column("Title");
  const std::size_t started = in.table.column("Started On");
  return each_row({in.reader, in.sink, "positions"}, [&](const CsvRow& row) {
    const auto at = linkedin_time(cell(row, started));
    ledger::Record record;
    claim(record, ledger::me(), Field::company, cell(row, company), at ? at->at : base::Instant{});
    claim(record, ledger::me(), Field::title, cell(row, title), at ? at->at : base::Instant{});
    if (record.claims.empty()) {
      in.sink.leave_out("positions", "empty");
    } else {
      in.sink.add("positions", std::move(record));
    }
  });
}

base::Result<void> read_email_addresses(const LinkedInTable& in) {
  const std::size_t address = in.table.column("Email Address");
  return each_row({in.reader, in.sink, "own addresses"}, [&](const CsvRow& row) {
    const auto email = base::Email::parse(cell(row, address));
    if (!email) {
      in.sink.problem("own addresses", line_of(row), base::say("sources.no-mail-address"));
      return;
    }
    ledger::Record record;
    record.claims.push_back(owner_claim(ledger::handle(*email)));
    in.sink.add("own addresses", std::move(record));
  });
}

base::Result<void> read_phone_numbers(const LinkedInTable& in) {
  const std::size_t number = in.table.column("Number");
  return each_row({in.reader, in.sink, "own numbers"}, [&](const CsvRow& row) {
    const auto phones = ledger::phone_handle(cell(row, number));
    if (phones.empty()) {
      in.sink.leave_out("own numbers", "no telephone number");
      return;
    }
    ledger::Record record;
    record.claims.push_back(owner_claim(phones.front()));
    in.sink.add("own numbers", std::move(record));
  });
}

base::Result<void> read_other(const LinkedInTable& in) {
  return each_row({in.reader, in.sink, "other rows"},
                  [&](const CsvRow&) { in.sink.leave_out("other rows", "not about people"); });
}

}  // namespace sources
