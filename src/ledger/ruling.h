#pragma once

/// What the owner decides, as types: who is one person, who was let go, what is offered, needed or
/// published. A ruling is as append-only as evidence, and undone with its change. Each has a number
/// of its own, given inside the transaction that writes it. `Decision` is the closed list of them:
/// to add one, write a struct here, with a kind whose number was never given to another.

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "base/base.h"
#include "base/result.h"
#include "base/time.h"
#include "ledger/handle.h"

namespace ledger {

/// An identity: the place of its handle in Book::handles. 0 is always `me`.
using IdentityId = base::Strong<struct IdentityTag, std::uint32_t>;
/// By which the owner, and later rulings, speak of an offer, a need, a piece…: that of the ruling
/// that began it. 0: not given yet.
using RulingNumber = base::Strong<struct RulingNumberTag, std::uint32_t>;

/// STORED: a number never changes its meaning, and what is dropped leaves a hole. From `offer` on:
/// the owner's commitments.
enum class RulingKind : std::uint8_t {
  same = 1,
  apart = 2,
  unsure = 3,
  answer = 4,
  let_go = 5,
  take_back = 6,
  exempt = 7,
  unexempt = 8,
  organisation = 9,
  person = 10,
  tag = 11,
  untag = 12,
  step_done = 13,
  step_skipped = 14,
  step_postponed = 15,
  meeting_verdict = 16,
  help_verdict = 17,
  offer = 32,
  offer_dropped = 33,
  need = 34,
  need_met = 35,
  need_dropped = 36,
  need_noticed = 37,
  introduction = 40,
  introduction_asked = 41,
  introduction_agreed = 42,
  introduction_declined = 43,
  introduction_made = 44,
  introduction_outcome = 45,
  market = 48,
  market_dropped = 49,
  piece = 52,
  piece_dropped = 53,
  piece_sent = 54,
  topics = 55,
  letter_form = 56,
  invitation = 60,
  invitation_met = 61,
  invitation_off = 62,
};
[[nodiscard]] constexpr bool is_commitment(RulingKind kind) { return kind >= RulingKind::offer; }

/// STORED, likewise. The answer to: would you refer somebody here without hesitation?
enum class Refer : std::uint8_t { none = 0, yes = 1, hesitate = 2, no = 3, stranger = 4 };

/// A field of a decision: what it is called where it is stored and exported, and where it is.
template <class Of, class Value>
struct RulingField {
  const char* name;
  Value Of::*at;
};
template <class Of, class Value>
RulingField(const char*, Value Of::*) -> RulingField<Of, Value>;  // clang 14 does not find it by itself.

/// A decision that says no more than its kind.
template <RulingKind which>
struct Bare {
  static constexpr RulingKind kind = which;
  static constexpr std::tuple<> fields{};
  friend bool operator==(const Bare&, const Bare&) = default;
};

/// One that speaks of what an earlier one began.
template <RulingKind which>
struct Of {
  RulingNumber number;
  static constexpr RulingKind kind = which;
  static constexpr std::tuple fields{RulingField{"of", &Of::number}};
  friend bool operator==(const Of&, const Of&) = default;
};

/// One that is a text.
template <RulingKind which>
struct Text {
  std::string text;
  static constexpr RulingKind kind = which;
  static constexpr std::tuple fields{RulingField{"text", &Text::text}};
  friend bool operator==(const Text&, const Text&) = default;
};

// Who is who. About both.
using Same = Bare<RulingKind::same>;      ///< One person.
using Apart = Bare<RulingKind::apart>;    ///< Never one person.
using Unsure = Bare<RulingKind::unsure>;  ///< Put aside; asked again when more is known.

// About one or several persons, each for itself.
struct Answer {
  Refer refer = Refer::none;
  static constexpr RulingKind kind = RulingKind::answer;
  static constexpr std::tuple fields{RulingField{"refer", &Answer::refer}};
  friend bool operator==(const Answer&, const Answer&) = default;
};
using LetGo = Bare<RulingKind::let_go>;
using TakeBack = Bare<RulingKind::take_back>;
using Exempt = Bare<RulingKind::exempt>;
using Unexempt = Bare<RulingKind::unexempt>;
using IsOrganisation = Bare<RulingKind::organisation>;  ///< A company, list or shared mailbox.
using IsPerson = Bare<RulingKind::person>;              ///< Not an organisation after all.
using Tag = Text<RulingKind::tag>;
using Untag = Text<RulingKind::untag>;  ///< Not theirs, whatever an address book says.

// On a step of the plan, about whom it was for.
template <RulingKind which>
struct OnStep {
  std::string play;   ///< "talk"
  std::string topic;  ///< "owed"
  std::string note;   ///< The owner's words about it; may be empty.
  static constexpr RulingKind kind = which;
  static constexpr std::tuple fields{RulingField{"play", &OnStep::play}, RulingField{"topic", &OnStep::topic},
                                     RulingField{"note", &OnStep::note}};
  friend bool operator==(const OnStep&, const OnStep&) = default;
};
using StepDone = OnStep<RulingKind::step_done>;
using StepSkipped = OnStep<RulingKind::step_skipped>;
struct StepPostponed {
  base::Day until{};
  std::string play, topic;
  static constexpr RulingKind kind = RulingKind::step_postponed;
  static constexpr std::tuple fields{RulingField{"until", &StepPostponed::until}, RulingField{"play", &StepPostponed::play},
                                     RulingField{"topic", &StepPostponed::topic}};
  friend bool operator==(const StepPostponed&, const StepPostponed&) = default;
};

// On a row of evidence (Row::key), whoever has a seat in it.
template <RulingKind which>
struct Verdict {
  std::uint64_t row = 0;
  bool yes = false;
  static constexpr RulingKind kind = which;
  static constexpr std::tuple fields{RulingField{"row", &Verdict::row}, RulingField{"yes", &Verdict::yes}};
  friend bool operator==(const Verdict&, const Verdict&) = default;
};
using MeetingVerdict = Verdict<RulingKind::meeting_verdict>;  ///< That meeting took place, or did not.
using HelpVerdict = Verdict<RulingKind::help_verdict>;        ///< That letter tells of help, or does not.

// What the owner offers, and what people need. A need is about whose it is.
using Offer = Text<RulingKind::offer>;
using OfferDropped = Of<RulingKind::offer_dropped>;
using Need = Text<RulingKind::need>;
using NeedMet = Of<RulingKind::need_met>;
using NeedDropped = Of<RulingKind::need_dropped>;    ///< It was a mistake, or has passed.
using NeedNoticed = Text<RulingKind::need_noticed>;  ///< What a letter or note (its key) seems to say is decided.

/// About the two, in this order.
struct Introduction {
  std::string first, second;  ///< Their names as they were then.
  std::string why;
  static constexpr RulingKind kind = RulingKind::introduction;
  static constexpr std::tuple fields{RulingField{"first", &Introduction::first}, RulingField{"second", &Introduction::second},
                                     RulingField{"why", &Introduction::why}};
  friend bool operator==(const Introduction&, const Introduction&) = default;
};
/// By one of the two. Names and identities may change hands by merging, sides do not.
template <RulingKind which>
struct OfSide {
  RulingNumber number;
  bool second = false;
  static constexpr RulingKind kind = which;
  static constexpr std::tuple fields{RulingField{"of", &OfSide::number}, RulingField{"second", &OfSide::second}};
  friend bool operator==(const OfSide&, const OfSide&) = default;
};
using IntroductionAsked = OfSide<RulingKind::introduction_asked>;
using IntroductionAgreed = OfSide<RulingKind::introduction_agreed>;
using IntroductionDeclined = OfSide<RulingKind::introduction_declined>;
using IntroductionMade = Of<RulingKind::introduction_made>;
struct IntroductionOutcome {
  RulingNumber number;
  std::string text;
  static constexpr RulingKind kind = RulingKind::introduction_outcome;
  static constexpr std::tuple fields{RulingField{"of", &IntroductionOutcome::number},
                                     RulingField{"text", &IntroductionOutcome::text}};
  friend bool operator==(const IntroductionOutcome&, const IntroductionOutcome&) = default;
};

/// The last of a name counts.
struct Market {
  std::string name, rule;
  static constexpr RulingKind kind = RulingKind::market;
  static constexpr std::tuple fields{RulingField{"name", &Market::name}, RulingField{"rule", &Market::rule}};
  friend bool operator==(const Market&, const Market&) = default;
};
using MarketDropped = Text<RulingKind::market_dropped>;  ///< By its name.

/// Something that the owner published.
struct Piece {
  std::string title;
  std::string link;    ///< May be empty.
  std::string source;  ///< The feed or file that it came from; empty: by hand.
  std::string words;   ///< What it is about, the most telling first.
  base::Day published{};
  static constexpr RulingKind kind = RulingKind::piece;
  static constexpr std::tuple fields{RulingField{"title", &Piece::title}, RulingField{"link", &Piece::link},
                                     RulingField{"source", &Piece::source}, RulingField{"words", &Piece::words},
                                     RulingField{"published", &Piece::published}};
  friend bool operator==(const Piece&, const Piece&) = default;
};
using PieceDropped = Of<RulingKind::piece_dropped>;
/// About whom it went to.
struct PieceSent {
  RulingNumber number;
  std::uint64_t thread = 0;  ///< Row::thread of the letters that answer it; 0: none.
  static constexpr RulingKind kind = RulingKind::piece_sent;
  static constexpr std::tuple fields{RulingField{"of", &PieceSent::number}, RulingField{"thread", &PieceSent::thread}};
  friend bool operator==(const PieceSent&, const PieceSent&) = default;
};
using Topics = Text<RulingKind::topics>;           ///< What the owner is known for; the last counts.
using LetterForm = Text<RulingKind::letter_form>;  ///< How letters with pieces go; the last counts.

/// About whom it went to.
struct Invitation {
  base::Instant from{};
  std::int32_t minutes = 0;  ///< Its length, 1 or more.
  base::Day day{};           ///< By the clock of `zone`, as `minute`,
  std::int32_t minute = 0;   ///< which is of the day.
  std::string zone;          ///< IANA.
  std::string title;         ///< Empty: it goes by their names.
  static constexpr RulingKind kind = RulingKind::invitation;
  static constexpr std::tuple fields{RulingField{"from", &Invitation::from}, RulingField{"minutes", &Invitation::minutes},
                                     RulingField{"day", &Invitation::day},   RulingField{"minute", &Invitation::minute},
                                     RulingField{"zone", &Invitation::zone}, RulingField{"title", &Invitation::title}};
  friend bool operator==(const Invitation&, const Invitation&) = default;
};
using InvitationMet = Of<RulingKind::invitation_met>;  ///< They met.
using InvitationOff = Of<RulingKind::invitation_off>;  ///< Nothing came of it.

using Decision = std::variant<Same, Apart, Unsure, Answer, LetGo, TakeBack, Exempt, Unexempt, IsOrganisation, IsPerson, Tag,
                              Untag, StepDone, StepSkipped, StepPostponed, MeetingVerdict, HelpVerdict, Offer, OfferDropped, Need,
                              NeedMet, NeedDropped, NeedNoticed, Introduction, IntroductionAsked, IntroductionAgreed,
                              IntroductionDeclined, IntroductionMade, IntroductionOutcome, Market, MarketDropped, Piece,
                              PieceDropped, PieceSent, Topics, LetterForm, Invitation, InvitationMet, InvitationOff>;

[[nodiscard]] RulingKind kind_of(const Decision& decision);
/// "let-go", "step-done"…: as the export writes it.
[[nodiscard]] std::string_view word(RulingKind kind);
[[nodiscard]] base::Result<RulingKind> parse_ruling_kind(std::string_view text);
/// "yes", "hesitate", "no", "stranger"; empty for none.
[[nodiscard]] std::string_view word(Refer refer);

/// The one codec: a JSON object of the fields by their names, UTF-8, keys in alphabetical order.
/// Reading passes over names that it does not know and leaves out what is not there, so that files
/// of older and newer versions can be read. Fault::bad_input where a value is not of its type.
[[nodiscard]] std::string body_of(const Decision& decision);
[[nodiscard]] base::Result<Decision> parse_decision(RulingKind kind, std::string_view body);

/// Every reference to an earlier ruling in it, renumbered by `renumber`.
template <class Renumber>
void renumber_references(Decision& decision, const Renumber& renumber);

template <class Who>
struct BasicRuling {
  RulingNumber number;
  std::uint64_t key = 0;  ///< What it was when it was first said, in any store; tells what is said again.
  base::Instant at{};
  std::vector<Who> about;
  Decision decision;
};
/// As a record brings it.
using SaidRuling = BasicRuling<Handle>;
/// As it stands in a book.
using Ruling = BasicRuling<IdentityId>;

/// The order in which rulings count, the latest word last.
[[nodiscard]] inline bool replays_before(const Ruling& a, const Ruling& b) {
  return std::tie(a.at, a.number, a.key) < std::tie(b.at, b.number, b.key);
}

/// A hash of all of it but the key, 63 bits; never 0.
[[nodiscard]] std::uint64_t key_of(const SaidRuling& ruling);

template <class Renumber>
void renumber_references(Decision& decision, const Renumber& renumber) {
  std::visit(
      [&](auto& one) {
        std::apply(
            [&](const auto&... field) {
              [[maybe_unused]] const auto visit = [&](auto& value) {
                if constexpr (std::is_same_v<std::remove_reference_t<decltype(value)>, RulingNumber>) value = renumber(value);
              };
              (visit(one.*field.at), ...);
            },
            std::remove_reference_t<decltype(one)>::fields);
      },
      decision);
}

}  // namespace ledger
