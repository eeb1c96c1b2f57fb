#pragma once

/// What the play "meet" asks and gives: who is where, when the owner is free, an invitation, and how it went.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/letters.h"
#include "app/people/people.h"
#include "base/time.h"
#include "formats/places.h"
#include "plays/visit.h"

namespace app {

/// Who is where the owner goes.
struct TripView {
  formats::Place place;
  base::Days days;
  int within_km = 0;
  struct One {
    PersonView person;
    plays::Visit visit;
    double km = 0;
    bool perhaps = false;  ///< Their town may be another one of that name.
    std::optional<base::Day> last_spoken;
  };
  std::vector<One> people;   ///< The first to see first.
  std::size_t total = 0;     ///< Of whom `people` are the first.
  std::size_t in_touch = 0;  ///< Everybody with whom the owner is in touch,
  std::size_t located = 0;   ///< and whose town is known.
};
/// Fault::ambiguous with the candidates in the problem; `limit` 0: all.
[[nodiscard]] base::Result<TripView> trip(Session& session, std::string_view place, base::Days days, int within_km,
                                          std::size_t limit);

/// Where people live whom the owner never met, and who are one step away.
struct TownView {
  std::string name;
  std::vector<PersonView> people;  ///< By strength.
};
/// Most people first; whoever's town is not known comes last, under an empty name.
[[nodiscard]] base::Result<std::vector<TownView>> towns(Session& session);

/// Which of the owner's hours may be given away.
struct SlotsAsk {
  base::Day from{};
  int days = 5;  ///< From `from` on, weekends left out unless `weekends`.
  bool weekends = false;
  int first_hour = 9, last_hour = 17;  ///< By the owner's clock.
  int length_minutes = 45;             ///< A meeting's.
  std::string zone;                    ///< Or a city; empty: the calendar's own.
};

struct FreeTime {
  base::Day day{};
  int from_minute = 0, to_minute = 0;  ///< Of the day, by the clock of the zone.
  base::Instant from{}, to{};
};

struct SlotsView {
  std::string zone;            ///< IANA.
  std::vector<FreeTime> free;  ///< Each as long as a meeting or longer; in order.
};
/// When the owner is free by these calendar files, which are read for that alone.
[[nodiscard]] base::Result<SlotsView> slots(Session& session, const std::vector<std::string>& files, const SlotsAsk& ask);
/// A letter that proposes the first free times of `slots`, on three days.
[[nodiscard]] base::Result<Draft> propose(Session& session, const std::vector<std::string>& persons, const SlotsView& slots,
                                          int length_minutes);

/// What to know before meeting somebody.
struct BriefView {
  ShowView show;
  std::optional<RowView> spoken, wrote;      ///< The last of each.
  std::optional<RowView> help_out, help_in;  ///< Likewise.
  std::vector<std::string> about;            ///< Subjects and titles, the latest first.
  std::vector<base::Message> open;           ///< Answers, thanks, needs, introductions.
  std::vector<base::Message> give;           ///< The best first.
  std::vector<PersonView> colleagues;        ///< Others of their company, the strongest first.
};
[[nodiscard]] base::Result<BriefView> brief(Session& session, std::string_view person);

struct InviteAsk {
  std::vector<std::string> persons;
  std::string at;    ///< "9 Nov 14:00".
  std::string zone;  ///< Or a city.
  int length_minutes = 45;
  std::string title;  ///< Empty: their names and the owner's.
  std::string place;
};

struct InviteView {
  std::string text;  ///< iCalendar, METHOD:REQUEST.
  std::string title;
  base::Day day{};
  int minute = 0;  ///< Of the day, by the clock of the zone.
  std::string zone;
  base::Instant from{}, to{};
  std::vector<PersonView> persons;
};
[[nodiscard]] base::Result<InviteView> invite(Session& session, const InviteAsk& ask);
/// The owner says that it went out.
[[nodiscard]] base::Result<base::Message> invitation_sent(Session& session, const InviteAsk& ask);

/// An invitation that went out.
struct InvitationView {
  plays::Invitation invitation;
  bool over = false;
  std::vector<PersonView> persons;  ///< To whom it went.
  std::vector<PersonView> asked;    ///< Once it is over: of whom nothing shows yet that they met.
};
/// Those to come, the next first; then those of the last 30 days of which nothing tells how they went, the latest first.
[[nodiscard]] base::Result<std::vector<InvitationView>> invitations(Session& session);
/// They met: evidence of a meeting, with a word about it or none.
[[nodiscard]] base::Result<base::Message> invitation_met(Session& session, std::uint32_t number, std::string_view text);
[[nodiscard]] base::Result<base::Message> invitation_off(Session& session, std::uint32_t number);

/// "Mon 9 Nov 2026, 14:00".
[[nodiscard]] base::Message time_words(base::Day day, int minute);

}  // namespace app
