// Laws of the store: it keeps what a ledger in memory keeps, forgets what was undone, and gives out
// what it took in.

#include <fstream>

#include "app/people/people.h"
#include "app/person.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "data_file.h"
#include "derive/picture.h"
#include "wire/export.h"

namespace laws {
namespace {

// Kills: superseded() that orders versions ascending; one that does not heed stamps.
RC_GTEST_PROP(StoreLaw, AnySplitIntoImportsIsTheSameLedger, ()) {
  const std::vector<Record> records = any_records();
  const std::vector<Record> other = shuffled(records);
  const auto store = empty_file();
  std::size_t from = 0;
  while (from < other.size()) {
    const std::size_t count = std::min(*rc::gen::inRange<std::size_t>(1, 20), other.size() - from);
    add(*store, std::span(other).subspan(from, count));
    from += count;
  }
  RC_ASSERT(picture_text(*store->ledger().read()) == picture_text(book_of(records)));
}

// Kills, in writer.cc: prints of earlier transactions that are not asked (all_slots_ or all_claims_ always true).
RC_GTEST_PROP(StoreLaw, ImportingTwiceChangesNothing, ()) {
  const std::vector<Record> records = any_records();
  const auto store = empty_file();
  add(*store, records);
  const ledger::Book once = *store->ledger().read();
  add(*store, shuffled(records));
  const ledger::Book twice = *store->ledger().read();
  RC_ASSERT(twice.rows.size() == once.rows.size());
  RC_ASSERT(twice.claims.size() == once.claims.size());
  RC_ASSERT(picture_text(*store->ledger().read()) == picture_text(book_of(records)));
}

// Kills: claims of a change that was taken back, still read; a writer to whom what they said is known (is_live
// always true).
RC_GTEST_PROP(StoreLaw, AnUndoneChangeLeavesTheSamePicture, ()) {
  const std::vector<Record> records = any_records();
  std::vector<Record> more = any_records();
  // Said in the same data file, so under numbers of their own.
  for (Record& record : more) {
    for (ledger::SaidRuling& ruling : record.rulings) ruling.number.value += 1'000;
  }
  const auto store = empty_file();
  const ledger::ChangeId second = *rc::gen::arbitrary<bool>() ? (add(*store, records), add(*store, more)) : add(*store, more);
  const bool first_came_first = second.value == 2;
  add(*store, {}, second);
  if (!first_came_first) add(*store, records);
  // Handles once seen stay known, and are nobody as long as nothing speaks of them.
  ledger::MemoryLedger expected;
  for (const Record& record : records) RC_ASSERT(expected.add(record, {}).has_value());
  ledger::Book book = *expected.read();
  const ledger::Book stored = *store->ledger().read();
  for (const ledger::Handle& handle : stored.handles) {
    if (std::find(book.handles.begin(), book.handles.end(), handle) == book.handles.end()) book.handles.push_back(handle);
  }
  RC_ASSERT(picture_text(stored) == picture_text(book));
}

std::string export_of(app::Session& session) {
  std::string out;
  RC_ASSERT(wire::export_ledger(session, [&](const std::string& line) { return out += line + "\n", true; }).has_value());
  return out;
}

/// All that a data file says, without the help of an export.
std::string said_in(const fs::path& file) {
  const auto store = std::move(*store::DataFile::open(file.string(), false, 0));
  std::string out;
  RC_ASSERT(store->ledger()
                .each_claim([&](const ledger::Claim& c) {
                  out += fmt::format("{} {} {} {}\n", ledger::text(c.who), ledger::word(c.field), c.value, c.at.seconds);
                  return true;
                })
                .has_value());
  RC_ASSERT(store->ledger()
                .each_evidence([&](const ledger::Evidence& e) {
                  out += fmt::format("{} {} {} {} {} {} {} {} {} {} {} {}", ledger::word(e.kind), ledger::word(e.channel),
                                     e.flags, e.at.seconds, e.duration_seconds, e.group, e.confidence, e.reference, e.version,
                                     e.thread, e.title, e.place);
                  for (const ledger::Party& party : e.parties)
                    out += fmt::format(" {} {}", ledger::text(party.who), ledger::word(party.role));
                  out += "\n";
                  return true;
                })
                .has_value());
  RC_ASSERT(store->ledger()
                .each_ruling([&](const ledger::SaidRuling& ruling) {
                  out += fmt::format("{} {:x} {} {} {}", ruling.number.value, ruling.key, ruling.at.seconds,
                                     word(kind_of(ruling.decision)), body_of(ruling.decision));
                  for (const ledger::Handle& who : ruling.about) out += " " + ledger::text(who);
                  out += "\n";
                  return true;
                })
                .has_value());
  return out;
}

// Kills: an export or a source that forgets the version of an event, its flags, duration, thread or place.
RC_GTEST_PROP(StoreLaw, WhatIsExportedComesBackTheSame, ()) {
  const Folder folder;
  write_ledger(folder.path / "one.db", any_records());
  auto one = open_session(folder.path / "one.db");
  const std::string lines = export_of(one);
  std::ofstream(folder.path / "ledger.jsonl", std::ios::binary) << lines;
  auto other = open_session(folder.path / "two.db");
  const auto report = app::import(other, {(folder.path / "ledger.jsonl").string()}, false, nullptr);
  RC_ASSERT(report.has_value() && !report->files.at(0).failed && report->files.at(0).problem_count == 0);
  RC_ASSERT(export_of(other) == lines);
  RC_ASSERT(said_in(folder.path / "two.db") == said_in(folder.path / "one.db"));
}

// Kills: a cached picture that is believed whatever was said since, or whatever day it is; card_text that
// loses `exempt` or the answer.
RC_GTEST_PROP(StoreLaw, ARebuiltPictureIsTheSame, ()) {
  const Folder folder;
  const fs::path file = folder.path / "one.db";
  write_ledger(file, any_records());
  auto first = open_session(file, moment);
  RC_ASSERT(app::status(first).has_value());
  // More is said, or days go by: what was cached may not be believed.
  if (*rc::gen::arbitrary<bool>()) write_ledger(file, any_records());
  auto session = open_session(file, {moment.seconds + *rc::gen::inRange(0, 3) * 23 * base::day_seconds});
  store::Filter everybody;
  everybody.everybody = true;
  const auto shown = app::people(session, everybody);
  const auto wrong = app::check(session);
  RC_ASSERT(wrong.has_value() && wrong->empty());
  // And what is shown is what was derived: nothing is lost on the way through the file.
  const ledger::Book book = *(*store::DataFile::open(file.string(), false, 0))->ledger().read();
  const derive::Picture p = derive::picture(book, {}, session.moment());
  std::size_t known = 0;
  for (const standing::Standing& one : p.standings) known += one.known ? 1 : 0;
  RC_ASSERT(shown->people.size() == known);
  for (const app::PersonView& view : shown->people) {
    RC_ASSERT(text_of(book, view.card.person, view.card.standing) ==
              text_of(book, p.people.persons[view.person], p.standings[view.person]));
  }
}

}  // namespace
}  // namespace laws
