#pragma once

/// A generator of small ledgers: few names, handles, days and events, so that every rule about what
/// is the same meets another that says it is not. And the Picture as one text, for comparing.

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "derive/picture.h"
#include "ledger/sample_book.h"

namespace laws {

using ledger::Record;

inline constexpr base::Instant moment{1'782'820'800};  // 2026-06-30, noon.

inline ledger::Handle any_handle() {
  static const std::vector<std::string> all = {"me",
                                               "email:ada@x.example",
                                               "email:ada+1@x.example",
                                               "email:ada+2@x.example",
                                               "email:bo@fjord.example",
                                               "email:info@x.example",
                                               "phone:+46701234567",
                                               "local_phone:0701234567",
                                               "linkedin:ada-1",
                                               "linkedin:ada-2",
                                               "uid:vcard/1",
                                               "uid:vcard/2",
                                               "name:whatsapp/Ada Lovelace",
                                               "email:mara@x.example",
                                               "email:ada.l@gmail.com",
                                               "email:adal+2@gmail.com",
                                               "email:bo@x.example",
                                               "email:cy@x.example",
                                               "email:di@x.example"};
  return ledger::sample_handle(*rc::gen::elementOf(all));
}

inline std::string any_name() {
  static const std::vector<std::string> all = {"Ada Lovelace",   "Ada Lovelace", "Bo Berg", "Ada Berg", "Berg Ada",
                                               "Mara Lindqvist", "Ada",          "Cy Dahl", "Di Ek",    "Ada Fors"};
  return *rc::gen::elementOf(all);
}

/// A moment in 2024 to 2026, coarse so that ties are frequent; some lie after `laws::moment`.
inline base::Instant any_moment() {
  const int turn = *rc::gen::inRange(0, 40);
  return {moment.seconds - (turn - 6) * 23 * base::day_seconds};
}

inline ledger::Claim claim(ledger::Handle who, ledger::Field field) {
  using ledger::Field;
  const auto one_of = [](std::vector<std::string> all) { return *rc::gen::elementOf(std::move(all)); };
  std::string value = any_name();
  switch (field) {
    case Field::same:
      value = ledger::text(any_handle());
      break;
    case Field::company:
      value = one_of({"Fjord AB", "Fjord Analytics", "Kestrel"});
      break;
    case Field::title:
      value = one_of({"Founder", "Engineer"});
      break;
    case Field::birthday:
      value = one_of({"1980-01-22", "--01-22"});
      break;
    case Field::region:
      value = one_of({"SE", "NO", "NO/you/1", "SE/you/2"});
      break;
    case Field::owner:
    case Field::not_owner:
      value = one_of({"archive", "you/1", "you/2"});
      break;
    case Field::covers:
      value = one_of({"talk", "meet", "help"});
      break;
    default:
      break;
  }
  if (field == Field::region || field == Field::covers) who = ledger::me();
  return {who, field, value, *rc::gen::arbitrary<bool>() ? any_moment() : base::Instant{}};
}

inline Record any_claim() {
  using ledger::Field;
  const Field field = *rc::gen::element(Field::name, Field::name, Field::name, Field::same, Field::same, Field::company,
                                        Field::title, Field::birthday, Field::note, Field::owner, Field::not_owner, Field::region,
                                        Field::covers, Field::organisation);
  Record record;
  record.claims.push_back(claim(any_handle(), field));
  return record;
}

/// A card of an address book: one name, and handles that others have on their cards too.
inline Record any_card() {
  using ledger::Field;
  const ledger::Handle who = ledger::sample_handle(*rc::gen::element<std::string>("uid:vcard/1", "uid:vcard/2", "uid:vcard/3"));
  Record record;
  for (const Field field : {Field::name, Field::same, Field::same, Field::company}) {
    record.claims.push_back(claim(who, field));
    record.claims.back().at = {};
  }
  return record;
}

inline Record any_evidence() {
  using ledger::Kind;
  using ledger::Role;
  ledger::Evidence e;
  e.kind =
      *rc::gen::element(Kind::wrote, Kind::wrote, Kind::wrote, Kind::met, Kind::met, Kind::called, Kind::helped, Kind::listed,
                        Kind::introduced, Kind::crossed, Kind::asked, Kind::referred, Kind::noted, Kind::endorsed);
  e.channel = e.kind == Kind::crossed ? ledger::Channel::mail : ledger::Channel::you;
  e.at = any_moment();
  e.flags = *rc::gen::element<std::uint8_t>(0, 0, 0, ledger::bulk, ledger::cancelled, ledger::missed);
  e.duration_seconds = *rc::gen::element(0U, 59U, 600U);
  e.group = *rc::gen::element(0U, 0U, 3U, 13U);
  e.thread = *rc::gen::element<std::string>("", "one", "other");
  e.place = *rc::gen::element<std::string>("", "Oslo");
  e.confidence = *rc::gen::element(1.0, 1.0, 0.8);
  const int event = *rc::gen::inRange(0, 30);
  if (event < 25) e.reference = fmt::format("event/{}", event);
  e.version = *rc::gen::inRange<std::uint64_t>(0, 3);
  // The same words under several versions too: an export made later.
  e.title = *rc::gen::arbitrary<bool>() ? "with Ada Lovelace" : fmt::format("version {} with Ada Lovelace", e.version);
  const bool meeting = e.kind == Kind::met;
  const bool out = *rc::gen::arbitrary<bool>();
  e.parties.push_back({out ? ledger::me() : any_handle(), meeting ? Role::organiser : Role::from, {}});
  const int others = *rc::gen::inRange(meeting ? 0 : 1, 3);
  for (int i = 0; i < others; ++i) {
    const Role role = meeting ? *rc::gen::element(Role::accepted, Role::tentative, Role::declined) : Role::to;
    e.parties.push_back({i == 0 && !out ? ledger::me() : any_handle(), role, {}});
  }
  // Mail and calendars show names, not always the same.
  for (ledger::Party& party : e.parties) {
    if (*rc::gen::arbitrary<bool>()) party.name = any_name();
  }
  Record record;
  record.evidence.push_back(std::move(e));
  return record;
}

/// Two of one mailbox half of the time: there rule 1 and the owner's word meet.
inline std::pair<ledger::Handle, ledger::Handle> any_pair() {
  if (*rc::gen::arbitrary<bool>()) return {any_handle(), any_handle()};
  static const std::vector<std::string> one_box = {"email:ada@x.example", "email:ada+1@x.example", "email:ada+2@x.example"};
  return {ledger::sample_handle(*rc::gen::elementOf(one_box)), ledger::sample_handle(*rc::gen::elementOf(one_box))};
}

/// What the owner may decide, but for verdicts on meetings; what speaks of an earlier ruling speaks of one of the first.
inline ledger::Decision any_decision() {
  using namespace ledger;
  const base::Instant lunch{*rc::gen::element(moment.seconds - 20 * base::day_seconds, moment.seconds - 36 * base::day_seconds)};
  const Invitation invitation{
      .from = lunch, .minutes = 45, .day = base::day_of(lunch), .minute = 900, .zone = "Europe/Berlin", .title = "lunch"};
  const RulingNumber of{*rc::gen::inRange(1U, 12U)};
  const std::vector<Decision> all = {
      Same{},
      Same{},
      Apart{},
      Apart{},
      Unsure{},
      Answer{Refer::yes},
      Answer{Refer::no},
      LetGo{},
      TakeBack{},
      Exempt{},
      Unexempt{},
      IsPerson{},
      StepSkipped{"talk", "owed", ""},
      StepDone{"help", "no-help", ""},
      StepDone{"meet", "unspoken", ""},
      StepDone{"talk", "quiet", ""},
      Offer{"data"},
      OfferDropped{of},
      Need{"data engineers"},
      Need{"data engineers"},
      NeedMet{of},
      NeedNoticed{"0123456789abcdef"},
      Introduction{"Ada", "Bo", "both build"},
      Introduction{"Ada", "Bo", "both build"},
      IntroductionAsked{of, false},
      IntroductionAgreed{of, false},
      IntroductionAgreed{of, true},
      IntroductionDeclined{of, false},
      IntroductionMade{of},
      IntroductionOutcome{of, "well"},
      ledger::Market{"one", "title:founder"},
      ledger::Market{"two", "ada"},
      MarketDropped{"one"},
      Piece{"Founders", "", "", "founder engineer", base::day_of(moment) - *rc::gen::element(10, 200)},
      PieceDropped{of},
      PieceSent{of, 0},
      Tag{"One"},
      Tag{"ada"},
      Untag{"one"},
      Topics{"engineers"},
      LetterForm{"Subject: {{title}}"},
      invitation,
      InvitationMet{of},
      InvitationOff{of}};
  return *rc::gen::elementOf(all);
}

/// A word of the owner, on `about` where it is about an event; often at one moment with another that contradicts it.
/// Each has a number of its own, as in every export.
inline Record any_ruling(const std::vector<Record>& about) {
  ledger::SaidRuling ruling{
      .number = {static_cast<std::uint32_t>(about.size()) + 1}, .key = 0, .at = {}, .about = {}, .decision = any_decision()};
  ruling.at = *rc::gen::arbitrary<bool>() ? any_moment() : base::Instant{moment.seconds - base::day_seconds};
  const auto [one, other] = any_pair();
  ruling.about.push_back(one);
  const ledger::RulingKind kind = kind_of(ruling.decision);
  if (kind <= ledger::RulingKind::unsure || kind == ledger::RulingKind::introduction || kind == ledger::RulingKind::invitation)
    ruling.about.push_back(other);
  if (*rc::gen::inRange(0, 10) == 0) {
    std::vector<std::uint64_t> meetings{0};
    for (const Record& record : about) {
      for (const ledger::Evidence& met : record.evidence) {
        if (met.kind == ledger::Kind::met && meetings.size() < 4) meetings.push_back(ledger::fingerprint(met).key);
      }
    }
    ruling.decision = ledger::MeetingVerdict{*rc::gen::elementOf(meetings), *rc::gen::arbitrary<bool>()};
  }
  Record record;
  record.rulings.push_back(std::move(ruling));
  return record;
}

/// An event of `records` as another export has it: newer or older, moved or as it was.
inline Record said_again(const std::vector<Record>& records) {
  Record again = *rc::gen::elementOf(records);
  for (ledger::Evidence& e : again.evidence) {
    e.version = *rc::gen::element<std::uint64_t>(0, 1, 2, 3, 4);
    if (*rc::gen::arbitrary<bool>()) e.at = any_moment();
  }
  return again;
}

inline Record letter(const ledger::Handle& from, const std::vector<ledger::Handle>& to, int days_ago) {
  ledger::Evidence e;
  e.kind = ledger::Kind::wrote;
  e.channel = ledger::Channel::mail;
  e.at = {moment.seconds - days_ago * base::day_seconds / 2};
  e.thread = "introduction";
  e.title = *rc::gen::element<std::string>("Intro: Ada <> Bo", "Thank you for your advice", "Thanks", "lunch");
  e.parties.push_back({from, ledger::Role::from, {}});
  for (const ledger::Handle& one : to) e.parties.push_back({one, ledger::Role::to, {}});
  Record record;
  record.evidence.push_back(std::move(e));
  return record;
}

/// Somebody whom the owner knows brings them together with somebody else, who goes on; or nearly so.
inline void add_introduction(std::vector<Record>& records) {
  const ledger::Handle me = ledger::me();
  const ledger::Handle by =
      ledger::sample_handle(*rc::gen::element<std::string>("email:bo@fjord.example", "email:mara@x.example"));
  const ledger::Handle whom =
      ledger::sample_handle(*rc::gen::element<std::string>("email:adal+2@gmail.com", "email:cy@x.example"));
  const int at = *rc::gen::element(0, 0, 1, 60);  // The end of it.
  std::vector<Record> story = {letter(me, {by}, at + 11), letter(by, {me}, at + 10), letter(by, {me, whom}, at + 2),
                               letter(me, {whom}, at + 1), letter(whom, {me}, at)};
  for (int i = 0; i < 2; ++i) story[static_cast<std::size_t>(i)].evidence[0].thread = "before";
  for (Record& one : story) {
    if (*rc::gen::inRange(0, 8) > 0) records.push_back(std::move(one));
  }
}

inline std::vector<Record> any_records() {
  std::vector<Record> records;
  const int count = *rc::gen::resize(100, rc::gen::inRange(1, 60));  // Large from the first case on.
  for (int i = 0; i < count; ++i) {
    const int turn = *rc::gen::element(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    if (turn < 3) {
      records.push_back(turn == 0 ? any_card() : any_claim());
    } else if (turn < 6 || records.empty()) {
      records.push_back(any_evidence());
    } else {
      records.push_back(turn < 8 ? said_again(records) : any_ruling(records));
    }
  }
  if (*rc::gen::inRange(0, 3) == 0) add_introduction(records);
  return records;
}

/// The same records in another order.
inline std::vector<Record> shuffled(std::vector<Record> records) {
  for (std::size_t i = records.size(); i > 1; --i) std::swap(records[i - 1], records[*rc::gen::inRange<std::size_t>(0, i)]);
  return records;
}

inline ledger::Book book_of(const std::vector<Record>& records) {
  ledger::MemoryLedger ledger;
  for (const Record& record : records) RC_ASSERT(ledger.add(record, {}).has_value());
  return *ledger.read();
}

/// What a row says, wherever it lies in its store; 0 for none.
inline std::uint64_t content_of(const ledger::Book& book, std::uint32_t id) {
  const auto row = std::find_if(book.rows.begin(), book.rows.end(), [&](const ledger::Row& one) { return one.id.value == id; });
  return id == 0 || row == book.rows.end() ? 0 : row->key;
}

/// Every field by hand: store::card_text is itself under test.
inline std::string text_of(const ledger::Book& book, const people::Person& p, const standing::Standing& s) {
  const auto day = [](const std::optional<base::Day>& one) { return one ? one->days : -1; };
  const auto list = [](const std::vector<std::string>& all) { return fmt::format("[{}]", fmt::join(all, "|")); };
  const standing::Counts& c = s.counts;
  std::string out = fmt::format("{} {}|{}|{}|{}|{}|{}|{}|{} {} {}", people::id_text(p.code), p.name, p.company, p.title, p.city,
                                p.birthday, p.organisation, p.answer, p.let_go, p.exempt, s.known);
  for (const auto* all : {&p.emails, &p.phones, &p.profiles, &p.notes, &p.names}) out += " " + list(*all);
  out += fmt::format("\n  {} {} {} {} {} {} {}", s.network, s.one_step_away, s.quiet, standing::word(s.rung),
                     standing::word(s.talk), standing::word(s.meet), standing::word(s.help));
  out += fmt::format(" {} {} {} {} {} {}", c.wrote_out, c.wrote_in, c.met, c.called, c.help_out, c.help_in);
  // In millionths, as files keep them.
  for (const double one : {s.strength, s.exchange_chance, s.reply_chance, s.silence_chance})
    out += fmt::format(" {}", std::llround(one * 1e6));
  out += fmt::format(" {} {} {} {} {}", day(s.last_two_way), day(s.last), s.median_gap_days, s.exchanges,
                     s.waiting_since ? s.waiting_since->seconds : -1);
  for (const std::uint32_t row : {s.waiting_row, s.last_help_row, s.last_spoken_row, s.unsure_row}) {
    out += fmt::format(" {:x}", content_of(book, row));
  }
  return out + "\n";
}

/// Everything in a picture that does not hang on where a row lies in its store.
inline std::string text_of(const ledger::Book& book, const derive::Picture& p) {
  std::string out = store::text_of(p.totals) + "\n";
  for (std::size_t i = 0; i < p.people.persons.size(); ++i) {
    const people::Person& person = p.people.persons[i];
    std::vector<std::string> handles;
    for (const auto identity : person.identities) handles.push_back(ledger::text(book.handles[identity.value]));
    std::sort(handles.begin(), handles.end());
    out += fmt::format("{}\n", fmt::join(handles, " ")) + text_of(book, person, p.standings[i]);
  }
  for (const plays::Step& step : p.plan) {
    out += fmt::format("{} {} {} {}|{} {:x} {} {} {} {:.5f}\n", step.person.value, step.play, step.topic, base::pack(step.reason),
                       base::pack(step.todo), content_of(book, step.row), step.minutes, step.urgency, step.gives, step.gain);
  }
  for (const people::Doubt& doubt : p.people.doubts)
    out += fmt::format("{} or {}: {}\n", doubt.a.value, doubt.b.value, base::pack(doubt.why));
  return out;
}

inline std::string picture_text(const ledger::Book& book, base::Instant at = moment) {
  return text_of(book, derive::picture(book, {}, at));
}

}  // namespace laws
