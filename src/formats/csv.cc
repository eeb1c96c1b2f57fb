#include "formats/csv.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/text.h"
#include "formats/utf8.h"

namespace formats {

namespace {

constexpr std::size_t read_size = std::size_t{256} << 10U;
constexpr std::size_t sniff_lines = 20;

// Most text is ASCII but for a letter here and there: only what is around those is looked at.
bool is_clean(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      constexpr std::uint64_t ones = 0x0101010101010101U;
      // No byte above 127, and none that is 0.
      if (((eight | (eight - ones)) & (ones << 7U)) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const auto first = static_cast<unsigned char>(text[at]);
    if (first == 0) return false;
    if (first < 0x80U) {
      ++at;
      continue;
    }
    const std::size_t size = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (text.size() - at < size || !base::is_utf8(text.substr(at, size))) return false;
    at += size;
  }
  return true;
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

}  // namespace

base::Result<bool> CsvReader::next(CsvRow& row) {
  row.wrong = {};
  if (encoding_ == Encoding::unknown) {
    if (auto done = start(); !done) return base::fail(done.error());
  }
  for (;;) {
    row.cells.clear();
    row.line = line_;
    const bool try_now = end_ || buffer_.size() - at_ >= wanted_;
    const Step step = try_now ? parse(row) : Step::more;
    if (step == Step::row) {
      wanted_ = 0;
      return true;
    }
    if (step == Step::blank) continue;
    if (step == Step::broken) {
      row.cells.clear();
      row.wrong = wrong_;
      wanted_ = 0;
      if (auto done = skip_line(); !done) return base::fail(done.error());
      return true;
    }
    if (end_) return false;
    if (try_now) wanted_ = 2 * (buffer_.size() - at_);
    if (auto done = fill(); !done) return base::fail(done.error());
  }
}

base::Result<void> CsvReader::start() {
  encoding_ = Encoding::eight_bit;
  std::string head(4, '\0');
  std::size_t used = 0;
  while (used < head.size()) {
    const auto got = bytes_.read(std::span<char>(head).subspan(used));
    if (!got) return base::fail(got.error());
    if (*got == 0) {
      end_ = true;
      break;
    }
    used += *got;
  }
  bytes_read_ = used;
  head.resize(used);
  if (starts_with(head, "\xff\xfe")) {
    encoding_ = Encoding::utf16_little;
    take_utf16(std::string_view(head).substr(2), end_);
  } else if (starts_with(head, "\xfe\xff")) {
    encoding_ = Encoding::utf16_big;
    take_utf16(std::string_view(head).substr(2), end_);
  } else {
    buffer_ = starts_with(head, "\xef\xbb\xbf") ? head.substr(3) : head;
  }
  while (!end_ && buffer_.size() < read_size) {
    if (auto done = fill(); !done) return done;
  }
  sniff();
  return {};
}

base::Result<void> CsvReader::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    broke_at_ -= std::min(broke_at_, at_);
    at_ = 0;
  }
  if (encoding_ == Encoding::eight_bit) {
    const std::size_t old = buffer_.size();
    buffer_.resize(old + read_size);
    const auto got = bytes_.read(std::span<char>(buffer_).subspan(old));
    buffer_.resize(old + (got ? *got : 0));
    if (!got) return base::fail(got.error());
    bytes_read_ += *got;
    end_ = *got == 0;
    return {};
  }
  std::string raw(read_size, '\0');
  const auto got = bytes_.read(raw);
  if (!got) return base::fail(got.error());
  bytes_read_ += *got;
  end_ = *got == 0;
  take_utf16(std::string_view(raw).substr(0, *got), end_);
  return {};
}

void CsvReader::take_utf16(std::string_view raw, bool last) {
  const std::string joined = odd_ + std::string(raw);
  odd_.clear();
  const std::size_t high = encoding_ == Encoding::utf16_big ? 0 : 1;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(joined[i + high]) * 256U +
                                 static_cast<unsigned char>(joined[i + 1 - high]));
  };
  std::size_t i = 0;
  while (i + 1 < joined.size()) {
    char32_t c = unit(i);
    if (c >= 0xD800U && c < 0xDC00U) {
      if (i + 3 >= joined.size() && !last) break;
      const char32_t low = i + 3 < joined.size() ? unit(i + 2) : 0;
      if (low >= 0xDC00U && low < 0xE000U) {
        c = 0x10000U + ((c - 0xD800U) << 10U) + (low - 0xDC00U);
        i += 2;
      } else {
        c = 0xFFFDU;
      }
    } else if (c >= 0xDC00U && c < 0xE000U) {
      c = 0xFFFDU;
    }
    append_utf8(buffer_, c);
    i += 2;
  }
  if (!last) odd_ = joined.substr(i);
}

// The character that one of the first lines holds most often outside quotes: a header has many, a
// note above it few.
void CsvReader::sniff() {
  constexpr std::string_view candidates = ",;\t";
  std::array<std::size_t, 3> most{};
  std::array<std::size_t, 3> now{};
  bool quoted = false;
  std::size_t lines = 0;
  for (const char c : buffer_) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    const std::size_t which = candidates.find(c);
    if (which != std::string_view::npos) ++now[which];
    if (c == '\n' || c == '\r') {
      for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], now[i]);
      now = {};
      if (++lines >= sniff_lines) break;
    }
  }
  for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], now[i]);
  const auto best = std::max_element(most.begin(), most.end()) - most.begin();
  delimiter_ = candidates[static_cast<std::size_t>(best)];
  for (const char stop : {delimiter_, '\n', '\r'}) stops_[static_cast<unsigned char>(stop)] = true;
}

