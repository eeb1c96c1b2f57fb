#include "standing/thanks.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "ledger/sample_book.h"

namespace standing {
namespace {

using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

const base::Instant evening = base::end_of(*base::parse_iso_day("2026-11-20"));
using ledger::ada, ledger::bo;
const std::string cy = "email:cy@z.example";

class Thanking {
 public:
  SampleBook book;

  void letter(const std::string& from, const std::string& to, int day, const std::string& subject) {
    book.row(Kind::wrote, base::iso(*base::parse_iso_day("2024-01-01") + day), {{from, Role::from}, {to, Role::to}});
    book.last().title = subject;
  }
  void knows(const std::string& who, int day) {
    letter("me", who, day, "Hello");
    letter(who, "me", day + 1, "Re: Hello");
  }
  [[nodiscard]] std::map<std::string, std::vector<Reading>> found() const {
    const ledger::Book all = book.book();
    const people::People people = people::resolve(all, evening);
    const std::vector<Reading> readings = standing::read(all, people, {}, evening);
    std::map<std::string, std::vector<Reading>> out;
    for (const Reading& one : read_thanks(all, people, readings, {}, evening)) {
      for (std::size_t i = 0; i < all.handles.size(); ++i) {
        if (people.person_of[i] == one.person) out[ledger::text(all.handles[i])].push_back(one);
      }
    }
    return out;
  }
};

TEST(Thanks, WhoeverThanksWasHelped) {
  Thanking all;
  all.knows(ada, 1);
  all.letter(ada, "me", 10, "Thank you for your advice");
  ASSERT_EQ(all.found().count(ada), 1U);
  EXPECT_EQ(all.found().at(ada)[0].direction, Direction::out) << "the owner helped her";
  EXPECT_TRUE(all.found().at(ada)[0].counts);
  Thanking mine;
  mine.knows(ada, 1);
  mine.letter("me", ada, 10, "Vielen Dank für die Hilfe!");
  EXPECT_EQ(mine.found().at(ada)[0].direction, Direction::in);
}

TEST(Thanks, OnlyOfSomebodyKnownAndOnceAThread) {
  Thanking stranger;
  stranger.letter(ada, "me", 10, "Thank you for your support");
  EXPECT_TRUE(stranger.found().empty()) << "campaigns thank everybody";
  Thanking reply;
  reply.knows(ada, 1);
  reply.letter(ada, "me", 10, "Re: Thank you for your help");
  EXPECT_TRUE(reply.found().empty()) << "it answers the owner's thanks";
}

TEST(Thanks, PlainThanksAreAskedAboutAndTheWordDecides) {
  for (const int word : {0, 1, 2}) {
    Thanking all;
    all.knows(ada, 1);
    all.letter(ada, "me", 10, "Thank you!");
    const std::uint64_t key = all.book.book().rows[all.found().at(ada)[0].row].key;
    if (word > 0) all.book.ruled(ledger::HelpVerdict{key, word == 1}, {ada}, "2024-06-01");
    const auto found = all.found();
    ASSERT_EQ(found.count(ada), word == 2 ? 0U : 1U);
    if (word < 2) {
      EXPECT_EQ(found.at(ada)[0].counts, word == 1);
    }
  }
}

TEST(Thanks, AReferralNamesWhoReferred) {
  Thanking all;
  all.book.card(ada, "Ada Lovelace").card(bo, "Bo Berg").card(cy, "Cy Dahl");
  all.letter(bo, "me", 10, "Recommended by Ada Lovelace");
  all.letter("me", cy, 12, "Recommending Bo Berg for the post");
  all.letter(cy, "me", 14, "Referral programme");
  const auto found = all.found();
  ASSERT_EQ(found.count(ada), 1U);
  EXPECT_EQ(found.at(ada)[0].kind, Kind::referred);
  EXPECT_EQ(found.at(ada)[0].direction, Direction::in);
  EXPECT_FALSE(found.at(ada)[0].counts) << "another may bear that name: asked";
  EXPECT_EQ(found.at(bo)[0].direction, Direction::out);
  EXPECT_EQ(found.count(cy), 0U);
}

TEST(Thanks, SubjectsInManyWords) {
  for (const char* help :
       {"Thank you for your help", "Thanks for introducing me to Ada", "Many thanks for the advice!", "Danke für deine Hilfe",
        "Merci pour votre soutien", "Gracias por la ayuda", "THANK YOU FOR YOUR SUPPORT"})
    EXPECT_EQ(thanks_in(help), Thanks::help) << help;
  for (const char* plain : {"Thank you!", "Thanks a lot", "Danke", "Thank you for everything", "Thank you for your help request"})
    EXPECT_EQ(thanks_in(plain), Thanks::plain) << plain;
  for (const char* none :
       {"Thank you for your order", "Thanks for your payment", "Thanksgiving dinner", "Re: Thank you for your help",
        "Danke für Ihre Bestellung", "Thanks for coming", "Figures", "Help!", "Tackle box", ""})
    EXPECT_EQ(thanks_in(none), Thanks::none) << none;
}

/// Invented mail: thanks of several shapes among orders, manners and campaigns. The share of what
/// counts unasked that was planted.
TEST(Thanks, NineInTenOfThoseThatCountArePlanted) {
  std::mt19937_64 random(20261120);
  const auto of_hundred = [&](unsigned percent) { return random() % 100 < percent; };
  const auto one_of = [&](std::initializer_list<const char*> some) { return std::data(some)[random() % some.size()]; };
  Thanking all;
  std::map<std::string, bool> planted;
  for (int i = 0; i < 600; ++i) {
    const std::string who = fmt::format("email:p{}@house{}.example", i, i);
    const bool helped = i % 4 == 0;
    const bool friendly = helped ? of_hundred(95) : of_hundred(50);
    if (friendly) all.knows(who, 1 + i % 50);
    std::string subject =
        one_of({"Thanks for your order", "Thank you for registering", "Thanks for coming on Friday", "Thank you for your message",
                "Thanks!", "Thank you for your interest", "Lunch", "Figures for March", "Thank you for your application",
                "Re: Thank you for your help", "Thanks for the nice evening"});
    if (!helped && of_hundred(4)) subject = "Thank you for your support";  // Of those who do not mean it.
    if (helped) {
      subject = one_of({"Thank you for your help", "Thanks for the introduction", "Thank you so much",
                        "Thanks for your advice on the lease", "Danke für Deine Unterstützung", "Thank you for recommending me",
                        "Merci pour ton aide", "Lease signed at last"});
    }
    const bool mine = of_hundred(40);
    all.letter(mine ? "me" : who, mine ? who : "me", 100 + i, subject);
    planted[who] = helped;
  }
  std::size_t counted = 0, right = 0, asked = 0, seen = 0;
  for (const auto& [who, readings] : all.found()) {
    for (const Reading& one : readings) {
      counted += one.counts ? 1 : 0;
      right += one.counts && planted[who] ? 1 : 0;
      asked += one.counts ? 0 : 1;
      seen += planted[who] ? 1 : 0;
    }
  }
  RecordProperty("counted", static_cast<int>(counted));
  RecordProperty("right", static_cast<int>(right));
  RecordProperty("asked", static_cast<int>(asked));
  EXPECT_GE(counted, 80U);
  EXPECT_GE(static_cast<double>(right), 0.9 * static_cast<double>(counted))
      << right << " of " << counted << ", " << asked << " asked";
  EXPECT_GE(seen, 100U) << "of 150 planted";
}

}  // namespace
}  // namespace standing
