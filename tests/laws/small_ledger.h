#pragma once

/// A generator of small ledgers: few names, handles, days and events, so that every rule about what
/// is the same meets another that says it is not. And the Picture as one text, for comparing.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "app/picture.h"
#include "ledger/sample_book.h"
#include "people/rulings.h"
#include "store/card_text.h"

namespace laws {

using ledger::Record;

inline constexpr base::Instant moment{1'782'820'800};  // 2026-06-30, noon.

inline ledger::Handle any_handle() {
  static const std::vector<std::string> all = {
      "me",                    "email:ada@x.example",   "email:ada+1@x.example", "email:ada+2@x.example",
      "email:bo@fjord.example", "email:info@x.example", "phone:+46701234567",    "local_phone:0701234567",
      "linkedin:ada-1",        "linkedin:ada-2",        "uid:vcard/1",           "uid:vcard/2",
      "name:whatsapp/Ada Lovelace", "email:mara@x.example"};
  return ledger::sample_handle(*rc::gen::elementOf(all));
}

inline std::string any_name() {
  static const std::vector<std::string> all = {"Ada Lovelace", "Bo Berg", "Ada Berg", "Berg Ada", "Mara Lindqvist", "Ada"};
  return *rc::gen::elementOf(all);
}

/// A moment in 2024 to 2026, coarse so that ties are frequent; some lie after `laws::moment`.
inline base::Instant any_moment() {
  const int turn = *rc::gen::inRange(0, 40);
  return {moment.seconds - (turn - 6) * 23 * base::day_seconds};
}

inline Record any_claim() {
  using ledger::Field;
  const Field field = *rc::gen::element(Field::name, Field::name, Field::same, Field::same, Field::company, Field::owner,
                                        Field::not_owner, Field::region, Field::covers, Field::organisation);
  std::string value = any_name();
  ledger::Handle who = any_handle();
  if (field == Field::same) value = ledger::text(any_handle());
  if (field == Field::company) value = *rc::gen::element<std::string>("Fjord AB", "Kestrel");
  if (field == Field::region) value = *rc::gen::element<std::string>("SE", "NO");
  if (field == Field::covers) value = *rc::gen::element<std::string>("talk", "meet", "help");
  if (field == Field::region || field == Field::covers) who = ledger::me();
  const bool dated = *rc::gen::arbitrary<bool>();
  Record record;
  record.claims.push_back({who, field, value, dated ? any_moment() : base::Instant{}});
  return record;
}

inline Record any_evidence() {
  using ledger::Kind;
  using ledger::Role;
  ledger::Evidence e;
  e.kind = *rc::gen::element(Kind::wrote, Kind::wrote, Kind::wrote, Kind::met, Kind::met, Kind::called, Kind::helped,
                             Kind::listed, Kind::introduced, Kind::crossed, Kind::asked);
  e.channel = e.kind == Kind::crossed ? ledger::Channel::mail : ledger::Channel::you;
  e.at = any_moment();
  e.flags = *rc::gen::element<std::uint8_t>(0, 0, 0, ledger::bulk, ledger::cancelled, ledger::missed);
  e.duration_seconds = *rc::gen::element(0U, 59U, 600U);
  e.group = *rc::gen::element(0U, 0U, 3U, 13U);
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

inline Record any_ruling() {
  static const std::vector<std::string> titles = {"same", "same", "apart", "apart", "unsure", "answer yes", "answer no",
                                                  "let-go", "take-back", "exempt", "skip talk owed", "done help no-help"};
  ledger::Evidence e;
  e.kind = ledger::Kind::ruled;
  e.channel = ledger::Channel::you;
  e.at = any_moment();
  e.title = *rc::gen::elementOf(titles);
  const auto [one, other] = any_pair();
  e.parties.push_back({one, ledger::Role::about, {}});
  if (e.title == "same" || e.title == "apart" || e.title == "unsure") e.parties.push_back({other, ledger::Role::about, {}});
  Record record;
  record.evidence.push_back(std::move(e));
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

inline std::vector<Record> any_records() {
  std::vector<Record> records;
  const int count = *rc::gen::inRange(1, 50);
  for (int i = 0; i < count; ++i) {
    const int turn = *rc::gen::element(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    if (turn < 3) {
      records.push_back(any_claim());
    } else if (turn < 6 || records.empty()) {
      records.push_back(any_evidence());
    } else {
      records.push_back(turn < 8 ? said_again(records) : any_ruling());
    }
  }
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

/// Everything in a picture that does not hang on where a row lies in its store.
inline std::string text_of(const ledger::Book& book, const app::Picture& p) {
  std::string out = app::totals_text(p.totals) + "\n";
  for (std::size_t i = 0; i < p.people.persons.size(); ++i) {
    const people::Person& person = p.people.persons[i];
    standing::Standing s = p.standings[i];
    s.waiting_row = s.last_help_row = s.last_spoken_row = s.unsure_row = 0;
    std::vector<std::string> handles;
    for (const auto identity : person.identities) handles.push_back(ledger::text(book.handles[identity.value]));
    std::sort(handles.begin(), handles.end());
    out += people::id_text(person.code) + " " + fmt::format("{}", fmt::join(handles, " ")) + "\n  " +
           store::card_text(person, s) + "\n";
  }
  for (plays::Step step : p.plan) {
    step.row = 0;
    out += store::step_text(step) + "\n";
  }
  for (const people::Doubt& doubt : p.people.doubts) out += fmt::format("{} or {}: {}\n", doubt.a.value, doubt.b.value, doubt.why);
  return out;
}

inline std::string picture_text(const ledger::Book& book, base::Instant at = moment) {
  return text_of(book, app::picture(book, {}, at));
}

}  // namespace laws
