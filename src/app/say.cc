// What the owner says: log, refer, rule, merge, split, answers, who they are, undo.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/app.h"
#include "app/letters.h"
#include "app/sides.h"
#include "base/email.h"
#include "base/linkedin.h"
#include "base/phone.h"
#include "base/text.h"
#include "base/try.h"
#include "people/rulings.h"

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
  std::string_view done;  ///< In words, before the name.
};
constexpr std::array<VerbRow, 15> verbs = {{
    {"met", Verb::met, Kind::met, true, "You met"},
    {"called", Verb::called, Kind::called, true, "You called"},
    {"wrote", Verb::wrote, Kind::wrote, true, "You wrote to"},
    {"helped", Verb::helped, Kind::helped, true, "You helped"},
    {"got-help", Verb::got_help, Kind::helped, false, "You got help from"},
    {"asked", Verb::asked, Kind::asked, true, "You asked for help from"},
    {"was-asked", Verb::was_asked, Kind::asked, false, "You were asked for help by"},
    {"introduced", Verb::introduced, Kind::introduced, true, "You introduced"},
    {"was-introduced", Verb::was_introduced, Kind::introduced, false, "You were introduced by"},
    {"referred", Verb::referred, Kind::referred, true, "You referred"},
    {"was-referred", Verb::was_referred, Kind::referred, false, "You were referred by"},
    {"shared", Verb::shared, Kind::shared, true, "You shared something with"},
    {"engaged", Verb::engaged, Kind::engaged, false, "Engaged:"},
    {"thanked", Verb::thanked, Kind::thanked, true, "You thanked"},
    {"note", Verb::note, Kind::noted, true, "Noted about"},
}};

/// What the owner did by doing a step; nothing where a command of its own says it.
std::optional<Kind> deed_of(std::string_view step) {
  if (step == "help thanks") return Kind::thanked;
  if (step.starts_with("share ")) return Kind::shared;
  if (step == "help introduction" || step == "meet how-did-it-go") return std::nullopt;
  return Kind::wrote;
}

}  // namespace

std::optional<Verb> parse_verb(std::string_view text) {
  for (const VerbRow& row : verbs) {
    if (row.name == text) return row.verb;
  }
  return std::nullopt;
}

base::Result<void> App::write(std::string_view command, std::string_view summary, const ledger::Record& record) {
  CHECK(store_->begin());
  const auto all = [&]() -> base::Result<void> {
    TRY(change, store_->new_change(settings_.now, command, summary));
    TRY(added, store_->add(record, change));
    (void)added;
    return store_->commit();
  };
  auto done = all();
  if (!done) store_->rollback();
  return done;
}

base::Result<ledger::Handle> App::leader(const PersonView& person) {
  TRY(handles, store_->handles_of(person.person));
  for (const ledger::Handle& handle : handles) {
    if (people::code_of(handle) == person.card.person.code) return handle;
  }
  return base::fail(base::Fault::damaged, store_->path(), "a person has no leading handle", "run: wellmet check");
}

base::Result<ledger::Evidence> App::ruling(std::string_view title, const std::vector<ledger::Handle>& about) {
  TRY(head, store_->head());
  ledger::Evidence e;
  e.kind = Kind::ruled;
  e.channel = ledger::Channel::you;
  e.at = settings_.as_of ? moment() : settings_.now;
  e.group = static_cast<std::uint32_t>(head + 1);
  e.title = std::string(title);
  e.reference = fmt::format("you/{}/{}", head + 1, title);
  for (const ledger::Handle& handle : about) {
    e.reference += "/" + ledger::text(handle);
    e.parties.push_back({handle, Role::about, {}});
  }
  return e;
}

