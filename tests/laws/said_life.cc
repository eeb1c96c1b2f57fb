#include "said_life.h"

#include <gtest/gtest.h>

#include "app/focus/focus.h"
#include "app/help/help.h"
#include "app/meet/meet.h"
#include "app/people/say.h"
#include "app/plan/plan.h"
#include "app/share/share.h"
#include "data_file.h"

namespace laws {

namespace {

/// Sets the clock so many days back while something is said.
class DaysAgo {
 public:
  DaysAgo(app::Session& session, int days) : session_(session), now_(session.settings.now) {
    session.set_now({now_.seconds - days * base::day_seconds});
  }
  ~DaysAgo() { session_.set_now(now_); }
  DaysAgo(const DaysAgo&) = delete;
  DaysAgo& operator=(const DaysAgo&) = delete;

 private:
  app::Session& session_;
  base::Instant now_;
};

void expect_said(const base::Result<base::Message>& said) { EXPECT_TRUE(said) << (said ? "" : base::text(said.error().what)); }

/// Somebody of one rung after another, by strength, each once; after the last, the first again.
class Some {
 public:
  Some(app::Session& session, std::uint64_t seed) {
    for (const standing::Rung rung :
         {standing::Rung::in_touch, standing::Rung::met, standing::Rung::network, standing::Rung::aware}) {
      store::Filter filter;
      filter.rungs = {rung};
      const auto page = app::people(session, filter);
      for (const app::PersonView& one : page->people) all_[rung].push_back(one);
      next_[rung] = all_[rung].empty() ? 0 : seed % all_[rung].size();
    }
  }
  /// Their id. REQUIRES: a life with somebody of that rung.
  std::string next(standing::Rung rung) { return next_one(rung).id(); }
  const app::PersonView& next_one(standing::Rung rung) {
    const auto& all = all_.at(rung);
    return all[next_[rung]++ % all.size()];
  }

