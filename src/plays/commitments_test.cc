#include "plays/commitments.h"

#include <gtest/gtest.h>

#include "ledger/sample_book.h"
#include "plays/words.h"

namespace plays {
namespace {

using ledger::Role;

using ledger::ada, ledger::bo;
constexpr people::PersonId ada_id{0}, bo_id{1};

constexpr ledger::IdentityId ada_here{1}, bo_here{2};

/// Rulings as the owner said them one after another, numbered from 1.
class Said {
 public:
  Said& say(ledger::Decision decision, std::vector<ledger::IdentityId> about = {}) {
    rulings_.push_back({.number = {static_cast<std::uint32_t>(rulings_.size()) + 1},
                        .key = 1'000 - rulings_.size(),
                        .at = ledger::sample_noon("2026-06-01"),
                        .about = std::move(about),
                        .decision = std::move(decision)});
    return *this;
  }
  /// An introduction of Ada and Bo: number 1 where nothing was said before.
  Said& propose() { return say(ledger::Introduction{"Ada", "Bo", "engines"}, {ada_here, bo_here}); }

  [[nodiscard]] Commitments commitments(people::PersonId of_bo = bo_id) const {
    return plays::commitments(rulings_, {people::nobody, ada_id, of_bo});
  }
  [[nodiscard]] Introduction::Stage stage() const { return commitments().introductions.at(0).stage; }

