#include "plays/commitments.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.h"

namespace plays {

namespace {

constexpr int same_meeting_days = 1;  // It was moved by a day, or another clock has another date. docs/plays.md#invitations.

/// Takes the rulings one after another; each finds what an earlier one began by its number.
class Reader {
 public:
  explicit Reader(const std::vector<people::PersonId>& person_of) : person_of_(person_of) {}

  void read(const ledger::Ruling& ruling) {
    ruling_ = &ruling;
    on_ = base::day_of(ruling.at);
    std::visit([this](const auto& one) { take(one); }, ruling.decision);
  }

  Commitments take_all() { return std::move(all_); }

 private:
  using Stage = Introduction::Stage;

  void take(const auto&) {}  // Of people and steps.
  void take(const ledger::Offer& one) { all_.offers.push_back({number(), one.text, on_}); }
  void take(const ledger::OfferDropped& one) { drop(all_.offers, one.number); }
  void take(const ledger::Need& one) { all_.needs.push_back({number(), about(0), one.text, on_}); }
  void take(const ledger::NeedMet& one) { drop(all_.needs, one.number); }
  void take(const ledger::NeedDropped& one) { drop(all_.needs, one.number); }
  void take(const ledger::NeedNoticed& one) { all_.noticed.push_back(one.text); }
  void take(const ledger::Topics& one) { all_.topics = one.text; }
  void take(const ledger::LetterForm& one) { all_.letter = one.text; }
  void take(const ledger::Piece& one) {
    all_.pieces.push_back({number(), one.title, one.link, one.source, one.words, one.published});
  }
  void take(const ledger::PieceDropped& one) { drop(all_.pieces, one.number); }
  void take(const ledger::PieceSent& one) { all_.sent.push_back({number(), one.number.value, about(0), on_, one.thread}); }
  void take(const ledger::InvitationMet& one) { drop(all_.invitations, one.number); }
  void take(const ledger::InvitationOff& one) { drop(all_.invitations, one.number); }

  void take(const ledger::Introduction& said) {
    Introduction one;
    one.number = number();
    one.first = {.who = about(0), .name = said.first, .asked = {}};
    one.second = {.who = about(1), .name = said.second, .asked = {}};
    one.why = said.why;
    one.since = one.moved = on_;
    // Merged since: nobody is left to be brought together.
    if (one.first.who == one.second.who && one.first.who != people::nobody) return;
    all_.introductions.push_back(std::move(one));
  }
  void take(const ledger::IntroductionAsked& said) {
    if (Introduction* one = introduction(said.number)) side(*one, said.second).asked = on_;
  }
  void take(const ledger::IntroductionAgreed& said) {
    if (Introduction* one = introduction(said.number)) {
      side(*one, said.second).agreed = true;
      side(*one, said.second).declined = false;
      find_stage(*one);
    }
  }
  void take(const ledger::IntroductionDeclined& said) {
    if (Introduction* one = introduction(said.number)) {
      side(*one, said.second).declined = true;
      find_stage(*one);
    }
  }
  void take(const ledger::IntroductionMade& said) {
    if (Introduction* one = introduction(said.number)) one->stage = Stage::made;
  }
  void take(const ledger::IntroductionOutcome& said) {
    for (Introduction& one : all_.introductions) {
      if (one.number != said.number.value || (one.stage != Stage::made && one.stage != Stage::closed)) continue;
      one.stage = Stage::closed;
      one.came = said.text;
      one.moved = on_;
    }
  }

  void take(const ledger::Invitation& said) {
    Invitation one{.number = number(),
                   .guests = {},
                   .title = said.title,
                   .from = said.from,
                   .to = {said.from.seconds + std::int64_t{said.minutes} * 60},
                   .day = said.day,
                   .minute = said.minute,
                   .zone = said.zone,
                   .sent = on_};
    for (std::size_t i = 0; i < ruling_->about.size(); ++i) {
      const people::PersonId who = about(i);
      const bool there = std::any_of(one.guests.begin(), one.guests.end(), [&](const auto& guest) { return guest.who == who; });
      if (who != people::nobody && !there) one.guests.push_back({who, false});
    }
    if (!one.guests.empty() && said.minutes > 0) all_.invitations.push_back(std::move(one));
  }

