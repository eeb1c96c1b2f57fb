#include "plays/relevance.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "plays/words.h"

namespace plays {

namespace {

// As the paper recommends where nothing was measured.
constexpr double k1 = 1.2;
constexpr double length_weight = 0.75;
constexpr double favoured_weight = 2;  // docs/plays.md#words.

}  // namespace

Relevance::Relevance(std::vector<std::string> words, std::span<const std::string> favoured) : words_(std::move(words)) {
  for (const std::string& word : words_) {
    const bool mine = std::any_of(favoured.begin(), favoured.end(), [&](const std::string& one) { return alike(one, word); });
    importance_.push_back(mine ? favoured_weight : 1);
  }
}

void Relevance::add(people::PersonId who, std::string_view text, double weight) {
  if (lengths_.size() <= who.value) lengths_.resize(who.value + 1, -1);
  double& length = lengths_[who.value];
  length = std::max(length, 0.0);
  for (const std::string& token : telling_words(text, 2)) {
    length += weight;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      if (words_[i].front() == token.front() && alike(words_[i], token)) hits_.push_back({who.value, i, weight});
    }
  }
}

std::vector<Relevance::Match> Relevance::matches() const {
  double people = 0, total = 0;
  for (const double length : lengths_) {
    if (length < 0) continue;
    people += 1;
    total += length;
  }
  if (people == 0 || total == 0) return {};
  std::vector<Hit> hits = hits_;
  std::sort(hits.begin(), hits.end(),
            [](const Hit& x, const Hit& y) { return std::tie(x.who, x.word) < std::tie(y.who, y.word); });
  // One hit for each person and word.
  std::size_t kept = 0;
  for (const Hit& hit : hits) {
    if (kept > 0 && hits[kept - 1].who == hit.who && hits[kept - 1].word == hit.word) {
      hits[kept - 1].weight += hit.weight;
    } else {
      hits[kept++] = hit;
    }
  }
  hits.resize(kept);
  std::vector<double> bearers(words_.size(), 0);
  for (const Hit& hit : hits) bearers[hit.word] += 1;

  std::vector<Match> all;
  std::vector<std::pair<double, std::uint32_t>> parts;
  for (std::size_t i = 0; i < hits.size();) {
    const std::uint32_t who = hits[i].who;
    const double norm = k1 * (1 - length_weight + length_weight * lengths_[who] / (total / people));
    parts.clear();
    Match match{people::PersonId{who}, 0, {}};
    for (; i < hits.size() && hits[i].who == who; ++i) {
      const Hit& hit = hits[i];
      const double rarity = std::log(1 + (people - bearers[hit.word] + 0.5) / (bearers[hit.word] + 0.5));
      const double part = importance_[hit.word] * rarity * hit.weight * (k1 + 1) / (hit.weight + norm);
      match.score += part;
      parts.emplace_back(-part, hit.word);
    }
    std::sort(parts.begin(), parts.end());
    for (const auto& [part, word] : parts) match.words.push_back(words_[word]);
    all.push_back(std::move(match));
  }
  std::sort(all.begin(), all.end(),
            [](const Match& x, const Match& y) { return x.score != y.score ? x.score > y.score : x.who < y.who; });
  return all;
}

}  // namespace plays
