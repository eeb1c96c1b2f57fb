#include "plays/noticed.h"

#include <gtest/gtest.h>

namespace plays {
namespace {

TEST(Noticed, ReadsWhatSomebodyLooksFor) {
  EXPECT_EQ(noticed_need("Looking for two data engineers"), "two data engineers");
  EXPECT_EQ(noticed_need("Re: We need a tax adviser, soon. Any idea?"), "a tax adviser, soon");
  EXPECT_EQ(noticed_need("Hiring: backend developer (Berlin)"), "backend developer (Berlin)");
  EXPECT_EQ(noticed_need("she is in search of a flat; likes Malmö"), "a flat");
  EXPECT_EQ(noticed_need("Suche nach einem Steuerberater"), "einem Steuerberater");
  EXPECT_EQ(noticed_need("cherche un avocat à Lyon"), "un avocat à Lyon");
}

TEST(Noticed, LeavesWhatOnlySoundsLikeIt) {
  EXPECT_EQ(noticed_need("Looking forward to Monday"), "");
  EXPECT_EQ(noticed_need("Lunch next week?"), "");
  EXPECT_EQ(noticed_need("onlooking for"), "");
  EXPECT_EQ(noticed_need("Looking for"), "");
  EXPECT_EQ(noticed_need("Wiring and rewiring"), "");
  EXPECT_EQ(noticed_need(""), "");
}

TEST(Noticed, EveryPhraseCanBeFoundByAWord) {
  EXPECT_GE(need_words().size(), 10U);
  for (const std::string& word : need_words()) EXPECT_GE(word.size(), 4U) << word;
}

}  // namespace
}  // namespace plays
