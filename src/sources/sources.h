#pragma once

/// Bytes to evidence: one file for each kind of export. A source recognises its kind by content
/// and streams what it reads, record by record, into a Sink; it knows nothing of stores, of people
/// or of who the owner is. `const Source source_x` in x.cc is all it takes to add one.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/bytes.h"
#include "ledger/ledger.h"

namespace sources {

/// What `recognise` sees: never more than the first 64 KiB.
struct Peek {
  std::string_view path;  ///< As given, or "archive.zip/member"; a hint, never the reason alone.
  std::string_view head;  ///< The first bytes, raw: UTF-16 and NUL included.
};

struct Input {
  std::string path;       ///< As in Peek.
  std::string head;       ///< The bytes that were peeked at; `bytes` gives them again.
  formats::Bytes& bytes;  ///< From the very first byte.
  base::Day today{};      ///< Recurring meetings are expanded up to the end of the year after it.
};

/// Where a source puts what it read. Every record that the source reads ends in exactly one of
/// `add`, `leave_out` and `problem`, so that the account of an import adds up.
class Sink {
 public:
  virtual ~Sink() = default;
  /// One record of what (plural, as people say it: "messages", "connections", "cards", "events",
  /// "calls"). The sink knows whether any of it is new.
  virtual void add(std::string_view what, ledger::Record record) = 0;
  /// As `add`, but counted as left out for `reason` too: kept because later evidence may make it
  /// count (bulk mail from somebody whom the owner writes to).
  virtual void set_aside(std::string_view what, std::string_view reason, ledger::Record record) = 0;
  /// One record that says nothing about people; `reason` as in "lists", "robots", "drafts".
  virtual void leave_out(std::string_view what, std::string_view reason) = 0;
  /// One record that cannot be read: where ("line 12", "card 3", "byte 1,234") and what is wrong.
  virtual void problem(std::string_view what, base::Message where, base::Message wrong) = 0;
  /// Something in a record that was read otherwise ("a birthday that no calendar has"): told, and
  /// not counted.
  virtual void remark(base::Message where, base::Message wrong) = 0;
  /// What the file as a whole says (who the owner is, what it covers); not a record.
  virtual void claim(const ledger::Claim& claim) = 0;
  /// Called now and then with the bytes read so far; false: stop, the person has cancelled.
  [[nodiscard]] virtual bool progress(std::size_t bytes_read) = 0;
};

struct Source {
  std::string_view name;   ///< "vcard": the file's name, used in JSON and testdata/.
  std::string_view label;  ///< "address book", as told to people.
  /// How sure it is that `peek` is its kind: 0 (not) .. 100 (certain). Pure, quick, never throws.
  int (*recognise)(const Peek& peek);
  /// Reads to the end. A Problem only when the file as a whole cannot be read on.
  base::Result<void> (*read)(Input& input, Sink& sink);
};

/// Every source there is, by name. Written by CMake from the file names.
[[nodiscard]] std::span<const Source* const> all_source_table();

/// The source that is most sure of `peek`, or nullptr when none is. `likely`: what the file beside it
/// was, which is asked first, since a Maildir has 200,000 of them.
[[nodiscard]] const Source* recognise(const Peek& peek, const Source* likely = nullptr);

}  // namespace sources
