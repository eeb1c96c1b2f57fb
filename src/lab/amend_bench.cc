// lab_amend_bench DB DAY: how long what the owner says on that day takes to be in the picture, in milliseconds: one more
// log entry for people of all sorts, each kind of commitment, and taking each back. All of it is taken back at the end.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "app/focus/focus.h"
#include "app/help/help.h"
#include "app/meet/meet.h"
#include "app/people/people.h"
#include "app/people/say.h"
#include "app/plan/plan.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "app/share/share.h"
#include "derive/refresh.h"

namespace {

/// What it took, and how often the whole picture was made anew.
struct Took {
  std::vector<double> ms;
  std::size_t rebuilt = 0;
};

void refresh(app::Session& session, Took& took) {
  const auto started = std::chrono::steady_clock::now();
  const auto how = app::refresh(session);
  took.ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
  took.rebuilt += how && how->how == derive::Refreshed::How::rebuilt ? 1 : 0;
}

void print(const std::string& what, Took& took) {
  std::sort(took.ms.begin(), took.ms.end());
  fmt::print("{:28} middle {:6.1f}   worst {:6.1f}   {} of {} made the picture anew\n", what, took.ms[took.ms.size() / 2],
             took.ms.back(), took.rebuilt, took.ms.size());
}

}  // namespace

int main(int argc, char** argv) {
  const auto day = argc == 3 ? base::parse_iso_day(argv[2]) : std::nullopt;
  if (!day) {
    fmt::print(stderr, "usage: lab_amend_bench DB DAY\n");
    return 2;
  }
  const base::Instant moment{base::start_of(*day).seconds + base::day_seconds / 2};
  auto opened = app::Session::open({.database = argv[1], .now = moment, .as_of = {}, .wait_ms = 0}, false);
  store::Filter everybody;
  const auto people = opened ? app::people(*opened, everybody) : base::Result<app::PeopleView>(base::fail(opened.error()));
  if (!people || people->people.empty()) {
    fmt::print(stderr, "{}: nobody there\n", argv[1]);
    return 1;
  }
  app::Session& session = *opened;
  constexpr std::size_t entries = 40;
  const auto somebody = [&](std::size_t i) { return people->people[i * people->people.size() / entries].id(); };
  const std::string tomorrow = base::iso(*day + 1);
  using Say = std::function<bool(std::size_t)>;
  const std::vector<std::pair<std::string, Say>> all = {
      {"one log entry", [&](std::size_t i) { return app::log(session, app::Verb::met, {somebody(i)}, "", *day).has_value(); }},
      {"an offer", [&](std::size_t i) { return app::offer(session, fmt::format("hiring {}", i)).has_value(); }},
      {"a need", [&](std::size_t i) { return app::need(session, somebody(i), "hiring data engineers").has_value(); }},
      {"an introduction",
       [&](std::size_t i) {
         return app::introduce(session, somebody(i), somebody((i + 7) % entries), "both build").has_value();
       }},
      {"an invitation",
       [&](std::size_t i) {
         return app::invitation_sent(
                    session,
                    {.persons = {somebody(i)}, .at = tomorrow + " 14:00", .zone = "Europe/Berlin", .title = {}, .place = {}})
             .has_value();
       }},
      {"a piece",
       [&](std::size_t i) {
         return app::add_piece(session, {.title = fmt::format("Hiring {}", i), .link = {}, .text = "hiring engineers data teams"})
             .has_value();
       }},
      {"a market", [&](std::size_t) { return app::market(session, "bench", "title:founder,engineer").has_value(); }},
  };
  for (const auto& [what, say] : all) {
    Took said, unsaid;
    std::size_t times = 0;
    for (std::size_t i = 0; i < entries; ++i) {
      if (!say(i)) continue;
      ++times;
      refresh(session, said);
    }
    if (times == 0) {
      fmt::print("{}: could not be said\n", what);
      continue;
    }
    Took plan;
    const auto started = std::chrono::steady_clock::now();
    (void)app::today_plan(session, 30);
    plan.ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count());
    for (std::size_t i = 0; i < times; ++i) {
      (void)app::undo(session, {});
      refresh(session, unsaid);
    }
    print(what, said);
    fmt::print("  the next plan {:.1f}\n", plan.ms[0]);
    print("  taken back", unsaid);
  }
  (void)app::status(session);
  return 0;
}
