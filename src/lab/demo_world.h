#pragma once

/// The invented life before it is written down: who there is, and what happened between each of
/// them and the owner. What is true of a person is counted as it happens, by the rules of wellmet.

#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"

namespace lab {

/// splitmix64 (Vigna, 2015): the same numbers on every machine, unlike the distributions of std.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0 .. count - 1. REQUIRES: count > 0.
  std::size_t below(std::size_t count);
  /// True `percent` times of a hundred.
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }

 private:
  std::uint64_t state_;
};

/// What has been planted about a person that the rules weigh.
struct Facts {
  int wrote_out = 0;
  int wrote_in = 0;
  int one_way = 0;  ///< Invitations, endorsements.
  int spoken = 0;   ///< Meetings that both sides accepted, calls of a minute or more.
  int help_out = 0;
  int help_in = 0;  ///< All within the last three years.
};

struct DemoPerson {
  std::string given;
  std::string family;
  std::string nickname;  ///< Empty for most.
  std::string company;
  std::string title;
  std::vector<std::string> emails;  ///< The first one is of work.
  std::string phone;                ///< E.164, or empty.
  std::string slug;                 ///< Of LinkedIn, or empty.
  base::Day connected;
  bool card = false;  ///< Is in the address book.
  bool organisation = false;
  bool namesake = false;       ///< Shares the name with somebody else.
  bool unsigned_mail = false;  ///< Their mail program writes no name beside the address.
  bool recommended = false;    ///< Is named in a recommendation.
  Facts facts;
  [[nodiscard]] std::string name() const;
  /// As a friend signs: the nickname, when there is one.
  [[nodiscard]] std::string short_name() const;
};

enum class Noise : std::uint8_t { none, list, robot, newsletter, draft };

struct DemoMail {
  std::size_t person = 0;  ///< Not used for noise.
  bool out = false;
  Noise noise = Noise::none;
  bool second_address = false;
  bool first_of_thread = true;
  base::Instant at;
  std::vector<std::size_t> copied = {};  ///< Who else got it.
};

struct DemoMessage {
  std::size_t person = 0;
  bool out = false;
  base::Instant at;
};

struct DemoCall {
  std::size_t person = 0;
  bool out = false;
  int seconds = 0;  ///< 0: missed.
  base::Instant at;
};

enum class Meeting : std::uint8_t {
  weekly,  ///< Of two, every second week, with changes and holes.
  once,    ///< Of two, both accepted.
  declined,
  cancelled,
  future,
  large,   ///< More than twelve.
  coffee,  ///< A private entry that only names somebody.
};

struct DemoMeeting {
  Meeting kind = Meeting::once;
  std::vector<std::size_t> people;
  bool owner_organises = true;
  base::Day day;
  int hour = 9;
};

/// Recommendations, endorsements, invitations and notes.
struct DemoDeed {
  std::size_t person = 0;
  bool out = false;
  base::Instant at;
};

struct DemoWorld {
  base::Day today;
  std::vector<DemoPerson> people;
  std::vector<DemoMail> mails;
  std::vector<DemoMessage> linkedin_messages;
  std::vector<DemoMessage> texts;
  std::vector<DemoMessage> chat;  ///< With the one person of `chat_with`.
  std::size_t chat_with = 0;
  std::vector<DemoCall> calls;
  std::vector<DemoMeeting> meetings;
  std::vector<DemoDeed> recommendations;
  std::vector<DemoDeed> endorsements;
  std::vector<DemoDeed> invitations;
  std::vector<DemoDeed> notes;
};

[[nodiscard]] DemoWorld make_world(int people, std::uint64_t seed, base::Day today);

/// The name of the rung, of 0 listed .. 5 advocate.
[[nodiscard]] std::string rung_of(const Facts& facts);
[[nodiscard]] bool is_network(const Facts& facts);
[[nodiscard]] bool is_one_step_away(const Facts& facts);

}  // namespace lab
