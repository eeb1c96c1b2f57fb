#pragma once

/// What the owner decided, as rows of kind `ruled` say it: the title is a verb and its words, the
/// seats are whom it is about. One table of verbs for those who write them and those who read.

#include <charconv>
#include <cstdint>
#include <string_view>

namespace people {

inline constexpr std::string_view ruled_same = "same";          ///< Two seats: one person.
inline constexpr std::string_view ruled_apart = "apart";        ///< Two seats: never one person.
inline constexpr std::string_view ruled_answer = "answer";      ///< "answer yes": the referral test.
inline constexpr std::string_view ruled_let_go = "let-go";
inline constexpr std::string_view ruled_take_back = "take-back";
inline constexpr std::string_view ruled_exempt = "exempt";
inline constexpr std::string_view ruled_unexempt = "unexempt";
inline constexpr std::string_view ruled_organisation = "organisation";  ///< A company, list or shared mailbox.
inline constexpr std::string_view ruled_person = "person";      ///< Not an organisation after all.
inline constexpr std::string_view ruled_tag = "tag";            ///< "tag NAME": theirs from then on.
inline constexpr std::string_view ruled_no_tag = "no-tag";      ///< "no-tag NAME": not theirs, whatever an address book says.
inline constexpr std::string_view ruled_done = "done";          ///< "done talk owed": a step.
inline constexpr std::string_view ruled_skip = "skip";          ///< "skip talk owed".
inline constexpr std::string_view ruled_later = "later";        ///< "later 2026-12-01 talk owed".
inline constexpr std::string_view ruled_met = "was-met";        ///< "was-met <key>": that meeting took place.
inline constexpr std::string_view ruled_not_met = "not-met";    ///< "not-met <key>": it did not.
inline constexpr std::string_view ruled_help = "was-help";      ///< "was-help <key>": that letter tells of help.
inline constexpr std::string_view ruled_no_help = "was-no-help";  ///< It does not.
inline constexpr std::string_view ruled_unsure = "unsure";      ///< "later" of a review question.

// What the owner has on the desk. Each goes by the number of the ruling that began it (Row::group).
inline constexpr std::string_view ruled_offer = "offer";        ///< "offer TEXT": what the owner is good at.
inline constexpr std::string_view ruled_no_offer = "no-offer";  ///< "no-offer N".
inline constexpr std::string_view ruled_need = "need";          ///< "need TEXT", about whose it is.
inline constexpr std::string_view ruled_need_met = "need-met";  ///< "need-met N".
inline constexpr std::string_view ruled_no_need = "no-need";    ///< "no-need N": it was a mistake, or has passed.
inline constexpr std::string_view ruled_noticed = "noticed";    ///< "noticed KEY": what a letter or note seems to say is decided.
/// "intro NAME\nNAME\nWHY", about the one, with the other.
inline constexpr std::string_view ruled_intro = "intro";
inline constexpr std::string_view ruled_intro_asked = "intro-asked";        ///< "intro-asked N 1": the first, or 2, the second.
inline constexpr std::string_view ruled_intro_agreed = "intro-agreed";      ///< Likewise.
inline constexpr std::string_view ruled_intro_declined = "intro-declined";  ///< Likewise.
inline constexpr std::string_view ruled_intro_made = "intro-made";          ///< "intro-made N".
inline constexpr std::string_view ruled_intro_came = "intro-came";          ///< "intro-came N TEXT": what came of it.
inline constexpr std::string_view ruled_market = "market";        ///< "market NAME\nRULE"; the last one of a name counts.
inline constexpr std::string_view ruled_no_market = "no-market";  ///< "no-market NAME".
/// "piece TITLE\nDAY\nLINK\nWHERE FROM\nWORDS": something that the owner published.
inline constexpr std::string_view ruled_piece = "piece";
inline constexpr std::string_view ruled_no_piece = "no-piece";    ///< "no-piece N".
/// "sent N", about whom; its thread is that of the letter.
inline constexpr std::string_view ruled_sent = "sent";
/// "invitation FROM MINUTES DAY HH:MM ZONE\nTITLE", about whom it went to; FROM is UTC, DAY and HH:MM by the clock of ZONE.
inline constexpr std::string_view ruled_invitation = "invitation";
inline constexpr std::string_view ruled_invitation_met = "invitation-met";  ///< "invitation-met N": they met.
inline constexpr std::string_view ruled_invitation_off = "invitation-off";  ///< "invitation-off N": nothing came of it.
inline constexpr std::string_view ruled_topics = "topics";        ///< "topics TEXT": what the owner is known for; the last counts.
inline constexpr std::string_view ruled_letter = "letter";        ///< "letter TEXT": how letters with pieces go; the last counts.

/// A ruling's title told apart: its verb, and the rest after the blank. Both borrow from the title.
struct Ruling {
  std::string_view verb, rest;
};
[[nodiscard]] inline Ruling ruling_of(std::string_view title) {
  const std::size_t space = title.find(' ');
  return {title.substr(0, space), space == std::string_view::npos ? "" : title.substr(space + 1)};
}

/// The key of the row that a verdict is on, from what follows its verb; 0 when it is none.
[[nodiscard]] inline std::uint64_t verdict_key(std::string_view rest) {
  std::uint64_t key = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), key, 16);
  return key;
}

/// Whether a ruling is on a row of evidence, whoever has a seat in it, and not on a person.
[[nodiscard]] inline bool is_verdict(std::string_view title) {
  const std::string_view verb = title.substr(0, title.find(' '));
  return verb == ruled_met || verb == ruled_not_met || verb == ruled_help || verb == ruled_no_help;
}

/// Whether a ruling puts something on the owner's desk, or takes it away.
[[nodiscard]] inline bool is_desk(std::string_view title) {
  constexpr std::string_view verbs[] = {ruled_offer,      ruled_no_offer,       ruled_need,       ruled_need_met,   ruled_no_need,    ruled_noticed,
                                        ruled_intro,      ruled_intro_asked,    ruled_intro_agreed,   ruled_intro_declined, ruled_intro_made,
                                        ruled_intro_came, ruled_market,         ruled_no_market,  ruled_piece,      ruled_no_piece,
                                        ruled_sent,       ruled_topics,         ruled_letter,     ruled_invitation, ruled_invitation_met,
                                        ruled_invitation_off};
  const std::string_view verb = title.substr(0, title.find(' '));
  for (const std::string_view one : verbs) {
    if (one == verb) return true;
  }
  return false;
}

}  // namespace people