  void take(const ledger::Market& said) {
    auto rule = Rule::parse(said.rule);
    if (!rule) return;
    Market market{said.name, said.rule, std::move(*rule)};
    const auto found = named(said.name);
    if (found != all_.markets.end()) {
      *found = std::move(market);
    } else {
      all_.markets.push_back(std::move(market));
    }
  }
  void take(const ledger::MarketDropped& said) {
    if (const auto found = named(said.text); found != all_.markets.end()) all_.markets.erase(found);
  }

  [[nodiscard]] std::uint32_t number() const { return ruling_->number.value; }
  [[nodiscard]] people::PersonId about(std::size_t i) const {
    if (i >= ruling_->about.size() || ruling_->about[i].value >= person_of_.size()) return people::nobody;
    return person_of_[ruling_->about[i].value];
  }
  template <class One>
  static void drop(std::vector<One>& from, ledger::RulingNumber number) {
    std::erase_if(from, [number](const One& one) { return one.number == number.value; });
  }
  std::vector<Market>::iterator named(std::string_view name) {
    return std::find_if(all_.markets.begin(), all_.markets.end(),
                        [&](const Market& one) { return base::fold(one.name) == base::fold(name); });
  }
  /// The one of that number, which moves today; null where there is none.
  Introduction* introduction(ledger::RulingNumber number) {
    const auto found = std::find_if(all_.introductions.begin(), all_.introductions.end(),
                                    [number](const Introduction& one) { return one.number == number.value; });
    if (found == all_.introductions.end()) return nullptr;
    found->moved = on_;
    return &*found;
  }
  static Introduction::Side& side(Introduction& one, bool second) { return second ? one.second : one.first; }
  static void find_stage(Introduction& one) {
    if (one.stage == Stage::made || one.stage == Stage::closed) return;
    const bool declined = one.first.declined || one.second.declined;
    one.stage = declined ? Stage::declined : one.first.agreed && one.second.agreed ? Stage::agreed : Stage::asking;
  }

  const std::vector<people::PersonId>& person_of_;
  Commitments all_;
  const ledger::Ruling* ruling_ = nullptr;
  base::Day on_{};
};

}  // namespace

Commitments commitments(std::span<const ledger::Ruling> rulings, const std::vector<people::PersonId>& person_of) {
  Reader reader(person_of);
  for (const ledger::Ruling& ruling : rulings) {
    if (is_commitment(kind_of(ruling.decision))) reader.read(ruling);
  }
  return reader.take_all();
}

void see_spoken(std::vector<Invitation>& invitations, const ledger::Book& book, const std::vector<people::PersonId>& person_of,
                base::Instant moment) {
  std::vector<Invitation*> over;
  for (Invitation& one : invitations) {
    if (one.to <= moment) over.push_back(&one);
  }
  if (over.empty()) return;
  for (const ledger::Row& row : book.rows) {
    if (row.at > moment || (row.kind != ledger::Kind::met && row.kind != ledger::Kind::called)) continue;
    // A call that nobody took is none; a meeting that was called off answers the question as well.
    if (row.kind == ledger::Kind::called && (row.flags & ledger::missed) != 0) continue;
    const base::Day on = base::day_of(row.at);
    for (Invitation* one : over) {
      if (std::abs(on - one->day) > same_meeting_days) continue;
      for (const ledger::Seat& seat : book.seats_of(row)) {
        for (Invitation::Guest& guest : one->guests) guest.spoken |= guest.who == person_of[seat.who.value];
      }
    }
  }
}

std::string_view word(Introduction::Stage stage) {
  switch (stage) {
    case Introduction::Stage::asking:
      return "asking";
    case Introduction::Stage::agreed:
      return "agreed";
    case Introduction::Stage::made:
      return "made";
    case Introduction::Stage::closed:
      return "closed";
    case Introduction::Stage::declined:
      return "declined";
  }
  return "";
}

}  // namespace plays
