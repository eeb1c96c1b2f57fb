#pragma once

/// Units in: each is read on a thread of its own while what it says is written on another, and what
/// it held is accounted for to the last record.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "intake/origin.h"
#include "ledger/book.h"

namespace intake {

/// The account of one unit.
struct FileReport {
  std::string path;
  std::string kind;   ///< Source name; several joined by '+'; empty when none recognised it.
  std::string label;  ///< As people call it.
  std::size_t read = 0, added = 0, known = 0, problem_count = 0;
  std::vector<std::pair<std::string, std::size_t>> what;          ///< Read, by what: "messages", 12.
  std::vector<std::pair<std::string, std::size_t>> left_out;      ///< By reason.
  std::vector<std::pair<base::Message, base::Message>> problems;  ///< Where, what; the first 1,000.
  std::vector<std::pair<base::Message, base::Message>> remarks;   ///< Likewise; of records that were read.
  std::optional<base::Problem> failed;                            ///< The file as a whole.
  [[nodiscard]] std::size_t left_out_count() const;
  /// `what` and `left_out`, to be said: "12 messages", "3 all-day".
  [[nodiscard]] std::vector<base::Message> said_read() const;
  [[nodiscard]] std::vector<base::Message> said_left_out() const;
};

/// Told now and then, with the bytes read so far; false: stop.
using Progress = std::function<bool(const std::string& path, std::size_t bytes)>;
/// Adds a record to the ledger: true when anything in it was new.
using Add = std::function<base::Result<bool>(const ledger::Printed& record)>;

/// Reads `unit` and hands on what it says. Fault::usage where `progress` stopped it.
/// Sources expand recurring meetings from `today` on.
[[nodiscard]] base::Result<void> take_in(Origin& origin, const Unit& unit, base::Day today, const Add& add,
                                         const Progress& progress, FileReport& report);

}  // namespace intake
