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

namespace ledger {

/// What a claim says of an identity.
enum class Field : std::uint8_t {
  name,          ///< Full name as shown.
  given,         ///< Given name, where the source keeps it apart.
  family,        ///< Family name, likewise.
  nickname,      ///< Other name.
  company,       ///< Employer at `at`.
  title,         ///< Job title at `at`.
  city,          ///< Town or place, as written.
  country,       ///< ISO 3166-1 alpha-2, or as written.
  birthday,      ///< "1980-01-22" or "--01-22".
  note,          ///< The owner's words about them.
  url,           ///< A web page of theirs.
  label,         ///< A group, category or circle of the address book.
  same,          ///< Another handle of the same person: text(Handle). One card says so.
  organisation,  ///< This is a company, list, room or shared mailbox; the value says why.
  owner,         ///< This is the owner; the value says why ("archive", "sent mail"), or "you/N": the
                 ///< owner's own N-th word, which outranks files and every lower N.
  not_owner,     ///< The owner says: this is not me. "you/N", likewise.
  covers,        ///< Of `me`: this source could have shown "talk", "meet" or "help".
  region,        ///< Of `me`: ISO 3166-1 alpha-2 from the profile, or "SE/you/N" set by the owner.
};

struct Claim {
  Handle who;
  Field field = Field::name;
  std::string value;   ///< UTF-8, at most 2,000 bytes; what is longer is cut.
  base::Instant at{};  ///< When it was true; {0} when the source does not say.
};

enum class Kind : std::uint8_t {
  listed, invited, wrote, called, met, crossed, introduced, recommended, endorsed,
  helped, asked, referred, noted, thanked, ruled, shared, engaged,
};

enum class Channel : std::uint8_t {
  unknown, mail, linkedin, sms, chat, phone, video, in_person, calendar, address_book, you,
};

/// The part that a party played.
enum class Role : std::uint8_t {
  from,       ///< Wrote, called, invited, recommended, helped, brought two people together.
  to,         ///< Was addressed, called, helped.
  copied,     ///< In copy.
  organiser,  ///< Of a meeting. A decline of their own outranks it.
  accepted,   ///< Attendees, by their answer…
  tentative,
  waiting,    ///< …or lack of one.
  declined,
  with,       ///< Was there or is listed; no direction.
  about,      ///< Whom it was about: the one introduced to the owner, the subject of a ruling.
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
  std::uint8_t flags = 0;         ///< Of `Flag`.
  base::Instant at{};
  std::uint32_t duration_seconds = 0;  ///< 0 when unknown.
  /// Everybody present or addressed, owner included, when more than `parties` holds; 0: count them.
  /// Of a ruling: its place among all that the owner said, since two may fall in one second.
  std::uint32_t group = 0;
  double confidence = 1;          ///< 0..1; below 1 only for what was inferred.
  /// What it is in the world, the same in every export: "mail/<message id>/…". Two pieces of
  /// evidence with one reference are one event; the higher version counts (a meeting that moved).
  std::string reference;
  std::uint64_t version = 0;
  std::string thread;             ///< Conversation; empty when none.
  std::string title;              ///< Subject, meeting title, what the owner typed. Never a body.
  std::string place;              ///< Location of a meeting, as written; may be empty.
  std::vector<Party> parties;
};

/// What one line, card, message or meeting says.
struct Record {
  std::vector<Evidence> evidence;
  std::vector<Claim> claims;
};

[[nodiscard]] std::string_view word(Field field);
[[nodiscard]] std::string_view word(Kind kind);
[[nodiscard]] std::string_view word(Channel channel);
[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] base::Result<Field> parse_field(std::string_view text);
[[nodiscard]] base::Result<Kind> parse_kind(std::string_view text);
[[nodiscard]] base::Result<Channel> parse_channel(std::string_view text);
[[nodiscard]] base::Result<Role> parse_role(std::string_view text);

}  // namespace ledger
