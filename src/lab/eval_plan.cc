#include "lab/eval_plan.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/try.h"
#include "plays/upkeep.h"

namespace lab {

namespace {

constexpr std::size_t contacts_max = 1'000'000;

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The world as far as it was told, and the planner once it is asked.
class Session {
 public:
  explicit Session(std::ostream& out) : out_(out) {}

  /// False when the line is not of the protocol.
  bool take(const std::vector<std::string_view>& words) {
    const std::string_view verb = words.front();
    if (verb == "INIT" && words.size() == 4) return init(words);
    if (verb == "C" && words.size() == 5) return contact(words);
    if (verb == "A" && words.size() == 3) return action(words);
    if (verb == "WEEK" && words.size() == 2) return true;
    if (verb == "IN" && words.size() == 2) return heard(words);
    if ((verb == "REPLY" || verb == "NOREPLY") && words.size() == 3) return tried(words);
    if (verb == "ASK" && words.size() == 1) return answer();
    return false;
  }

 private:
  bool init(const std::vector<std::string_view>& words) {
    const auto budget = number(words[3]);
    if (!budget || *budget < 0 || !contacts_.empty()) return false;
    budget_ = *budget;
    return true;
  }
  bool contact(const std::vector<std::string_view>& words) {
    const auto id = number(words[1]), layer = number(words[2]), worth = number(words[3]), days = number(words[4]);
    if (!id || !layer || !worth || !days || upkeep_ || contacts_.size() >= contacts_max) return false;
    if (*id != static_cast<double>(contacts_.size()) || *worth <= 0 || *days < 0) return false;
    if (*layer < 1 || *layer > static_cast<double>(plays::circle_count)) return false;
    contacts_.push_back({.circle = static_cast<std::size_t>(*layer) - 1, .worth = *worth, .weeks_since = *days / 7});
    return true;
  }
  bool action(const std::vector<std::string_view>& words) {
    const auto minutes = number(words[2]);
    if (!minutes || *minutes <= 0) return false;
    if (words[1] == "message") minutes_ = *minutes;
    return true;
  }
  bool heard(const std::vector<std::string_view>& words) {
    const auto id = person(words[1]);
    if (id) heard_.push_back(*id);
    return id.has_value();
  }
  bool tried(const std::vector<std::string_view>& words) {
    const auto id = person(words[1]);
    if (id) planner().tried(*id, words[0] == "REPLY");
    return id.has_value();
  }
  bool answer() {
    plays::Upkeep& upkeep = planner();
    upkeep.pass_week(heard_);
    heard_.clear();
    double left = budget_;
    for (const plays::Chosen& one : upkeep.choose()) {
      if (left < minutes_) break;
      left -= minutes_;
      upkeep.write_to(one.who);
      out_ << "DO " << one.who << " message\n";
    }
    out_ << "END" << std::endl;  // The other side waits for it.
    return true;
  }
  [[nodiscard]] std::optional<std::size_t> person(std::string_view text) const {
    const auto id = number(text);
    if (!id || *id < 0 || *id >= static_cast<double>(contacts_.size())) return std::nullopt;
    return static_cast<std::size_t>(*id);
  }
  plays::Upkeep& planner() {
    if (!upkeep_) upkeep_.emplace(contacts_);
    return *upkeep_;
  }

  std::ostream& out_;
  std::vector<plays::Kept> contacts_;
  std::optional<plays::Upkeep> upkeep_;
  std::vector<std::size_t> heard_;
  double budget_ = 0;
  double minutes_ = 5;
};

}  // namespace

base::Result<void> eval_plan(std::istream& in, std::ostream& out) {
  Session session(out);
  std::string line;
  for (std::size_t n = 1; out && std::getline(in, line); ++n) {
    const auto words = base::split_words(line);
    if (words.empty() || session.take(words)) continue;
    return base::fail(base::Fault::unreadable, fmt::format("line {}", n),
                      base::say("lab.not-protocol", {{"line", base::printable(line, 60)}}),
                      base::say("lab.described-head-planner-sim"));
  }
  return {};
}

}  // namespace lab
