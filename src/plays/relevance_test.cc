#include "plays/relevance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "plays/words.h"

namespace plays {
namespace {

constexpr people::PersonId first{0}, second{1}, third{2};

// By hand: N = 3, df(postgres) = 1, lengths 2, 2, 2: idf = ln(1 + 2.5 / 1.5), tf part = 2.2 / (1 + 1.2).
TEST(Relevance, IsBm25) {
  Relevance find({"postgres"});
  find.add(first, "Postgres engineer");
  find.add(second, "Engineer, painter");
  find.add(third, "baker, cook");
  const auto all = find.matches();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].who, first);
  EXPECT_NEAR(all[0].score, std::log(1 + 2.5 / 1.5), 1e-12);
}

// Kills: every word counting the same.
TEST(Relevance, ARareWordTellsMore) {
  Relevance find({"engineers", "postgres"});
  find.add(first, "engineer here");
  find.add(second, "postgres here");
  find.add(third, "engineer there");
  const auto all = find.matches();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].who, second);
  EXPECT_EQ(all[1].words, std::vector<std::string>{"engineers"});
}

// Kills: no length norm; favoured words ignored.
TEST(Relevance, LongTextsSayLessAndFavouredWordsMore) {
  Relevance length({"postgres"});
  length.add(first, "postgres");
  length.add(second, "postgres and every other trade: baking, cooking, selling, painting, driving");
  EXPECT_EQ(length.matches()[0].who, first);
  const std::vector<std::string> mine = {"hospital"};
  Relevance favoured({"hospitals", "postgres"}, mine);
  favoured.add(first, "postgres");
  favoured.add(second, "hospitals");
  EXPECT_EQ(favoured.matches()[0].who, second);
}

TEST(Relevance, NothingIsNothing) {
  EXPECT_TRUE(Relevance({"postgres"}).matches().empty());
  Relevance none({});
  none.add(first, "");
  EXPECT_TRUE(none.matches().empty());
}

TEST(Words, GistHasTheTitleFirstAndWhatIsSaidOften) {
  EXPECT_EQ(gist("Fast indexes", "Postgres has them. Postgres wants disks, and this is about postgres, postgres!", 40),
            "postgres fast indexes disks");
  EXPECT_EQ(gist("Fast indexes", "", 5), "fast");
  EXPECT_EQ(gist("And then?", "This is what they would do.", 100), "");
}

TEST(Words, ShortOnesMayBeAskedFor) {
  EXPECT_TRUE(telling_words("SQL").empty());
  EXPECT_EQ(telling_words("SQL for AWS", 3), (std::vector<std::string>{"aws", "sql"}));
}

}  // namespace
}  // namespace plays
