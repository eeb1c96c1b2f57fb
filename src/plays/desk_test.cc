#include "plays/desk.h"

#include <gtest/gtest.h>

#include "ledger/sample_book.h"
#include "plays/words.h"

namespace plays {
namespace {

using ledger::Role;

constexpr std::string_view ada = "email:ada@x.example";
constexpr std::string_view bo = "email:bo@x.example";
constexpr people::PersonId ada_id{0}, bo_id{1};

/// Rulings as the owner said them one after another, numbered from 1.
class Said {
 public:
  Said() {
    book_.handles = {ledger::me(), ledger::sample_handle(ada), ledger::sample_handle(bo)};
  }
  Said& say(std::string title, std::vector<ledger::Seat> seats = {}) {
    ledger::Row row;
    row.kind = ledger::Kind::ruled;
    row.group = static_cast<std::uint32_t>(book_.rows.size()) + 1;
    row.key = 1'000 - row.group;
    row.at = ledger::sample_noon("2026-06-01");
    row.seats_begin = static_cast<std::uint32_t>(book_.seats.size());
    row.seats = static_cast<std::uint16_t>(seats.size());
    book_.seats.insert(book_.seats.end(), seats.begin(), seats.end());
    row.title = static_cast<std::uint32_t>(book_.titles.size());
    book_.titles.push_back(std::move(title));
    book_.rows.push_back(row);
    return *this;
  }
  /// An introduction of Ada and Bo: number 1 where nothing was said before.
  Said& propose() { return say("intro Ada\nBo\nengines", {{{1}, Role::about}, {{2}, Role::with}}); }

  [[nodiscard]] Desk desk(std::string_view day = "2026-06-30", people::PersonId of_bo = bo_id) const {
    return plays::desk(book_, {people::nobody, ada_id, of_bo}, ledger::sample_noon(day));
  }
  [[nodiscard]] Introduction::Stage stage() const { return desk().introductions.at(0).stage; }

