#pragma once

/// What happened, as the files and the owner tell it: the only truth, append-only.
/// A record is what one line, card, message or meeting of a source says: perhaps one piece of
/// evidence (one dated thing that happened) and some claims (what an identity is called, where it
/// works, which handles are one and the same). Evidence names every party with the part that they
/// played; who of them is the owner, and so the direction, is derived later, so that the order of
/// imports cannot matter and the owner can be corrected (docs/decisions/0001).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "base/result.h"
#include "base/time.h"
#include "ledger/handle.h"
#include "ledger/ruling.h"

namespace ledger {

// STORED, packed and hashed: the numbers of these enums never change their meaning, and what is
// dropped leaves a hole. Golden test: stored_numbers_test.cc.

/// What a claim says of an identity.
enum class Field : std::uint8_t {
  name = 0,           ///< Full name as shown.
  given = 1,          ///< Given name, where the source keeps it apart.
  family = 2,         ///< Family name, likewise.
  nickname = 3,       ///< Other name.
  company = 4,        ///< Employer at `at`.
  title = 5,          ///< Job title at `at`.
  city = 6,           ///< Town or place, as written.
  country = 7,        ///< ISO 3166-1 alpha-2, or as written.
  birthday = 8,       ///< "1980-01-22" or "--01-22".
  note = 9,           ///< The owner's words about them.
  url = 10,           ///< A web page of theirs.
  label = 11,         ///< A group, category or circle of the address book.
  same = 12,          ///< Another handle of the same person: text(Handle). One card says so.
  organisation = 13,  ///< This is a company, list, room or shared mailbox; the value says why.
  owner = 14,         ///< This is the owner; the value says why ("archive", "sent mail"), or "you/N": the
                      ///< owner's own N-th word, which outranks files and every lower N.
  not_owner = 15,     ///< The owner says: this is not me. "you/N", likewise.
  covers = 16,        ///< Of `me`: this source could have shown "talk", "meet" or "help".
  region = 17,        ///< Of `me`: ISO 3166-1 alpha-2 from the profile, or "SE/you/N" set by the owner.
};

/// What is kept of a claim, a title and a place; the rest is cut before it is fingerprinted, so that
/// what was exported is the same when it comes back.
inline constexpr std::size_t claim_bytes_max = 2'000;
inline constexpr std::size_t title_bytes_max = 1'000;
inline constexpr std::size_t place_bytes_max = 300;

struct Claim {
  Handle who;
  Field field = Field::name;
  std::string value;   ///< UTF-8, at most 2,000 bytes; what is longer is cut.
  base::Instant at{};  ///< When it was true; {0} when the source does not say.
};

enum class Kind : std::uint8_t {
  listed = 0,
  invited = 1,
  wrote = 2,
  called = 3,
  met = 4,
  crossed = 5,
  introduced = 6,
  recommended = 7,
  endorsed = 8,
  helped = 9,
  asked = 10,
  referred = 11,
  noted = 12,
  thanked = 13,
  // 14: the owner's rulings, until they had a table of their own (old_ruling.h).
  shared = 15,
  engaged = 16,
};

enum class Channel : std::uint8_t {
  unknown = 0,
  mail = 1,
  linkedin = 2,
  sms = 3,
  chat = 4,
  phone = 5,
  video = 6,
  in_person = 7,
  calendar = 8,
  address_book = 9,
  you = 10,
};

/// The part that a party played.
enum class Role : std::uint8_t {
  from = 0,       ///< Wrote, called, invited, recommended, helped, brought two people together.
  to = 1,         ///< Was addressed, called, helped.
  copied = 2,     ///< In copy.
  organiser = 3,  ///< Of a meeting. A decline of their own outranks it.
  accepted = 4,   ///< Attendees, by their answer…
  tentative = 5,
  waiting = 6,  ///< …or lack of one.
  declined = 7,
  with = 8,   ///< Was there or is listed; no direction.
  about = 9,  ///< Whom it was about: the one introduced to the owner.
};

struct Party {
  Handle who;
  Role role = Role::with;
  std::string name;  ///< As this record shows it; may be empty. Becomes a claim.
};

/// Traits of a piece of evidence that only the derivation can weigh.
enum Flag : std::uint8_t {
  day_only = 1,   ///< The time of day of `at` is not known.
  bulk = 2,       ///< Mail with only List-Unsubscribe or Feedback-ID: counts once written to.
  cancelled = 4,  ///< A meeting that was called off.
  missed = 8,     ///< A call that nobody answered.
  inferred = 16,  ///< Read from structure, not stated.
  telling = 128,  ///< Of a letter: its subject may tell of help. Set by `printed`, and no part of what was said.
};

/// One dated thing that happened.
struct Evidence {
  Kind kind = Kind::listed;
  Channel channel = Channel::unknown;
  std::uint8_t flags = 0;  ///< Of `Flag`.
  base::Instant at{};
  std::uint32_t duration_seconds = 0;  ///< 0 when unknown.
  /// Everybody present or addressed, owner included, when more than `parties` holds; 0: count them.
  std::uint32_t group = 0;
  double confidence = 1;  ///< 0..1; below 1 only for what was inferred.
  /// What it is in the world, the same in every export: "mail/<message id>/…". Two pieces of
  /// evidence with one reference are one event; the higher version counts (a meeting that moved).
  std::string reference;
  std::uint64_t version = 0;
  std::string thread;  ///< Conversation; empty when none.
  std::string title;   ///< Subject, meeting title, what the owner typed. Never a body.
  std::string place;   ///< Location of a meeting, as written; may be empty.
  std::vector<Party> parties;
};

/// What one line, card, message or meeting says, or the owner.
struct Record {
  std::vector<Evidence> evidence;
  std::vector<Claim> claims;
  std::vector<SaidRuling> rulings{};  ///< Number 0: the next one; key 0: that of its content.
};

/// Cleans every text of it that is shown, as base::clean does; notes keep their lines. References,
/// threads and handles are identities, and stay as they are.
void clean(Record& record);
void clean(Claim& claim);

[[nodiscard]] std::string_view word(Field field);
[[nodiscard]] std::string_view word(Kind kind);
[[nodiscard]] std::string_view word(Channel channel);
[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] base::Result<Field> parse_field(std::string_view text);
[[nodiscard]] base::Result<Kind> parse_kind(std::string_view text);
[[nodiscard]] base::Result<Channel> parse_channel(std::string_view text);
[[nodiscard]] base::Result<Role> parse_role(std::string_view text);

}  // namespace ledger
