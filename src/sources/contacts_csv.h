#pragma once

/// Address books as tables: what Google Contacts, Outlook and Thunderbird have in common.

#include "sources/csv_table.h"

namespace sources {

/// A column that names somebody else, and what they are to the person: stated by a column of its own
/// ("Relation 1 - Type"), else always `kind` ("spouse").
struct RelatedColumn {
  std::size_t who = Table::none;
  std::size_t stated = Table::none;
  std::string_view kind;
};

/// Which columns hold what; several of one kind are several values.
struct ContactColumns {
  std::size_t name = Table::none;
  std::size_t given = Table::none;
  std::size_t middle = Table::none;
  std::size_t family = Table::none;
  std::size_t nickname = Table::none;
  std::size_t company = Table::none;
  std::size_t title = Table::none;
  std::size_t city = Table::none;
  std::size_t country = Table::none;
  std::size_t birthday = Table::none;
  std::size_t birth_year = Table::none;  ///< Where the birthday has a column for each part.
  std::size_t birth_month = Table::none;
  std::size_t birth_day = Table::none;
  std::size_t note = Table::none;
  std::vector<std::size_t> emails;
  std::vector<std::size_t> phones;
  std::vector<std::size_t> urls;
  std::vector<std::size_t> labels;
  std::vector<RelatedColumn> related;
};

using ContactLayout = ContactColumns (*)(const Table&);

/// Whether one of the first rows of `peek` is a header that `fits`.
[[nodiscard]] bool has_header(const Peek& peek, bool (*fits)(const Table&));
/// Reads every row under the header that `fits` as one of the "contacts".
[[nodiscard]] base::Result<void> read_contacts(Input& input, Sink& sink, bool (*fits)(const Table&), ContactLayout layout);

}  // namespace sources
