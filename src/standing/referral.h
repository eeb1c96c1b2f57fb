#pragma once

/// The referral test: whom would the owner refer somebody to without hesitation? Learned from the
/// answers given so far, starting from what the standing says. docs/policy.md#referral.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "standing/standing.h"

namespace standing {

/// What an owner may go by.
enum class Trait : std::uint8_t {
  spoken,        ///< They have met or called.
  they_helped,   ///< Help has come from them.
  owner_helped,  ///< Help has gone to them.
  proven,        ///< Spoken and help: network by the evidence alone.
  written,       ///< Letters in both directions.
  meetings,      ///< How often they spoke,
  letters,       ///< wrote,
  help,          ///< and helped one another; logarithms.
  strength,      ///< How alive the tie is, 0..1.
  silence,       ///< Since the last contact; logarithm, 0..1 in ten years.
};
inline constexpr std::size_t trait_count = static_cast<std::size_t>(Trait::silence) + 1;
using Traits = std::array<float, trait_count>;

[[nodiscard]] Traits traits_of(const Standing& standing, base::Day today);

class Referral {
 public:
  /// Everybody who may be asked; the answers that are known, true for yes, false for all others;
  /// and who is not to be asked now. The three are as long as each other.
  Referral(std::span<const Traits> all, std::span<const std::optional<bool>> answers, const std::vector<bool>& waits);

  /// The chance that the answer would be yes, 0 < chance < 1.
  [[nodiscard]] double yes(std::size_t who) const { return yes_[who]; }
  /// What a trait adds to the log-odds of this one, against the average of all.
  [[nodiscard]] double part(std::size_t who, Trait trait) const;

  /// Whose answer would teach most about the others; nobody when all have answered or wait.
  [[nodiscard]] std::optional<std::size_t> next() const { return next_; }
  /// By how much that answer would move the chances of the others, on average; 0 when nobody is
  /// left. In chances, 0..1.
  [[nodiscard]] double would_move() const { return would_move_; }

 private:
  void choose(std::span<const std::optional<bool>> answers, const std::vector<bool>& waits, std::span<const double> spread);

  static constexpr std::size_t width = trait_count + 1;  ///< And the constant.
  std::vector<std::array<float, width>> rows_;
  std::vector<double> weights_;
  std::vector<double> odds_;  ///< Log-odds, before lapses.
  std::vector<double> yes_;
  std::optional<std::size_t> next_;
  double would_move_ = 0;
};

[[nodiscard]] std::string_view word(Trait trait);

}  // namespace standing
