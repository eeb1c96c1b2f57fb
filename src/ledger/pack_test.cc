#include "ledger/pack.h"

#include <gtest/gtest.h>

#include <limits>

namespace ledger {
namespace {

TEST(Pack, SeatsComeBackAsTheyWere) {
  std::vector<Seat> seats;
  for (const std::uint32_t who : {0U, 1U, 7U, 8U, 127U, 128U, 65'535U, 1'000'000U, 0xffff'ffffU}) {
    for (std::uint8_t role = 0; role <= static_cast<std::uint8_t>(Role::about); ++role) {
      seats.push_back({IdentityId{who}, static_cast<Role>(role)});
    }
  }
  std::vector<Seat> again;
  ASSERT_TRUE(unpack(pack(seats), again));
  EXPECT_EQ(again, seats);
  std::vector<Seat> none;
  EXPECT_TRUE(unpack("", none));
  EXPECT_TRUE(none.empty());
}

TEST(Pack, FactsComeBackAsTheyWere) {
  const std::string zeros(300, '\0');
  std::vector<Fact> facts;
  for (const std::int64_t at : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'773'480'600},
                                std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    facts.push_back({Field::name, {at}, "Ada Łovelace"});
    facts.push_back({Field::region, {at}, ""});
    facts.push_back({Field::note, {at}, zeros});
  }
  const std::string bytes = pack(facts);
  std::vector<Fact> again;
  ASSERT_TRUE(unpack(bytes, again));
  EXPECT_EQ(again, facts);
}

TEST(Pack, RowsComeBackAsTheyWere) {
  const std::vector<RowId> rows = {{1}, {2}, {130}, {1'000'000}, {0xffff'ffff}};
  std::vector<RowId> again;
  ASSERT_TRUE(unpack(pack(rows), again));
  EXPECT_EQ(again, rows);
}

TEST(Pack, BytesThatPackDidNotWriteAreRefused) {
  std::vector<Seat> seats;
  EXPECT_FALSE(unpack("\x80", seats)) << "cut in the middle of a number";
  EXPECT_FALSE(unpack("\x0f", seats)) << "no such role";
  EXPECT_FALSE(unpack("\xff\xff\xff\xff\xff\xff\xff\xff\x01", seats)) << "longer than any identity";
  std::vector<Fact> facts;
  EXPECT_FALSE(unpack(std::string_view("\0\0\3ab", 5), facts)) << "the text is cut";
  EXPECT_FALSE(unpack(std::string_view("\x7f\0\0", 3), facts)) << "no such field";
  EXPECT_FALSE(unpack(std::string_view("\0", 1), facts)) << "no moment";
  std::vector<RowId> rows;
  EXPECT_FALSE(unpack("\xff\xff\xff\xff\x0f\x01", rows)) << "beyond the last row that there can be";
}

}  // namespace
}  // namespace ledger
