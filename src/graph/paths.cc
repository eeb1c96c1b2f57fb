#include "graph/paths.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace graph {

namespace {

using people::PersonId;

// Choices, docs/plays.md#graph.
constexpr double speaks_perhaps = 0.5;
constexpr double weight_half = 1'000;  ///< At which the chance is one half.
constexpr double chance_min = 1e-4;

constexpr double answers_unit = 10'000;
constexpr unsigned answers_bits = 14;

double readiness(const Voice& voice) {
  switch (voice.speaks) {
    case Voice::Speaks::never:
      return 0;
    case Voice::Speaks::perhaps:
      return speaks_perhaps;
    case Voice::Speaks::readily:
      return 1;
  }
  return 0;
}

/// The better chance first; then the shorter chain; then by person.
bool warmer(const Chain& x, const Chain& y) {
  if (x.chance != y.chance) return x.chance > y.chance;
  if (x.by.size() != y.by.size()) return x.by.size() < y.by.size();
  return x.by != y.by ? x.by < y.by : x.to < y.to;
}

}  // namespace

std::string pack(std::span<const Voice> voices) {
  std::string out;
  for (const Voice& voice : voices) {
    const auto answers = static_cast<unsigned>(std::lround(std::clamp(voice.answers, 0.0, 1.0) * answers_unit));
    const unsigned both = static_cast<unsigned>(voice.speaks) << answers_bits | answers;
    out += static_cast<char>(both & 0xffU);
    out += static_cast<char>(both >> 8U);
  }
  return out;
}

std::vector<Voice> unpack_voices(std::string_view bytes) {
  std::vector<Voice> voices;
  voices.reserve(bytes.size() / 2);
  for (; bytes.size() >= 2; bytes.remove_prefix(2)) {
    const unsigned both = static_cast<unsigned char>(bytes[0]) | static_cast<unsigned>(static_cast<unsigned char>(bytes[1]))
                                                                     << 8U;
    const unsigned speaks = std::min(both >> answers_bits, static_cast<unsigned>(Voice::Speaks::readily));
    voices.push_back({(both & ((1U << answers_bits) - 1)) / answers_unit, static_cast<Voice::Speaks>(speaks)});
  }
  return voices;
}

double chance_of(const Shared& shared) { return shared.weight / (shared.weight + weight_half); }

std::vector<Chain> warmest(std::span<const PersonId> targets, std::span<const Voice> voices, const Knows& knows,
                           std::size_t limit) {
  std::map<PersonId, Chain> best;
  std::vector<double> reached(voices.size());
  const auto offer = [&](std::vector<PersonId> by, PersonId to, double chance) {
    reached[by.front().value] = chance;
    Chain chain{std::move(by), to, chance};
    Chain& there = best[chain.by.front()];
    if (there.by.empty() || warmer(chain, there)) there = std::move(chain);
  };
  std::vector<bool> wanted(voices.size());
  for (const PersonId target : targets) wanted[target.value] = true;
  for (const PersonId target : targets) {
    for (const Known& last : knows(target)) {
      if (wanted[last.who.value]) continue;
      const double passed = readiness(voices[last.who.value]) * chance_of(last.shared);
      const double alone = passed * voices[last.who.value].answers;
      if (alone >= std::max(chance_min, reached[last.who.value])) offer({last.who}, target, alone);
      if (passed < chance_min) continue;
      for (const Known& first : knows(last.who)) {
        const Voice& voice = voices[first.who.value];
        const double both = passed * voice.answers * readiness(voice) * chance_of(first.shared);
        if (both < std::max(chance_min, reached[first.who.value]) || wanted[first.who.value]) continue;
        offer({first.who, last.who}, target, both);
      }
    }
  }
  std::vector<Chain> all;
  for (auto& [first, chain] : best) all.push_back(std::move(chain));
  std::sort(all.begin(), all.end(), warmer);
  if (all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace graph
