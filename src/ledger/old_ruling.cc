#include "ledger/old_ruling.h"

#include <charconv>
#include <string>

#include "base/text.h"
#include "ledger/book.h"

namespace ledger {

namespace {

using Maybe = std::optional<Decision>;

std::pair<std::string_view, std::string_view> parted(std::string_view text, char at) {
  const std::size_t place = text.find(at);
  return {text.substr(0, place), place == std::string_view::npos ? "" : text.substr(place + 1)};
}

Maybe bare(std::string_view verb) {
  if (verb == "same") return Same{};
  if (verb == "apart") return Apart{};
  if (verb == "unsure") return Unsure{};
  if (verb == "let-go") return LetGo{};
  if (verb == "take-back") return TakeBack{};
  if (verb == "exempt") return Exempt{};
  if (verb == "unexempt") return Unexempt{};
  if (verb == "organisation") return IsOrganisation{};
  if (verb == "person") return IsPerson{};
  return {};
}

Maybe text(std::string_view verb, std::string_view rest) {
  const std::string words(rest);
  if (verb == "tag") return Tag{words};
  if (verb == "no-tag") return Untag{words};
  if (verb == "offer") return Offer{words};
  if (verb == "need") return Need{words};
  if (verb == "noticed") return NeedNoticed{words};
  if (verb == "no-market") return MarketDropped{words};
  if (verb == "topics") return Topics{words};
  if (verb == "letter") return LetterForm{words};
  return {};
}

Maybe verdict(std::string_view verb, std::string_view rest) {
  std::uint64_t row = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), row, 16);
  if (verb == "was-met" || verb == "not-met") return MeetingVerdict{row, verb == "was-met"};
  if (verb == "was-help" || verb == "was-no-help") return HelpVerdict{row, verb == "was-help"};
  return {};
}

Maybe step(std::string_view verb, std::string_view rest) {
  const auto [step, note] = parted(rest, '\n');
  if (verb == "later") {
    const auto [date, what] = parted(step, ' ');
    const auto until = base::parse_iso_day(date);
    const auto [play, topic] = parted(what, ' ');
    if (!until || topic.empty()) return {};
    return StepPostponed{*until, std::string(play), std::string(topic)};
  }
  const auto [play, topic] = parted(step, ' ');
  if (topic.empty()) return {};
  if (verb == "done") return StepDone{std::string(play), std::string(topic), std::string(note)};
  if (verb == "skip") return StepSkipped{std::string(play), std::string(topic), std::string(note)};
  return {};
}

Maybe invitation(std::string_view rest) {
  const auto [head, title] = parted(rest, '\n');
  const auto parts = base::split_words(head);
  if (parts.size() != 5) return {};
  const auto from = base::parse_iso_instant(parts[0]);
  const auto day = base::parse_iso_day(parts[2]);
  const auto clock = base::parse_iso_instant("1970-01-01T" + std::string(parts[3]) + ":00Z");
  Invitation one{.zone = std::string(parts[4]), .title = std::string(title)};
  std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), one.minutes);
  if (!from || !day || !clock || one.minutes <= 0) return {};
  one.from = *from;
  one.day = *day;
  one.minute = static_cast<std::int32_t>(clock->seconds / 60);
  return one;
}

Maybe of_lines(std::string_view verb, std::string_view rest) {
  const auto lines = base::split(rest, '\n');
  const auto line = [&](std::size_t i) { return std::string(i < lines.size() ? lines[i] : ""); };
  if (verb == "intro" && lines.size() > 1) return Introduction{line(0), line(1), line(2)};
  if (verb == "market") return Market{line(0), line(1)};
  if (verb != "piece" || lines.size() < 5) return {};
  // Where the day could not be read, it was that of the ruling; nothing ever wrote it so.
  return Piece{line(0), line(2), line(3), line(4), base::parse_iso_day(lines[1]).value_or(base::Day{})};
}

Maybe numbered(std::string_view verb, std::string_view rest, std::uint64_t thread) {
  RulingNumber of;
  const char* end = std::from_chars(rest.data(), rest.data() + rest.size(), of.value).ptr;
  const std::string_view words = base::trim(rest.substr(static_cast<std::size_t>(end - rest.data())));
  const bool second = words.substr(0, 1) == "2";
  if (of.value == 0) return {};
  if (verb == "no-offer") return OfferDropped{of};
  if (verb == "need-met") return NeedMet{of};
  if (verb == "no-need") return NeedDropped{of};
  if (verb == "no-piece") return PieceDropped{of};
  if (verb == "sent") return PieceSent{of, thread};
  if (verb == "invitation-met") return InvitationMet{of};
  if (verb == "invitation-off") return InvitationOff{of};
  if (verb == "intro-asked") return IntroductionAsked{of, second};
  if (verb == "intro-agreed") return IntroductionAgreed{of, second};
  if (verb == "intro-declined") return IntroductionDeclined{of, second};
  if (verb == "intro-made") return IntroductionMade{of};
  if (verb == "intro-came") return IntroductionOutcome{of, std::string(words)};
  return {};
}

}  // namespace

std::uint64_t old_ruling_key(Evidence evidence) {
  evidence.kind = static_cast<Kind>(14);
  return fingerprint(evidence).key;
}

std::optional<Decision> old_decision(std::string_view title, std::uint64_t thread) {
  const auto [verb, rest] = parted(title, ' ');
  if (rest.empty()) return bare(verb);
  if (verb == "answer") {
    for (const Refer refer : {Refer::yes, Refer::hesitate, Refer::no, Refer::stranger}) {
      if (word(refer) == rest) return Answer{refer};
    }
    return rest == "none" ? Maybe(Answer{}) : Maybe();
  }
  if (verb == "done" || verb == "skip" || verb == "later") return step(verb, rest);
  if (verb == "invitation") return invitation(rest);
  for (Maybe found : {bare(verb), text(verb, rest), verdict(verb, rest), of_lines(verb, rest), numbered(verb, rest, thread)}) {
    if (found) return found;
  }
  return {};
}

}  // namespace ledger
