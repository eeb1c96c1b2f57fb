#pragma once

/// A market: a group of people whom the owner targets, given by a rule over what is known of a
/// person, and how well somebody fits it. docs/plays.md#focus.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "people/people.h"

namespace plays {

/// "title:founder,cto city:berlin no-company:acme": every condition must hold, one of its words
/// suffices; "no-" says that none may.
struct Condition {
  enum class Of : std::uint8_t { title, company, city, note, tag, seniority, any };
  Of of = Of::any;
  bool refuses = false;
  std::vector<std::string> words;  ///< As the owner wrote them, at least one.
};

class Rule {
 public:
  /// Fault::usage where `text` is no rule; the problem says which part of it.
  [[nodiscard]] static base::Result<Rule> parse(std::string_view text);
  [[nodiscard]] const std::vector<Condition>& conditions() const { return conditions_; }
  /// "title has founder or cto; town has berlin; company without acme".
  [[nodiscard]] base::Message words() const;

 private:
  std::vector<Condition> conditions_;
};

struct Fit {
  enum class How : std::uint8_t {
    no,     ///< Some condition does not hold.
    maybe,  ///< None fails, but of some nothing is known.
    yes,
  };
  How how = How::no;
  std::vector<base::Message> holds;    ///< "title: Founder".
  std::vector<base::Message> unknown;  ///< "town".
};

[[nodiscard]] Fit fit(const Rule& rule, const people::Person& person);

struct Market {
  std::string name;
  std::string text;  ///< Of the rule, as the owner wrote it.
  Rule rule;
  friend bool operator==(const Market& a, const Market& b) { return a.name == b.name && a.text == b.text; }
};

/// Whom the rule takes in, or the owner by hand: with a tag of the market's name.
[[nodiscard]] Fit fit(const Market& market, const people::Person& person);

/// How much of a step's gain is left for somebody, by the market that they fit best; 1 where there
/// is none. 0..1; a choice, docs/plays.md#focus.
[[nodiscard]] double focus_factor(const std::vector<Market>& markets, const people::Person& person);

}  // namespace plays
