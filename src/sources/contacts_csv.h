#pragma once

/// Address books as tables: what Google Contacts, Outlook and Thunderbird have in common.

#include "sources/csv_table.h"

namespace sources {

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
  std::size_t note = Table::none;
  std::vector<std::size_t> emails;
  std::vector<std::size_t> phones;
  std::vector<std::size_t> urls;
  std::vector<std::size_t> labels;
};

using ContactLayout = ContactColumns (*)(const Table&);

/// Whether one of the first rows of `peek` is a header that `fits`.
[[nodiscard]] bool has_header(const Peek& peek, bool (*fits)(const Table&));
/// Reads every row under the header that `fits` as one of the "contacts".
[[nodiscard]] base::Result<void> read_contacts(Input& input, Sink& sink, bool (*fits)(const Table&),
                                               ContactLayout layout);

}  // namespace sources
