#include "sources/csv_table.h"

#include <algorithm>

#include "base/text.h"

namespace sources {

namespace {

constexpr int header_rows_max = 20;
constexpr std::size_t rows_between_progress = 4096;

}  // namespace

Table::Table(const formats::CsvRow& header) {
  for (const std::string_view name : header.cells) keys_.push_back(key(name));
}

std::string Table::key(std::string_view name) {
  std::string out;
  for (const char c : base::trim(name)) {
    if (c != ' ' && c != '_') out += c;
  }
  return base::lower_ascii(out);
}

std::size_t Table::column(std::string_view name) const {
  const auto found = std::find(keys_.begin(), keys_.end(), key(name));
  return found == keys_.end() ? none : static_cast<std::size_t>(found - keys_.begin());
}

bool Table::has(std::initializer_list<std::string_view> names) const {
  return std::all_of(names.begin(), names.end(), [this](std::string_view name) { return column(name) != none; });
}

std::string_view cell(const formats::CsvRow& row, std::size_t column) {
  return column < row.cells.size() ? base::trim(row.cells[column]) : std::string_view{};
}

base::Result<bool> find_header(formats::CsvReader& reader, const std::function<bool(const Table&)>& fits) {
  formats::CsvRow row;
  for (int i = 0; i < header_rows_max; ++i) {
    const auto more = reader.next(row);
    if (!more) return base::fail(more.error());
    if (!*more) return false;
    if (row.wrong.empty() && fits(Table(row))) return true;
  }
  return false;
}

base::Result<void> each_row(const Rows& rows, const std::function<void(const formats::CsvRow&)>& each) {
  formats::CsvRow row;
  for (std::size_t count = 1;; ++count) {
    const auto more = rows.reader.next(row);
    if (!more) return base::fail(more.error());
    if (!*more) return {};
    if (row.wrong.empty()) {
      each(row);
    } else {
      rows.sink.problem(rows.what, line_of(row), row.wrong);
    }
    if (count % rows_between_progress == 0 && !rows.sink.progress(rows.reader.bytes_read())) {
      return {};
    }
  }
}

base::Message line_of(const formats::CsvRow& row) { return base::say("where.line", {{"n", row.line}}); }

std::string full_name(std::string_view given, std::string_view family) {
  std::string name(given);
  if (!given.empty() && !family.empty()) name += ' ';
  name += family;
  return name;
}

}  // namespace sources
