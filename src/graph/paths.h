#pragma once

/// Who can introduce the owner to somebody: along people of whom each knows the next.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace graph {

/// What somebody would do for the owner.
struct Voice {
  double answers = 0;  ///< Chance that they answer when the owner asks them, 0..1 in ten-thousandths; 0: only others ask them.
  enum class Speaks : std::uint8_t {
    never,    ///< Not to be asked: let go, exempt, a company, or the owner would not refer anybody to them.
    perhaps,  ///< A contact: they would speak for the owner half as readily.
    readily,  ///< Network.
  };
  Speaks speaks = Speaks::never;
  friend bool operator==(const Voice&, const Voice&) = default;
};

/// Two bytes for each person, by PersonId.
[[nodiscard]] std::string pack(std::span<const Voice> voices);
[[nodiscard]] std::vector<Voice> unpack_voices(std::string_view bytes);

/// The chance that somebody who shares so much with another brings the two together, 0..1.
[[nodiscard]] double chance_of(const Shared& shared);

struct Chain {
  std::vector<people::PersonId> by;  ///< Whom the owner asks first, then whom they ask: one or two.
  people::PersonId to;
  double chance = 0;  ///< That it works, 0..1.
};

/// Whom somebody knows; what it gives must live as long as the call.
using Knows = std::function<std::span<const Known>(people::PersonId)>;

/// The warmest chain to any of `targets` from each whom the owner may ask first, the best first, at most `limit`.
/// Chances along a chain multiply: an answer, then for each who passes it on how readily they speak and
/// what they share with the next. No longer than two: beyond that people do not know whom somebody
/// knows (Friedkin 1983). Below 1 in 10,000 there is none.
[[nodiscard]] std::vector<Chain> warmest(std::span<const people::PersonId> targets, std::span<const Voice> voices,
                                         const Knows& knows, std::size_t limit);

}  // namespace graph
