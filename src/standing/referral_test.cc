#include "standing/referral.h"

#include <gtest/gtest.h>

namespace standing {
namespace {

constexpr std::size_t count = 60;

/// Somebody who spoke `spoken` times and got help `help` times, and wrote `letters`.
Traits somebody(unsigned spoken, unsigned help, unsigned letters) {
  Standing s;
  s.counts.met = spoken;
  s.counts.help_in = help;
  s.counts.wrote_in = s.counts.wrote_out = letters;
  s.meet = spoken > 0 ? Fact::yes : Fact::no;
  s.help = help > 0 ? Fact::yes : Fact::no;
  return traits_of(s, base::Day{20'000});
}

/// A third met and helped, a third only wrote, a third neither.
std::vector<Traits> crowd() {
  std::vector<Traits> all;
  for (unsigned i = 0; i < count; ++i)
    all.push_back(i % 3 == 0 ? somebody(1 + i % 5, 1, 0) : i % 3 == 1 ? somebody(0, 0, 5 + i % 7) : somebody(0, 0, 0));
  return all;
}

using Answers = std::vector<std::optional<bool>>;
const std::vector<bool> nobody_waits(count);

TEST(Referral, BeforeAnyAnswerTheEvidenceSpeaks) {
  const Referral model(crowd(), Answers(count), nobody_waits);
  EXPECT_GT(model.yes(0), 0.6) << "spoken and help";
  EXPECT_LT(model.yes(2), 0.3) << "nothing";
  EXPECT_GT(model.part(0, Trait::proven), 0);
  ASSERT_TRUE(model.next());
  EXPECT_GT(model.would_move(), 0);
}

TEST(Referral, AnswersTeachWhatThisOwnerGoesBy) {
  Answers answers(count);
  // This owner goes by letters, not by meetings.
  for (std::size_t i = 0; i < 36; ++i) answers[i] = i % 3 == 1;
  const Referral before(crowd(), Answers(count), nobody_waits), after(crowd(), answers, nobody_waits);
  EXPECT_GT(after.yes(40), before.yes(40)) << "wrote";
  EXPECT_LT(after.yes(39), before.yes(39)) << "met and helped";
  EXPECT_GT(after.yes(40), after.yes(41));
}

TEST(Referral, NobodyIsAskedTwiceNorWhoWaits) {
  Answers answers(count);
  std::vector<bool> waits = nobody_waits;
  for (std::size_t asked = 0; asked + 3 < count; ++asked) {
    const auto next = Referral(crowd(), answers, waits).next();
    ASSERT_TRUE(next);
    ASSERT_FALSE(answers[*next] || waits[*next]);
    if (asked % 19 == 7) {
      waits[*next] = true;
    } else {
      answers[*next] = *next % 3 == 0;
    }
  }
  std::fill(answers.begin(), answers.end(), true);
  const Referral all(crowd(), answers, nobody_waits);
  EXPECT_FALSE(all.next());
  EXPECT_EQ(all.would_move(), 0);
}

TEST(Referral, MoreAnswersMoveLess) {
  Answers answers(count);
  const double first = Referral(crowd(), answers, nobody_waits).would_move();
  for (std::size_t i = 0; i < 45; ++i) answers[i] = i % 3 == 0;
  EXPECT_LT(Referral(crowd(), answers, nobody_waits).would_move(), first / 2);
}

TEST(Referral, OnePersonAloneOrAllAlikeIsNoTrouble) {
  const std::vector<Traits> alike(3, somebody(1, 0, 2));
  for (const std::size_t n : {1U, 3U}) {
    const Referral model(std::span<const Traits>(alike).first(n), Answers(n), std::vector<bool>(n));
    EXPECT_GT(model.yes(0), 0);
    EXPECT_LT(model.yes(0), 1);
    EXPECT_TRUE(model.next());
  }
  EXPECT_FALSE(Referral({}, {}, {}).next());
}

TEST(Referral, NoAnswerIsEverCertain) {
  Answers answers(count);
  for (std::size_t i = 0; i < 57; ++i) answers[i] = i % 3 == 0;
  const Referral model(crowd(), answers, nobody_waits);
  EXPECT_LT(model.yes(57), 0.9) << "one in five answers is explained by nothing on file";
  EXPECT_GT(model.yes(59), 0.1);
}

}  // namespace
}  // namespace standing
