#include "formats/countries.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

TEST(Countries, KnowsNamesAndCodes) {
  EXPECT_EQ(country_code("Sweden"), "SE");
  EXPECT_EQ(country_code(" united states "), "US");
  EXPECT_EQ(country_code("Côte d’Ivoire"), "CI");
  EXPECT_EQ(country_code("UK"), "GB");
  EXPECT_EQ(country_code("se"), "SE");
  EXPECT_EQ(country_code("Atlantis"), "");
  EXPECT_EQ(country_code(""), "");
}

}  // namespace
}  // namespace formats
