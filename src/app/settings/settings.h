#pragma once

/// Files in, who the owner is, what was changed and how it is taken back, and the upkeep of the data file.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "intake/intake.h"

namespace app {

using intake::FileReport;
using intake::Progress;

struct ImportReport {
  std::vector<FileReport> files;
  Totals totals;
  std::optional<ledger::ChangeId> change;  ///< None when nothing was new.
  double seconds = 0;
};

/// `under`: a folder that names of files are told without, where they were only laid there to be read.
[[nodiscard]] base::Result<ImportReport> import(Session& session, const std::vector<std::string>& paths, bool dry_run,
                                                const Progress& progress, const std::string& under = {});

/// Addresses, numbers and profiles that are the owner's, or are not, and the region of national numbers.
[[nodiscard]] base::Result<base::Message> me(Session& session, const std::vector<std::string>& add,
                                             const std::vector<std::string>& remove, std::string_view region);

/// One import, with what each of its files brought then.
struct SourceView {
  ledger::Change change;
  std::vector<ledger::FileAccount> files;
};

/// What was imported, the newest first.
[[nodiscard]] base::Result<std::vector<SourceView>> sources(Session& session);
[[nodiscard]] base::Result<std::vector<ledger::Change>> history(Session& session);
/// The last live change that is no undo, or the one named.
[[nodiscard]] base::Result<base::Message> undo(Session& session, std::optional<std::uint32_t> change);

/// An iCalendar file and what is in it.
struct CalendarView {
  std::string text;
  std::size_t birthdays = 0;
  std::size_t due = 0;
};

/// Birthdays, and the days on which members of the network are due, as iCalendar.
[[nodiscard]] base::Result<CalendarView> calendar(Session& session);

/// What is wrong, in words; empty when all is well. Rebuilds the picture and compares.
[[nodiscard]] base::Result<std::vector<base::Message>> check(Session& session);
[[nodiscard]] base::Result<void> backup(Session& session, const std::string& path);
/// See store::DataFile::restore; the second where the data file cannot be opened (Fault::damaged).
[[nodiscard]] base::Result<std::string> restore(Session& session, const std::string& path);
[[nodiscard]] base::Result<std::string> replace_damaged(const std::string& database, const std::string& path);
/// Who was let in to the server of this data file.
[[nodiscard]] store::SessionStore sessions(Session& session);

}  // namespace app
