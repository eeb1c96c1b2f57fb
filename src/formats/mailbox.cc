#include "formats/mailbox.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "formats/mail_words.h"

namespace formats {

namespace {

/// A separator and the line after it must be seen whole before a verdict.
constexpr std::size_t verdict_bytes = 2'048;
/// A length that reaches further is not believed against a separator in plain sight.
constexpr std::size_t counted_bytes_max = std::size_t{64} << 20U;
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string_view after_first_line(std::string_view text) {
  const std::size_t at = text.find('\n');
  return at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
}

bool is_blank(std::string_view line) { return line.empty() || line == "\r" || line == "\r\n"; }

std::size_t blank_front(std::string_view text) {
  std::size_t at = text.substr(0, 3) == utf8_mark ? 3 : 0;
  while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) ++at;
  return at;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How many of the fields at the front of `text` are known from mail, and whether one says who
/// wrote or when.
bool looks_like_message(std::string_view text) {
  static constexpr std::array<std::string_view, 16> known = {
      "from",         "date",         "received",         "return-path",    "message-id",   "subject",  "to",
      "delivered-to", "mime-version", "x-mozilla-status", "x-gmail-labels", "content-type", "reply-to", "cc",
      "x-gm-thrid",   "sender"};
  static constexpr std::size_t telling = 5;  // The first five.
  unsigned seen = 0;
  bool tells = false;
  for (int lines = 0; lines < 200 && !text.empty(); ++lines, text = after_first_line(text)) {
    const std::string_view line = first_line(text);
    if (is_blank(line)) break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    if (!is_field(line)) {
      if (lines == 0) return false;
      continue;
    }
    const std::string name = base::lower_ascii(line.substr(0, line.find(':')));
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (name != known[i]) continue;
      seen |= 1U << i;
      if (i < telling) tells = true;
    }
  }
  return tells && (seen & (seen - 1)) != 0;  // At least two different ones.
}

}  // namespace

bool is_field(std::string_view line) {
  for (std::size_t i = 0; i < line.size() && i < 80; ++i) {
    const auto c = static_cast<unsigned char>(line[i]);
    if (c == ':') return i > 0;
    if (c == ' ' || c == '\t') {  // "Subject : x" is seen in old mail.
      return i > 0 && i + 1 < line.size() && line[i + 1] == ':';
    }
    if (c < '!' || c > '~') return false;
  }
  return false;
}

bool is_separator(std::string_view line) {
  if (line.substr(0, 5) != "From ") return false;
  line = line.substr(5, 500);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) {
    line.remove_suffix(1);
  }
  if (line == "-" || line.empty()) return line == "-";
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) {
    return line.size() > 4 && line.substr(line.size() - 4) == "@xxx";
  }
  return separator_date(line).has_value();
}

MailForm mail_form(std::string_view head) {
  head.remove_prefix(blank_front(head));
  const std::string_view line = first_line(head);
  const std::string_view rest = after_first_line(head);
  if (is_separator(line)) {
    return is_field(first_line(rest)) || first_line(rest).substr(0, 6) == ">From " ? MailForm::mbox : MailForm::none;
  }
  if (all_digits(base::trim(line)) && looks_like_message(rest)) return MailForm::emlx;
  return looks_like_message(head) ? MailForm::single : MailForm::none;
}

Mailbox::Mailbox(Bytes& bytes, std::size_t buffer_bytes)
    : bytes_(bytes),
      size_(std::max(buffer_bytes, 4 * verdict_bytes)),
      buffer_(std::make_unique_for_overwrite<char[]>(size_)) {}  // A short message touches little of it.

std::string_view Mailbox::window() const { return {buffer_.get() + begin_, end_ - begin_}; }

std::string_view Mailbox::line_at(std::size_t at) const { return first_line(std::string_view(buffer_.get() + at, end_ - at)); }

/// Moves what is not dealt with to the front and reads until the buffer is full or the file ends.
base::Result<void> Mailbox::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    base_ += begin_;
    end_ -= begin_;
    begin_ = 0;
  }
  while (!ended_ && end_ < size_) {
    const auto got = bytes_.read(std::span<char>(buffer_.get(), size_).subspan(end_));
    if (!got) return base::fail(got.error());
    if (*got == 0) ended_ = true;
    end_ += *got;
  }
  return {};
}

base::Result<void> Mailbox::open() {
  opened_ = true;
  if (auto done = fill(); !done) return done;
  form_ = mail_form(window());
  begin_ = blank_front(window());
  if (form_ == MailForm::emlx) begin_ = end_ - after_first_line(window()).size();
  return {};
}

bool Mailbox::separator_at(std::size_t at, bool after_blank) const {
  const std::string_view line = line_at(at);
  if (!is_separator(line)) return false;
  const std::size_t next = at + line.size() + 1;
  if (next >= end_) return after_blank;  // The last line of the file.
  const std::string_view follower = line_at(next);
  return is_field(follower) || (after_blank && follower.substr(0, 6) == ">From ");
}

