#include "faces/http/workers.h"

#include <algorithm>
#include <thread>

#include "app/session.h"
#include "base/try.h"

namespace faces::http {

namespace {

/// A request computes, or waits for the file; more than two a core only wait for each other.
std::size_t lent_max() { return 2 * std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace

base::Result<Workers::Lease> Workers::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return !closed_ && lent_ < lent_max(); });
  ++lent_;
  const unsigned age = age_;
  std::unique_ptr<app::Session> session;
  if (!idle_.empty()) {
    session = std::move(idle_.back());
    idle_.pop_back();
  } else {
    const app::Settings settings = settings_;
    lock.unlock();
    auto opened = app::Session::open(settings, true);
    if (!opened) {
      lock.lock();
      one_back();
      return base::fail(opened.error());
    }
    session = std::make_unique<app::Session>(std::move(*opened));
  }
  session->set_now(clock_());
  return Lease(*this, std::move(session), age);
}

void Workers::give_back(std::unique_ptr<app::Session> session, unsigned age) {
  const std::lock_guard lock(mutex_);
  if (age == age_) idle_.push_back(std::move(session));
  one_back();
}

void Workers::one_back() {
  if (--lent_ == 0) emptied_.notify_all();
  returned_.notify_one();
}

base::Result<void> Workers::alone(const std::function<base::Result<void>(app::Session&)>& deed) {
  std::unique_lock lock(mutex_);
  emptied_.wait(lock, [&] { return !closed_; });
  closed_ = true;
  emptied_.wait(lock, [&] { return lent_ == 0; });
  idle_.clear();
  ++age_;
  const auto done = [&]() -> base::Result<void> {
    TRY(session, app::Session::open(settings_, true));
    session.set_now(clock_());
    return deed(session);
  }();
  closed_ = false;
  emptied_.notify_all();
  returned_.notify_all();
  return done;
}

void Workers::use(const std::string& database) {
  const std::lock_guard lock(mutex_);
  settings_.database = database;
  idle_.clear();
  ++age_;
}

}  // namespace faces::http
