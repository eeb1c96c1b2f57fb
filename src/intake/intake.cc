#include "intake/intake.h"

#include <algorithm>
#include <future>
#include <map>

#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/zip.h"
#include "intake/relay.h"
#include "sources/sources.h"

namespace intake {

namespace {

constexpr std::size_t head_bytes = std::size_t{64} << 10U;
constexpr std::size_t problems_kept = 1'000;

/// What one unit says goes to `add`; its account into a FileReport.
class Account {
 public:
  Account(const Add& add, FileReport& report) : add_(add), report_(report) {}

  /// False when the ledger takes no more.
  bool take(Item& item) {
    switch (item.kind) {
      case Item::Kind::inside:
        member_ = std::move(item.what);
        return true;
      case Item::Kind::remark:
        note(item, report_.remarks);
        return true;
      case Item::Kind::claim:
        put(item.record);
        return !failed_;
      case Item::Kind::problem:
        ++report_.problem_count;
        note(item, report_.problems);
        break;
      case Item::Kind::leave_out:
        ++left_out_[item.reason];
        break;
      case Item::Kind::set_aside:
        ++left_out_[item.reason];
        put(item.record);
        break;
      case Item::Kind::add:
        ++(put(item.record) ? report_.added : report_.known);
        break;
    }
    ++report_.read;
    ++what_[item.what];
    return !failed_;
  }
  void finish() {
    report_.what.assign(what_.begin(), what_.end());
    report_.left_out.assign(left_out_.begin(), left_out_.end());
  }

  [[nodiscard]] const std::optional<base::Problem>& failed() const { return failed_; }

 private:
  /// True when anything in it was new.
  bool put(const ledger::Printed& record) {
    const auto added = add_(record);
    if (!added) {
      failed_ = added.error();
      return false;
    }
    return *added;
  }
  void note(const Item& item, std::vector<std::pair<base::Message, base::Message>>& list) const {
    if (list.size() >= problems_kept) return;
    base::Message where = base::cleaned(item.where);
    if (!member_.empty()) where = base::say("where.inside", {{"member", base::cleaned(member_)}, {"place", std::move(where)}});
    list.emplace_back(std::move(where), base::cleaned(item.wrong));
  }

  const Add& add_;
  FileReport& report_;
  std::string member_;
  std::map<std::string, std::size_t> what_, left_out_;
  std::optional<base::Problem> failed_;
};

/// Reads one unit's files, on a thread of its own.
class UnitReader {
 public:
  UnitReader(Origin& origin, const Unit& unit, base::Day today, Relay& sink)
      : origin_(origin), unit_(unit), today_(today), sink_(sink) {}

  /// Also when it fails, the reader's last word is said.
  base::Result<void> read() {
    struct Close {
      Relay& relay;
      ~Close() { relay.close(); }
    } close{sink_};
    for (const std::string& file : unit_.parts) {
      auto bytes = origin_.open(file);
      if (!bytes) {
        if (unit_.parts.size() == 1) return base::fail(bytes.error());
        sink_.problem("files", base::say("where.name", {{"name", file}}), bytes.error().what);
        continue;
      }
      if (unit_.parts.size() > 1) sink_.inside(file);
      if (auto done = stream(file, **bytes, unit_.asked_for && unit_.parts.size() == 1); !done) {
        if (done.error().where.empty()) done.error().where = file;
        return done;
      }
      if (sink_.stopped()) return {};
    }
    return {};
  }
  /// By name, with what people call them.
  [[nodiscard]] const std::map<std::string, std::string>& kinds() const { return kinds_; }

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
    const sources::Source* source = sources::recognise({.path = path, .head = head}, last_);
    if (source == nullptr) {
      if (alone) {
        return base::fail(base::Fault::unreadable, path,
                          head.empty() ? base::say("intake.empty") : base::say("intake.no-kind-wellmet-reads"),
                          base::say("intake.reads-linkedin-exports-mail"));
      }
      sink_.leave_out("files", "of unknown kind");
      return {};
    }
    last_ = source;
    kinds_.emplace(std::string(source->name), std::string(source->label));
    sources::Input input{.path = path, .head = head, .bytes = *whole, .today = today_};
    return source->read(input, sink_);
  }

  base::Result<void> archive(const std::string& path, formats::Bytes& bytes) {
    base::Result<void> inner;
    const formats::ZipVisitor visitor{.member =
                                          [&](const std::string& name, formats::Bytes& member) {
                                            sink_.inside(name);
                                            inner = stream(path + "/" + name, member, false);
                                            return inner && !sink_.stopped();
                                          },
                                      .skipped =
                                          [&](const std::string& name, const base::Message& why) {
                                            sink_.problem("files", base::say("where.name", {{"name", name}}), why);
                                          }};
    auto done = formats::read_zip(bytes, visitor);
    sink_.inside("");
    if (!inner) {
      if (inner.error().where.empty()) inner.error().where = path;
      return inner;
    }
    if (!done) done.error().where = path;
    return done;
  }

  Origin& origin_;
  const Unit& unit_;
  base::Day today_;
  Relay& sink_;
  std::map<std::string, std::string> kinds_;
  const sources::Source* last_ = nullptr;  ///< What the file before was.
};

}  // namespace

std::size_t FileReport::left_out_count() const {
  std::size_t sum = 0;
  for (const auto& [reason, count] : left_out) sum += count;
  return sum;
}

base::Result<void> take_in(Origin& origin, const Unit& unit, base::Day today, const Add& add, const Progress& progress,
                           FileReport& report) {
  Relay relay;
  Account account(add, report);
  UnitReader reader(origin, unit, today, relay);
  std::future<base::Result<void>> read = std::async(std::launch::async, [&] { return reader.read(); });
  struct Stop {
    Relay& relay;
    ~Stop() { relay.stop(); }
  } stop{relay};  // Whatever happens here, the reader does not wait for us.
  bool cancelled = false;
  relay.drain([&](Item& item) { return account.take(item); },
              [&](std::size_t bytes) {
                cancelled = progress && !progress(unit.name, bytes);
                return !cancelled;
              });
  const base::Result<void> done = read.get();
  account.finish();
  for (const auto& [name, label] : reader.kinds()) {
    report.kind += (report.kind.empty() ? "" : "+") + name;
    report.label += (report.label.empty() ? "" : ", ") + label;
  }
  if (account.failed()) return base::fail(*account.failed());
  if (cancelled) return base::fail(base::Fault::usage, unit.name, base::say("intake.import-stopped-nothing-file"));
  return done;
}

}  // namespace intake