base::Result<std::string> App::log(Verb verb, const std::vector<std::string>& persons, std::string_view text,
                                   base::Day on) {
  const VerbRow& row = *std::find_if(verbs.begin(), verbs.end(), [&](const VerbRow& r) { return r.verb == verb; });
  std::vector<PersonView> found;
  for (const std::string& person : persons) {
    TRY(one, find(person));
    found.push_back(std::move(one));
  }
  if (on > today()) {
    return base::fail(base::Fault::usage, {}, fmt::format("{} has not come yet", base::iso(on)),
                      "log what has happened; the date may be left out for today");
  }
  TRY(head, store_->head());
  ledger::Evidence e;
  e.kind = row.kind;
  e.channel = ledger::Channel::you;
  e.at = on == base::day_of(settings_.now) && !settings_.as_of ? settings_.now : base::start_of(on);
  if (e.at == base::start_of(on)) e.flags = ledger::day_only;
  if (row.kind == Kind::called) e.duration_seconds = 600;  // Logged because they spoke.
  e.title = std::string(base::clip(text, 500));
  e.reference = fmt::format("you/{}/{}", head + 1, row.name);
  const bool meeting = row.kind == Kind::met;
  e.parties.push_back({ledger::me(), meeting ? Role::with : row.out ? Role::from : Role::to, {}});
  for (std::size_t i = 0; i < found.size(); ++i) {
    TRY(handle, leader(found[i]));
    // "was-introduced A B": A brought the owner and B together.
    const Role role = meeting                                     ? Role::with
                      : row.out                                   ? Role::to
                      : row.kind == Kind::introduced && i > 0 ? Role::about
                                                                  : Role::from;
    e.parties.push_back({handle, role, {}});
  }
  std::string done = fmt::format("{} {}", row.done, names_of(found));
  if (verb == Verb::was_introduced && found.size() > 1) {
    done = fmt::format("{} introduced you to {}", base::printable(found[0].card.person.name, 60),
                       names_of(std::span(found).subspan(1)));
  } else if (verb == Verb::engaged) {
    done = names_of(found) + " engaged with what you shared";
  }
  const std::string words = fmt::format("{}{}, {}", done,
                                        text.empty() ? "" : fmt::format(" (\"{}\")", base::printable(text, 80)),
                                        base::words(on));
  ledger::Record record;
  record.evidence.push_back(std::move(e));
  if (row.kind == Kind::noted) {
    record.claims.push_back({record.evidence[0].parties[1].who, ledger::Field::note, std::string(text), record.evidence[0].at});
  }
  CHECK(write("log", words, record));
  return words + ".";
}

base::Result<std::string> App::refer(std::string_view person, std::string_view answer) {
  static constexpr std::array<std::string_view, 5> answers = {"yes", "hesitate", "no", "stranger", "none"};
  if (std::find(answers.begin(), answers.end(), answer) == answers.end()) {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is no answer", base::printable(answer, 40)),
                      "answer yes, hesitate, no or stranger (none takes the answer back)");
  }
  TRY(one, find(person));
  return refer(one, answer);
}

base::Result<std::string> App::refer(const PersonView& person, std::string_view answer) {
  TRY(handle, leader(person));
  TRY(ruled, ruling(fmt::format("{} {}", people::ruled_answer, answer), {handle}));
  const std::string words =
      fmt::format("Would you refer somebody to {} without hesitation? {}", base::printable(person.card.person.name, 60), answer);
  CHECK(write("refer", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::rule(std::string_view verb, const std::vector<std::string>& persons) {
  if (verb != people::ruled_let_go && verb != people::ruled_take_back && verb != people::ruled_exempt &&
      verb != people::ruled_unexempt && verb != people::ruled_organisation && verb != people::ruled_person) {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is no ruling on a person", base::printable(verb, 40)),
                      "one of let-go, take-back, exempt, unexempt, organisation, person");
  }
  std::vector<PersonView> found;
  ledger::Record record;
  for (const std::string& person : persons) {
    TRY(one, find(person));
    TRY(handle, leader(one));
    TRY(ruled, ruling(verb, {handle}));
    record.evidence.push_back(std::move(ruled));
    found.push_back(std::move(one));
  }
  const std::string names = names_of(found);
  const std::string words = verb == people::ruled_let_go         ? "Let go: " + names
                            : verb == people::ruled_take_back    ? "Taken back: " + names
                            : verb == people::ruled_exempt       ? "Exempt from plans and rankings: " + names
                            : verb == people::ruled_organisation ? "Not a person: " + names
                            : verb == people::ruled_person       ? "A person: " + names
                                                                 : std::string(verb) + ": " + names;
  CHECK(write(verb, words, record));
  return words + ".";
}

base::Result<std::string> App::merge(std::string_view first, std::string_view second) {
  TRY(a, find(first));
  TRY(b, find(second));
  if (a.person == b.person) {
    return base::fail(base::Fault::usage, {},
                      fmt::format("both are {} already", base::printable(a.card.person.name, 60)), "nothing to merge");
  }
  TRY(handle_a, leader(a));
  TRY(handle_b, leader(b));
  ledger::Record record;
  TRY(ruled, ruling(people::ruled_same, {handle_a, handle_b}));
  record.evidence.push_back(std::move(ruled));
  // The newer word wins over every earlier "not the same" between the two.
  TRY(of_a, store_->handles_of(a.person));
  TRY(of_b, store_->handles_of(b.person));
  TRY(book, store_->read());
  for (const ledger::Row& row : book.rows) {
    if (row.kind != Kind::ruled || book.title_of(row) != people::ruled_apart || row.seats != 2) continue;
    const ledger::Handle& x = book.handles[book.seats_of(row)[0].who.value];
    const ledger::Handle& y = book.handles[book.seats_of(row)[1].who.value];
    const auto has = [](const std::vector<ledger::Handle>& list, const ledger::Handle& one) {
      return std::binary_search(list.begin(), list.end(), one);
    };
    if ((has(of_a, x) && has(of_b, y)) || (has(of_a, y) && has(of_b, x))) {
      TRY(again, ruling(people::ruled_same, {x, y}));
      record.evidence.push_back(std::move(again));
    }
  }
  const auto [name_a, name_b] = told_apart(a, b);
  const std::string words = fmt::format("{} and {} are one person", base::printable(name_a, 80), base::printable(name_b, 80));
  CHECK(write("merge", words, record));
  return words + ".";
}

base::Result<std::string> App::split(std::string_view person, const std::vector<std::string>& handles) {
  TRY(one, find(person));
  TRY(all, store_->handles_of(one.person));
  TRY(totals, store_->totals());
  const std::string region = parse_totals(totals).region;
  if (handles.empty()) return base::fail(base::Fault::usage, {}, "split off what?", "give addresses, numbers or profiles of theirs");
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
                        fmt::format("{} has no handle \"{}\"", base::printable(one.card.person.name, 60), base::printable(text, 80)),
                        "theirs are: " + known);
    }
    off.push_back(*found);
  }
  std::vector<ledger::Handle> rest;
  for (const ledger::Handle& handle : all) {
    if (std::find(off.begin(), off.end(), handle) == off.end()) rest.push_back(handle);
  }
  if (rest.empty()) {
    return base::fail(base::Fault::usage, {}, "that is every handle that they have", "leave at least one where it is");
  }
  // Each one split off is told apart from all that stay, so that no other link brings it back.
  ledger::Record record;
  for (const ledger::Handle& handle : off) {
    for (const ledger::Handle& other : rest) {
      TRY(ruled, ruling(people::ruled_apart, {handle, other}));
      record.evidence.push_back(std::move(ruled));
    }
  }
  const std::string words = fmt::format("Split off {}: {}", base::printable(one.card.person.name, 60),
                                        base::printable(off.front().value, 80)) +
                            (off.size() > 1 ? fmt::format(" and {} more", off.size() - 1) : "");
  CHECK(write("split", words, record));
  return words + ".";
}

