#pragma once

/// Replies that were made before, for as long as what they show stays as it is.

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/session.h"
#include "faces/http/routes.h"

namespace faces::http {

class Kept {
 public:
  /// Nothing where there is none of this stamp and day.
  [[nodiscard]] std::shared_ptr<const Reply> find(const app::Stamp& stamp, base::Day day, const std::string& url);
  void keep(const app::Stamp& stamp, base::Day day, const std::string& url, std::shared_ptr<const Reply> reply);
  void clear();

 private:
  /// Drops everything when the stamp or the day is another one.
  void meet(const app::Stamp& stamp, base::Day day);

  std::mutex mutex_;
  app::Stamp stamp_;
  base::Day day_{};
  std::map<std::string, std::shared_ptr<const Reply>, std::less<>> replies_;
  std::size_t bytes_ = 0;
};

}  // namespace faces::http
