#pragma once

/// What will become of a tie, learned from what became of ties before: logistic regression over the
/// signals, held near weights that come with wellmet. With no past of one's own it is those
/// weights; with much, it is one's own. docs/policy.md#chances says where each number comes from.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "standing/ties.h"

namespace standing {

enum class Question : std::uint8_t {
  exchange,  ///< Will something pass both ways within the horizon?
  reply,     ///< If written to, will they answer in time?
  silence,   ///< Will nothing pass on a tie that is alive?
};
inline constexpr std::size_t question_count = 3;

/// A tie as it was, and what came of it.
struct Example {
  Signals signals{};
  float weight = 1;
  std::uint32_t of = 0;  ///< Whose past it is; only `learn_prior` asks.
  bool yes = false;
};

using Examples = std::array<std::vector<Example>, question_count>;

/// How far back the past is asked, in horizons, and how much it counts. docs/policy.md#chances.
struct PastCut {
  double horizons;
  float weight;
};
inline constexpr PastCut past_cuts[] = {{1, 1}, {1.25, 0.5F}, {1.5, 0.25F}};
inline constexpr std::size_t examples_max = 20'000;  ///< More teach next to nothing.

/// Adds every `stride`-th tie that has signals at `moment`, with what came of it until
/// `known_until`.
void add_examples(std::span<const Tie> ties, std::span<const std::optional<Signals>> signals, base::Instant moment,
                  const Horizon& horizon, base::Instant known_until, std::size_t stride, Example with, Examples& out);

/// Weights in log-odds for a signal one deviation above the middle; the last is the constant.
using Weights = std::array<double, signal_count + 1>;

/// What comes with wellmet for one question: how its signals are scaled, and where weights start.
struct Start {
  std::array<float, signal_count> middle{};
  std::array<float, signal_count> deviation{};
  Weights weights{};
};
using Prior = std::array<Start, question_count>;

/// Learned from the past of public sets (bench/ties/run.sh writes it). `circles`: for those who
/// know everybody's letters; without, all circle signals weigh nothing.
[[nodiscard]] const Prior& shipped_prior(bool circles);

/// A line for each weight: question, signal, middle, deviation, weight.
[[nodiscard]] std::string text_of(const Prior& prior);
/// Fault::bad_input, with the line of the text from `where`, when it is not as text_of writes it.
[[nodiscard]] base::Result<Prior> parse_prior(std::string_view text, const std::string& where);

class Forecast {
 public:
  /// What comes with wellmet, unchanged.
  Forecast(const Prior& prior, Question question);
  /// What was learned before.
  Forecast(const Prior& prior, Question question, const Weights& weights);
  /// Drawn from there towards `examples`, as far as they are many and say otherwise.
  Forecast(const Prior& prior, Question question, std::span<const Example> examples);

  /// The chance that the answer is yes, 0 < chance < 1.
  [[nodiscard]] double chance(const Signals& signals) const;
  /// What one signal adds to the log-odds, against a tie in the middle.
  [[nodiscard]] double part(const Signals& signals, Signal signal) const;
  [[nodiscard]] const Weights& weights() const { return weights_; }

 private:
  const Start* start_;
  Weights weights_;
};

/// A prior from the past of several; each counts the same, however many ties they have.
/// `count`: how many there are; Example::of < count.
[[nodiscard]] Prior learn_prior(const Examples& examples, std::uint32_t count, bool circles);

}  // namespace standing