 private:
  ledger::Book book_;
};

TEST(Desk, OffersAndNeedsGoByTheirNumbers) {
  Said said;
  said.say("offer hiring").say("offer taxes").say("need a flat", {{{1}, Role::about}}).say("no-offer 1");
  ASSERT_EQ(said.desk().offers.size(), 1U);
  EXPECT_EQ(said.desk().offers[0].text, "taxes");
  EXPECT_EQ(said.desk().offers[0].number, 2U);
  ASSERT_EQ(said.desk().needs.size(), 1U);
  EXPECT_EQ(said.desk().needs[0].who, ada_id);
  EXPECT_TRUE(said.say("need-met 3").desk().needs.empty());
}

TEST(Desk, NothingAfterTheMomentIsOnIt) {
  Said said;
  said.say("offer hiring");
  EXPECT_TRUE(said.desk("2026-05-31").offers.empty());
  EXPECT_EQ(said.desk("2026-06-01").offers.size(), 1U);
}

TEST(Desk, AnIntroductionIsToBeMadeOnceBothAgree) {
  Said said;
  EXPECT_EQ(said.propose().stage(), Introduction::Stage::asking);
  EXPECT_EQ(said.say("intro-agreed 1 2").stage(), Introduction::Stage::asking);
  EXPECT_FALSE(said.desk().introductions[0].first.agreed);
  EXPECT_TRUE(said.desk().introductions[0].second.agreed);
  EXPECT_EQ(said.say("intro-agreed 1 1").stage(), Introduction::Stage::agreed);
  EXPECT_EQ(said.say("intro-made 1").stage(), Introduction::Stage::made);
  EXPECT_EQ(said.say("intro-came 1 they work together").stage(), Introduction::Stage::closed);
  EXPECT_EQ(said.desk().introductions[0].came, "they work together");
}

TEST(Desk, WhoeverDeclinesMayThinkBetterOfIt) {
  Said said;
  said.propose().say("intro-agreed 1 1").say("intro-declined 1 2");
  EXPECT_EQ(said.stage(), Introduction::Stage::declined);
  EXPECT_EQ(said.say("intro-agreed 1 2").stage(), Introduction::Stage::agreed);
}

TEST(Desk, TwoWhoTurnOutToBeOneAreNotIntroduced) {
  Said said;
  said.propose();
  EXPECT_EQ(said.desk().introductions.size(), 1U);
  EXPECT_TRUE(said.desk("2026-06-30", ada_id).introductions.empty());
}

TEST(Desk, TheLastRuleOfAMarketCounts) {
  Said said;
  said.say("market Fintech\ntitle:cto").say("market Health\ncompany:clinic").say("market fintech\ntitle:cfo");
  ASSERT_EQ(said.desk().markets.size(), 2U);
  EXPECT_EQ(said.desk().markets[0].text, "title:cfo");
  said.say("no-market FINTECH").say("market broken\n:");
  ASSERT_EQ(said.desk().markets.size(), 1U);
  EXPECT_EQ(said.desk().markets[0].name, "Health");
}

TEST(Desk, WhatSpeaksOfNothingIsPassedOver) {
  Said said;
  said.say("intro-agreed 99 1").say("need-met x").say("intro ").say("no-offer").say("intro-made 1");
  EXPECT_TRUE(said.desk().introductions.empty());
  EXPECT_TRUE(said.desk().offers.empty());
}

TEST(Desk, PiecesGoOutAndAreTakenAway) {
  Said said;
  said.say("piece Fast tables\n2026-10-01\nhttps://a.example/1\n\nfast tables").say("piece Torn").say("sent 1", {{{1}, Role::about}});
  said.say("topics databases").say("letter Subject: {{title}}").say("topics postgres, hiring");
  const Desk desk = said.desk();
  ASSERT_EQ(desk.pieces.size(), 1U);
  EXPECT_EQ(desk.pieces[0].link, "https://a.example/1");
  EXPECT_EQ(base::iso(desk.pieces[0].published), "2026-10-01");
  ASSERT_EQ(desk.sent.size(), 1U);
  EXPECT_EQ(desk.sent[0].piece, 1U);
  EXPECT_EQ(desk.sent[0].who, ada_id);
  EXPECT_EQ(desk.topics, "postgres, hiring");
  EXPECT_EQ(desk.letter, "Subject: {{title}}");
  said.say("no-piece 1");
  EXPECT_TRUE(said.desk().pieces.empty());
  EXPECT_EQ(said.desk().sent.size(), 1U) << "what was sent stays sent";
}

// Invitations that went out.

constexpr const char* lunch = "invitation 2026-06-10T13:00:00Z 45 2026-06-10 15:00 Europe/Berlin\nLunch";

TEST(Desk, AnInvitationIsOpenUntilItIsKnownHowItWent) {
  Said said;
  said.say(lunch, {{{1}, Role::about}, {{2}, Role::about}});
  const Desk desk = said.desk();
  ASSERT_EQ(desk.invitations.size(), 1U);
  const Invitation& one = desk.invitations[0];
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
  EXPECT_EQ(said.desk("2026-06-30", ada_id).invitations[0].guests.size(), 1U) << "two who turn out to be one";
  EXPECT_TRUE(Said(said).say("invitation-met 1", {{{1}, Role::about}}).desk().invitations.empty());
  EXPECT_TRUE(Said(said).say("invitation-off 1", {{{1}, Role::about}}).desk().invitations.empty());
  EXPECT_EQ(said.say("invitation-off 9").desk().invitations.size(), 1U);
}

TEST(Desk, AnInvitationThatCannotBeReadIsPassedOver) {
  Said said;
  for (const char* torn : {"invitation ", "invitation soon", "invitation 2026-06-10T13:00:00Z 0 2026-06-10 15:00 Europe/Berlin\nx",
                           "invitation 2026-06-10T13:00:00Z 45 2026-06-10 25:00 Europe/Berlin\nx", "invitation 2026-06-10 45 2026-06-10 15:00 Europe/Berlin"})
    said.say(torn, {{{1}, Role::about}});
  EXPECT_TRUE(said.say(lunch).desk().invitations.empty()) << "to nobody";
}

TEST(Desk, WhatTheEvidenceShowsNeedNotBeAsked) {
  Said said;
  said.say(lunch, {{{1}, Role::about}, {{2}, Role::about}});
  const auto spoken = [&](ledger::Kind kind, std::string_view on, std::uint8_t flags = 0, std::string_view moment = "2026-06-30") {
    ledger::Book book;
    ledger::Row row;
    row.kind = kind;
    row.flags = flags;
    row.at = ledger::sample_noon(on);
    row.seats = 2;
    book.seats = {{{0}, Role::with}, {{1}, Role::with}};
    book.rows = {row};
    std::vector<Invitation> all = said.desk().invitations;
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

TEST(Desk, WordsInCommonKnowEndingsAndPassOverWhatEverybodySays) {
  EXPECT_EQ(words_in_common("two data engineers", "Data Engineer, hiring"), (std::vector<std::string>{"data", "engineers"}));
  EXPECT_TRUE(words_in_common("needs help with taxes", "help with moving").empty());
  EXPECT_TRUE(words_in_common("art", "artificial").empty()) << "three letters tell nothing";
  EXPECT_EQ(words_in_common("Zürich", "zuerich, Zurich"), std::vector<std::string>{"zurich"});
}

}  // namespace
}  // namespace plays
