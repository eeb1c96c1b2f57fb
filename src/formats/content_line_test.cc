#include "formats/content_line.h"

#include <gtest/gtest.h>

namespace formats {
namespace {

TEST(ContentLine, FoldsAt75BytesWithoutCuttingALetter) {
  EXPECT_EQ(content_line("A:b"), "A:b\r\n");
  std::string long_name = "FN:" + std::string(71, 'x') + "ö and more";
  const std::string folded = content_line(long_name);
  EXPECT_EQ(folded, "FN:" + std::string(71, 'x') + "\r\n ö and more\r\n") << "ö would be bytes 75 and 76";
}

TEST(ContentLine, EscapesTextsAndDropsControls) {
  EXPECT_EQ(content_text("a,b;c\\d\ne\tf\x1b[31m\r"), "a\\,b\\;c\\\\d\\ne f[31m");
}

}  // namespace
}  // namespace formats
