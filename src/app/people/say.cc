#include "app/people/say.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/letters.h"
#include "app/people/sides.h"
#include "base/clean.h"
#include "base/email.h"
#include "base/linkedin.h"
#include "base/phone.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

using ledger::Kind;
using ledger::Role;

/// How each verb reads as evidence. `out`: the owner is the one who acts.
struct VerbRow {
  std::string_view name;
  Verb verb;
  Kind kind;
  bool out;
};
constexpr std::array<VerbRow, 15> verbs = {{
    {"met", Verb::met, Kind::met, true},
    {"called", Verb::called, Kind::called, true},
    {"wrote", Verb::wrote, Kind::wrote, true},
    {"helped", Verb::helped, Kind::helped, true},
    {"got-help", Verb::got_help, Kind::helped, false},
    {"asked", Verb::asked, Kind::asked, true},
    {"was-asked", Verb::was_asked, Kind::asked, false},
    {"introduced", Verb::introduced, Kind::introduced, true},
    {"was-introduced", Verb::was_introduced, Kind::introduced, false},
    {"referred", Verb::referred, Kind::referred, true},
    {"was-referred", Verb::was_referred, Kind::referred, false},
    {"shared", Verb::shared, Kind::shared, true},
    {"engaged", Verb::engaged, Kind::engaged, false},
    {"thanked", Verb::thanked, Kind::thanked, true},
    {"note", Verb::note, Kind::noted, true},
}};

/// A verb as sentences choose by it: "got_help".
std::string choice(std::string_view verb) {
  std::string out(verb);
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

/// The rulings on a person, as the owner types them.
struct PersonRuling {
  std::string_view verb;
  ledger::Decision decision;
  bool (*is_so)(const people::Person& person);  ///< It would change nothing about them.
};
const std::array<PersonRuling, 6>& person_rulings() {
  using people::Person;
  static const std::array<PersonRuling, 6> all = {{
      {"let-go", ledger::LetGo{}, [](const Person& p) { return p.let_go; }},
      {"take-back", ledger::TakeBack{}, [](const Person& p) { return !p.let_go; }},
      {"exempt", ledger::Exempt{}, [](const Person& p) { return p.exempt; }},
      {"unexempt", ledger::Unexempt{}, [](const Person& p) { return !p.exempt; }},
      {"organisation", ledger::IsOrganisation{}, [](const Person& p) { return !p.organisation.empty(); }},
      {"person", ledger::IsPerson{}, [](const Person& p) { return p.organisation.empty(); }},
  }};
  return all;
}

}  // namespace

