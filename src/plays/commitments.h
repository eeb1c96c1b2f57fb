#pragma once

/// The owner's commitments: offers, needs, introductions that are under way, markets, pieces and
/// invitations, as the owner's rulings say it. Pure, like everything derived.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "ledger/book.h"
#include "people/people.h"
#include "plays/market.h"

namespace plays {

/// Something that the owner is good at.
struct Offer {
  std::uint32_t number = 0;  ///< By which the owner speaks of it: ledger::RulingNumber of what began it.
  std::string text;
  base::Day since{};
  friend bool operator==(const Offer&, const Offer&) = default;
};

/// Something that a person needs, and has not got yet.
struct Need {
  std::uint32_t number = 0;
  people::PersonId who = people::nobody;
  std::string text;
  base::Day since{};
  friend bool operator==(const Need&, const Need&) = default;
};

/// Two people whom the owner brings together, if both agree.
struct Introduction {
  enum class Stage : std::uint8_t {
    asking,    ///< One of them has yet to agree.
    agreed,    ///< Both have: it is to be made.
    made,      ///< What came of it is not known yet.
    closed,    ///< It is.
    declined,  ///< One of them would rather not.
  };
  struct Side {
    people::PersonId who = people::nobody;
    std::string name;                ///< As it was when the introduction was proposed.
    std::optional<base::Day> asked;  ///< Whether they would like that; the last time.
    bool agreed = false;
    bool declined = false;
    friend bool operator==(const Side&, const Side&) = default;
  };
  std::uint32_t number = 0;
  Side first, second;
  std::string why;
  std::string came;  ///< What came of it.
  base::Day since{};
  base::Day moved{};  ///< When something was last said of it.
  Stage stage = Stage::asking;
  friend bool operator==(const Introduction&, const Introduction&) = default;
};

/// Something that the owner published, to be shared with those whom it serves.
struct Piece {
  std::uint32_t number = 0;
  std::string title;
  std::string link;    ///< May be empty.
  std::string source;  ///< The feed or file that it came from; empty: by hand.
  std::string words;   ///< What it is about, plays/words.h; the most telling first.
  base::Day published{};
  friend bool operator==(const Piece&, const Piece&) = default;
};

/// A piece that went to somebody.
struct Sent {
  std::uint32_t number = 0;
  std::uint32_t piece = 0;
  people::PersonId who = people::nobody;
  base::Day on{};
  std::uint64_t thread = 0;  ///< ledger::Row::thread of the letters that answer it.
  friend bool operator==(const Sent&, const Sent&) = default;
};

/// An invitation that went out, of which the owner has not said how it went.
struct Invitation {
  struct Guest {
    people::PersonId who = people::nobody;
    bool spoken = false;  ///< The evidence shows that the owner met or called them then; `see_spoken` sets it.
    friend bool operator==(const Guest&, const Guest&) = default;
  };
  std::uint32_t number = 0;
  std::vector<Guest> guests;
  std::string title;  ///< Empty: it goes by their names.
  base::Instant from{}, to{};
  base::Day day{};  ///< By the clock of the zone, as `minute` of the day.
  int minute = 0;
  std::string zone;  ///< IANA.
  base::Day sent{};
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

/// For so long after the day it is asked how it went. docs/plays.md#invitations.
inline constexpr int how_it_went_days = 30;

/// Each in the order of its number.
struct Commitments {
  std::vector<Offer> offers;
  std::vector<Need> needs;
  std::vector<Introduction> introductions;
  std::vector<Market> markets;  ///< In the order of their coming.
  std::vector<Piece> pieces;
  std::vector<Sent> sent;
  std::vector<Invitation> invitations;
  std::vector<std::string> noticed;  ///< Keys of what was noticed, and confirmed or denied.
  std::string topics;                ///< What the owner is known for, in a few words.
  std::string letter;                ///< How letters with pieces go; empty: as they come.
};

/// What stands by these rulings (of a book, until some moment). `person_of` as in people::People; an
/// identity that it does not know is nobody's.
[[nodiscard]] Commitments commitments(std::span<const ledger::Ruling> rulings, const std::vector<people::PersonId>& person_of);

/// Sets which guests of invitations that are over the owner met or called on that day, or a day before or after, as
/// the rows of `book` up to `moment` show it.
void see_spoken(std::vector<Invitation>& invitations, const ledger::Book& book, const std::vector<people::PersonId>& person_of,
                base::Instant moment);

[[nodiscard]] std::string_view word(Introduction::Stage stage);

}  // namespace plays
