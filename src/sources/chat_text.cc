#include "sources/chat_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/text_lines.h"
#include "sources/chat_thread.h"

namespace sources {

namespace {

constexpr std::string_view what_chat_text = "messages";
constexpr std::size_t waiting_max = 200'000;
constexpr std::size_t authors_max = 5'000;
constexpr std::size_t author_bytes_max = 120;

/// Reads from the front of what_chat_text it holds.
struct Scan {
  std::string_view text;

  bool eat(char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
  }
  void spaces() {
    while (eat(' ')) {
    }
  }
  /// 1 to 4 digits; their count in `size`, 0 when there are none.
  int number(std::size_t& size) {
    int value = 0;
    size = 0;
    while (size < 4 && size < text.size() && base::is_digit(text[size])) {
      value = value * 10 + (text[size] - '0');
      ++size;
    }
    text.remove_prefix(size);
    return value;
  }
};

bool read_date(Scan& scan, ChatHeader& out) {
  char separator = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    std::size_t size = 0;
    out.date[i] = scan.number(size);
    if (size == 0 || size == 3 || (size == 4 && i == 1)) return false;
    if (i == 0) out.year_first = size == 4;
    if (i == 2) return true;
    if (scan.text.empty()) return false;
    const char c = scan.text.front();
    if ((c != '/' && c != '.' && c != '-') || (separator != 0 && c != separator)) return false;
    separator = c;
    out.dotted = c == '.';
    out.dashed = c == '-';
    scan.eat(c);
    scan.spaces();  // "29. 1. 2018"
  }
  return true;
}

/// "AM", "pm", "a. m.", "p.m.": -1 none, 0 morning, 1 afternoon.
int read_half(Scan& scan) {
  Scan ahead = scan;
  ahead.spaces();
  if (ahead.text.empty()) return -1;
  const char first = static_cast<char>(ahead.text.front() | 0x20);
  if (first != 'a' && first != 'p') return -1;
  ahead.text.remove_prefix(1);
  ahead.eat('.');
  ahead.spaces();
  if (!ahead.eat('m') && !ahead.eat('M')) return -1;
  ahead.eat('.');
  scan = ahead;
  return first == 'p' ? 1 : 0;
}

bool read_time(Scan& scan, ChatHeader& out) {
  std::size_t size = 0;
  out.hour = scan.number(size);
  if (size == 0 || size > 2 || out.hour > 23) return false;
  const char separator = scan.text.empty() ? '\0' : scan.text.front();
  if ((separator != ':' && separator != '.') || !scan.eat(separator)) return false;
  out.minute = scan.number(size);
  if (size != 2 || out.minute > 59) return false;
  if (scan.text.size() > 2 && scan.text.front() == separator && base::is_digit(scan.text[1])) {
    scan.eat(separator);
    out.second = scan.number(size);
    if (size != 2 || out.second > 59) return false;
    out.has_seconds = true;
  }
  const int half = read_half(scan);
  out.half_day = half >= 0;
  if (half == 1 && out.hour < 12) out.hour += 12;
  if (half == 0 && out.hour == 12) out.hour = 0;
  return true;
}

/// Which number of the date is what_chat_text.
enum class Order { day_first, month_first, year_first };

struct Waiting {
  ChatHeader header;  ///< Its `rest` is not used here: the line has gone.
  std::uint32_t author = 0;
  std::uint64_t hash = 0;
  std::size_t line = 0;
};

struct Guess {
  Order order = Order::day_first;
  bool sure = true;
};

Guess order_of(const std::vector<Waiting>& all) {
  std::size_t days_first = 0;
  std::size_t months_first = 0;
  std::array<std::size_t, 2> falls{};
  std::array<int, 2> last{};
  bool half_day = false;
  bool slashed = false;
  for (const Waiting& one : all) {
    const auto& d = one.header.date;
    if (one.header.year_first) return {Order::year_first, true};
    if (d[0] > 12) ++days_first;
    if (d[1] > 12) ++months_first;
    const std::array<int, 2> now = {d[2] * 10'000 + d[1] * 100 + d[0], d[2] * 10'000 + d[0] * 100 + d[1]};
    for (std::size_t i = 0; i < 2; ++i) {
      if (now[i] < last[i]) ++falls[i];
      last[i] = now[i];
    }
    half_day = half_day || one.header.half_day;
    slashed = slashed || (!one.header.dotted && !one.header.dashed);
  }
  if (days_first != months_first) {
    return {days_first > months_first ? Order::day_first : Order::month_first, true};
  }
  if (falls[0] != falls[1]) {
    return {falls[0] < falls[1] ? Order::day_first : Order::month_first, true};
  }
  const bool same =
      std::all_of(all.begin(), all.end(), [](const Waiting& one) { return one.header.date[0] == one.header.date[1]; });
  return {half_day && slashed ? Order::month_first : Order::day_first, same || !slashed};
}

std::optional<base::Instant> header_moment(const ChatHeader& h, Order order) {
  const int year = order == Order::year_first ? h.date[0] : h.date[2];
  const int month = order == Order::month_first ? h.date[0] : h.date[1];
  const int day = order == Order::day_first ? h.date[0] : order == Order::month_first ? h.date[1] : h.date[2];
  const base::Civil civil{year < 100 ? 2000 + year : year, month, day};
  return base::instant_of(civil, {h.hour, h.minute, h.second});
}

/// Lines of the program itself that carry a name before a colon: on iPhones the group's.
bool is_notice(std::string_view text) {
  static constexpr std::array<std::string_view, 7> marks = {
      "end-to-end encrypted",     "Ende-zu-Ende-verschlüsselt", "cifrados de extremo a extremo", "chiffrés de bout en bout",
      "crittografati end-to-end", "end-to-end-krypterade",      "end-to-end encryption"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return base::contains(text, mark); });
}

