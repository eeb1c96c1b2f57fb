#pragma once

/// A tie as the series of what passed between its two ends, what can be read from it at any moment
/// (the signals), and what came of it afterwards (the outcomes). Everything that is learned about
/// ties is learned from these two. Each signal's definition, unit and source:
/// docs/policy.md#signals.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace standing {

/// One thing that passed between the owner and one person.
struct Touch {
  base::Instant at{};
  float share = 1;  ///< 1 / (everybody else present or addressed); 0 < share <= 1.
  bool out = false;
  bool in = false;  ///< Both: they spoke, so each heard the other.
};

/// What a tie shows. All are finite; logarithms are natural; ages are in days.
enum class Signal : std::uint8_t {
  // Memory: sums over what passed, each falling with its age a as (1 + a)^-1 or its root.
  alive,       ///< Days with contact, and half the geometric mean of what went out and came in.
  alive_long,  ///< The same with the root, which forgets slower.
  days,        ///< Days with contact alone.
  days_long,
  days_short,  ///< With (1 + a)^-1.5, which forgets faster.
  heard,       ///< What came in, each by its share.
  heard_days,  ///< Days on which something came in, with the root.
  wrote_days,  ///< Days on which something went out.
  // Rhythm.
  since,           ///< Days since the last contact.
  since_heard,     ///< Days since they were last heard of.
  overdue,         ///< Silence against the pair's own mean gap.
  gaps_outlasted,  ///< Share of the pair's own gaps that are longer than this silence.
  burstiness,      ///< (deviation - mean) / (deviation + mean) of the gaps, -1..1.
  age,             ///< Days since the first contact.
  // Give and take.
  balance,       ///< (out - in) / (out + in), -1..1.
  starts,        ///< Share of the conversations that the owner started.
  exchanges,     ///< How often one answered the other.
  answered,      ///< Share of what the owner wrote that they answered in time.
  answers,       ///< Share of what they wrote that the owner answered.
  unanswered,    ///< What the owner wrote since they last did, the first day's as one.
  owner_last,    ///< 1: the last word was the owner's.
  answer_hours,  ///< Hours that they take to answer.
  // How.
  spoken,  ///< Share of what passed both ways at once: meetings and calls.
  // Against the owner's other ties.
  attention,     ///< This tie's share of the owner's ties that are alive,
  letters,       ///< and of what the owner sends.
  rank,          ///< Share of the owner's ties that are less alive, 0..1.
  ties,          ///< How many the owner has.
  owner_active,  ///< What the owner sent within the horizon.
  // Circles: what a third one can see, filled in where everybody's letters are known.
  person_since,     ///< Days since they wrote to anybody.
  person_active,    ///< What they sent within the horizon,
  person_lately,    ///< within a quarter of it,
  person_heard,     ///< and what they got.
  person_answers,   ///< Share of all letters to them that they answered.
  person_ties,      ///< How many they have.
  their_attention,  ///< This tie's share of their ties that are alive,
  their_letters,    ///< and of what they send.
  their_rank,       ///< How many of their ties are more alive.
  common,           ///< People whom both know.
  common_alive,     ///< How alive those ties are,
  overlap,          ///< and against all ties of both.
  two_steps,        ///< Chance that a walk along live ties comes to them in two steps,
  three_steps,      ///< in three,
  walk,             ///< in one, two or three,
  walk_back,        ///< and from them to the owner.
};
inline constexpr std::size_t signal_count = static_cast<std::size_t>(Signal::walk_back) + 1;
/// Those before this one are read from the owner's own ties alone.
inline constexpr std::size_t first_circle = static_cast<std::size_t>(Signal::person_since);

using Signals = std::array<float, signal_count>;

[[nodiscard]] std::string_view word(Signal signal);

/// How far the questions look, from the moment at which they are asked.
struct Horizon {
  std::int64_t seconds = 90 * base::day_seconds;         ///< 2-domain.
  std::int64_t answer_seconds = 14 * base::day_seconds;  ///< 2-domain.
};

/// A tie's touches, ascending.
using Tie = std::span<const Touch>;

/// What each tie shows at `moment`; nothing for those without a touch until then, and what comes
/// later is not looked at. All of one owner's ties together, since each is held against the others.
/// The circle signals stay 0.
[[nodiscard]] std::vector<std::optional<Signals>> read_signals(std::span<const Tie> ties, base::Instant moment,
                                                               const Horizon& horizon);

/// What a tie is held against: all of the owner's ties as they were at one moment.
struct Others {
  std::vector<float> alive;  ///< Signal::alive of each, ascending.
  double whole = 0;          ///< How alive all are together.
  double letters = 0;        ///< Memory of what the owner sends.
  double sent = 0;           ///< What the owner sent within the horizon.
};
[[nodiscard]] Others read_others(std::span<const Tie> ties, base::Instant moment, const Horizon& horizon);
/// The same for one tie, held against others as they may have been somewhat earlier.
[[nodiscard]] std::optional<Signals> read_signals(Tie tie, const Others& others, base::Instant moment, const Horizon& horizon);

/// What came of a tie within the horizon after `moment`. Nothing where the question did not arise,
/// or where the answer may still come after `known_until`, the end of what is known.
struct Outcome {
  bool exchanged = false;        ///< Something passed in both directions.
  std::optional<bool> answered;  ///< They answered the owner's first letter in time.
  std::optional<bool> silent;    ///< A live tie (both ways, three touches) of which nothing came.
};
[[nodiscard]] Outcome outcome(Tie tie, base::Instant moment, const Horizon& horizon, base::Instant known_until);

}  // namespace standing