// One row from `at_`. Nothing is changed in the buffer before the row is known to be whole, since a
// row that goes on after the buffer's end is parsed again once there is more.
CsvReader::Step CsvReader::parse(CsvRow& row) {
  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  std::size_t at = at_;
  bool changed = false;
  const auto too_long = [&] {
    broke_at_ = std::min(size, at_ + row_size_max);
    wrong_ = base::say("formats.row-longer-1-mib");
    return Step::broken;
  };
  if (at == size) return Step::more;
  for (;;) {
    if (at < size && data[at] == '"') {
      Step step = Step::row;
      const std::size_t start = row.cells.size();
      if (!quoted_cell(at, row, step)) return step == Step::more && size - at_ > row_size_max ? too_long() : step;
      changed = changed || row.cells[start].find('"') != std::string_view::npos;
    } else {
      const std::size_t start = at;
      while (at < size && !stops_[static_cast<unsigned char>(data[at])]) ++at;
      row.cells.push_back(std::string_view(data + start, at - start));
    }
    if (at - at_ > row_size_max) return too_long();
    if (at == size) {
      if (!end_) return Step::more;
      break;
    }
    if (data[at] == delimiter_) {
      ++at;
      continue;
    }
    // The pair CR LF is one end of a row, even where a read has cut it in two.
    if (data[at] == '\r') {
      if (at + 1 == size && !end_) return Step::more;
      if (at + 1 < size && data[at + 1] == '\n') ++at;
    }
    ++at;
    break;
  }
  const bool blank = row.cells.size() == 1 && row.cells[0].empty() && data[at_] != '"';
  if (!blank) make_utf8(row, changed);
  consume(at);
  return blank ? Step::blank : Step::row;
}

// A cell in quotes, from the quote at `at`; its text still holds every quote twice. False, with the
// reason in `step`, when it is broken or not all there.
bool CsvReader::quoted_cell(std::size_t& at, CsvRow& row, Step& step) {
  const char* const data = buffer_.data();
  const std::size_t size = buffer_.size();
  const std::size_t start = ++at;
  for (;;) {
    const void* found = at < size ? std::memchr(data + at, '"', size - at) : nullptr;
    if (found == nullptr) {
      step = end_ ? Step::broken : Step::more;
      // Where a quote is never closed, only the line on which it was opened is given up.
      broke_at_ = start;
      wrong_ = base::say("formats.quote-never-closed");
      return false;
    }
    const std::size_t quote = static_cast<std::size_t>(static_cast<const char*>(found) - data);
    if (quote + 1 == size && !end_) {
      step = Step::more;
      return false;
    }
    if (quote + 1 < size && data[quote + 1] == '"') {
      at = quote + 2;
      continue;
    }
    at = quote + 1;
    if (at < size && !stops_[static_cast<unsigned char>(data[at])]) {
      step = Step::broken;
      broke_at_ = at;
      wrong_ = base::say("formats.text-after-closing-quote");
      return false;
    }
    row.cells.push_back(std::string_view(data + start, quote - start));
    return true;
  }
}

void CsvReader::consume(std::size_t end) {
  const std::string_view gone = std::string_view(buffer_).substr(at_, end - at_);
  line_ += static_cast<std::size_t>(std::count(gone.begin(), gone.end(), '\n'));
  for (std::size_t at = gone.find('\r'); at != std::string_view::npos; at = gone.find('\r', at + 1)) {
    if (at + 1 == gone.size() || gone[at + 1] != '\n') ++line_;
  }
  at_ = end;
}

// Takes the doubled quotes out of the cells and repairs what is not UTF-8.
void CsvReader::make_utf8(CsvRow& row, bool changed) {
  const char* const first = row.cells.front().data();
  const std::string_view whole(first, static_cast<std::size_t>(row.cells.back().data() + row.cells.back().size() - first));
  const bool good = is_clean(whole);
  if (good && !changed) return;
  repaired_.resize(row.cells.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool quoted = row.cells[i].data() > buffer_.data() && row.cells[i].data()[-1] == '"';
    if (quoted && row.cells[i].find("\"\"") != std::string_view::npos) {
      std::string& text = repaired_[i];
      text.clear();
      for (std::size_t k = 0; k < row.cells[i].size(); ++k) {
        text += row.cells[i][k];
        if (row.cells[i][k] == '"') ++k;
      }
      row.cells[i] = text;
    }
    if (!good) {
      repaired_[i] = base::to_utf8(row.cells[i]);
      row.cells[i] = repaired_[i];
    }
  }
}

// On to the line after the place where a row broke.
base::Result<void> CsvReader::skip_line() {
  consume(broke_at_);
  for (;;) {
    const std::size_t found = buffer_.find_first_of("\r\n", at_);
    if (found != std::string::npos && (found + 1 < buffer_.size() || end_)) {
      const bool pair = buffer_[found] == '\r' && found + 1 < buffer_.size() && buffer_[found + 1] == '\n';
      consume(found + (pair ? 2 : 1));
      return {};
    }
    consume(found == std::string::npos ? buffer_.size() : found);
    if (end_) {
      consume(buffer_.size());
      return {};
    }
    if (auto done = fill(); !done) return done;
  }
}

}  // namespace formats
