#include "people/alike.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace people {
namespace {

TEST(Alike, CountsEdits) {
  EXPECT_EQ(edits("lovelace", "lovelace", 2), 0U);
  EXPECT_EQ(edits("lovelace", "lovlace", 2), 1U) << "taken out";
  EXPECT_EQ(edits("lovelace", "lowelace", 2), 1U) << "replaced";
  EXPECT_EQ(edits("lovelace", "lvoelace", 2), 1U) << "swapped";
  EXPECT_EQ(edits("ada", "adad", 2), 1U) << "put in";
  EXPECT_EQ(edits("ada", "bo", 2), 3U) << "more than 2";
  EXPECT_EQ(edits("", "bo", 5), 2U);
  EXPECT_EQ(edits("abcdef", "badcfe", 5), 3U);
  EXPECT_EQ(edits(std::string(1'000, 'a'), std::string(1'000, 'b'), 3), 4U);
}

TEST(Alike, IsJaroWinkler) {
  // Winkler 1990, table of examples.
  EXPECT_NEAR(jaro_winkler("martha", "marhta"), .961, .001);
  EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), .813, .001);
  EXPECT_NEAR(jaro_winkler("dwayne", "duane"), .840, .001);
  EXPECT_EQ(jaro_winkler("ada", "bo"), 0);
  EXPECT_EQ(jaro_winkler("", ""), 1);
  EXPECT_EQ(jaro_winkler("", "a"), 0);
}

TEST(Alike, TheQuickWayAgreesWithTheLongOne) {
  const std::vector<std::string> texts = {"",        "a",        "ada",      "adad",     "martha",   "marhta", "dixon",
                                          "dickson", "lovelace", "lvoelace", "19800122", "19800121", "1980",   "åsa"};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      const Spelled x{a, characters(a)};
      const Spelled y{b, characters(b)};
      EXPECT_EQ(one_edit(x, y), edits(a, b, 1) <= 1) << a << " " << b;
      for (const double least : {.7, .88, .95}) {
        EXPECT_EQ(as_alike(x, y, least), !a.empty() && !b.empty() && jaro_winkler(a, b) >= least) << a << " " << b;
      }
    }
  }
}

}  // namespace
}  // namespace people
