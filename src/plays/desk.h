#pragma once

/// What the owner has on the desk: offers, needs, introductions that are under way and markets,
/// as the owner's rulings say it. Pure, like everything derived: the same rulings give the same desk.

#include <cstdint>
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
  std::uint32_t number = 0;  ///< By which the owner speaks of it: that of the change that brought it.
  std::string text;
  base::Day since{};
};

/// Something that a person needs, and has not got yet.
struct Need {
  std::uint32_t number = 0;
  people::PersonId who = people::nobody;
  std::string text;
  base::Day since{};
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
    std::string name;  ///< As it was when the introduction was proposed.
    bool agreed = false;
    bool declined = false;
  };
  std::uint32_t number = 0;
  Side first, second;
  std::string why;
  std::string came;   ///< What came of it.
  base::Day since{};
  base::Day moved{};  ///< When something was last said of it.
  Stage stage = Stage::asking;
};

/// Each in the order of its number.
struct Desk {
  std::vector<Offer> offers;
  std::vector<Need> needs;
  std::vector<Introduction> introductions;
  std::vector<Market> markets;  ///< In the order of their coming.
};

/// The desk of `moment`. `person_of` as in people::People; whom it does not know is nobody.
[[nodiscard]] Desk desk(const ledger::Book& book, const std::vector<people::PersonId>& person_of, base::Instant moment);

/// Words that two texts have in common, as the first has them: folded, of four letters or more, but
/// for endings of up to three letters ("engineer", "engineers") and words that everybody uses.
[[nodiscard]] std::vector<std::string> words_in_common(std::string_view a, std::string_view b);
/// The words of `text` that may be compared at all.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view text);

[[nodiscard]] std::string_view word(Introduction::Stage stage);

}  // namespace plays
