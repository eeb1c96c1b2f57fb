// The report of invented lives: it names whom it counts, on the day that first shows them.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/person.h"
#include "app/plan/plan.h"
#include "app/settings/settings.h"
#include "lab/demo.h"

namespace lab {
namespace {

const base::Instant evening = base::end_of(*base::parse_iso_day("2026-11-20"));

/// An invented life in a data file of its own.
app::Session life(const std::string& name, int people, std::uint64_t seed) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(WELLMET_BUILD_DIR) / "report_test" / name;
  fs::remove_all(folder);
  EXPECT_TRUE(write_demo((folder / "life").string(), people, seed, base::day_of(evening)));
  fs::remove(folder / "life" / "truth.json");
  auto session = app::Session::open({.database = (folder / "life.db").string(), .now = evening, .as_of = {}, .wait_ms = 0}, true);
  EXPECT_TRUE(session);
  EXPECT_TRUE(app::import(*session, {(folder / "life").string()}, false, {}));
  return std::move(*session);
}

// Kills: the day on which somebody's way up began in place of the one that completed it.
TEST(Report, EachQuarterNamesAsManyAsItCounts) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    auto session = life("seed" + std::to_string(seed), 400, seed);
    const auto r = app::report(session, {.quarters = 12, .since = {}});
    ASSERT_TRUE(r);
    std::size_t all = 0;
    for (std::size_t i = 1; i < r->rows.size(); ++i) {
      const auto within = std::count_if(r->moved.begin(), r->moved.end(), [&](const app::Moved& one) {
        return one.day > r->rows[i - 1].day && one.day <= r->rows[i].day;
      });
      EXPECT_EQ(static_cast<std::size_t>(within), r->rows[i].joined) << seed << " " << base::iso(r->rows[i].day);
      all += r->rows[i].joined;
    }
    EXPECT_EQ(r->moved.size(), all);
    EXPECT_GE(all, 5U);
  }
}

TEST(Report, TheDayIsTheFirstThatShowsThemAsNetwork) {
  auto session = life("days", 200, 4);
  const auto r = app::report(session, {.quarters = 12, .since = {}});
  ASSERT_TRUE(r);
  ASSERT_FALSE(r->moved.empty());
  for (const app::Moved& one : r->moved) {
    for (const int before : {1, 0}) {
      auto then = app::Session::open(
          {.database = (std::filesystem::path(WELLMET_BUILD_DIR) / "report_test" / "days" / "life.db").string(),
           .now = evening,
           .as_of = one.day - before,
           .wait_ms = 0},
          false);
      ASSERT_TRUE(then);
      const auto who = app::find(*then, one.id);
      EXPECT_EQ(who && who->card.standing.network, before == 0) << one.name << " " << base::iso(one.day);
    }
  }
}

}  // namespace
}  // namespace lab
