#pragma once

/// What will become of each of the owner's ties, learned from what became of them before, and how
/// well the same would have told it in past quarters. docs/policy.md#chances.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "standing/forecast.h"
#include "standing/standing.h"
#include "standing/ties.h"

namespace standing {

/// How much of the owner's own past a forecast was learned from.
struct Past {
  std::uint32_t ties = 0;  ///< Ties as they were one horizon ago and a little before,
  std::uint32_t yes = 0;   ///< and how many of them came true.
};

struct Chances {
  double exchange = 0;
  double reply = 0;
  double silence = 1;
};

/// What the forecasts of a week go by. It is learned from what was so at the week's start, so that
/// chances move from day to day with the tie itself, and one new message moves one tie alone.
struct Learned {
  std::array<Weights, question_count> weights{};
  Others others;
  std::array<Past, question_count> past;
};
/// For keeping it with a picture: bytes of this machine, no format.
[[nodiscard]] std::string bytes_of(const Learned& learned);
/// Nothing when they are not such bytes.
[[nodiscard]] std::optional<Learned> parse_learned(std::string_view bytes);

/// The Monday on which the week of `moment` began, 00:00 UTC.
[[nodiscard]] base::Instant week_start(base::Instant moment);

/// How well the ranking of a day one horizon and more ago foretold what came.
struct TrackRecord {
  base::Day day;                 ///< When the forecast would have been made.
  std::uint32_t written_to = 0;  ///< People whom the owner wrote to in the quarter after it,
  std::uint32_t answered = 0;    ///< and how many of them answered in time.
  std::uint32_t top = 0;         ///< Of those, the likeliest, at most 20,
  std::uint32_t top_answered = 0;
  double foretold = 0;  ///< Mean of their reply chances, all of them.
  double brier = 0;     ///< Mean squared error of those chances; 0.25 is a coin's.
};

class OwnTies {
 public:
  /// `readings` in the order of `read`. Organisations have no ties.
  OwnTies(const people::People& people, std::span<const Reading> readings, const ledger::Book& book);

  /// What the week of `moment` goes by.
  [[nodiscard]] Learned learn(base::Instant moment) const;
  /// Everybody's chances on the day of `moment`, by PersonId.
  [[nodiscard]] std::vector<Chances> chances(const Learned& learned, base::Instant moment) const;
  /// The last `quarters` horizons, newest first; those of which nothing is known are left out.
  [[nodiscard]] std::vector<TrackRecord> record(base::Instant moment, int quarters) const;

 private:
  [[nodiscard]] Examples examples(base::Instant moment) const;
  [[nodiscard]] bool active(base::Instant from, base::Instant to) const;

  std::vector<Touch> touches_;
  std::vector<Tie> ties_;  ///< By PersonId.
  Horizon horizon_;
};

/// Puts them where they are shown; both by PersonId.
void put(std::span<const Chances> chances, std::span<Standing> standings);

}  // namespace standing
