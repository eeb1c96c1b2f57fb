// Whatever is said is so: every reason of every step, what each page counts, and why a tie is strong, held against the rows by
// a checker of its own.

#include <cstdio>

#include "app/people/people.h"
#include "app/settings/settings.h"
#include "data_file.h"
#include "lab/demo.h"
#include "said.h"

namespace laws {
namespace {

/// How often each sentence was said, and how often it was not so, with one example.
struct Count {
  int said = 0, untrue = 0;
  std::string example;
};
using Counts = std::map<std::string, Count>;

void note(Counts& counts, const std::string& code, const std::string& why, const std::string& example) {
  Count& count = counts[code];
  ++count.said;
  if (why.empty()) return;
  ++count.untrue;
  if (count.example.empty()) count.example = example + ": " + why;
}

/// Why each step of the plan is in it.
void hold(const World& world, Counts& counts) {
  for (const plays::Step& step : world.picture.plan) {
    note(counts, step.reason.code, untrue({world, step.person, step.reason, step.number}), base::text(step.reason));
  }
}

void hold(const ledger::Book& book, base::Instant at, Counts& counts) {
  const derive::Picture picture = derive::picture(book, {}, at);
  const Ties ties(book, picture.people, picture.inferred, at);
  hold({book, picture, ties, at}, counts);
}

/// What each person's page counts, and says of the strength of the tie.
void hold_pages(app::Session& session, const World& world, Counts& counts) {
  const derive::Picture& picture = world.picture;
  for (std::uint32_t i = 0; i < picture.people.persons.size(); ++i) {
    if (!picture.standings[i].known) continue;
    app::PersonView who;
    who.card.person.code = picture.people.persons[i].code;
    const auto page = app::show(session, who.id());
    ASSERT_TRUE(page) << who.id();
    const Between& between = world.ties.of(people::PersonId{i});
    note(counts, "page.counts", untrue(page->person.card.standing.counts, between), picture.people.persons[i].name);
    for (const base::Message& reason : page->strength_reasons)
      note(counts, reason.code, untrue(reason, between, base::day_of(moment)), base::text(reason));
  }
}

void tell(const char* of, const Counts& counts) {
  for (const auto& [code, count] : counts) {
    std::printf("%s  %-20s %5d said, %d not so%s%s\n", of, code.c_str(), count.said, count.untrue,
                count.example.empty() ? "" : ": ", count.example.c_str());
  }
}

/// "Never spoken" and "nothing since" are said of some who may have met or had a short call, and a meeting counted that only a
/// title tells. A sentence is struck from here once it is always so.
bool may_be_untrue(std::string_view code) {
  return code == "meet.first-talk" || code == "meet.unspoken" || code == "help.no-help" || code == "strength.nothing-since";
}

void expect_true(const Counts& counts) {
  for (const auto& [code, count] : counts) {
    EXPECT_TRUE(count.untrue == 0 || may_be_untrue(code)) << code << ": " << count.example;
  }
}

TEST(SaidLaw, OfSmallLedgers) {
  Counts counts;
  rc::check([&] { hold(book_of(any_records()), moment, counts); });
  tell("small ledgers", counts);
  EXPECT_GT(counts.size(), 8U) << "most sentences are said";
  expect_true(counts);
}

TEST(SaidLaw, OfInventedLives) {
  Counts counts;
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U, 16U, 17U, 18U, 19U, 20U}) {
    const Folder folder;
    ASSERT_TRUE(lab::write_demo((folder.path / "life").string(), 150, seed, base::day_of(moment)));
    auto session = app::Session::open({.database = ":memory:", .now = moment, .as_of = {}}, true);
    ASSERT_TRUE(session);
    ASSERT_TRUE(app::import(*session, {(folder.path / "life").string()}, false, [](auto&&...) { return true; }));
    const auto book = session->ledger().read();
    ASSERT_TRUE(book);
    const derive::Picture picture = derive::picture(*book, {}, moment);
    const Ties ties(*book, picture.people, picture.inferred, moment);
    const World world{*book, picture, ties, moment};
    hold(world, counts);
    hold_pages(*session, world, counts);
  }
  tell("invented lives", counts);
  expect_true(counts);
}

}  // namespace
}  // namespace laws