bool is_me(std::string_view author) {
  static constexpr std::array<std::string_view, 8> words = {"You", "Me", "Du", "Ich", "Tú", "Vous", "Tu", "Você"};
  return std::find(words.begin(), words.end(), author) != words.end();
}

class ChatTextReader {
 public:
  ChatTextReader(const ChatFile& file, Input& input, Sink& sink)
      : file_(file), lines_(input.bytes), sink_(sink), thread_(file.scope, file.name) {}

  base::Result<void> read() {
    std::string raw;
    for (std::size_t count = 1;; ++count) {
      const auto more = lines_.next(raw);
      if (!more) return base::fail(more.error());
      if (!*more) break;
      take(raw);
      if (waiting_.size() >= waiting_max) tell();
      if (count % 10'000 == 0 && !sink_.progress(lines_.bytes_read())) return {};
    }
    tell();
    if (thread_.told() > 0) sink_.claim({ledger::me(), ledger::Field::covers, "talk", {}});
    return {};
  }

 private:
  void take(std::string_view raw) {
    const std::string line = chat_line(raw);
    const auto header = chat_header(line);
    if (!header) {
      // A line without a header goes on with the message before it.
      if (open_) waiting_.back().hash = text_hash(waiting_.back().hash, raw);
      return;
    }
    open_ = false;
    std::string_view author = header->rest;
    std::string_view text;
    if (const std::size_t colon = header->rest.find(": "); colon != std::string_view::npos) {
      author = header->rest.substr(0, colon);
      text = header->rest.substr(colon + 2);
    } else if (header->rest.ends_with(":")) {
      author.remove_suffix(1);
    } else {
      return sink_.leave_out(what_chat_text, "system lines");
    }
    author = base::trim(author);
    if (author.starts_with("~")) author = base::trim(author.substr(1));
    if (author.empty() || author.size() > author_bytes_max || author.find('"') != std::string::npos ||
        base::contains(author, "“") || is_notice(text)) {
      return sink_.leave_out(what_chat_text, "system lines");
    }
    Waiting one;
    one.header = *header;
    one.header.rest = {};
    one.author = number_of(author);
    one.hash = text_hash(0, text);
    one.line = lines_.line_number();
    waiting_.push_back(one);
    open_ = true;
  }

  std::uint32_t number_of(std::string_view author) {
    const auto found = numbers_.find(author);
    if (found != numbers_.end()) return found->second;
    if (authors_.size() >= authors_max) return static_cast<std::uint32_t>(authors_max - 1);
    const auto number = static_cast<std::uint32_t>(authors_.size());
    authors_.emplace_back(author);
    numbers_.emplace(author, number);
    return number;
  }

  [[nodiscard]] ledger::Handle handle_of(const std::string& author) const {
    if (author.starts_with('+') || base::is_digit(author.front())) {
      const auto found = ledger::phone_handle(author);
      if (!found.empty() && found.front().kind == ledger::HandleKind::phone) return found.front();
    }
    return ledger::name_handle(file_.scope, author);
  }

  /// Who of the authors is the owner: the one called "You", or in a chat of two the one after whom
  /// the file is not named. Numbers the people of the thread.
  void meet_people() {
    const auto at = std::find(authors_.begin(), authors_.end(), file_.name);
    const bool named = at != authors_.end();
    const bool says_me = std::any_of(authors_.begin(), authors_.end(), is_me);
    const bool pair = !says_me && !file_.name.empty() && authors_.size() == 2 && named;
    const bool alone = !says_me && authors_.size() == 1 && named;
    people_.clear();
    bool owner_known = false;
    for (const std::string& author : authors_) {
      const bool mine = is_me(author) || (pair && author != file_.name);
      const auto number =
          mine ? thread_.person(ledger::me(), {}) : thread_.person(handle_of(author), author.starts_with('+') ? "" : author);
      if (mine) thread_.is_owner(number);
      owner_known = owner_known || mine;
      people_.push_back(number);
    }
    // Only the other has written: it was the owner who was written to.
    if (alone) thread_.is_owner(thread_.person(ledger::me(), {}));
    // Only the owner has: the file is named after whom they wrote to.
    if (says_me && authors_.size() == 1 && !file_.name.empty()) {
      thread_.person(ledger::name_handle(file_.scope, file_.name), file_.name);
    }
    if (!owner_known && !alone && !asked_ && !authors_.empty()) {
      asked_ = true;
      sink_.remark(file_.name.empty() ? base::say("where.chat") : base::say("where.name", {{"name", file_.name}}),
                   base::say("sources.does-not-say-which"));
    }
  }

  void tell() {
    if (waiting_.empty()) return;
    if (!guess_) {
      guess_ = order_of(waiting_);
      if (!guess_->sure) {
        sink_.remark(base::say("where.chat"), guess_->order == Order::day_first ? base::say("sources.dates-read-day-month")
                                                                                : base::say("sources.dates-read-month-day"));
      }
    }
    meet_people();
    for (const Waiting& one : waiting_) {
      if (const auto at = header_moment(one.header, guess_->order)) {
        thread_.add({*at, one.hash, people_[one.author], 0, false, false}, sink_);
      } else {
        sink_.problem(what_chat_text, base::say("where.line", {{"n", one.line}}), base::say("sources.date-does-not-exist"));
      }
    }
    thread_.flush(sink_);
    waiting_.clear();
    open_ = false;
  }

  const ChatFile& file_;
  formats::TextLines lines_;
  Sink& sink_;
  ChatThread thread_;
  std::vector<Waiting> waiting_;
  std::vector<std::string> authors_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::uint32_t> people_;  ///< Of the thread, by author.
  std::optional<Guess> guess_;
  bool open_ = false;
  bool asked_ = false;
};

}  // namespace

