#pragma once

/// One conversation of a chat program: who is in it and what was written when. Messages wait here
/// until the conversation has been read, because only then is it known how many people it has.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"
#include "sources/sources.h"

namespace sources {

/// A name as it is kept: one line of at most 200 bytes, without escape sequences and marks that nobody sees.
[[nodiscard]] std::string chat_name(std::string_view raw);

struct ChatEntry {
  base::Instant at{};
  std::uint64_t text_hash = 0;  ///< What was written is hashed, never kept.
  std::uint32_t author = 0;     ///< As `ChatThread::person` numbered it.
  std::uint32_t duration_seconds = 0;
  bool is_call = false;
  bool is_missed = false;
};

class ChatThread {
 public:
  /// `scope`: the program ("whatsapp"), which begins references. `name` may be empty.
  ChatThread(std::string scope, std::string name);

  /// The number of that person in this conversation; the first name given stays.
  std::uint32_t person(const ledger::Handle& who, std::string_view name);
  /// Says that this person is the owner, so that they are among the parties of crowded chats too.
  void is_owner(std::uint32_t person) { owner_ = person + 1; }
  /// Keeps at most 200,000 at a time; what is more is told with the people known by then.
  void add(const ChatEntry& entry, Sink& sink);
  /// Tells every message; the people stay.
  void flush(Sink& sink);
  [[nodiscard]] std::size_t told() const { return told_; }

 private:
  void tell(const ChatEntry& entry, Sink& sink) const;

  struct Person {
    ledger::Handle who;
    std::string name;
  };
  std::string scope_;
  std::string name_;
  std::vector<Person> people_;
  std::map<ledger::Handle, std::uint32_t> numbers_;
  std::vector<ChatEntry> entries_;
  std::uint32_t owner_ = 0;  ///< Plus one; 0: not known.
  std::size_t told_ = 0;
};

/// A hash that goes on: over one more piece of what was written.
[[nodiscard]] std::uint64_t text_hash(std::uint64_t before, std::string_view more);

}  // namespace sources
