#include "lab/eval_link.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/output.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/csv.h"
#include "people/linkage.h"
#include "words/words.h"

namespace lab {

namespace {

using people::Trait;

constexpr std::size_t columns_max = 60;
constexpr std::size_t problems_max = 20;
constexpr std::size_t sampled_rows = 10'000;

struct Known {
  Trait trait;
  std::string_view shown;
  std::array<std::string_view, 9> names;  ///< Of the column: letters alone, lower case.
};

constexpr std::array<Known, 9> known = {{
    {Trait::name, "name", {"name", "fullname", "displayname", "personname", "realname", "author"}},
    {Trait::given, "given name", {"givenname", "given", "firstname", "first", "fname", "forename", "givennames", "firstnames"}},
    {Trait::family, "family name", {"surname", "familyname", "family", "lastname", "last", "lname"}},
    {Trait::email, "mail address", {"email", "mail", "emailaddress", "mailaddress"}},
    {Trait::phone,
     "telephone number",
     {"phone", "telephone", "tel", "mobile", "phonenumber", "telephonenumber", "mobilephone", "cell"}},
    {Trait::company, "company", {"company", "companyname", "employer", "organisation", "organization", "org"}},
    {Trait::date, "date", {"dob", "dateofbirth", "birthdate", "birthday", "bday", "date"}},
    {Trait::number, "number", {"postcode", "zip", "zipcode", "postalcode", "streetnumber", "housenumber", "socsecid", "ssn"}},
    {Trait::text, "text", {}},
}};

std::string_view shown(Trait trait) {
  return std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.trait == trait; })->shown;
}