base::Result<Verb> parse_verb(std::string_view text) {
  std::string names;
  for (const VerbRow& row : verbs) {
    if (row.name == text) return row.verb;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  return base::fail(base::Fault::usage, {}, base::say("people.nothing-can-logged", {{"text", base::printable(text, 40)}}),
                    base::say("people.verbs", {{"names", names}}));
}

base::Result<base::Message> log(Session& session, Verb verb, const std::vector<std::string>& persons, std::string_view raw,
                                base::Day on) {
  if (on > session.today()) {
    return base::fail(base::Fault::usage, {}, base::say("people.future", {{"on", base::iso(on)}}),
                      base::say("people.log-what-happened-date"));
  }
  return change(session, "log", [&](Saying& saying) -> base::Result<base::Message> {
    const VerbRow& row = *std::find_if(verbs.begin(), verbs.end(), [&](const VerbRow& r) { return r.verb == verb; });
    std::vector<PersonView> found;
    for (const std::string& person : persons) {
      TRY(one, find(session, person));
      found.push_back(std::move(one));
    }
    ledger::Evidence e;
    e.kind = row.kind;
    e.channel = ledger::Channel::you;
    e.at = on == base::day_of(session.settings.now) && !session.settings.as_of ? session.settings.now : base::start_of(on);
    if (e.at == base::start_of(on)) e.flags = ledger::day_only;
    if (row.kind == Kind::called) e.duration_seconds = 600;  // Logged because they spoke.
    const std::string text =
        base::cleaned(raw, ledger::claim_bytes_max, row.kind == Kind::noted ? base::Lines::many : base::Lines::one);
    e.title = std::string(base::clip(text, 500));
    e.reference = saying.reference(row.name, {});
    const bool meeting = row.kind == Kind::met;
    e.parties.push_back({ledger::me(), meeting ? Role::with : row.out ? Role::from : Role::to, {}});
    for (std::size_t i = 0; i < found.size(); ++i) {
      TRY(handle, leader(session, found[i]));
      // "was-introduced A B": A brought the owner and B together.
      const Role role = meeting                                 ? Role::with
                        : row.out                               ? Role::to
                        : row.kind == Kind::introduced && i > 0 ? Role::about
                                                                : Role::from;
      e.parties.push_back({handle, role, {}});
    }
    base::Message done = base::say("people.logged", {{"verb", choice(row.name)}, {"names", names_of(found)}});
    if (verb == Verb::was_introduced && found.size() > 1) {
      done = base::say("people.was-introduced", {{"by", base::printable(found[0].card.person.name, 60)},
                                                 {"names", names_of(std::span(found).subspan(1))}});
    }
    if (row.kind == Kind::noted) {
      saying.record.claims.push_back({e.parties[1].who, ledger::Field::note, text, e.at});
    }
    saying.record.evidence.push_back(std::move(e));
    const std::string shown = base::printable(text, 80);
    return text.empty() ? base::say("people.logged-on", {{"done", done}, {"day", on}})
                        : base::say("people.logged-with", {{"done", done}, {"text", shown}, {"day", on}});
  });
}

namespace {

base::Result<ledger::Refer> refer_of(std::string_view answer) {
  using ledger::Refer;
  for (const Refer refer : {Refer::yes, Refer::hesitate, Refer::no, Refer::stranger}) {
    if (word(refer) == answer) return refer;
  }
  if (answer == "none") return Refer::none;
  return base::fail(base::Fault::usage, {}, base::say("people.not-answer", {{"answer", base::printable(answer, 40)}}),
                    base::say("people.answer-yes-hesitate-no"));
}

}  // namespace

base::Result<base::Message> refer(Session& session, std::string_view person, std::string_view answer) {
  CHECK(refer_of(answer));
  TRY(one, find(session, person));
  return refer(session, one, answer);
}

base::Result<base::Message> refer(Session& session, const PersonView& person, std::string_view answer) {
  TRY(refer, refer_of(answer));
  return change(session, "refer", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(handle, leader(session, person));
    saying.decide(ledger::Answer{refer}, {handle});
    return base::say("people.referred", {{"name", base::printable(person.card.person.name, 60)}, {"answer", answer}});
  });
}

base::Result<base::Message> rule(Session& session, std::string_view verb, const std::vector<std::string>& persons) {
  const auto& known = person_rulings();
  const auto row = std::find_if(known.begin(), known.end(), [&](const PersonRuling& one) { return one.verb == verb; });
  if (row == known.end()) {
    return base::fail(base::Fault::usage, {}, base::say("people.not-ruling-person", {{"verb", base::printable(verb, 40)}}),
                      base::say("people.let-go-take-back"));
  }
  return change(session, verb, [&](Saying& saying) -> base::Result<base::Message> {
    std::vector<PersonView> found, already;
    for (const std::string& person : persons) {
      TRY(one, find(session, person));
      TRY(handle, leader(session, one));
      if (row->is_so(one.card.person)) {
        already.push_back(std::move(one));
        continue;
      }
      saying.decide(row->decision, {handle});
      found.push_back(std::move(one));
    }
    const base::Message rest =
        already.empty()
            ? base::Message{}
            : base::say("people.so-already", {{"n", already.size()}, {"names", names_of(already)}, {"verb", choice(row->verb)}});
    if (found.empty()) return base::fail(base::Fault::unchanged, {}, base::say("people.nothing-changed", {{"rest", rest}}));
    const base::Message done = base::say("people.ruled", {{"verb", choice(row->verb)}, {"names", names_of(found)}});
    return rest.empty() ? done : base::say("people.done-and-rest", {{"done", done}, {"rest", rest}});
  });
}

