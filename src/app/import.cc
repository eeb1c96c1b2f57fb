// Files in: each unit is one transaction, and what it held is accounted for to the last record.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "app/app.h"
#include "app/units.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/zip.h"
#include "sources/sources.h"

namespace app {

namespace {

constexpr std::size_t head_bytes = std::size_t{64} << 10U;
constexpr std::size_t problems_kept = 1'000;

/// What one unit brings goes into `ledger` under `change`; its account into a FileReport.
class ImportSink : public sources::Sink {
 public:
  ImportSink(ledger::Ledger& ledger, std::function<base::Result<ledger::ChangeId>()> change, const Progress& progress,
             FileReport& report)
      : ledger_(ledger), change_(std::move(change)), progress_(progress), report_(report) {}

  void add(std::string_view what, const ledger::Record& record) override {
    ++report_.read;
    ++what_[std::string(what)];
    ++(put(record) ? report_.added : report_.known);
  }
  void set_aside(std::string_view what, std::string_view reason, const ledger::Record& record) override {
    ++report_.read;
    ++what_[std::string(what)];
    ++left_out_[std::string(reason)];
    put(record);
  }
  void leave_out(std::string_view what, std::string_view reason) override {
    ++report_.read;
    ++what_[std::string(what)];
    ++left_out_[std::string(reason)];
  }
  void problem(std::string_view what, std::string where, std::string wrong) override {
    ++report_.read;
    ++what_[std::string(what)];
    ++report_.problem_count;
    note(std::move(where), std::move(wrong));
  }
  void remark(std::string where, std::string wrong) override { note(std::move(where), std::move(wrong)); }
  void claim(const ledger::Claim& claim) override { put({.evidence = {}, .claims = {claim}}); }
  bool progress(std::size_t bytes) override {
    if (!progress_) return true;
    cancelled_ = cancelled_ || !progress_(report_.path, bytes);
    return !cancelled_ && !failed_;
  }

  void inside(std::string member) { member_ = std::move(member); }
  [[nodiscard]] const std::optional<base::Problem>& failed() const { return failed_; }
  [[nodiscard]] bool cancelled() const { return cancelled_; }
  [[nodiscard]] bool new_anything() const { return new_; }

  void finish() {
    report_.what.assign(what_.begin(), what_.end());
    report_.left_out.assign(left_out_.begin(), left_out_.end());
  }

 private:
  /// True when anything in it was new.
  bool put(const ledger::Record& record) {
    if (failed_) return false;
    auto change = change_();
    if (!change) {
      failed_ = change.error();
      return false;
    }
    const auto added = ledger_.add(record, *change);
    if (!added) {
      failed_ = added.error();
      return false;
    }
    new_ = new_ || *added;
    return *added;
  }
  void note(std::string where, std::string wrong) {
    if (report_.problems.size() >= problems_kept) return;
    if (!member_.empty()) where = member_ + ", " + where;
    report_.problems.emplace_back(std::move(where), std::move(wrong));
  }

  ledger::Ledger& ledger_;
  std::function<base::Result<ledger::ChangeId>()> change_;
  const Progress& progress_;
  FileReport& report_;
  std::string member_;
  std::map<std::string, std::size_t> what_, left_out_;
  std::optional<base::Problem> failed_;
  bool cancelled_ = false;
  bool new_ = false;
};

/// Reads one unit's files into a sink.
class UnitReader {
 public:
  UnitReader(const Unit& unit, base::Day today, ImportSink& sink, FileReport& report)
      : unit_(unit), today_(today), sink_(sink), report_(report) {}

  base::Result<void> read() {
    for (const std::string& file : unit_.files) {
      auto bytes = formats::open_file(file);
      if (!bytes) {
        if (unit_.files.size() == 1) return base::fail(bytes.error());
        sink_.problem("files", file, bytes.error().what);
        continue;
      }
      if (unit_.files.size() > 1) sink_.inside(file);
      if (auto done = stream(file, **bytes, unit_.named && unit_.files.size() == 1); !done) return done;
      if (sink_.failed()) return base::fail(*sink_.failed());
      if (sink_.cancelled()) return base::fail(base::Fault::usage, unit_.path, "the import was stopped; nothing of this file was kept");
    }
    std::string kind;
    for (const auto& [name, label] : kinds_) {
      kind += (kind.empty() ? "" : "+") + name;
      report_.label += (report_.label.empty() ? "" : ", ") + label;
    }
    report_.kind = kind;
    return {};
  }

