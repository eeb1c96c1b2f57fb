// An import: each unit of what was named is one transaction.

#include <fmt/format.h>

#include <chrono>
#include <filesystem>

#include "app/settings/settings.h"
#include "base/text.h"
#include "base/try.h"
#include "intake/folder.h"

namespace app {

base::Result<ImportReport> import(Session& session, const std::vector<std::string>& paths, bool dry_run, const Progress& progress,
                                  const std::string& under) {
  const auto told = [&](std::string path) {
    if (!under.empty() && path.starts_with(under + "/")) path.erase(0, under.size() + 1);
    return path;
  };
  const auto started = std::chrono::steady_clock::now();
  ImportReport out;
  intake::Folder origin(paths);
  TRY(found, origin.list({}));
  std::optional<ledger::ChangeId> kept_change;
  std::size_t added = 0;
  for (const intake::Unit& unit : found.units) {
    FileReport report;
    report.path = told(unit.name);
    TRY(transaction, session.ledger().begin());
    std::optional<ledger::ChangeId> change = kept_change;
    const auto add = [&](const ledger::Printed& record) -> base::Result<bool> {
      if (!change) {
        TRY(made, transaction->new_change(session.settings.now, "import", base::say("settings.import")));
        change = made;
      }
      return transaction->add(record, *change);
    };
    auto done = intake::take_in(origin, unit, session.today(), add, progress, report);
    if (done && transaction->wrote() && !dry_run) {
      done = transaction->note_file(
          *change,
          {report.path, report.kind, static_cast<std::int64_t>(report.read), static_cast<std::int64_t>(report.added),
           static_cast<std::int64_t>(report.known + report.left_out_count()), static_cast<std::int64_t>(report.problem_count)});
      added += report.added;
      const base::Message summary =
          base::say("settings.imported",
                    {{"file", base::printable(std::filesystem::path(found.units.front().name).filename().string(), 60)},
                     {"more", found.units.size() - 1},
                     {"added", added}});
      if (done) done = transaction->set_summary(*change, summary);
      if (done) done = transaction->commit();
      if (done) kept_change = change;
    }
    transaction.reset();  // What was not committed is gone.
    if (!done) {
      report.failed = done.error();
      report.failed->where = told(report.failed->where);
    }
    out.files.push_back(std::move(report));
  }
  for (const base::Problem& problem : found.problems) {
    FileReport report;
    report.path = told(problem.where);
    report.failed = problem;
    report.failed->where = report.path;
    out.files.push_back(std::move(report));
  }
  out.change = kept_change;
  TRY(totals, status(session));
  out.totals = totals;
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  return out;
}

}  // namespace app