/// "fname_c1" and "First Name" as "fname" and "firstname".
std::string plain(std::string_view title) {
  const std::string lower = base::lower_ascii(title);
  std::string_view stem = lower;
  // A number behind tells columns of one kind apart.
  const std::size_t end = stem.find_last_not_of("0123456789");
  stem = stem.substr(0, end == std::string_view::npos ? 0 : end + 1);
  if (stem.size() < lower.size() && stem.ends_with("_c")) stem.remove_suffix(2);
  std::string out;
  for (const char c : stem) {
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

std::optional<Trait> trait_named(std::string_view title) {
  const std::string word = plain(title);
  for (const Known& one : known) {
    if (!word.empty() && std::find(one.names.begin(), one.names.end(), word) != one.names.end()) return one.trait;
  }
  return std::nullopt;
}

/// What the values of a column look like, where its name says nothing.
Trait trait_of(const std::vector<std::string>& values) {
  std::size_t some = 0;
  std::size_t digits = 0;
  std::size_t addresses = 0;
  std::size_t days = 0;
  for (const std::string& value : values) {
    const std::string_view text = base::trim(value);
    if (text.empty()) continue;
    ++some;
    digits += text.find_first_not_of("0123456789") == std::string_view::npos ? 1U : 0U;
    addresses += text.find('@') != std::string_view::npos ? 1U : 0U;
    days += text.size() == 10 && text[4] == '-' && text[7] == '-' ? 1U : 0U;
  }
  const auto nearly_all = [&](std::size_t count) { return some > 0 && count * 20 >= some * 19; };
  return nearly_all(digits) ? Trait::number : nearly_all(addresses) ? Trait::email : nearly_all(days) ? Trait::date : Trait::text;
}

struct Table {
  people::LinkTable link;
  std::vector<std::string> ids;
  std::vector<std::string> problems;
};

class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  base::Result<Table> read() {
    TRY(bytes, formats::open_file(path_));
    formats::CsvReader reader(*bytes);
    CHECK(read_header(reader));
    formats::CsvRow row;
    for (;;) {
      const auto more = reader.next(row);
      if (!more) return base::fail(more.error());
      if (!*more) break;
      take(row);
    }
    give();
    if (table_.link.rows == 0)
      return base::fail(base::Fault::unreadable, path_, base::say("lab.no-rows"), base::say("lab.first-line-names-columns"));
    const bool says_something = std::any_of(table_.link.columns.begin(), table_.link.columns.end(),
                                            [](const auto& column) { return column.values().size() > 1; });
    if (!says_something)
      return base::fail(base::Fault::unreadable, path_, base::say("lab.no-column-compare"),
                        base::say("lab.first-column-records-id"));
    // Numbered by name, so that the order of rows does not matter.
    std::vector<std::uint32_t> number(sources_.size());
    std::uint32_t next = 0;
    for (const auto& [name, seen] : sources_) number[seen] = next++;
    for (std::uint32_t& source : table_.link.source) source = number[source];
    if (sources_.size() < 2) table_.link.source.clear();
    return std::move(table_);
  }

 private:
  base::Result<void> read_header(formats::CsvReader& reader) {
    formats::CsvRow row;
    const auto more = reader.next(row);
    if (!more) return base::fail(more.error());
    if (!*more || !row.wrong.empty())
      return base::fail(base::Fault::unreadable, path_, base::say("lab.no-header"), base::say("lab.first-line-names-columns-2"));
    for (std::size_t i = 1; i < row.cells.size() && i <= columns_max; ++i) titles_.emplace_back(base::trim(row.cells[i]));
    const auto found = std::find_if(titles_.begin(), titles_.end(),
                                    [](const std::string& title) { return base::equal_no_case(title, "source"); });
    source_ = static_cast<std::size_t>(found - titles_.begin());
    if (titles_.size() - (found == titles_.end() ? 0U : 1U) == 0) {
      return base::fail(base::Fault::unreadable, path_, base::say("lab.no-column-compare"),
                        base::say("lab.first-column-records-id"));
    }
    ahead_.resize(titles_.size());
    return {};
  }

  void take(const formats::CsvRow& row) {
    if (!row.wrong.empty() || row.cells.empty()) {
      if (table_.problems.size() < problems_max)
        table_.problems.push_back(fmt::format("line {}: {}", row.line, words::say(row.wrong)));
      return;
    }
    table_.ids.emplace_back(row.cells.front());
    ++table_.link.rows;
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      const std::string_view cell = i + 1 < row.cells.size() ? row.cells[i + 1] : std::string_view{};
      if (i == source_) {
        const auto at = sources_.try_emplace(std::string(cell), static_cast<std::uint32_t>(sources_.size())).first;
        table_.link.source.push_back(at->second);
      } else if (given_) {
        table_.link.columns[place_[i]].add(cell);
      } else {
        ahead_[i].emplace_back(cell);
      }
    }
    if (!given_ && table_.ids.size() >= sampled_rows) give();
  }

  /// Once enough rows were seen to know the columns by their values.
  void give() {
    if (given_) return;
    given_ = true;
    place_.resize(titles_.size());
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      if (i == source_) continue;
      place_[i] = table_.link.columns.size();
      people::LinkColumn column(trait_named(titles_[i]).value_or(trait_of(ahead_[i])), titles_[i]);
      for (const std::string& value : ahead_[i]) column.add(value);
      table_.link.columns.push_back(std::move(column));
    }
    ahead_.clear();
  }

  const std::string& path_;
  Table table_;
  std::vector<std::string> titles_;  ///< Without the first column's.
  std::size_t source_ = 0;
  std::vector<std::vector<std::string>> ahead_;  ///< Of the first rows, by column.
  std::vector<std::size_t> place_;               ///< Of a title, in the table.
  std::map<std::string, std::uint32_t> sources_;
  bool given_ = false;
};

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

}  // namespace

base::Result<LinkReport> eval_link(const std::string& data, const std::string& out) {
  TRY(table, Reader(data).read());
  const people::Linkage linkage = people::link(table.link);
  std::string text = "rid,cluster\n";
  for (std::size_t row = 0; row < table.ids.size(); ++row)
    text += fmt::format("{},c{}\n", csv_cell(table.ids[row]), linkage.cluster[row]);
  CHECK(base::write_file(out, text));

  LinkReport report;
  report.rows = table.ids.size();
  report.clusters = std::set<std::uint32_t>(linkage.cluster.begin(), linkage.cluster.end()).size();
  report.pairs = linkage.pairs;
  report.problems = table.problems;
  for (std::size_t i = 0; i < linkage.fields.size(); ++i) {
    const people::LinkField& field = linkage.fields[i];
    report.columns.push_back({field.title, std::string(shown(table.link.columns[i].trait())), field.same, field.different});
  }
  return report;
}

}  // namespace lab
