// app_amend_bench DB DAY: how long one more log entry of that day takes to be in the picture, for
// people of all sorts: milliseconds, middle and worst of 40. The entries are taken back at the end.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "app/app.h"

int main(int argc, char** argv) {
  const auto day = argc == 3 ? base::parse_iso_day(argv[2]) : std::nullopt;
  if (!day) {
    fmt::print(stderr, "usage: app_amend_bench DB DAY\n");
    return 2;
  }
  const base::Instant moment{base::start_of(*day).seconds + base::day_seconds / 2};
  auto app = app::App::open({.database = argv[1], .now = moment, .as_of = {}, .wait_ms = 0}, false);
  store::Filter everybody;
  const auto people = app ? (*app)->people(everybody) : base::Result<app::PeopleView>(base::fail(app.error()));
  if (!people || people->people.empty()) {
    fmt::print(stderr, "{}: nobody there\n", argv[1]);
    return 1;
  }
  constexpr std::size_t entries = 40;
  std::vector<double> took;
  std::size_t rebuilt = 0;
  for (std::size_t i = 0; i < entries; ++i) {
    const app::PersonView& one = people->people[i * people->people.size() / entries];
    if (!(*app)->log(app::Verb::met, {one.id()}, "", *day)) continue;
    const auto started = std::chrono::steady_clock::now();
    const auto how = (*app)->refresh();
    took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    rebuilt += how && *how == app::App::Refreshed::rebuilt ? 1 : 0;
  }
  for (std::size_t i = 0; i < took.size(); ++i) (void)(*app)->undo({});
  (void)(*app)->status();
  std::sort(took.begin(), took.end());
  fmt::print("{} people, one log entry: middle {:.1f} ms, worst {:.1f} ms; {} of {} made the picture anew\n",
             people->total, took[took.size() / 2], took.back(), rebuilt, took.size());
}