 private:
  std::vector<ledger::Ruling> rulings_;
};

TEST(Commitments, OffersAndNeedsGoByTheirNumbers) {
  Said said;
  said.say(ledger::Offer{"hiring"})
      .say(ledger::Offer{"taxes"})
      .say(ledger::Need{"a flat"}, {ada_here})
      .say(ledger::OfferDropped{{1}});
  ASSERT_EQ(said.commitments().offers.size(), 1U);
  EXPECT_EQ(said.commitments().offers[0].text, "taxes");
  EXPECT_EQ(said.commitments().offers[0].number, 2U);
  ASSERT_EQ(said.commitments().needs.size(), 1U);
  EXPECT_EQ(said.commitments().needs[0].who, ada_id);
  EXPECT_TRUE(said.say(ledger::NeedMet{{3}}).commitments().needs.empty());
}

TEST(Commitments, AnIntroductionIsToBeMadeOnceBothAgree) {
  Said said;
  EXPECT_EQ(said.propose().stage(), Introduction::Stage::asking);
  EXPECT_EQ(said.say(ledger::IntroductionAgreed{{1}, true}).stage(), Introduction::Stage::asking);
  EXPECT_FALSE(said.commitments().introductions[0].first.agreed);
  EXPECT_TRUE(said.commitments().introductions[0].second.agreed);
  EXPECT_EQ(said.say(ledger::IntroductionAgreed{{1}, false}).stage(), Introduction::Stage::agreed);
  EXPECT_EQ(said.say(ledger::IntroductionMade{{1}}).stage(), Introduction::Stage::made);
  EXPECT_EQ(said.say(ledger::IntroductionOutcome{{1}, "they work together"}).stage(), Introduction::Stage::closed);
  EXPECT_EQ(said.commitments().introductions[0].came, "they work together");
}

TEST(Commitments, WhoeverDeclinesMayThinkBetterOfIt) {
  Said said;
  said.propose().say(ledger::IntroductionAgreed{{1}, false}).say(ledger::IntroductionDeclined{{1}, true});
  EXPECT_EQ(said.stage(), Introduction::Stage::declined);
  EXPECT_EQ(said.say(ledger::IntroductionAgreed{{1}, true}).stage(), Introduction::Stage::agreed);
}

TEST(Commitments, TwoWhoTurnOutToBeOneAreNotIntroduced) {
  Said said;
  said.propose();
  EXPECT_EQ(said.commitments().introductions.size(), 1U);
  EXPECT_TRUE(said.commitments(ada_id).introductions.empty());
}

TEST(Commitments, TheLastRuleOfAMarketCounts) {
  Said said;
  said.say(ledger::Market{"Fintech", "title:cto"})
      .say(ledger::Market{"Health", "company:clinic"})
      .say(ledger::Market{"fintech", "title:cfo"});
  ASSERT_EQ(said.commitments().markets.size(), 2U);
  EXPECT_EQ(said.commitments().markets[0].text, "title:cfo");
  said.say(ledger::MarketDropped{"FINTECH"}).say(ledger::Market{"broken", ":"});
  ASSERT_EQ(said.commitments().markets.size(), 1U);
  EXPECT_EQ(said.commitments().markets[0].name, "Health");
}

TEST(Commitments, WhatSpeaksOfNothingIsPassedOver) {
  Said said;
  said.say(ledger::IntroductionAgreed{{99}, false})
      .say(ledger::NeedMet{})
      .say(ledger::OfferDropped{{1}})
      .say(ledger::IntroductionMade{{1}});
  EXPECT_TRUE(said.commitments().introductions.empty());
  EXPECT_TRUE(said.commitments().offers.empty());
}

TEST(Commitments, PiecesGoOutAndAreTakenAway) {
  Said said;
  said.say(ledger::Piece{"Fast tables", "https://a.example/1", "", "fast tables", *base::parse_iso_day("2026-10-01")})
      .say(ledger::PieceSent{{1}}, {ada_here});
  said.say(ledger::Topics{"databases"}).say(ledger::LetterForm{"Subject: {{title}}"}).say(ledger::Topics{"postgres, hiring"});
  const Commitments all = said.commitments();
  ASSERT_EQ(all.pieces.size(), 1U);
  EXPECT_EQ(all.pieces[0].link, "https://a.example/1");
  EXPECT_EQ(base::iso(all.pieces[0].published), "2026-10-01");
  ASSERT_EQ(all.sent.size(), 1U);
  EXPECT_EQ(all.sent[0].piece, 1U);
  EXPECT_EQ(all.sent[0].who, ada_id);
  EXPECT_EQ(all.topics, "postgres, hiring");
  EXPECT_EQ(all.letter, "Subject: {{title}}");
  said.say(ledger::PieceDropped{{1}});
  EXPECT_TRUE(said.commitments().pieces.empty());
  EXPECT_EQ(said.commitments().sent.size(), 1U) << "what was sent stays sent";
}

// Invitations that went out.

const ledger::Invitation lunch{.from = *base::parse_iso_instant("2026-06-10T13:00:00Z"),
                               .minutes = 45,
                               .day = *base::parse_iso_day("2026-06-10"),
                               .minute = 15 * 60,
                               .zone = "Europe/Berlin",
                               .title = "Lunch"};

TEST(Commitments, AnInvitationIsOpenUntilItIsKnownHowItWent) {
  Said said;
  said.say(lunch, {ada_here, bo_here});
  const Commitments all = said.commitments();
  ASSERT_EQ(all.invitations.size(), 1U);
  const Invitation& one = all.invitations[0];
  EXPECT_EQ(one.number, 1U);
  EXPECT_EQ(one.title, "Lunch");
  EXPECT_EQ(base::iso(one.from), "2026-06-10T13:00:00Z");
  EXPECT_EQ(base::iso(one.to), "2026-06-10T13:45:00Z");
  EXPECT_EQ(base::iso(one.day), "2026-06-10");
  EXPECT_EQ(one.minute, 15 * 60);
  EXPECT_EQ(one.zone, "Europe/Berlin");
  EXPECT_EQ(base::iso(one.sent), "2026-06-01");
  ASSERT_EQ(one.guests.size(), 2U);
  EXPECT_EQ(one.guests[1].who, bo_id);
  EXPECT_EQ(said.commitments(ada_id).invitations[0].guests.size(), 1U) << "two who turn out to be one";
  EXPECT_TRUE(Said(said).say(ledger::InvitationMet{{1}}, {ada_here}).commitments().invitations.empty());
  EXPECT_TRUE(Said(said).say(ledger::InvitationOff{{1}}, {ada_here}).commitments().invitations.empty());
  EXPECT_EQ(said.say(ledger::InvitationOff{{9}}).commitments().invitations.size(), 1U);
}

TEST(Commitments, AnInvitationOfNoLengthOrToNobodyIsPassedOver) {
  Said said;
  ledger::Invitation torn = lunch;
  torn.minutes = 0;
  EXPECT_TRUE(said.say(torn, {ada_here}).commitments().invitations.empty());
  EXPECT_TRUE(said.say(lunch).commitments().invitations.empty()) << "to nobody";
}

TEST(Commitments, WhatTheEvidenceShowsNeedNotBeAsked) {
  Said said;
  said.say(lunch, {ada_here, bo_here});
  const auto spoken = [&](ledger::Kind kind, std::string_view on, std::uint8_t flags = 0,
                          std::string_view moment = "2026-06-30") {
    ledger::Book book;
    ledger::Row row;
    row.kind = kind;
    row.flags = flags;
    row.at = ledger::sample_noon(on);
    row.seats = 2;
    book.seats = {{{0}, Role::with}, {{1}, Role::with}};
    book.rows = {row};
    std::vector<Invitation> all = said.commitments().invitations;
    see_spoken(all, book, {people::nobody, ada_id, bo_id}, ledger::sample_noon(moment));
    EXPECT_FALSE(all[0].guests[1].spoken) << "it tells nothing of Bo";
    return all[0].guests[0].spoken;
  };
  using ledger::Kind;
  for (const char* day : {"2026-06-09", "2026-06-10", "2026-06-11"}) EXPECT_TRUE(spoken(Kind::met, day)) << day;
  for (const char* day : {"2026-06-08", "2026-06-12"}) EXPECT_FALSE(spoken(Kind::met, day)) << day;
  EXPECT_TRUE(spoken(Kind::met, "2026-06-10", ledger::cancelled)) << "it says what became of it";
  EXPECT_TRUE(spoken(Kind::called, "2026-06-10"));
  EXPECT_FALSE(spoken(Kind::called, "2026-06-10", ledger::missed));
  EXPECT_FALSE(spoken(Kind::wrote, "2026-06-10"));
  EXPECT_FALSE(spoken(Kind::met, "2026-06-09", 0, "2026-06-09")) << "it is still to come";
}

TEST(Commitments, WordsInCommonKnowEndingsAndPassOverWhatEverybodySays) {
  EXPECT_EQ(words_in_common("two data engineers", "Data Engineer, hiring"), (std::vector<std::string>{"data", "engineers"}));
  EXPECT_TRUE(words_in_common("needs help with taxes", "help with moving").empty());
  EXPECT_TRUE(words_in_common("art", "artificial").empty()) << "three letters tell nothing";
  EXPECT_EQ(words_in_common("Zürich", "zuerich, Zurich"), std::vector<std::string>{"zurich"});
}

}  // namespace
}  // namespace plays
