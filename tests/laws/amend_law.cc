// The law of small changes: what one new message, log entry or ruling makes of a picture is what the
// picture made from nothing would be.

#include <nlohmann/json.hpp>

#include "app/people/people.h"
#include "app/person.h"
#include "app/plan/plan.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "data_file.h"
#include "derive/picture.h"
#include "derive/refresh.h"
#include "wire/wire.h"

namespace laws {
namespace {

/// Somebody of whom `about` speaks, mostly.
ledger::Handle anybody_of(const std::vector<Record>& about) {
  const Record record = *rc::gen::elementOf(about);
  if (record.evidence.empty()) return any_handle();
  const ledger::Party party = *rc::gen::elementOf(record.evidence[0].parties);
  return party.who;
}

/// Most of what is said is said of today, by the owner or by somebody who is known.
Record any_small_change(const std::vector<Record>& about) {
  const int turn = *rc::gen::inRange(0, 10);
  Record record;
  if (turn == 0) {
    record.claims.push_back({anybody_of(about), ledger::Field::note, any_name(), moment});
    return record;
  }
  record = turn < 4 ? any_ruling(about) : any_evidence();
  for (ledger::SaidRuling& ruling : record.rulings) {
    ruling.number = {};
    ruling.at = {moment.seconds - *rc::gen::element(0, 0, 0, 1, 2, 3, 9, 40, 90) * base::day_seconds / 2};
    for (ledger::Handle& who : ruling.about) who = anybody_of(about);
  }
  for (ledger::Evidence& e : record.evidence) {
    e.at = {moment.seconds - *rc::gen::element(0, 0, 0, 1, 2, 3, 9, 40, 90) * base::day_seconds / 2};
    e.reference = fmt::format("small/{}", *rc::gen::inRange(0, 1'000'000));
    e.thread = *rc::gen::element<std::string>("", "", "introduction", "one", "third");
    e.version = 0;
    for (ledger::Party& party : e.parties) {
      party.name.clear();
      if (party.who != ledger::me()) party.who = anybody_of(about);
    }
  }
  return record;
}

/// Everything that is shown of a data file.
std::string shown(app::Session& session) {
  store::Filter everybody;
  everybody.everybody = true;
  std::string out = store::text_of(*app::status(session)) + "\n";
  const auto people = app::people(session, everybody);
  for (const app::PersonView& one : people->people) {
    std::string card = store::Pictures::text_of(one.card);
    std::replace(card.begin(), card.end(), '\x1f', '|');
    out += card + "\n";
  }
  out += wire::dump(wire::facets_json(*app::facets(session, {})));
  const auto plan = app::today_plan(session, 480);
  for (const app::StepView& one : plan->steps)
    out += fmt::format("{} {} {} {}\n", one.person.id(), one.step.play, one.step.topic, base::pack(one.step.reason));
  return out;
}

/// What a data file holds, for reading a counterexample.
std::string said(const fs::path& file) {
  const ledger::Book book = *(*store::DataFile::open(file.string(), false, 0))->ledger().read();
  std::string out;
  for (const ledger::Row& row : book.rows) {
    out += fmt::format("row {} {} at {} thread {:x} flags {} group {} \"{}\"", row.id.value, ledger::word(row.kind),
                       row.at.seconds, row.thread, row.flags, row.group, book.title_of(row));
    for (const ledger::Seat& seat : book.seats_of(row))
      out += fmt::format(" {}:{}", ledger::word(seat.role), ledger::text(book.handles[seat.who.value]));
    out += "\n";
  }
  for (const ledger::Ruling& one : book.rulings) {
    out += fmt::format("ruling {} {} at {} {}", one.number.value, word(kind_of(one.decision)), one.at.seconds,
                       body_of(one.decision));
    for (const auto who : one.about) out += " " + ledger::text(book.handles[who.value]);
    out += "\n";
  }
  for (const ledger::ClaimRow& one : book.claims)
    out += fmt::format("{} {} {} at {}\n", ledger::text(book.handles[one.who.value]), ledger::word(one.field), one.value,
                       one.at.seconds);
  return out;
}

// Kills: amend() without week_start, without bears_on_linkage, with undone rows forgotten, without
// take_back_who_wrote.
RC_GTEST_PROP(AmendLaw, ASmallChangeMakesThePictureThatARebuildMakes, ()) {
  const Folder folder;
  const fs::path file = folder.path / "one.db";
  const std::vector<Record> records = any_records();
  write_ledger(file, records);
  auto session = open_session(file);
  RC_ASSERT(app::status(session).has_value());
  int amended = 0;
  for (int n = *rc::gen::inRange(1, 8); n > 0; --n) {
    if (*rc::gen::inRange(0, 6) == 0) {
      (void)app::undo(session, {});
    } else {
      write_ledger(file, {any_small_change(records)});
    }
    if (*rc::gen::inRange(0, 3) == 0) continue;  // Two at once.
    const auto how = app::refresh(session);
    RC_ASSERT(how.has_value());
    amended += how->how == derive::Refreshed::How::amended ? 1 : 0;
    RC_ASSERT((how->how == derive::Refreshed::How::rebuilt) == (how->why != derive::Anew::no));
  }
  const std::string after_changes = shown(session);
  const auto wrong = app::check(session);
  RC_ASSERT(wrong.has_value());
  RC_LOG() << said(file) << std::endl;
  RC_ASSERT(after_changes == shown(session));
  RC_ASSERT(wrong->empty());
  RC_CLASSIFY(amended > 0, "amended");
}

// Kills: amend() without bears_on_help: the letter that completes an introduction is not the introducer's.
RC_GTEST_PROP(AmendLaw, AnIntroductionIsReadWhereverItIsCompleted, ()) {
  const Folder folder;
  const fs::path file = folder.path / "one.db";
  std::vector<Record> story;
  add_introduction(story);
  const std::size_t known = *rc::gen::inRange<std::size_t>(0, story.size() + 1);
  // Whoever is to be met has been listed: nobody new comes with the letter.
  std::vector<Record> before = {any_evidence(), any_card()};
  for (const char* who : {"email:adal+2@gmail.com", "email:cy@x.example", "email:bo@fjord.example", "email:mara@x.example"})
    before.push_back({.evidence = {}, .claims = {{ledger::sample_handle(who), ledger::Field::name, "", {}}}});
  for (std::size_t i = 4; i > 0; --i) {
    ledger::Claim& name = before[before.size() - i].claims[0];
    name.value = i == 4 ? "Xenia Falk" : i == 3 ? "Yara Ek" : i == 2 ? "Zoe Brandt" : "Vera Holm";
  }
  before.insert(before.end(), story.begin(), story.begin() + static_cast<std::ptrdiff_t>(known));
  write_ledger(file, before);
  auto session = open_session(file);
  RC_ASSERT(app::status(session).has_value());
  for (std::size_t i = known; i < story.size(); ++i) {
    write_ledger(file, {story[i]});
    RC_ASSERT(app::refresh(session).has_value());
  }
  const std::string after_changes = shown(session);
  RC_ASSERT(app::check(session).has_value());
  RC_LOG() << said(file) << std::endl;
  RC_ASSERT(after_changes == shown(session));
}

}  // namespace
}  // namespace laws
