#pragma once

/// A few `App`s on one data file, lent to whoever answers a request: readers never wait for each other, and what an
/// `App` has read once (who is to be found by which words) serves the next request too.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/app.h"

namespace faces::http {

class Workers {
 public:
  Workers(app::Settings settings, std::function<base::Instant()> clock) : settings_(std::move(settings)), clock_(std::move(clock)) {}

  /// An `App` of one's own while it lives.
  class Lease {
   public:
    Lease(Workers& from, std::unique_ptr<app::App> app, unsigned age) : from_(&from), app_(std::move(app)), age_(age) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (app_) from_->give_back(std::move(app_), age_);
    }
    app::App& operator*() const { return *app_; }
    app::App* operator->() const { return app_.get(); }

   private:
    Workers* from_;
    std::unique_ptr<app::App> app_;
    unsigned age_;
  };

  /// Waits while all are lent. Makes the data file where there is none yet.
  [[nodiscard]] base::Result<Lease> take();
  /// From now on another data file; whoever holds a lease keeps the old one until it ends.
  void use(const std::string& database);
  /// Waits until nothing is lent, and does that to the data file while nothing is; then every `App` is a new one, since
  /// what they have read may be so no longer.
  [[nodiscard]] base::Result<void> alone(const std::function<base::Result<void>(app::App&)>& deed);
  [[nodiscard]] base::Instant now() const { return clock_(); }

 private:
  void give_back(std::unique_ptr<app::App> app, unsigned age);
  void one_back();

  app::Settings settings_;
  std::function<base::Instant()> clock_;
  std::mutex mutex_;
  std::condition_variable returned_;  ///< For those who wait to be lent one: each that comes back wakes one of them.
  std::condition_variable emptied_;   ///< For whoever waits until nothing is lent.
  std::vector<std::unique_ptr<app::App>> idle_;
  std::size_t lent_ = 0;
  bool closed_ = false;  ///< Nothing is lent now.
  unsigned age_ = 0;  ///< Of the data file: another one each time `use` or `alone` is called.
};

}  // namespace faces::http
