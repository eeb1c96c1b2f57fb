#pragma once

/// A few sessions of the app on one data file, lent to whoever answers a request: readers never wait for each other, and what
/// one has read once (who is to be found by which words) serves the next request too.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/session.h"

namespace faces::http {

class Workers {
 public:
  Workers(app::Settings settings, std::function<base::Instant()> clock)
      : settings_(std::move(settings)), clock_(std::move(clock)) {}

  /// A session of one's own while it lives.
  class Lease {
   public:
    Lease(Workers& from, std::unique_ptr<app::Session> session, unsigned age)
        : from_(&from), session_(std::move(session)), age_(age) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (session_) from_->give_back(std::move(session_), age_);
    }
    app::Session& operator*() const { return *session_; }
    app::Session* operator->() const { return session_.get(); }

   private:
    Workers* from_;
    std::unique_ptr<app::Session> session_;
    unsigned age_;
  };

  /// Waits while all are lent. Makes the data file where there is none yet.
  [[nodiscard]] base::Result<Lease> take();
  /// From now on another data file; whoever holds a lease keeps the old one until it ends.
  void use(const std::string& database);
  /// Waits until nothing is lent, and does that to the data file while nothing is; then every session is a new one, since
  /// what they have read may be so no longer.
  [[nodiscard]] base::Result<void> alone(const std::function<base::Result<void>(app::Session&)>& deed);
  [[nodiscard]] base::Instant now() const { return clock_(); }

 private:
  void give_back(std::unique_ptr<app::Session> session, unsigned age);
  void one_back();

  app::Settings settings_;
  std::function<base::Instant()> clock_;
  std::mutex mutex_;
  std::condition_variable returned_;  ///< For those who wait to be lent one: each that comes back wakes one of them.
  std::condition_variable emptied_;   ///< For whoever waits until nothing is lent.
  std::vector<std::unique_ptr<app::Session>> idle_;
  std::size_t lent_ = 0;
  bool closed_ = false;  ///< Nothing is lent now.
  unsigned age_ = 0;     ///< Of the data file: another one each time `use` or `alone` is called.
};

}  // namespace faces::http
