#include "faces/http/imports.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "app/settings/settings.h"
#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::http {

namespace {

using nlohmann::json;

constexpr std::size_t jobs_kept = 20;
constexpr std::size_t files_max = 200'000;  // A Maildir of many years.

base::Problem no_import(const std::string& id) {
  return {base::Fault::not_found,
          {},
          base::say("http.no-import", {{"id", base::printable(id, 20)}}),
          base::say("http.begin-post-imports")};
}

/// A name as it was sent, below the folder where files lie; empty where it is none, or leads elsewhere.
std::string safe_name(const std::string& name) {
  std::string out;
  for (const std::string_view part : base::split(name, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == ".." || part.size() > 200 || part.find('\0') != std::string_view::npos) return {};
    out += (out.empty() ? "" : "/") + std::string(part);
  }
  return out.size() > 2'000 ? std::string() : out;
}

}  // namespace

Imports::Imports(Workers& workers, app::Vault vault) : workers_(workers), vault_(std::move(vault)) {
  std::error_code error;
  std::filesystem::remove_all(vault_.path(uploads), error);
}

Imports::~Imports() {
  for (Job& job : jobs_) job.stop = true;
  for (Job& job : jobs_) {
    if (job.thread.joinable()) job.thread.join();
  }
}

Imports::Job* Imports::job(const std::string& id) {
  const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& one) { return one.id == id; });
  return found == jobs_.end() ? nullptr : &*found;
}

void Imports::changed(Job& job) {
  ++job.version;
  moved_.notify_all();
}

json Imports::json_of(const Job& job) {
  constexpr std::string_view states[] = {"open", "running", "done", "failed", "cancelled"};
  json files = json::array();
  for (const auto& [name, bytes] : job.files) files.push_back({{"name", name}, {"bytes", bytes}});
  json problem = nullptr;
  if (job.problem)
    problem = {{"where", job.problem->where},
               {"detail", words::say(job.problem->what)},
               {"help", words::say(help_of(job.problem->hint))}};
  return {{"id", job.id},
          {"state", states[static_cast<std::size_t>(job.state)]},
          {"files", std::move(files)},
          {"bytes", job.sent},
          {"read", job.read},
          {"file", job.reading.empty() ? json(nullptr) : json(job.reading)},
          {"dry_run", job.dry_run},
          {"report", job.report ? wire::import_json(*job.report) : json(nullptr)},
          {"change", job.change ? json(*job.change) : json(nullptr)},
          {"problem", std::move(problem)}};
}

base::Result<json> Imports::create() {
  const std::lock_guard lock(mutex_);
  tidy();
  TRY(scratch, vault_.scratch(uploads));
  Job& job = jobs_.emplace_back();
  job.id = std::to_string(++last_);
  job.scratch = std::move(scratch);
  return json_of(job);
}

base::Result<json> Imports::receive(const std::string& id, const std::string& name, Body& body) {
  const std::string safe = safe_name(name);
  if (safe.empty())
    return base::fail(base::Fault::usage, {}, base::say("http.no-name-file", {{"name", base::printable(name, 80)}}));
  std::shared_ptr<const app::Scratch> folder;
  {
    const std::lock_guard lock(mutex_);
    Job* const into = job(id);
    if (into == nullptr) return base::fail(no_import(id));
    if (into->state != State::open)
      return base::fail(base::Fault::usage, {}, base::say("http.import-takes-no-more", {{"id", id}}),
                        base::say("http.begin-another-post-imports"));
    if (into->files.size() >= files_max)
      return base::fail(base::Fault::usage, {}, base::say("http.files-many-import-takes", {{"files_max", files_max}}),
                        base::say("http.begin-another-send-archive"));
    folder = into->scratch;
  }
  TRY(got, body.receive(*folder, safe, safe));
  const std::lock_guard lock(mutex_);
  Job* const into = job(id);
  if (into == nullptr || into->state != State::open) return base::fail(no_import(id));
  std::uint64_t& there = into->files[safe];
  into->sent += got - there;
  there = got;
  changed(*into);
  return json_of(*into);
}