base::Result<std::string> App::answer_step(std::string_view key, std::string_view word, std::string_view text,
                                           std::optional<base::Day> until) {
  TRY(about, step_of(key));
  const auto& [person, topic] = about;
  TRY(handle, leader(person));
  std::string title;
  std::string words;
  const std::string name = base::printable(person.card.person.name, 60);
  if (word == people::ruled_done) {
    TRY(part, store_->person_book(person.person));
    for (const ledger::Row& row : part.book.rows) {
      const auto [verb, rest] = people::ruling_of(part.book.title_of(row));
      if (row.kind != Kind::ruled || verb != people::ruled_done || base::day_of(row.at) != today()) continue;
      if (rest.substr(0, rest.find('\n')) != topic) continue;
      return fmt::format("Done already, earlier today: {} ({}). More to say: wellmet log note {} TEXT", name,
                         topic.substr(0, topic.find(' ')), person.id());
    }
  }
  if (word == people::ruled_later) {
    title = fmt::format("{} {} {}", people::ruled_later, base::iso(*until), topic);
    words = fmt::format("Not before {}: {}", base::words(*until), name);
  } else {
    title = fmt::format("{} {}", word, topic);
    words = fmt::format("{}: {} ({})", word == people::ruled_done ? "Done" : "Skipped", name,
                        topic.substr(0, topic.find(' ')));
  }
  if (!text.empty()) title += fmt::format("\n{}", base::clip(text, 400));
  TRY(ruled, ruling(title, {handle}));
  ledger::Record record{.evidence = {ruled}, .claims = {}};
  std::optional<Kind> deed = word == people::ruled_done ? deed_of(topic) : std::nullopt;
  if (word == people::ruled_done && topic == "help introduction") CHECK(note_step_introduction(person, record));
  if (deed == Kind::shared) {
    TRY(noted, note_step_sent(topic, person, record));
    if (noted) deed.reset();
  }
  if (deed) {
    ledger::Evidence did = ruled;
    did.kind = *deed;
    did.group = 0;
    did.title = std::string(base::clip(text, 400));
    did.reference += "/did";
    did.parties = {{ledger::me(), Role::from, {}}, {handle, Role::to, {}}};
    record.evidence.push_back(std::move(did));
  }
  CHECK(write(word, words, record));
  return words + ".";
}

