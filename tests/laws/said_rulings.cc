// What the owner said, where that is why a step is in the plan: a ruling of the very kind that the sentence tells, with its
// words, its people and its day, which nothing since has taken back.

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "plays/plays.h"
#include "said.h"

namespace laws {

namespace {

constexpr std::size_t told_columns = 60;
constexpr int same_meeting_days = 1, fresh_days = 30;  // docs/plays.md.

std::string shown(const std::string& text) { return base::printable(text, told_columns); }

/// The ruling of that number; nullptr: none, or it is none of that kind.
template <class Kind>
const ledger::Ruling* begun(const Told& told) {
  for (const ledger::Ruling& one : told.world.book.rulings) {
    if (one.number.value == told.number && one.at <= told.world.moment)
      return std::holds_alternative<Kind>(one.decision) ? &one : nullptr;
  }
  return nullptr;
}

/// When one of these kinds was last said of it, if ever.
template <class... Kind>
std::optional<base::Instant> last_said(const Told& told) {
  std::optional<base::Instant> at;
  for (const ledger::Ruling& one : told.world.book.rulings) {
    const auto of = [&]<class K>(const K* said) { return said != nullptr && said->number.value == told.number; };
    if (one.at <= told.world.moment && (of(std::get_if<Kind>(&one.decision)) || ...)) at = one.at;
  }
  return at;
}

bool is_about(const Told& told, const ledger::Ruling& ruling, std::size_t place) {
  return place < ruling.about.size() && told.world.picture.people.person_of[ruling.about[place].value] == told.who;
}

/// Whether two texts have a word in common, by its first four letters.
bool share_a_word(const std::string& one, const std::string& other) {
  const std::string all = " " + base::fold(other);
  const std::string folded = base::fold(one);
  for (const std::string_view word : base::split_words(folded)) {
    if (word.size() >= 4 && base::contains(all, word.substr(0, 4))) return true;
  }
  return false;
}

std::string no_need(const Told& told) {
  const ledger::Ruling* need = begun<ledger::Need>(told);
  if (need == nullptr || !is_about(told, *need, 0)) return "the owner said of no such need";
  if (last_said<ledger::NeedMet, ledger::NeedDropped>(told)) return "it is a need no longer";
  const std::string& needed = std::get<ledger::Need>(need->decision).text;
  if (shown(needed) != text(told.reason, "need")) return "they need something else";
  for (const ledger::Ruling& one : told.world.book.rulings) {
    const auto* offer = std::get_if<ledger::Offer>(&one.decision);
    if (offer == nullptr || one.at > told.world.moment || shown(offer->text) != text(told.reason, "offer")) continue;
    const Told of{told.world, told.who, told.reason, one.number.value};
    if (!last_said<ledger::OfferDropped>(of) && share_a_word(needed, offer->text)) return "";
  }
  return "the owner offers nothing of the kind";
}

/// An introduction as one of the two hears of it.
struct Side {
  const ledger::Ruling* ruling;
  bool second;
  std::string other;  ///< The name of the other one.
};

std::optional<Side> side_of(const Told& told) {
  const ledger::Ruling* one = begun<ledger::Introduction>(told);
  if (one == nullptr) return std::nullopt;
  const auto& said = std::get<ledger::Introduction>(one->decision);
  if (is_about(told, *one, 0) && shown(said.second) == text(told.reason, "name")) return Side{one, false, said.second};
  if (is_about(told, *one, 1) && shown(said.first) == text(told.reason, "name")) return Side{one, true, said.first};
  return std::nullopt;
}

/// The last word of that side: agreed, declined, or neither.
template <class Kind>
std::optional<base::Instant> of_side(const Told& told, bool second) {
  std::optional<base::Instant> at;
  for (const ledger::Ruling& one : told.world.book.rulings) {
    const auto* said = std::get_if<Kind>(&one.decision);
    if (said != nullptr && said->number.value == told.number && said->second == second && one.at <= told.world.moment)
      at = one.at;
  }
  return at;
}

bool agreed(const Told& told, bool second) {
  bool yes = false;
  for (const ledger::Ruling& one : told.world.book.rulings) {
    if (one.at > told.world.moment) continue;
    const auto* agreed = std::get_if<ledger::IntroductionAgreed>(&one.decision);
    const auto* declined = std::get_if<ledger::IntroductionDeclined>(&one.decision);
    if (agreed != nullptr && agreed->number.value == told.number && agreed->second == second) yes = true;
    if (declined != nullptr && declined->number.value == told.number && declined->second == second) yes = false;
  }
  return yes;
}

bool is_made(const Told& told) { return last_said<ledger::IntroductionMade, ledger::IntroductionOutcome>(told).has_value(); }

/// To be asked, or asked, or to be made: nobody has declined since, and it has not been made.
std::string not_under_way(const Told& told, const std::optional<Side>& side) {
  if (!side) return "the owner wants no such introduction";
  return is_made(told) ? "it has been made" : "";
}

std::string not_to_be_introduced(const Told& told) {
  const auto side = side_of(told);
  if (const std::string why = not_under_way(told, side); !why.empty()) return why;
  if (std::get<base::Day>(*told.reason.find("since")) != base::day_of(side->ruling->at)) return "since another day";
  if (agreed(told, side->second)) return "they have agreed";
  if (of_side<ledger::IntroductionAsked>(told, side->second)) return "they have been asked";
  return (text(told.reason, "agreed") == "yes") == agreed(told, !side->second) || !side->second ? ""
                                                                                                : "the other's word is not so";
}

std::string not_asked(const Told& told) {
  const auto side = side_of(told);
  if (const std::string why = not_under_way(told, side); !why.empty()) return why;
  const auto asked = of_side<ledger::IntroductionAsked>(told, side->second);
  if (!asked) return "they were not asked";
  if (agreed(told, side->second)) return "they have agreed";
  return part(told.reason, "since") == plays::span(told.world.today() - base::day_of(*asked)) ? "" : "asked on another day";
}

std::string not_agreed(const Told& told) {
  const auto side = side_of(told);
  if (const std::string why = not_under_way(told, side); !why.empty()) return why;
  return agreed(told, false) && agreed(told, true) ? "" : "one of the two has not agreed";
}

std::string not_introduced(const Told& told) {
  if (!side_of(told)) return "the owner wanted no such introduction";
  const auto made = last_said<ledger::IntroductionMade>(told);
  if (!made) return "it has not been made";
  if (last_said<ledger::IntroductionOutcome>(told)) return "what came of it is known";
  return part(told.reason, "since") == plays::span(told.world.today() - base::day_of(*made)) ? "" : "made on another day";
}

std::string no_piece(const Told& told) {
  const ledger::Ruling* ruling = begun<ledger::Piece>(told);
  if (ruling == nullptr) return "the owner published no such piece";
  const auto& piece = std::get<ledger::Piece>(ruling->decision);
  if (last_said<ledger::PieceDropped>(told)) return "it was dropped";
  if (shown(piece.title) != text(told.reason, "title")) return "it has another title";
  const int age = told.world.today() - piece.published;
  if (age < 0 || age > fresh_days) return "it is not of late";
  for (const ledger::Ruling& one : told.world.book.rulings) {
    const auto* sent = std::get_if<ledger::PieceSent>(&one.decision);
    if (sent != nullptr && sent->number.value == told.number && one.at <= told.world.moment && is_about(told, one, 0))
      return "they have it";
  }
  const people::Person& person = told.world.person(told.who);
  std::string theirs = person.title + " " + person.company;
  for (const std::string& note : person.notes) theirs += " " + note;
  for (const std::string_view word : base::split(text(told.reason, "words"), ',')) {
    const std::string one(base::trim(word));
    if (!share_a_word(one, piece.words)) return "the piece is not about " + one;
    if (!base::contains(base::fold(theirs), one)) return "nothing of theirs tells of " + one;
  }
  return "";
}

/// A meeting or call with them on that day, the one before or the one after; a short one tells as well.
bool met_then(const World& world, people::PersonId who, base::Day day) {
  const Between& between = world.ties.of(who);
  for (const auto* list : {&between.spoke, &between.touched}) {
    for (const Event& one : *list) {
      if (std::abs(one.day() - day) <= same_meeting_days && one.kind == one.row->kind) return true;
    }
  }
  return false;
}

std::string not_untold(const Told& told) {
  const ledger::Ruling* ruling = begun<ledger::Invitation>(told);
  if (ruling == nullptr) return "the owner invited nobody";
  const auto& invitation = std::get<ledger::Invitation>(ruling->decision);
  if (last_said<ledger::InvitationMet, ledger::InvitationOff>(told)) return "it was told";
  if (std::get<base::Day>(*told.reason.find("day")) != invitation.day) return "for another day";
  if (invitation.from.seconds + std::int64_t{invitation.minutes} * 60 > told.world.moment.seconds) return "it is not over";
  if ((text(told.reason, "titled") == "yes" ? text(told.reason, "title") : "") != shown(invitation.title)) return "another title";
  if (met_then(told.world, told.who, invitation.day)) return "they met or spoke then";
  std::vector<people::PersonId> others;
  bool invited = false;
  for (const ledger::IdentityId identity : ruling->about) {
    const people::PersonId who = told.world.picture.people.person_of[identity.value];
    invited = invited || who == told.who;
    const bool known = who == people::nobody || who == told.who || std::find(others.begin(), others.end(), who) != others.end();
    if (!known && !met_then(told.world, who, invitation.day)) others.push_back(who);
  }
  if (!invited) return "they were not invited";
  if (number(told.reason, "others") != static_cast<std::int64_t>(others.size())) return "not so many others";
  const bool named = others.size() == 1;
  return !named || text(told.reason, "other") == shown(told.world.person(others.front()).name) ? "" : "the other is another";
}

}  // namespace

std::optional<std::string> untrue_of_ruling(const Told& told) {
  static const std::map<std::string_view, std::string (*)(const Told&)> all = {
      {"help.need", no_need},      {"help.introduce", not_to_be_introduced}, {"help.asked", not_asked},
      {"help.agreed", not_agreed}, {"help.introduced", not_introduced},      {"share.piece", no_piece},
      {"meet.untold", not_untold}};
  const auto found = all.find(told.reason.code);
  if (found == all.end()) return std::nullopt;
  return found->second(told);
}

}  // namespace laws