 private:
  std::map<standing::Rung, std::vector<app::PersonView>> all_;
  std::map<standing::Rung, std::size_t> next_;
};

using standing::Rung;

void say_needs(app::Session& session, Some& some) {
  const DaysAgo then(session, 4);
  expect_said(app::offer(session, "Hiring data engineers, from the advertisement to the first week."));
  expect_said(app::offer(session, "room for workshops"));
  for (const Rung rung : {Rung::in_touch, Rung::in_touch, Rung::met, Rung::met, Rung::network})
    expect_said(app::need(session, some.next(rung), "Two data engineers in Lisbon."));
  for (const Rung rung : {Rung::met, Rung::network}) expect_said(app::need(session, some.next(rung), "a translator"));
  expect_said(app::need(session, some.next(Rung::met), "a room for workshops"));
  expect_said(app::settle_need(session, app::needs(session)->back().need.number, app::Settled::drop));
}

std::uint32_t say_introduction(app::Session& session, const std::string& one, const std::string& other) {
  expect_said(app::introduce(session, one, other, "both build schedulers"));
  return app::introductions(session)->back().introduction.number;
}

void say_introductions(app::Session& session, Some& some) {
  {
    const DaysAgo then(session, 40);
    const std::string asked = some.next(Rung::met);
    expect_said(app::move_introduction(session, say_introduction(session, asked, some.next(Rung::met)), asked, app::Word::asked));
    const std::string one = some.next(Rung::in_touch), other = some.next(Rung::in_touch);
    const std::uint32_t made = say_introduction(session, one, other);
    for (const std::string& side : {one, other}) expect_said(app::move_introduction(session, made, side, app::Word::agreed));
    expect_said(app::introduction_made(session, made));
  }
  const DaysAgo then(session, 3);
  const std::string one = some.next(Rung::met), other = some.next(Rung::met);
  const std::uint32_t agreed = say_introduction(session, one, other);
  for (const std::string& side : {one, other}) expect_said(app::move_introduction(session, agreed, side, app::Word::agreed));
  say_introduction(session, some.next(Rung::met), some.next(Rung::in_touch));
  const std::string first = some.next(Rung::met);
  expect_said(app::move_introduction(session, say_introduction(session, first, some.next(Rung::met)), first, app::Word::agreed));
}

void say_pieces(app::Session& session, Some& some) {
  expect_said(app::set_topics(session, "hiring, schedulers"));
  const DaysAgo then(session, 2);
  const auto added = app::add_piece(session, {"What engineers want", "https://mara.example/engineers",
                                              "Engineers, founders, analysts and designers want to know what comes next."});
  ASSERT_TRUE(added && added->added.size() == 1);
  EXPECT_TRUE(app::share(session, added->added.front().number, {some.next(Rung::in_touch)}));
}

void say_invitations(app::Session& session, Some& some) {
  const DaysAgo then(session, 12);
  const auto invite = [&](std::vector<std::string> whom, int ahead, std::string title) {
    std::vector<std::string> reached;
    for (const std::string& one : whom) {
      if (!app::show(session, one)->person.card.person.emails.empty()) reached.push_back(one);
    }
    if (reached.empty()) return;
    expect_said(app::invitation_sent(session, {.persons = reached,
                                               .at = base::iso(session.today() + ahead) + " 14:00",
                                               .zone = "Europe/Berlin",
                                               .length_minutes = 45,
                                               .title = std::move(title),
                                               .place = {}}));
  };
  invite({some.next(Rung::in_touch)}, 5, "");
  invite({some.next(Rung::in_touch), some.next(Rung::met)}, 6, "Schedulers");
  invite({some.next(Rung::met), some.next(Rung::in_touch), some.next(Rung::in_touch)}, 7, "");
  invite({some.next(Rung::in_touch)}, 20, "to come");
}

/// What the files do not know.
void say_logs(app::Session& session, Some& some) {
  const base::Day today = session.today();
  expect_said(app::log(session, app::Verb::met, {some.next(Rung::in_touch)}, "lunch at the fair", today - 2));
  expect_said(app::log(session, app::Verb::called, {some.next(Rung::in_touch)}, "", today - 20));
  expect_said(app::log(session, app::Verb::got_help, {some.next(Rung::in_touch)}, "an hour on the budget", today - 5));
  expect_said(app::log(session, app::Verb::was_introduced, {some.next(Rung::in_touch)}, "", today - 40));
  expect_said(app::log(session, app::Verb::was_referred, {some.next(Rung::network)}, "to Kestrel", today - 9));
  expect_said(app::log(session, app::Verb::helped, {some.next(Rung::in_touch)}, "Tariffs in Porto", today - 90));
  expect_said(app::log(session, app::Verb::was_asked, {some.next(Rung::in_touch)}, "whom to hire", today - 30));
  expect_said(app::log(session, app::Verb::was_asked, {some.next(Rung::network)}, "", today - 300));
  expect_said(app::log(session, app::Verb::helped, {some.next(Rung::aware)}, "a list of venues", today - 50));
  expect_said(app::log(session, app::Verb::wrote, {some.next(Rung::aware)}, "", today - 30));
  for (const int ahead : {0, 2}) {
    const base::Civil first = base::civil_of(today + ahead);
    expect_said(app::log(session, app::Verb::met, {some.next(Rung::network)}, "at the fair",
                         base::day_of({first.year - 9, first.month, first.day})));
  }
  expect_said(app::refer(session, some.next(Rung::aware), "yes"));
  expect_said(app::refer(session, some.next(Rung::network), "no"));
  const auto plan = app::today_plan(session, 60);
  ASSERT_TRUE(plan && plan->steps.size() > 2);
  expect_said(app::answer_step(session, plan->steps.end()[-1].key, "skip", "", {}));
  expect_said(app::answer_step(session, plan->steps.end()[-2].key, "done", "said hello", {}));
  const DaysAgo then(session, 60);
  const auto earlier = app::today_plan(session, 60);
  for (const app::StepView& step : earlier->steps) expect_said(app::answer_step(session, step.key, "done", "", {}));
}

Record of_claim(const ledger::Handle& who, ledger::Field field, std::string value, base::Instant at = {}) {
  Record record;
  record.claims.push_back({who, field, std::move(value), at});
  return record;
}

/// A card, or who writes from that address.
Record card(std::string_view handle, std::string_view name, std::string_view company) {
  const ledger::Handle who = ledger::sample_handle(handle);
  Record record;
  if (!name.empty()) record.claims.push_back({who, ledger::Field::name, std::string(name), {}});
  if (!company.empty()) record.claims.push_back({who, ledger::Field::company, std::string(company), {}});
  ledger::Evidence listed;
  listed.channel = ledger::Channel::address_book;
  listed.reference = "card/" + std::string(handle);
  listed.parties.push_back({who, ledger::Role::with, {}});
  record.evidence.push_back(std::move(listed));
  return record;
}

/// Pairs who may be one person, each for another reason.
void add_doubts(app::Session& session) {
  const std::vector<Record> cards = {card("uid:phone/1", "Wilhelmina Quist", "Kontor"),
                                     card("uid:phone/2", "Wilhelmina Quist", "Seegras"),
                                     card("email:tordis.vahl@kontor.example", "Tordis Vahl", ""),
                                     card("email:tordis.vahl2@kontor.example", "Tordis Vahl", ""),
                                     card("email:skyhawk.rider@gmail.com", "", ""),
                                     card("email:skyhawk.rider@yahoo.com", "", ""),
                                     card("uid:phone/3", "Leontine Brandis", "Seegras"),
                                     card("uid:work/3", "Leontin Brandis", "Seegras"),
                                     card("uid:phone/4", "Zacharias Orme", "Kontor"),
                                     card("uid:work/4", "Z. Orme", "Seegras")};
  add(*session.file, cards);
}

void say_occasions(app::Session& session, Some& some) {
  std::vector<Record> records;
  const base::Day today = session.today();
  for (int ahead = 0; ahead < 3; ++ahead) {
    const auto who = app::leader(session, some.next_one(Rung::in_touch));
    records.push_back(of_claim(*who, ledger::Field::birthday, "1980" + base::iso(today + ahead).substr(4)));
  }
  for (const app::PersonView* one : {&some.next_one(Rung::met), &some.next_one(Rung::in_touch)}) {
    if (one->card.person.profiles.empty()) continue;
    const ledger::Handle profile{ledger::HandleKind::linkedin, one->card.person.profiles.front().substr(28)};
    records.push_back(of_claim(profile, ledger::Field::company, "Kontor AB", base::start_of(today - 2)));
  }
  add(*session.file, records);
}

}  // namespace

void say_all(app::Session& session, std::uint64_t seed) {
  add_doubts(session);
  Some some(session, seed);
  say_occasions(session, some);
  expect_said(app::market(session, "founders", "title:founder,recruiter"));
  say_needs(session, some);
  say_introductions(session, some);
  say_pieces(session, some);
  say_invitations(session, some);
  say_logs(session, some);
}

}  // namespace laws