base::Result<std::string> App::answer_question(std::string_view key, std::string_view word) {
  const auto parts = base::split_words(key);
  if (parts.size() != 3 || (parts[0] != "same" && parts[0] != "met" && parts[0] != "help")) {
    return base::fail(base::Fault::not_found, {}, fmt::format("\"{}\" is no question", base::printable(key, 80)), "see: wellmet review");
  }
  const std::string a(parts[1]);
  const std::string b(parts[2]);
  if (parts[0] == "met") return answer_row(a, b, word, false);
  if (parts[0] == "help") return answer_row(a, b, word, true);
  if (word == "yes") return merge(a, b);
  TRY(one, find(a));
  TRY(other, find(b));
  TRY(handle_one, leader(one));
  TRY(handle_other, leader(other));
  const bool no = word == "no";
  TRY(ruled, ruling(no ? people::ruled_apart : people::ruled_unsure, {handle_one, handle_other}));
  const auto [name_one, name_other] = told_apart(one, other);
  const std::string words = fmt::format("{} and {}{}", base::printable(name_one, 80), base::printable(name_other, 80),
                                        no ? " are two people" : ": put aside");
  CHECK(write("review", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::answer_row(std::string_view person, std::string_view key, std::string_view word, bool help) {
  TRY(one, find(person));
  TRY(handle, leader(one));
  const std::string what = fmt::format("{} {}", help ? "The letter of" : "The meeting with", base::printable(one.card.person.name, 60));
  if (word == "later") return what + ": put aside.";
  const bool yes = word == "yes";
  const std::string_view verb = help ? (yes ? people::ruled_help : people::ruled_no_help)
                                     : (yes ? people::ruled_met : people::ruled_not_met);
  TRY(ruled, ruling(fmt::format("{} {}", verb, key), {handle}));
  const std::string words = fmt::format("{} {}", what, help ? (yes ? "counts as help" : "tells of no help")
                                                            : (yes ? "took place" : "did not take place"));
  CHECK(write("review", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::me(const std::vector<std::string>& add, const std::vector<std::string>& remove,
                                  std::string_view region) {
  ledger::Record record;
  std::string words;
  TRY(status, this->status());
  TRY(head, store_->head());
  const auto claim = [&](const std::string& text, ledger::Field field) -> base::Result<void> {
    std::optional<ledger::Handle> handle;
    if (const auto email = base::Email::parse(text)) handle = ledger::handle(*email);
    if (const auto profile = base::LinkedIn::parse(text)) handle = ledger::handle(*profile);
    if (const auto phone = base::Phone::parse(text, {status.region}); phone && !handle) handle = ledger::handle(*phone);
    if (!handle) {
      return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is no address, number or LinkedIn profile", base::printable(text, 80)),
                        "give a mail address, a telephone number with its country (+46…) or a profile's URL");
    }
    record.claims.push_back({*handle, field, fmt::format("you/{}", head + 1), {}});
    words += fmt::format("{}{} {}", words.empty() ? "" : "; ", field == ledger::Field::owner ? "yours:" : "not yours:",
                         base::printable(handle->kind == ledger::HandleKind::linkedin
                                             ? "https://www.linkedin.com/in/" + handle->value
                                             : handle->value,
                                         100));
    return {};
  };
  for (const std::string& text : add) CHECK(claim(text, ledger::Field::owner));
  for (const std::string& text : remove) CHECK(claim(text, ledger::Field::not_owner));
  if (!region.empty()) {
    if (region.size() != 2) {
      return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is no region", base::printable(region, 40)),
                        "give two letters, such as SE or GB");
    }
    std::string code = base::lower_ascii(region);
    for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    record.claims.push_back({ledger::me(), ledger::Field::region, fmt::format("{}/you/{}", code, head + 1), {}});
    words += fmt::format("{}national numbers are read as in {}", words.empty() ? "" : "; ", code);
  }
  CHECK(write("me", words, record));
  return words + ".";
}

base::Result<std::string> App::undo(std::optional<std::uint32_t> wanted) {
  TRY(all, store_->changes());
  const store::Change* target = nullptr;
  for (const store::Change& change : all) {
    if (wanted ? change.id.value == *wanted : change.live && !change.undoes) target = &change;
  }
  if (target == nullptr) {
    return base::fail(base::Fault::not_found, {}, wanted ? fmt::format("there is no change {}", *wanted) : "there is nothing to undo",
                      "see: wellmet history");
  }
  if (!target->live) {
    return base::fail(base::Fault::usage, {}, fmt::format("change {} has been taken back already", target->id.value),
                      "see: wellmet history; undo the undo to have it again");
  }
  constexpr std::string_view taken_back = "Taken back: ";
  const bool again = target->undoes && target->summary.substr(0, taken_back.size()) == taken_back;
  const std::string words = again ? "Brought back: " + target->summary.substr(taken_back.size())
                                  : std::string(taken_back) + target->summary;
  CHECK(store_->begin());
  auto change = store_->new_change(settings_.now, "undo", words, target->id);
  auto done = change ? store_->commit() : base::Result<void>(base::fail(change.error()));
  if (!done) {
    store_->rollback();
    return base::fail(done.error());
  }
  return words + ".";
}

}  // namespace app
