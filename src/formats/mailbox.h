#pragma once

/// Cuts mail files into messages without reading what the messages say: mbox in all its forms
/// (7-bit quoted, Content-Length, Thunderbird, Takeout), a single message (.eml, Maildir), Apple's
/// .emlx. Memory stays at one buffer, however large the file is; bodies pass by undecoded.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/bytes.h"

namespace formats {

/// One header line as it stands in the file: folds are still in `value`.
struct MailField {
  std::string_view name;
  std::string_view value;
};

/// The head of one message. All views last until the next call of `Mailbox::next`.
struct MailHead {
  std::size_t offset = 0;      ///< Byte of the file at which the message begins.
  std::string_view separator;  ///< The From_ line after "From "; empty for a single message.
  std::vector<MailField> fields;
  bool too_long = false;  ///< The header went on beyond the buffer; `fields` has its front.
};

enum class MailForm : std::uint8_t { none, mbox, single, emlx };

/// What `head`, the front of a file, is; `none` when no mail.
[[nodiscard]] MailForm mail_form(std::string_view head);
/// True when `line` (with or without its end) can separate messages: "From ", then a date, "-" or
/// one Takeout "…@xxx". "From Russia with love" cannot.
[[nodiscard]] bool is_separator(std::string_view line);
/// True for "Subject: x", "X-Y:"; false for text.
[[nodiscard]] bool is_field(std::string_view line);

class Mailbox {
 public:
  /// Borrows `bytes`. `buffer_bytes` bounds the memory and the longest header.
  explicit Mailbox(Bytes& bytes, std::size_t buffer_bytes = std::size_t{1} << 20U);
  /// The next message; false at the end. Fault::unreadable when the disk fails.
  [[nodiscard]] base::Result<bool> next(MailHead& head);
  [[nodiscard]] MailForm form() const { return form_; }
  /// Bytes taken from the file so far.
  [[nodiscard]] std::size_t bytes_read() const { return base_ + end_; }

 private:
  [[nodiscard]] base::Result<void> fill();
  [[nodiscard]] base::Result<void> open();
  [[nodiscard]] base::Result<bool> seek_separator();
  [[nodiscard]] base::Result<void> read_head(MailHead& head);
  [[nodiscard]] bool separator_at(std::size_t at, bool after_blank) const;
  [[nodiscard]] std::optional<std::size_t> counted_end() const;
  [[nodiscard]] std::string_view window() const;
  [[nodiscard]] std::string_view line_at(std::size_t at) const;

  Bytes& bytes_;
  std::size_t size_;
  std::unique_ptr<char[]> buffer_;
  std::size_t base_ = 0;   ///< Offset in the file of buffer_[0].
  std::size_t begin_ = 0;  ///< First byte not yet dealt with.
  std::size_t end_ = 0;
  bool ended_ = false;
  MailForm form_ = MailForm::none;
  bool opened_ = false;
  bool done_ = false;
  std::optional<std::size_t> counted_;  ///< Where Content-Length says that the message ends.
  std::size_t counted_right_ = 0;       ///< How often it was right so far.
};

}  // namespace formats