namespace {

/// Within a change: two persons are one.
base::Result<base::Message> join(Session& session, std::string_view first, std::string_view second, Saying& saying) {
  TRY(a, find(session, first));
  TRY(b, find(session, second));
  if (a.person == b.person) {
    return base::fail(base::Fault::unchanged, {},
                      base::say("people.both-already", {{"person", base::printable(a.card.person.name, 60)}}),
                      base::say("people.nothing-merge"));
  }
  TRY(handle_a, leader(session, a));
  TRY(handle_b, leader(session, b));
  saying.decide(ledger::Same{}, {handle_a, handle_b});
  // The newer word wins over every earlier "not the same" between the two.
  TRY(identities_a, session.pictures().identities_of(a.person));
  TRY(identities_b, session.pictures().identities_of(b.person));
  const auto handle_of = [](const std::vector<store::Pictures::Identity>& all, ledger::IdentityId id) -> const ledger::Handle* {
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
    return found == all.end() ? nullptr : &found->handle;
  };
  TRY(apart, session.ledger().rulings([](ledger::RulingKind kind, auto) { return kind == ledger::RulingKind::apart; }));
  for (const ledger::Ruling& one : apart) {
    if (one.about.size() != 2) continue;
    for (const auto& [x, y] : {std::pair(one.about[0], one.about[1]), std::pair(one.about[1], one.about[0])}) {
      const ledger::Handle* of_a = handle_of(identities_a, x);
      const ledger::Handle* of_b = handle_of(identities_b, y);
      if (of_a != nullptr && of_b != nullptr) saying.decide(ledger::Same{}, {*of_a, *of_b});
    }
  }
  const auto [name_a, name_b] = told_apart(a, b);
  return base::say("people.one-person", {{"one", base::printable(name_a, 80)}, {"other", base::printable(name_b, 80)}});
}

}  // namespace

base::Result<base::Message> merge(Session& session, std::string_view first, std::string_view second) {
  return change(session, "merge",
                [&](Saying& saying) -> base::Result<base::Message> { return join(session, first, second, saying); });
}

base::Result<base::Message> split(Session& session, std::string_view person, const std::vector<std::string>& handles) {
  if (handles.empty())
    return base::fail(base::Fault::usage, {}, base::say("people.split-off-what"),
                      base::say("people.give-addresses-numbers-profiles"));
  return change(session, "split", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(one, find(session, person));
    TRY(all, session.pictures().handles_of(one.person));
    TRY(totals, session.pictures().totals());
    const std::string region = totals.region;
    std::vector<ledger::Handle> off;
    for (const std::string& text : handles) {
      const auto matches = [&](const ledger::Handle& handle) {
        if (ledger::text(handle) == text || handle.value == text) return true;
        if (const auto email = base::Email::parse(text); email && ledger::handle(*email) == handle) return true;
        if (const auto profile = base::LinkedIn::parse(text); profile && ledger::handle(*profile) == handle) return true;
        const auto phone = base::Phone::parse(text, {region});
        if (!phone) return false;
        if (ledger::handle(*phone) == handle) return true;
        const auto local = base::Phone::parse(handle.value, {region});
        return handle.kind == ledger::HandleKind::local_phone && local && *local == *phone;
      };
      const auto found = std::find_if(all.begin(), all.end(), matches);
      if (found == all.end()) {
        std::string known;
        for (const ledger::Handle& handle : all) known += (known.empty() ? "" : ", ") + base::printable(handle.value, 80);
        return base::fail(base::Fault::not_found, {},
                          base::say("people.no-handle",
                                    {{"person", base::printable(one.card.person.name, 60)}, {"text", base::printable(text, 80)}}),
                          base::say("people.theirs", {{"known", known}}));
      }
      off.push_back(*found);
    }
    std::vector<ledger::Handle> rest;
    for (const ledger::Handle& handle : all) {
      if (std::find(off.begin(), off.end(), handle) == off.end()) rest.push_back(handle);
    }
    if (rest.empty()) {
      return base::fail(base::Fault::usage, {}, base::say("people.every-handle-they"), base::say("people.leave-least-where"));
    }
    // Each one split off is told apart from all that stay, so that no other link brings it back.
    for (const ledger::Handle& handle : off) {
      for (const ledger::Handle& other : rest) saying.decide(ledger::Apart{}, {handle, other});
    }
    return base::say("people.split", {{"name", base::printable(one.card.person.name, 60)},
                                      {"handle", base::printable(off.front().value, 80)},
                                      {"more", off.size() - 1}});
  });
}

}  // namespace app
