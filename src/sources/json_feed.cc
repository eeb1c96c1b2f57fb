#include "sources/json_feed.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/text.h"

namespace sources {

namespace {

using nlohmann::json;

constexpr std::size_t chunk_bytes = std::size_t{64} << 10U;
constexpr std::size_t text_bytes_max = std::size_t{256} << 10U;
constexpr std::size_t element_values_max = 20'000;
constexpr std::size_t element_bytes_max = std::size_t{1} << 20U;
constexpr std::size_t path_bytes_max = 1'000;
constexpr std::size_t depth_max = 200;

/// Characters of the file as the JSON parser may have them: UTF-8, no raw controls in texts, and
/// of a text no more than its first 256 KiB.
class Feed {
 public:
  explicit Feed(formats::Bytes& bytes) : bytes_(bytes) {}

  /// -1 at the end.
  int next() {
    for (;;) {
      if (at_ >= chunk_.size() && !fill()) return -1;
      const char c = chunk_[at_++];
      if (!in_text_) {
        if (c == '"') {
          in_text_ = true;
          size_ = 0;
        }
        return static_cast<unsigned char>(c);
      }
      ++size_;
      if (!step(c)) return '"';
      if (dropping_) continue;
      return static_cast<unsigned char>(c) < ' ' ? ' ' : static_cast<unsigned char>(c);
    }
  }

  [[nodiscard]] const base::Result<void>& state() const { return state_; }

 private:
  /// One character of a text; false when it ends the text. Beyond the limit characters are dropped,
  /// but never a part of a letter, of an escape or of a surrogate pair ("\ud83d\ude00").
  bool step(char c) {
    if (hex_left_ > 0) {
      --hex_left_;
      const char lower = static_cast<char>(c | 0x20);
      if (hex_left_ == 3) high_ = lower == 'd';
      if (hex_left_ == 2) high_ = high_ && (c == '8' || c == '9' || lower == 'a' || lower == 'b');
      return true;
    }
    if (escaped_) {
      escaped_ = false;
      if (c == 'u') {
        hex_left_ = 4;
      } else {
        high_ = false;
      }
      return true;
    }
    const bool begins = (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    if (c == '"') {
      in_text_ = false;
      dropping_ = false;
      high_ = false;
      return false;
    }
    if (begins && !(c == '\\' && high_)) dropping_ = size_ > text_bytes_max;
    escaped_ = c == '\\';
    if (!escaped_) high_ = false;
    return true;
  }

  bool fill() {
    if (!state_) return false;
    at_ = 0;
    raw_.resize(kept_.size() + chunk_bytes);
    std::copy(kept_.begin(), kept_.end(), raw_.begin());
    const auto got = bytes_.read(std::span<char>(raw_).subspan(kept_.size()));
    if (!got) state_ = base::fail(got.error());
    const std::size_t size = got ? *got : 0;
    raw_.resize(kept_.size() + size);
    kept_.clear();
    if (size > 0) {
      // A letter that the chunk cuts waits for its rest.
      std::size_t tail = 0;
      while (tail < 3 && tail < raw_.size() && (static_cast<unsigned char>(raw_[raw_.size() - 1 - tail]) & 0xc0U) == 0x80U) {
        ++tail;
      }
      if (tail < raw_.size() && static_cast<unsigned char>(raw_[raw_.size() - 1 - tail]) >= 0xc0U) {
        kept_ = raw_.substr(raw_.size() - 1 - tail);
        raw_.resize(raw_.size() - 1 - tail);
      }
    }
    if (first_ && raw_.starts_with("\xef\xbb\xbf")) raw_.erase(0, 3);
    first_ = false;
    chunk_ = base::is_utf8(raw_) ? raw_ : base::to_utf8(raw_);
    return !chunk_.empty() || (size > 0 && fill());
  }

  formats::Bytes& bytes_;
  std::string raw_;
  std::string chunk_;
  std::string kept_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool in_text_ = false;
  bool escaped_ = false;
  bool dropping_ = false;
  bool high_ = false;  ///< The escape before was the first half of a surrogate pair.
  int hex_left_ = 0;   ///< Digits of a \u escape still to come.
  bool first_ = true;
  base::Result<void> state_;
};

/// An input iterator over a Feed, as the parser asks for.
class FeedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  FeedIterator() = default;
  explicit FeedIterator(Feed& feed) : feed_(&feed) { ++*this; }
  char operator*() const { return static_cast<char>(now_); }
  FeedIterator& operator++() {
    now_ = feed_->next();
    return *this;
  }
  FeedIterator operator++(int) {
    FeedIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const FeedIterator& a, const FeedIterator& b) { return a.now_ == b.now_ || (a.now_ < 0 && b.now_ < 0); }
  friend bool operator!=(const FeedIterator& a, const FeedIterator& b) { return !(a == b); }

