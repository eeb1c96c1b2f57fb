#pragma once

/// Imports over the web: files are sent one by one, each straight to disk, and read in the background, one import at a
/// time. What was sent is deleted when its import ends.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <thread>

#include "app/settings/settings.h"
#include "app/vault.h"
#include "base/result.h"
#include "faces/http/body.h"
#include "faces/http/workers.h"

namespace faces::http {

/// Tail of the folder in which what is sent lies (app/vault.h).
inline constexpr std::string_view uploads = ".uploads";

class Imports {
 public:
  /// Files lie in `vault` until they are read. What lies there from before is deleted.
  Imports(Workers& workers, app::Vault vault);
  ~Imports();
  Imports(const Imports&) = delete;
  Imports& operator=(const Imports&) = delete;

  [[nodiscard]] base::Result<nlohmann::json> create();
  [[nodiscard]] base::Result<nlohmann::json> receive(const std::string& id, const std::string& name, Body& body);
  [[nodiscard]] base::Result<nlohmann::json> start(const std::string& id, bool dry_run);
  /// Ends it: nothing of it is kept.
  [[nodiscard]] base::Result<nlohmann::json> cancel(const std::string& id);
  [[nodiscard]] base::Result<nlohmann::json> show(const std::string& id);
  [[nodiscard]] nlohmann::json show_all();
  [[nodiscard]] bool running();
  /// Waits until it is at another version than `seen`, which becomes the new one, or so long.
  [[nodiscard]] base::Result<nlohmann::json> next(const std::string& id, std::uint64_t& seen, std::chrono::milliseconds wait);

 private:
  enum class State { open, running, done, failed, cancelled };
  struct Job {
    std::string id;
    State state = State::open;
    std::shared_ptr<app::Scratch> scratch;
    std::map<std::string, std::uint64_t> files;  ///< Bytes, by name.
    std::uint64_t sent = 0, read = 0;            ///< Bytes.
    std::string reading;                         ///< Name of a file.
    std::uint64_t version = 1;
    bool dry_run = false;
    std::atomic<bool> stop = false;
    std::optional<app::ImportReport> report;  ///< Once it is done.
    std::optional<std::int64_t> change;
    std::optional<base::Problem> problem;
    std::thread thread;
  };
  [[nodiscard]] Job* job(const std::string& id);
  [[nodiscard]] static nlohmann::json json_of(const Job& job);
  void run(Job& job);
  void changed(Job& job);
  /// Forgets all but the latest few that have ended.
  void tidy();

  Workers& workers_;
  app::Vault vault_;
  std::mutex mutex_;
  std::mutex one_at_a_time_;
  std::condition_variable moved_;
  std::list<Job> jobs_;
  unsigned last_ = 0;
};

}  // namespace faces::http
