#include "store/card_text.h"

#include <gtest/gtest.h>

#include "store/sample_file.h"

namespace store {
namespace {

TEST(CardText, ACardReadsBackAsItWasWritten) {
  const std::string text = card_text(somebody(), somewhere());
  const Card card = parse_card(77, text);
  EXPECT_EQ(card_text(card.person, card.standing), text);
  EXPECT_EQ(card.person.name, "Ada Lovelace");
  EXPECT_EQ(card.person.title, "Engine   builder") << "what separates fields cannot be in one";
  EXPECT_EQ(card.person.emails.size(), 2U);
  EXPECT_EQ(card.person.notes, std::vector<std::string>{"two\nlines"});
  EXPECT_EQ(card.person.labels, (std::vector<std::string>{"sailing", "Fjord"}));
  EXPECT_EQ(card.person.tags, (std::vector<std::string>{"sailing", "skating"}));
  EXPECT_TRUE(card.person.let_go);
  EXPECT_EQ(card.standing.counts, (standing::Counts{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(card.standing.last, base::Day{-3});
  EXPECT_FALSE(card.standing.last_two_way);
  EXPECT_EQ(card.standing.waiting_since, base::Instant{-5});
  EXPECT_EQ(card.standing.strength, 41.25);
  EXPECT_EQ(parse_card(1, "").person.name, "") << "damage is no crash";
}

TEST(CardText, ACardKeepsWhatIsOnlySometimesThere) {
  people::Person person = somebody();
  person.job_change = people::JobChange{"Kestrel", "", {-7}, {20'000}};
  person.organisation = "a company's address";
  person.doubtful = true;
  standing::Standing standing = somewhere();
  standing.silence_chance = 0.25;
  standing.waiting_closes = true;
  standing.unthanked_since = base::Day{19'000};
  standing.first_spoken = base::Day{0};
  standing.sure_spoken = 3;
  standing.short_call = true;
  standing.unsure_help_row = 0xffff'ffff;
  const Card card = parse_card(77, card_text(person, standing));
  ASSERT_TRUE(card.person.job_change);
  EXPECT_EQ(card.person.job_change->company, "Kestrel");
  EXPECT_EQ(card.person.job_change->title, "");
  EXPECT_EQ(card.person.job_change->after, base::Day{-7});
  EXPECT_EQ(card.person.job_change->by, base::Day{20'000});
  EXPECT_EQ(card.person.organisation, "a company's address");
  EXPECT_TRUE(card.person.doubtful);
  EXPECT_EQ(card.person.answer, "hesitate");
  EXPECT_EQ(card.standing.silence_chance, 0.25);
  EXPECT_TRUE(card.standing.waiting_closes);
  EXPECT_EQ(card.standing.unthanked_since, base::Day{19'000});
  EXPECT_EQ(card.standing.first_spoken, base::Day{0}) << "the first of all days is a day";
  EXPECT_FALSE(card.standing.last_out);
  EXPECT_EQ(card.standing.sure_spoken, 3U);
  EXPECT_TRUE(card.standing.short_call);
  EXPECT_EQ(card.standing.unsure_help_row, 0xffff'ffff) << "the last field";
}

TEST(CardText, AStepReadsBackAsItWasWritten) {
  const plays::Step step{.person = {3},
                         .play = "talk",
                         .topic = "owed",
                         .reason = base::say("talk.owed", {{"ago", base::say("span.today")}}),
                         .todo = base::say("do.answer"),
                         .row = 4,
                         .number = 6,
                         .minutes = 5,
                         .urgency = 2,
                         .gives = true,
                         .gain = 1.5};
  EXPECT_EQ(step_text(parse_step(step_text(step))), step_text(step));
  EXPECT_EQ(parse_step(step_text(step)).topic, "owed");
  EXPECT_EQ(parse_step(step_text(step)).number, 6U);
}

}  // namespace
}  // namespace store