std::string chat_line(std::string_view raw) {
  if (base::all_ascii(raw)) return base::to_utf8(raw);
  const std::string clean = base::strip_format(base::to_utf8(raw));
  std::string out;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const std::string_view rest = std::string_view(clean).substr(i);
    if (rest.starts_with("\xe2\x80\xaf")) {  // U+202F
      out += ' ';
      i += 2;
    } else if (rest.starts_with("\xc2\xa0")) {  // U+00A0
      out += ' ';
      i += 1;
    } else {
      out += clean[i];
    }
  }
  return out;
}

std::optional<ChatHeader> chat_header(std::string_view line) {
  ChatHeader out;
  Scan scan{line};
  out.bracketed = scan.eat('[');
  if (!read_date(scan, out)) return {};
  scan.eat(',');
  scan.spaces();
  // A word may stand between: "klo", "at", "um".
  std::size_t letters = 0;
  while (letters < scan.text.size() && letters < 5 && !base::is_digit(scan.text[letters])) ++letters;
  scan.text.remove_prefix(letters);
  if (!read_time(scan, out)) return {};
  if (out.bracketed) {
    if (!scan.eat(']')) return {};
  } else {
    scan.spaces();
    if (!scan.eat('-')) return {};
  }
  scan.spaces();
  out.rest = scan.text;
  return out;
}

base::Result<void> read_chat(const ChatFile& file, Input& input, Sink& sink) { return ChatTextReader(file, input, sink).read(); }

int count_headers(std::string_view head, bool (*accepts)(const ChatHeader&)) {
  const auto bytes = formats::bytes_of(head);
  formats::TextLines lines(*bytes, 2'000);
  std::string raw;
  int count = 0;
  for (int i = 0; i < 30; ++i) {
    const auto more = lines.next(raw);
    if (!more || !*more) break;
    const std::string line = chat_line(raw);
    const auto header = chat_header(line);
    if (header && accepts(*header)) ++count;
    if (i == 0 && count == 0 && !base::trim(raw).empty()) return 0;
  }
  return count;
}

}  // namespace sources
