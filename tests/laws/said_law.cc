// Whatever is said is so: every sentence of invented lives, held against the rows by a checker of its own.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>

#include "app/help/help.h"
#include "app/people/people.h"
#include "app/settings/settings.h"
#include "data_file.h"
#include "lab/demo.h"
#include "said.h"
#include "said_life.h"

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

void note(Counts& counts, const std::vector<Heard>& heard, const std::string& example) {
  for (const Heard& one : heard) note(counts, one.pattern, one.why, example + one.sentence);
}

/// Why each step of the plan is in it.
void hold_steps(const World& world, Counts& counts) {
  for (const plays::Step& step : world.picture.plan) {
    note(counts, step.reason.code, untrue(Told{world, step.person, step.reason, step.number}), base::text(step.reason));
  }
}

std::string id_of(const World& world, people::PersonId who) { return people::id_text(world.person(who).code); }

/// The letter of each step, and those that ask about something.
void hold_letters(app::Session& session, const World& world, Counts& counts) {
  const auto title_of = [&](const ledger::Row& row) {
    const auto shown = session.ledger().row(row.id);
    return shown && *shown ? (*shown)->title : std::string();
  };
  for (const plays::Step& step : world.picture.plan) {
    const auto why = app::why(session, id_of(world, step.person) + " " + step.play + " " + step.topic);
    ASSERT_TRUE(why) << base::text(step.reason);
    if (!why->step.draft) continue;
    const app::Draft& draft = *why->step.draft;
    note(counts, read_letter({world, step.person, draft.subject, draft.body, step.number, title_of}), step.topic + ": ");
  }
  for (const char* about : {"engineers", "founders and schedulers"}) {
    const auto asked = app::ask(session, about, 10);
    ASSERT_TRUE(asked);
    for (const app::AskView& one : *asked)
      note(counts, read_letter({world, {one.who.person.person}, one.draft.subject, one.draft.body, 0, title_of}), "ask: ");
  }
}

/// What each person's page counts, and says of the strength of the tie; and what to know before meeting them.
void hold_pages(app::Session& session, const World& world, Counts& counts) {
  for (std::uint32_t i = 0; i < world.picture.people.persons.size(); ++i) {
    if (!world.picture.standings[i].known) continue;
    const people::PersonId who{i};
    const auto page = app::show(session, id_of(world, who));
    ASSERT_TRUE(page && page->person.person == i) << id_of(world, who);
    const Between& between = world.ties.of(who);
    note(counts, "page.counts", untrue(page->person.card.standing.counts, between), world.person(who).name);
    for (const base::Message& reason : page->strength_reasons)
      note(counts, reason.code, untrue(reason, between, world.today()), base::text(reason));
    if (i % 3 != 0) continue;  // The rest would take the law twice as long.
    const auto brief = app::brief(session, id_of(world, who));
    ASSERT_TRUE(brief);
    note(counts, untrue(world, *brief), world.person(who).name + ": ");
  }
}

/// Whom to see in the largest cities that anybody there is in, who is one with whom, and who could introduce the owner to whom.
void hold_the_rest(app::Session& session, const World& world, Counts& counts) {
  for (const char* city : {"London", "Berlin", "Lisbon", "Stockholm", "Paris"}) {
    const auto trip = app::trip(session, city, {world.today() + 1, world.today() + 3}, 400, 0);
    ASSERT_TRUE(trip) << city;
    for (const app::TripView::One& one : trip->people)
      note(counts, one.visit.reason.code, untrue(world, one), base::text(one.visit.reason));
  }
  const auto questions = app::questions(session, 0);
  ASSERT_TRUE(questions);
  for (const app::QuestionView& one : *questions)
    note(counts, one.why.code, untrue(world, one),
         one.a.card.person.name + ", " + one.b.card.person.name + ": " + base::text(one.why));
  for (std::uint32_t i = 0; i < world.picture.people.persons.size(); i += 3) {
    if (!world.picture.standings[i].known) continue;
    const auto path = app::path(session, id_of(world, {i}));
    ASSERT_TRUE(path);
    note(counts, "path", untrue(world, *path), world.person({i}).name);
    for (const auto& one : path->introducers) note(counts, "path.introducer", untrue(world, one), world.person({i}).name);
  }
  const auto report = app::report(session, {.quarters = 6, .since = {}});
  ASSERT_TRUE(report);
  note(counts, untrue(world, *report), "");
}

void tell(const char* of, const Counts& counts) {
  for (const auto& [code, count] : counts) {
    std::printf("%s  %-20s %5d said, %d not so%s%s\n", of, code.c_str(), count.said, count.untrue,
                count.example.empty() ? "" : ": ", count.example.c_str());
  }
}

void expect_true(const Counts& counts) {
  for (const auto& [code, count] : counts) {
    EXPECT_EQ(count.untrue, 0) << code << ": " << count.example;
  }
}

TEST(SaidLaw, OfSmallLedgers) {
  Counts counts;
  rc::check([&] {
    const ledger::Book book = book_of(any_records());
    const derive::Picture picture = derive::picture(book, {}, moment);
    const Ties ties(book, picture.people, picture.inferred, moment);
    const World world{book, picture, ties, moment};
    hold_steps(world, counts);
    for (const people::Doubt& doubt : picture.people.doubts)
      note(counts, doubt.why.code, untrue(world, doubt), base::text(doubt.why));
    note(counts, untrue(world, derive::report(book, {}, moment, {.quarters = 3, .since = {}})), "");
  });
  tell("small ledgers", counts);
  EXPECT_GT(counts.size(), 8U) << "most sentences are said";
  expect_true(counts);
}

TEST(SaidLaw, OfInventedLives) {
  Counts counts;
  const auto begun = std::chrono::steady_clock::now();
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Folder folder;
    ASSERT_TRUE(lab::write_demo((folder.path / "life").string(), 150, seed, base::day_of(moment)));
    auto session = app::Session::open({.database = ":memory:", .now = moment, .as_of = {}}, true);
    ASSERT_TRUE(session);
    ASSERT_TRUE(app::import(*session, {(folder.path / "life").string()}, false, [](auto&&...) { return true; }));
    say_all(*session, seed);
    const auto book = session->ledger().read();
    ASSERT_TRUE(book);
    const derive::Picture picture = derive::picture(*book, {}, moment);
    const Ties ties(*book, picture.people, picture.inferred, moment);
    const World world{*book, picture, ties, moment};
    hold_steps(world, counts);
    hold_letters(*session, world, counts);
    hold_pages(*session, world, counts);
    hold_the_rest(*session, world, counts);
  }
  tell("invented lives", counts);
  std::printf("invented lives took %.1f s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
  expect_true(counts);
  for (const std::string_view code : known_codes()) EXPECT_TRUE(counts.contains(std::string(code))) << code << " is never said";
}

}  // namespace
}  // namespace laws
