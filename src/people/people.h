#pragma once

/// Who is who: identities to persons. The owner's own merges and splits, rule 1 (the same address,
/// number, profile or card is the same person), and rule 2, the model of docs/linkage.md. What is
/// in doubt becomes a question, never a guess.
/// Pure: the same book gives the same people, whatever the order of its rows.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/base.h"
#include "base/message.h"
#include "base/phone.h"
#include "ledger/book.h"

namespace people {

/// A person in one picture: the place in People::persons, which are in order of `code`.
using PersonId = base::Strong<struct PersonTag, std::uint32_t>;
inline constexpr PersonId nobody{0xffff'ffff};

/// Another job than an earlier export of LinkedIn knew.
struct JobChange {
  std::string company, title;  ///< Before; either may be empty.
  base::Day after;             ///< Days of the last export that knew it so,
  base::Day by;                ///< and of the first that knew better.
};

struct Person {
  std::uint64_t code = 0;  ///< 40 bits, from the leading handle; the id that people see.
  std::string name;        ///< Never empty.
  std::string company;
  std::string title;
  std::string city;
  std::string birthday;  ///< "1980-01-22", "--01-22" or empty.
  std::vector<std::string> emails;
  std::vector<std::string> phones;    ///< E.164, or as written when it cannot be placed.
  std::vector<std::string> profiles;  ///< LinkedIn URLs.
  std::vector<std::string> notes;     ///< The owner's words about them.
  std::vector<std::string> labels;    ///< Groups and categories of address books.
  std::vector<std::string> tags;      ///< These and what the owner tagged them with, but for what the owner took off.
  std::vector<std::string> names;     ///< Every other name they go by.
  std::vector<ledger::IdentityId> identities;
  std::string organisation;  ///< Why this is an organisation; empty for a person.
  bool let_go = false;       ///< And they have not written since.
  std::optional<base::Instant> let_go_at;
  bool exempt = false;
  std::optional<JobChange> job_change;  ///< The latest that is known.
  std::string answer;                   ///< "yes", "hesitate", "no", "stranger" or empty.
  bool namesake = false;                ///< Bears the owner's name: their letters may show that they are the owner.
  bool doubtful = false;                ///< Letters and meetings may show that they are one with somebody, or not.
};

/// Two persons who may be one: waits in review.
struct Doubt {
  PersonId a;
  PersonId b;
  base::Message why;  ///< "doubt.two-companies".
};

struct Owner {
  std::string name;
  std::vector<std::string> handles;  ///< As people read them; addresses first.
  std::vector<std::string> assumed;  ///< Those of `handles` taken because they bear the owner's name.
  base::Region region;
};

struct People {
  std::vector<Person> persons;
  std::vector<Doubt> doubts;
  Owner owner;
  /// For each identity of the book: whose it is; `nobody` for the owner's own and shared ones.
  std::vector<PersonId> person_of;
  std::vector<bool> is_owner;       ///< Of those that something speaks of by now; the first always.
  std::size_t unplaced_phones = 0;  ///< Numbers whose country is not known.
};

/// Everybody in `book`, with what `moment` knows: claims and rulings after it do not count.
[[nodiscard]] People resolve(const ledger::Book& book, base::Instant moment);

/// Why somebody is an organisation; empty for a person.
[[nodiscard]] base::Message why_organisation(const Person& person);

/// What the owner said of each person until `moment`: answers, let go, exempt, organisation.
void apply_rulings(const ledger::Book& book, base::Instant moment, People& people);

/// The id that people see: 'p' and eight letters or digits.
[[nodiscard]] std::string id_text(std::uint64_t code);
/// Nothing when `text` is no id.
[[nodiscard]] bool parse_id(std::string_view text, std::uint64_t& code);
/// The code of the person whose leading handle is `handle`.
[[nodiscard]] std::uint64_t code_of(const ledger::Handle& handle);

}  // namespace people
