#pragma once

/// Help, both ways: what the owner offers, what others need, introductions under way, whom to ask. Things go by their
/// number. What the owner says gives what was written, in words.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/help/relevant.h"
#include "app/letters.h"
#include "app/person.h"

namespace app {

[[nodiscard]] base::Result<base::Message> offer(Session& session, std::string_view text);
[[nodiscard]] base::Result<base::Message> drop_offer(Session& session, std::uint32_t number);

struct NeedView {
  plays::Need need;
  PersonView who;
  std::vector<plays::Offer> offers;   ///< Of the owner's, those that have words in common with it.
  std::vector<RelevantView> helpers;  ///< The likeliest first.
};

/// What a letter or a note seems to say that somebody needs.
struct NoticedView {
  int n = 0;
  PersonView who;
  std::string need;
  std::string from;              ///< The subject, or the note.
  std::optional<base::Day> day;  ///< Of the letter; none for a note.
  std::string key;               ///< The same whenever this is noticed.
};

[[nodiscard]] base::Result<std::vector<NeedView>> needs(Session& session);
/// Noticed in letters of the last 180 days and in notes, the newest first, but for what was decided.
[[nodiscard]] base::Result<std::vector<NoticedView>> noticed_needs(Session& session);
/// The key of need `n`, as noticed_needs last gave it.
[[nodiscard]] base::Result<std::string> noticed_key(Session& session, int n);
[[nodiscard]] base::Result<base::Message> answer_noticed(Session& session, std::string_view key, bool yes);
[[nodiscard]] base::Result<base::Message> need(Session& session, std::string_view person, std::string_view text);
/// `helped`: by the owner, which is evidence of help; `met`: otherwise; `drop`: it never was one.
enum class Settled { helped, met, drop };
[[nodiscard]] base::Result<base::Message> settle_need(Session& session, std::uint32_t number, Settled how);

struct IntroductionView {
  plays::Introduction introduction;
  PersonView first, second;
  std::optional<PersonView> turn;  ///< Who is to be written to next; both, where both agreed.
  std::optional<Draft> draft;      ///< Of that letter.
};

[[nodiscard]] base::Result<std::vector<IntroductionView>> introductions(Session& session);
[[nodiscard]] base::Result<IntroductionView> introduction(Session& session, std::uint32_t number);
[[nodiscard]] base::Result<IntroductionView> introduction_view(Session& session, const plays::Introduction& one);
[[nodiscard]] base::Result<base::Message> introduce(Session& session, std::string_view first, std::string_view second,
                                                    std::string_view why);
enum class Word : std::uint8_t {
  asked,  ///< They were asked whether they would like it, and have not answered yet.
  agreed,
  declined,
};
/// What one of the two says to it, or that they were asked: Fault::usage once it has been made.
[[nodiscard]] base::Result<base::Message> move_introduction(Session& session, std::uint32_t number, std::string_view person,
                                                            Word word);
/// Made: help to both of them, on that day.
[[nodiscard]] base::Result<base::Message> introduction_made(Session& session, std::uint32_t number);
[[nodiscard]] base::Result<base::Message> introduction_came(Session& session, std::uint32_t number, std::string_view text);
/// What a step of an introduction, done, makes of it: they have been asked, or it has been made.
[[nodiscard]] base::Result<void> note_step_introduction(Session& session, const PersonView& person, Saying& saying);

/// The two-way street: with one person, or with everybody.
struct FavoursView {
  struct One {
    PersonView person;
    std::uint32_t out = 0, in = 0;
    bool thanks_due = false;
  };
  std::vector<One> people;  ///< With whom help has flowed: thanks due first, then the latest contact.
  std::size_t only_out = 0, only_in = 0, both = 0;
};

[[nodiscard]] base::Result<FavoursView> favours(Session& session);

/// Who could be asked about something, and why they would gladly.
struct AskView {
  RelevantView who;
  base::Message gladly;
  Draft draft;
};

/// Whom to ask about something, who would most gladly tell first.
[[nodiscard]] base::Result<std::vector<AskView>> ask(Session& session, std::string_view about, std::size_t limit);

}  // namespace app