 private:
  Feed* feed_ = nullptr;
  int now_ = -1;
};

class Handler : public nlohmann::json_sax<json> {
 public:
  explicit Handler(const JsonWishes& wishes) : wishes_(wishes) {}

  bool null() override { return value(json(nullptr), {}); }
  bool boolean(bool yes) override { return value(json(yes), yes ? "true" : "false"); }
  bool number_integer(number_integer_t n) override { return value(json(n), fmt::format("{}", n)); }
  bool number_unsigned(number_unsigned_t n) override { return value(json(n), fmt::format("{}", n)); }
  bool number_float(number_float_t n, const string_t&) override { return value(json(n), {}); }
  bool string(string_t& text) override { return value(json(text), text); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    key_ = base::clip(name, 200);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    if (wrong_.empty()) wrong_ = base::say("sources.json-broken-byte", {{"position", position}});
    return false;
  }
  [[nodiscard]] const base::Message& wrong() const { return wrong_; }

 private:
  struct Level {
    bool is_array = false;
    std::size_t path_size = 0;  ///< Of the path before this level was entered.
    json* element = nullptr;    ///< Within a wanted object: what is being built; may be nullptr.
  };

  [[nodiscard]] bool collecting() const { return wanted_at_ != 0; }

  /// Extends the path by the place at which the next value stands.
  void enter() {
    if (levels_.empty() || path_.size() > path_bytes_max) return;
    if (levels_.back().is_array) {
      path_ += "[]";
    } else {
      path_ += '/';
      path_ += key_;
    }
  }

  json* put(json made) {
    json* const parent = levels_.back().element;
    if (parent == nullptr || ++values_ > element_values_max) return nullptr;
    if (parent->is_array()) {
      parent->push_back(std::move(made));
      return &parent->back();
    }
    json& slot = (*parent)[key_];
    slot = std::move(made);
    return &slot;
  }

  bool value(json made, std::string_view as_text) {
    if (collecting()) {
      bytes_ += as_text.size();
      if (bytes_ <= element_bytes_max) put(std::move(made));
      return true;
    }
    if (wishes_.scalar) {
      const std::size_t size = path_.size();
      enter();
      wishes_.scalar(path_, as_text);
      path_.resize(size);
    }
    return true;
  }

  bool open(bool is_array) {
    if (levels_.size() >= depth_max) {
      wrong_ = base::say("sources.json-nested-too-deeply");
      return false;
    }
    Level level{is_array, path_.size(), nullptr};
    if (collecting()) {
      level.element = put(is_array ? json::array() : json::object());
    } else {
      enter();
      if (!is_array && wishes_.wants && wishes_.wants(path_)) {
        wanted_ = json::object();
        level.element = &wanted_;
        wanted_at_ = levels_.size() + 1;
        values_ = 0;
        bytes_ = 0;
      } else if (!is_array && wishes_.object) {
        wishes_.object(path_, true);
      }
    }
    levels_.push_back(level);
    return true;
  }

  bool close() {
    const Level level = levels_.back();
    bool go_on = true;
    if (wanted_at_ == levels_.size() && collecting()) {
      wanted_at_ = 0;
      go_on = wishes_.element(path_, wanted_);
    } else if (!collecting() && !level.is_array && wishes_.object) {
      wishes_.object(path_, false);
    }
    levels_.pop_back();
    if (!collecting()) path_.resize(level.path_size);
    return go_on;
  }

  const JsonWishes& wishes_;
  std::vector<Level> levels_;
  std::string path_;
  std::string key_;
  json wanted_;
  std::size_t wanted_at_ = 0;  ///< Depth of the wanted object being built; 0: none.
  std::size_t values_ = 0;
  std::size_t bytes_ = 0;
  base::Message wrong_;
};

}  // namespace

base::Result<void> read_json(formats::Bytes& bytes, const JsonWishes& wishes) {
  Feed feed(bytes);
  Handler handler(wishes);
  json::sax_parse(FeedIterator(feed), FeedIterator(), &handler, json::input_format_t::json, false);
  if (!feed.state()) return base::fail(feed.state().error());
  if (!handler.wrong().empty()) return base::fail(base::Fault::bad_input, {}, handler.wrong());
  return {};
}

std::string json_text(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number_unsigned()) return fmt::format("{}", found->get<unsigned long long>());
  return found->is_number_integer() ? fmt::format("{}", found->get<long long>()) : std::string();
}

long long json_number(const json& object, const char* key) {
  const std::string text = json_text(object, key);
  long long value = 0;
  const auto [stop, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  return wrong == std::errc() ? value : 0;
}

}  // namespace sources
