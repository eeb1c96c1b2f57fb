#pragma once

/// Contact or network, and why: what each row of evidence says of the tie between the owner and one
/// person, and what all of it adds up to. The exact rules are in docs/policy.md; every number here
/// has its source there. Pure: the same rows, people and moment give the same standing.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/time.h"
#include "ledger/book.h"
#include "people/people.h"

namespace standing {

/// Every number that standing uses. Source of each: docs/policy.md.
struct Policy {
  int version = 1;
  int small_group_max = 12;     ///< A meeting of more is crossing paths. 2-domain, met.
  int call_seconds_min = 60;    ///< A shorter call is not speaking. 2-domain, called.
  double counts_from = 0.9;     ///< Confidence at which a fact counts. 2-domain.
  double unsure_meeting = 0.8;  ///< Tentative or unanswered on either side. 2-domain.
  int advocate_acts_min = 2;    ///< Acts for the owner…
  int advocate_days = 3 * 365;  ///< …within this. 2-domain, rung 5.
  int quiet_gaps = 3;           ///< Times the pair's own median gap…
  int quiet_days_min = 90;      ///< …but not less,
  int quiet_days_max = 730;     ///< nor more. 2-domain, quiet.
  int quiet_exchanges_min = 3;  ///< Below this, quiet is unknown.
  double half_after_days = 7;   ///< A day of contact weighs half after so many. docs/policy.md#strength.
  double half_full = 6;         ///< Weight at which strength is 50.
  double weight_wrote = 1, weight_called = 3, weight_met = 4, weight_engaged = 0.5, weight_help = 4;
  int answer_days = 14;       ///< Later than that is no answer. 2-domain, reply_chance.
  double mutual_bonus = 0.5;  ///< Of the geometric mean of what went out and what came in.
};

enum class Rung : std::uint8_t { listed, aware, in_touch, met, network, advocate };
enum class Fact : std::uint8_t { no, yes, unknown };
enum class Direction : std::uint8_t { none, out, in, both };

/// What one row says of one person. Rows that say nothing have no reading.
struct Reading {
  people::PersonId person;
  std::uint32_t row = 0;                     ///< Place in Book::rows.
  ledger::Kind kind = ledger::Kind::listed;  ///< As it counts: a large meeting reads as `crossed`.
  Direction direction = Direction::none;
  bool counts = true;       ///< False: in the timeline only (a call that nobody answered).
  std::uint16_t group = 2;  ///< Everybody present or addressed, the owner included.
  float confidence = 1;
};

/// Which facts any imported source could have shown.
struct Coverage {
  bool talk = false;
  bool meet = false;
  bool help = false;
};

struct Counts {
  std::uint32_t wrote_out = 0, wrote_in = 0, met = 0, called = 0, help_out = 0, help_in = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

/// What strength is made of: weights of days by their heaviest contact, and what goes both ways.
struct Grounds {
  double wrote = 0, called = 0, met = 0, help = 0, engaged = 0, mutual = 0;
  [[nodiscard]] double sum() const { return wrote + called + met + help + engaged + mutual; }
};

/// Where one person stands.
struct Standing {
  bool known = false;  ///< Some evidence speaks of them; without any, they are not counted.
  bool network = false;
  bool one_step_away = false;
  bool quiet = false;
  Rung rung = Rung::listed;
  Fact talk = Fact::unknown;
  Fact meet = Fact::unknown;
  Fact help = Fact::unknown;
  Counts counts;
  double strength = 0;         ///< 0..100.
  Grounds grounds;             ///< Not kept with the picture: `stand` gives it anew.
  double exchange_chance = 0;  ///< Both ways within 90 days; 0..1.
  double reply_chance = 0;     ///< They answer within 14 days if written to today; 0..1.
  double silence_chance = 1;   ///< Nothing in 90 days; 0..1.
  std::optional<base::Day> last_two_way;
  std::optional<base::Day> last;      ///< Any counting evidence but `listed`.
  std::uint32_t median_gap_days = 0;  ///< Between days of exchange; 0 when unknown.
  std::uint32_t exchanges = 0;        ///< Days of two-way evidence.
  /// They wrote last, to the owner alone or nearly: the row, and when; an answer may be owed.
  std::optional<base::Instant> waiting_since;
  std::uint32_t waiting_row = 0;  ///< RowId value.
  bool waiting_closes = false;    ///< It answered a letter of the owner's: perhaps the end of it.
  /// They helped on that day, and the owner has said nothing to them on it or since: thanks are due.
  std::optional<base::Day> unthanked_since;
  std::uint32_t unthanked_row = 0;        ///< RowId value of that help.
  std::uint32_t last_help_row = 0;        ///< RowId value of the latest help either way; 0: none.
  std::uint32_t last_spoken_row = 0;      ///< Likewise, of meetings and calls that are sure.
  std::uint32_t last_row = 0;             ///< Of the latest letter, or call or meeting that is sure.
  std::optional<base::Day> first_spoken;  ///< None where it is not sure that the first meeting was one.
  std::optional<base::Day> last_out;      ///< When the owner last wrote or spoke to them.
  std::uint32_t unanswered = 0;           ///< Days on which the owner wrote since they were last heard of.
  std::uint32_t unsure_row = 0;           ///< The latest meeting, where meetings are too unsure to count.
  std::uint32_t sure_spoken = 0;          ///< Meetings and calls that are sure, of all that `counts` has.
  bool short_call = false;                ///< Somebody answered a call that was too short to be speaking.
  std::uint32_t unsure_help_row = 0;      ///< The latest letter that may tell of help.
};

/// What the owner said last, by `moment`, of rows that were unsure, by Row::key: whether that meeting
/// took place, whether that letter tells of help.
[[nodiscard]] std::unordered_map<std::uint64_t, bool> meeting_verdicts(const ledger::Book& book, base::Instant moment);
[[nodiscard]] std::unordered_map<std::uint64_t, bool> help_verdicts(const ledger::Book& book, base::Instant moment);

/// What each row up to `moment` says of each person, in order of person, then moment, then key.
[[nodiscard]] std::vector<Reading> read(const ledger::Book& book, const people::People& people, const Policy& policy,
                                        base::Instant moment);

/// Puts `more` among `readings`, in the order of `read`.
void merge(std::vector<Reading>& readings, std::vector<Reading> more, const ledger::Book& book);

/// Whoever was let go and has written, called or met since is let go no longer.
void take_back_who_wrote(people::People& people, std::span<const Reading> readings, const ledger::Book& book);

[[nodiscard]] Coverage coverage(const ledger::Book& book, base::Instant moment);

/// One person's standing, without the chances, which need everybody's ties. `readings`: theirs
/// alone, in the order of `read`.
[[nodiscard]] Standing stand(const people::Person& person, std::span<const Reading> readings, const ledger::Book& book,
                             const Coverage& coverage, const Policy& policy, base::Instant moment);

/// Everybody's, by PersonId, without the chances (outlook.h).
[[nodiscard]] std::vector<Standing> weigh(const people::People& people, std::span<const Reading> readings,
                                          const ledger::Book& book, const Policy& policy, base::Instant moment);

[[nodiscard]] bool is_help(ledger::Kind kind);
/// Those of one person among `readings` of everybody, in the order of `read`.
[[nodiscard]] std::span<const Reading> of(std::span<const Reading> readings, people::PersonId who);
[[nodiscard]] std::string_view word(Rung rung);
[[nodiscard]] std::string_view word(Fact fact);
[[nodiscard]] std::string_view word(Direction direction);

}  // namespace standing
