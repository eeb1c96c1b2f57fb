#pragma once

/// Where bytes come from: a folder on this machine, one day a mailbox, an address book or a calendar
/// on a server. An origin lists what it has and opens it; readers in sources/ do not know which
/// origin it was. To add one, write one class here or in its own file.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"

namespace intake {

/// What is read, told and undone as one: a file, an archive, a LinkedIn folder, a Maildir, a folder
/// of single messages.
struct Unit {
  std::string name;                ///< As told to people.
  std::vector<std::string> parts;  ///< Each is opened by itself, in this order.
  bool asked_for = true;           ///< By name: then it is an error not to know its kind.
};

struct Listing {
  std::vector<Unit> units;
  std::vector<base::Problem> problems;  ///< What cannot be opened, and the rest goes on.
  /// From where to list the next time, to be kept in the transaction that keeps what the units
  /// brought. Opaque to all but the origin; empty where everything is listed each time.
  std::string cursor;
};

class Origin {
 public:
  virtual ~Origin() = default;
  /// What is there that was not at `cursor`; at an empty one, everything. Fault::unreadable where
  /// nothing can be listed at all.
  [[nodiscard]] virtual base::Result<Listing> list(std::string_view cursor) = 0;
  /// A part of a unit that it listed. Fault::unreadable.
  [[nodiscard]] virtual base::Result<std::unique_ptr<formats::Bytes>> open(const std::string& part) = 0;
};

}  // namespace intake