/// Where Content-Length puts the next separator (or the end of the file), if it is in the buffer
/// and there is one.
std::optional<std::size_t> Mailbox::counted_end() const {
  if (!counted_ || *counted_ < base_ + begin_ || *counted_ > base_ + end_) return {};
  std::size_t at = *counted_ - base_;
  while (at < end_ && (buffer_[at] == '\n' || buffer_[at] == '\r')) ++at;
  if (at == end_) return ended_ ? std::optional(at) : std::nullopt;
  if (at > 0 && buffer_[at - 1] != '\n') return {};
  return is_separator(line_at(at)) ? std::optional(at) : std::nullopt;
}

/// Passes over a body, to the next separator. False at the end of the file.
base::Result<bool> Mailbox::seek_separator() {
  for (;;) {
    if (const auto end = counted_end()) {
      ++counted_right_;
      counted_.reset();
      begin_ = *end;
      if (begin_ < end_ || !ended_) return true;
      return false;
    }
    const char* const data = buffer_.get();
    const void* const found = memmem(data + begin_, end_ - begin_, "\nFrom ", 6);
    if (found == nullptr) {
      if (ended_) return false;
      begin_ = std::max(begin_, end_ - std::min<std::size_t>(end_, 8));
      if (auto done = fill(); !done) return base::fail(done.error());
      continue;
    }
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - data);
    if (!ended_ && end_ - at < verdict_bytes) {
      begin_ = at >= 2 ? at - 2 : 0;
      if (auto done = fill(); !done) return base::fail(done.error());
      continue;
    }
    const bool after_blank = at == 0 || data[at - 1] == '\n' || (data[at - 1] == '\r' && at > 1 && data[at - 2] == '\n');
    const std::size_t here = base_ + at;
    const bool counted_beyond =
        counted_ && *counted_ > base_ + end_ && counted_right_ > 0 && *counted_ - here < counted_bytes_max;
    if (!counted_beyond && separator_at(at + 1, after_blank)) {
      begin_ = at + 1;
      counted_.reset();
      return true;
    }
    begin_ = at + 1;
  }
}

/// From the line after the separator to the first blank line.
base::Result<void> Mailbox::read_head(MailHead& head) {
  std::size_t at = begin_;
  for (;;) {
    if (at >= end_) {
      head.too_long = !ended_;
      break;
    }
    const char* const start = buffer_.get() + at;
    const void* const stop = std::memchr(start, '\n', end_ - at);
    if (stop == nullptr && !ended_) {
      head.too_long = true;
      break;
    }
    const std::size_t size = stop == nullptr ? end_ - at : static_cast<std::size_t>(static_cast<const char*>(stop) - start);
    std::string_view line(start, size);
    const std::size_t next = std::min(at + size + 1, end_);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) {
      at = next;
      break;
    }
    if ((line.front() == ' ' || line.front() == '\t') && !head.fields.empty()) {
      std::string_view& value = head.fields.back().value;
      value = {value.data(), static_cast<std::size_t>(line.data() + line.size() - value.data())};
    } else if (is_field(line)) {
      const std::size_t colon = line.find(':');
      std::string_view name = line.substr(0, colon);
      while (name.back() == ' ' || name.back() == '\t') name.remove_suffix(1);
      head.fields.push_back({name, line.substr(colon + 1)});
    } else if (form_ == MailForm::mbox && separator_at(at, false)) {
      break;  // A message without a body and without the blank line.
    }
    at = next;
  }
  // The body search begins at the line end before, so that an empty body shows its separator.
  begin_ = at > begin_ ? at - 1 : at;
  return {};
}

base::Result<bool> Mailbox::next(MailHead& head) {
  head.fields.clear();
  head.separator = {};
  head.too_long = false;
  if (!opened_) {
    if (auto done = open(); !done) return base::fail(done.error());
    if (form_ == MailForm::none) done_ = true;
  } else if (form_ == MailForm::mbox && !done_) {
    const auto more = seek_separator();
    if (!more) return base::fail(more.error());
    done_ = !*more;
  } else {
    done_ = true;
  }
  if (done_) return false;
  // Headers are short beside the buffer: read on only when little is left.
  if (end_ - begin_ < std::min(size_, std::size_t{1} << 17U) || form_ != MailForm::mbox) {
    if (auto done = fill(); !done) return base::fail(done.error());
  }
  const std::size_t mark = begin_;
  const auto attempt = [&] {
    head.fields.clear();
    head.too_long = false;
    head.offset = base_ + begin_;
    if (form_ == MailForm::mbox) {
      const std::string_view line = line_at(begin_);
      head.separator = base::trim(line.substr(std::min<std::size_t>(5, line.size())));
      begin_ = std::min(begin_ + line.size() + 1, end_);
    }
    return read_head(head);
  };
  auto done = attempt();
  if (done && head.too_long && mark > 0) {
    begin_ = mark;
    if (done = fill(); done) done = attempt();
  }
  if (!done) return base::fail(done.error());
  counted_.reset();
  for (const MailField& field : head.fields) {
    if (!base::equal_no_case(field.name, "content-length")) continue;
    const std::string_view digits = base::trim(field.value);
    if (!all_digits(digits)) continue;
    std::size_t count = 0;
    for (const char c : digits) count = count * 10 + static_cast<std::size_t>(c - '0');
    counted_ = base_ + begin_ + 1 + count;
  }
  return true;
}

}  // namespace formats
