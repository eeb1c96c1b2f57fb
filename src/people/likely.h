#pragma once

/// Rule 2: which clusters may be one person, and how likely that is, by the model of
/// docs/linkage.md.

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "people/compare.h"
#include "people/faces.h"

namespace people {

/// From these odds on (log2) two are one person without a question: 4 : 1 at the border, thousands
/// to one on average.
inline constexpr float join_bits = 2;
/// From these on they are worth a question: 1 : 8.
inline constexpr float ask_bits = -3;

/// What speaks against one person, however much two agree: only the owner can tell then.
enum class Objection : std::uint8_t {
  nearly,    ///< Nearly the same name.
  brief,     ///< A name by its initial, and not at one company.
  mailbox,   ///< No name, only the same name of a mailbox at two places.
  numbered,  ///< ada.lovelace and ada.lovelace2 at one place.
  company,   ///< Two companies.
  domains,   ///< Mail from two places that may be companies.
  book,      ///< Two cards of one address book.
  wrote,     ///< One wrote to the other.
  together,  ///< Both took part in one meeting.
};

struct LikelyPair {
  std::uint32_t a = 0;  ///< Places in Faces::all, a < b.
  std::uint32_t b = 0;
  float bits = 0;  ///< log2 of the odds that they are one, others who could be meant considered.
  std::array<Outcome, face_columns> outcomes{};
  std::vector<Objection> objections{};
};

/// Whether the owner said that two faces are not one.
using Apart = std::function<bool(const Face&, const Face&)>;

struct Likely {
  std::vector<LikelyPair> pairs;  ///< Of at least `ask_bits`, the likeliest first.
  /// By place in Faces::all: whether letters and meetings could speak for or against a pair of theirs.
  std::vector<bool> open_to_rows;
};

[[nodiscard]] Likely likely_pairs(const ledger::Book& book, base::Instant moment, const Faces& faces, const Apart& apart);

}  // namespace people
