#include "plays/renewal.h"

#include <gtest/gtest.h>

namespace plays {
namespace {

TEST(Renewal, TheNearestRhythmByRatioIsTheirs) {
  EXPECT_EQ(circle_of(7), 0U);
  EXPECT_EQ(circle_of(13), 0U);
  EXPECT_EQ(circle_of(15), 1U);
  EXPECT_EQ(circle_of(91), 2U);
  EXPECT_EQ(circle_of(3650), 4U);
  EXPECT_EQ(circle_of(0), circle_of(364)) << "unknown: once a year";
}

TEST(Renewal, SilenceCoolsAndWinsMore) {
  for (const double weeks : rhythm_weeks) {
    const Curve curve(1 / weeks);
    EXPECT_EQ(curve.gain_at(curve.warm_after(0)), 0) << "fresh ties cost nothing";
    for (int n = 1; n < 259; ++n) {
      EXPECT_LE(curve.warm_after(n), curve.warm_after(n - 1));
      EXPECT_GE(curve.gain_at(curve.warm_after(n)), curve.gain_at(curve.warm_after(n - 1)) - 1e-9) << weeks << " " << n;
    }
    EXPECT_GE(curve.warm_after(1e9), 0);
  }
}

TEST(Renewal, ASilenceTellsMoreOfWhoeverWritesOften) {
  const Curve weekly(1), yearly(1.0 / 52);
  EXPECT_LT(weekly.warm_after(8), 0.2);
  EXPECT_GT(yearly.warm_after(8), 0.7);
}

TEST(Renewal, RestIsAQuarterOfTheRhythmWithinBounds) {
  EXPECT_EQ(rest_weeks(1), 2);
  EXPECT_EQ(rest_weeks(13), 3.25);
  EXPECT_EQ(rest_weeks(104), 6.5);
}

}  // namespace
}  // namespace plays
