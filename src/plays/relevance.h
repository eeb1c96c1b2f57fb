#pragma once

/// Who has most to do with a few words: BM25 (Robertson and Zaragoza 2009) over what is known of
/// each person. Of use to `share` (whom would this piece serve?), `ask` (who knows about this?) and
/// `need` (who could meet it?). Pure. docs/plays.md#words.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"

namespace plays {

class Relevance {
 public:
  struct Match {
    people::PersonId who;
    double score = 0;                ///< > 0; to be compared within one search only.
    std::vector<std::string> words;  ///< As asked for; what counted most comes first.
  };

  /// `words` as from `telling_words`; those of `favoured` count double.
  explicit Relevance(std::vector<std::string> words, std::span<const std::string> favoured = {});
  /// Counts what `text` says of somebody, `weight` times. To be called for everybody, whatever it
  /// says: how rare a word is, and how long a text, is told by all of them.
  void add(people::PersonId who, std::string_view text, double weight = 1);
  /// Everybody with one of the words at least, the best first.
  [[nodiscard]] std::vector<Match> matches() const;
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

 private:
  struct Hit {
    std::uint32_t who = 0;
    std::uint32_t word = 0;
    double weight = 0;
  };
  std::vector<std::string> words_;
  std::vector<double> importance_;
  std::vector<double> lengths_;  ///< By PersonId; -1: not seen.
  std::vector<Hit> hits_;
};

}  // namespace plays
