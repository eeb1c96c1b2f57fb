#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "ledger/book.h"
#include "sources/sources.h"

namespace intake {

/// One thing that a source said, on its way to the ledger.
struct Item {
  enum class Kind { add, set_aside, leave_out, problem, remark, claim, inside };
  Kind kind = Kind::add;
  std::string what;    ///< Of `add`, `set_aside`, `leave_out`, `problem`; `inside`: the file in the archive.
  std::string reason;  ///< Of `set_aside`, `leave_out`.
  ledger::Printed record;
  base::Message where{}, wrong{};  ///< Of `problem`, `remark`.
};

/// Lets a source read on one thread while what it said is written on another. At most a few
/// thousand items, or 9 MB of text, wait between them: memory stays the same for any file.
class Relay : public sources::Sink {
 public:
  // On the reading thread.
  void add(std::string_view what, ledger::Record record) override;
  void set_aside(std::string_view what, std::string_view reason, ledger::Record record) override;
  void leave_out(std::string_view what, std::string_view reason) override;
  void problem(std::string_view what, base::Message where, base::Message wrong) override;
  void remark(base::Message where, base::Message wrong) override;
  void claim(const ledger::Claim& claim) override;
  [[nodiscard]] bool progress(std::size_t bytes_read) override;
  /// What comes next stands in this member of an archive; "": in the file itself.
  void inside(const std::string& member);
  /// Whether the writing side wants no more.
  [[nodiscard]] bool stopped();
  /// The last word of the reader: nothing comes after it.
  void close();

  // On the writing thread.
  /// Hands on every item, in order, until the reader has closed. `tick` is called ten times a
  /// second with the bytes read so far. When either gives false the reader is told to stop and what still
  /// comes is dropped; returns when the reader has closed all the same.
  void drain(const std::function<bool(Item&)>& take, const std::function<bool(std::size_t)>& tick);
  /// What still comes is dropped, and the reader told so.
  void stop();

 private:
  void push(Item item);
  void hand_over(std::unique_lock<std::mutex>& lock);

  std::vector<Item> filling_;  ///< The reader's own.
  std::size_t filling_bytes_ = 0;
  std::mutex mutex_;  ///< Guards all below.
  std::condition_variable changed_;
  std::deque<std::vector<Item>> waiting_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
  bool stopped_ = false;
};

}  // namespace intake