base::Result<json> Imports::start(const std::string& id, bool dry_run) {
  const std::lock_guard lock(mutex_);
  Job* const one = job(id);
  if (one == nullptr) return base::fail(no_import(id));
  if (one->state != State::open)
    return base::fail(base::Fault::usage, {}, base::say("http.import-started-already", {{"id", id}}));
  if (one->files.empty())
    return base::fail(base::Fault::usage, {}, base::say("http.nothing-import"), base::say("http.send-file-first"));
  one->state = State::running;
  one->dry_run = dry_run;
  one->thread = std::thread([this, one] { run(*one); });
  changed(*one);
  return json_of(*one);
}

void Imports::run(Job& job) {
  const std::lock_guard alone(one_at_a_time_);
  const std::string folder = job.scratch->path();
  std::uint64_t before = 0;  // Bytes of the files that are done.
  std::string reading;
  const app::Progress progress = [&](const std::string& path, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    if (path != reading) {
      before = job.read;
      reading = path;
      job.reading = path.starts_with(folder + "/") ? path.substr(folder.size() + 1) : path;
    }
    job.read = std::min(job.sent, before + bytes);
    changed(job);
    return !job.stop;
  };
  const auto report = [&]() -> base::Result<app::ImportReport> {
    TRY(session, workers_.take());
    TRY(done, app::import(*session, {folder}, job.dry_run, progress, folder));
    // What was stopped is not kept in part.
    if (job.stop && done.change) CHECK(app::undo(*session, done.change->value));
    return std::move(done);
  }();
  const std::lock_guard lock(mutex_);
  job.scratch.reset();
  job.reading.clear();
  if (job.stop) {
    job.state = State::cancelled;
  } else if (!report) {
    job.state = State::failed;
    job.problem = report.error();
  } else {
    job.state = State::done;
    job.read = job.sent;
    if (report->change) job.change = report->change->value;
    job.report = std::move(*report);
  }
  changed(job);
}

base::Result<json> Imports::cancel(const std::string& id) {
  const std::lock_guard lock(mutex_);
  Job* const one = job(id);
  if (one == nullptr) return base::fail(no_import(id));
  one->stop = true;
  if (one->state == State::open) {
    one->state = State::cancelled;
    one->scratch.reset();
  }
  changed(*one);
  return json_of(*one);
}

base::Result<json> Imports::show(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const Job* const one = job(id);
  if (one == nullptr) return base::fail(no_import(id));
  return json_of(*one);
}

bool Imports::running() {
  const std::lock_guard lock(mutex_);
  return std::any_of(jobs_.begin(), jobs_.end(), [](const Job& one) { return one.state == State::running; });
}

json Imports::show_all() {
  const std::lock_guard lock(mutex_);
  json list = json::array();
  for (auto one = jobs_.rbegin(); one != jobs_.rend(); ++one) list.push_back(json_of(*one));
  return {{"imports", std::move(list)}};
}

base::Result<json> Imports::next(const std::string& id, std::uint64_t& seen, std::chrono::milliseconds wait) {
  std::unique_lock lock(mutex_);
  moved_.wait_for(lock, wait, [&] {
    const Job* const one = job(id);
    return one == nullptr || one->version != seen;
  });
  const Job* const one = job(id);
  if (one == nullptr) return base::fail(no_import(id));
  seen = one->version;
  return json_of(*one);
}

void Imports::tidy() {
  for (auto one = jobs_.begin(); one != jobs_.end() && jobs_.size() > jobs_kept;) {
    if (one->state == State::running || one->state == State::open) {
      ++one;
      continue;
    }
    if (one->thread.joinable()) one->thread.join();
    one = jobs_.erase(one);
  }
}

}  // namespace faces::http
