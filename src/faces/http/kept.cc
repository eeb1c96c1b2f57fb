#include "faces/http/kept.h"

#include <utility>

#include "app/session.h"

namespace faces::http {

namespace {

/// What a day's looking around needs is a few megabytes; who asks for everything in every way starts over.
constexpr std::size_t bytes_max = std::size_t{32} << 20U;

}  // namespace

void Kept::meet(const app::Stamp& stamp, base::Day day) {
  if (stamp_ == stamp && day_ == day) return;
  stamp_ = stamp;
  day_ = day;
  replies_.clear();
  bytes_ = 0;
}

std::shared_ptr<const Reply> Kept::find(const app::Stamp& stamp, base::Day day, const std::string& url) {
  const std::lock_guard lock(mutex_);
  meet(stamp, day);
  const auto found = replies_.find(url);
  return found == replies_.end() ? nullptr : found->second;
}

void Kept::keep(const app::Stamp& stamp, base::Day day, const std::string& url, std::shared_ptr<const Reply> reply) {
  const std::lock_guard lock(mutex_);
  meet(stamp, day);
  const std::size_t bytes = reply->body.size() + url.size();
  if (bytes > bytes_max) return;
  if (bytes_ + bytes > bytes_max) {
    replies_.clear();
    bytes_ = 0;
  }
  if (replies_.emplace(url, std::move(reply)).second) bytes_ += bytes;
}

void Kept::clear() {
  const std::lock_guard lock(mutex_);
  replies_.clear();
  bytes_ = 0;
}

}  // namespace faces::http