 private:
  /// `alone`: what nobody recognises is an error, not one file among others.
  base::Result<void> stream(const std::string& path, formats::Bytes& bytes, bool alone) {
    TRY(head, formats::read_head(bytes, head_bytes));
    const auto whole = formats::rejoin(head, bytes);
    if (formats::is_zip(head)) return archive(path, *whole);
    if (formats::is_gzip(head)) {
      TRY(inner, formats::open_gzip(*whole));
      return stream(path, *inner, alone);
    }
    const sources::Source* source = sources::recognise({.path = path, .head = head});
    if (source == nullptr) {
      if (alone) {
        return base::fail(base::Fault::unreadable, path,
                          head.empty() ? "is empty" : "is of no kind that wellmet reads",
                          "it reads LinkedIn exports, mail (mbox, eml, Maildir), vCards, calendars (ics), contact CSVs, "
                          "Android call logs and SMS, WhatsApp, Telegram and Messenger chats");
      }
      sink_.leave_out("files", "of unknown kind");
      return {};
    }
    kinds_.emplace(std::string(source->name), std::string(source->label));
    sources::Input input{.path = path, .head = head, .bytes = *whole, .today = today_};
    return source->read(input, sink_);
  }

  base::Result<void> archive(const std::string& path, formats::Bytes& bytes) {
    base::Result<void> inner;
    const formats::ZipVisitor visitor{
        .member =
            [&](const std::string& name, formats::Bytes& member) {
              sink_.inside(name);
              inner = stream(path + "/" + name, member, false);
              return inner && !sink_.failed() && !sink_.cancelled();
            },
        .skipped = [&](const std::string& name, const std::string& why) { sink_.problem("files", name, why); }};
    auto done = formats::read_zip(bytes, visitor);
    sink_.inside("");
    if (!inner) {
      if (inner.error().where.empty()) inner.error().where = path;
      return inner;
    }
    if (!done) done.error().where = path;
    return done;
  }

  const Unit& unit_;
  base::Day today_;
  ImportSink& sink_;
  FileReport& report_;
  std::map<std::string, std::string> kinds_;
};

}  // namespace

std::size_t FileReport::left_out_count() const {
  std::size_t sum = 0;
  for (const auto& [reason, count] : left_out) sum += count;
  return sum;
}

base::Result<ImportReport> App::import(const std::vector<std::string>& paths, bool dry_run, const Progress& progress) {
  const auto started = std::chrono::steady_clock::now();
  ImportReport out;
  const Units found = find_units(paths);
  std::optional<ledger::ChangeId> kept_change;
  std::size_t added = 0;
  for (const Unit& unit : found.units) {
    FileReport report;
    report.path = unit.path;
    CHECK(store_->begin());
    std::optional<ledger::ChangeId> change = kept_change;
    ImportSink sink(
        *store_,
        [&]() -> base::Result<ledger::ChangeId> {
          if (!change) {
            TRY(made, store_->new_change(settings_.now, "import", "import"));
            change = made;
          }
          return *change;
        },
        progress, report);
    auto done = UnitReader(unit, today(), sink, report).read();
    if (done && sink.failed()) done = base::fail(*sink.failed());
    sink.finish();
    if (done && sink.new_anything() && !dry_run) {
      done = store_->note_file(*change, {report.path, report.kind, static_cast<std::int64_t>(report.read),
                                         static_cast<std::int64_t>(report.added),
                                         static_cast<std::int64_t>(report.known + report.left_out_count()),
                                         static_cast<std::int64_t>(report.problem_count)});
      added += report.added;
      const std::string summary = fmt::format("import of {}{}, {} new", base::printable(found.units.front().path, 60),
                                              found.units.size() > 1 ? fmt::format(" and {} more", found.units.size() - 1) : "",
                                              added);
      if (done) done = store_->set_summary(*change, summary);
      if (done) done = store_->commit();
      if (done) kept_change = change;
      if (!done) store_->rollback();
    } else {
      store_->rollback();
    }
    if (!done) report.failed = done.error();
    out.files.push_back(std::move(report));
  }
  for (const base::Problem& problem : found.problems) {
    FileReport report;
    report.path = problem.where;
    report.failed = problem;
    out.files.push_back(std::move(report));
  }
  out.change = kept_change;
  TRY(totals, status());
  out.totals = totals;
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  return out;
}

}  // namespace app
