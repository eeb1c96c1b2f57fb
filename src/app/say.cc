// What the owner says: log, refer, rule, merge, split, answers, who they are, undo.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "app/app.h"
#include "app/letters.h"
#include "app/sides.h"
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

constexpr std::size_t note_bytes_max = 400;  // Of a step.

/// The key of a row, as questions show it.
base::Result<std::uint64_t> row_key(std::string_view text) {
  std::uint64_t key = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, key, 16);
  if (read.ec == std::errc() && read.ptr == end) return key;
  return base::fail(base::Fault::not_found, {}, fmt::format("\"{}\" is not a question", base::printable(text, 80)), "see: wellmet review");
}

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
std::optional<Kind> deed_of(const ledger::StepDone& step) {
  if (step.play == "help" && step.topic == "thanks") return Kind::thanked;
  if (step.play == "share") return Kind::shared;
  if (step.topic == "introduction" || step.topic == "how-did-it-go") return std::nullopt;
  return Kind::wrote;
}

/// "talk owed" as its play and its topic.
std::pair<std::string, std::string> parted(std::string_view step) {
  const std::size_t space = step.find(' ');
  return {std::string(step.substr(0, space)), space == std::string_view::npos ? "" : std::string(step.substr(space + 1))};
}

/// The rulings on a person, as the owner types them, and how what was said reads.
struct PersonRuling {
  std::string_view verb;
  ledger::Decision decision;
  std::string_view said;
};
const std::array<PersonRuling, 6>& person_rulings() {
  static const std::array<PersonRuling, 6> all = {{{"let-go", ledger::LetGo{}, "Let go: "},
                                                   {"take-back", ledger::TakeBack{}, "Taken back: "},
                                                   {"exempt", ledger::Exempt{}, "Exempt from plans and rankings: "},
                                                   {"unexempt", ledger::Unexempt{}, "No longer exempt: "},
                                                   {"organisation", ledger::IsOrganisation{}, "Not a person: "},
                                                   {"person", ledger::IsPerson{}, "A person: "}}};
  return all;
}

/// Whether a ruling would change nothing about somebody.
bool is_so_already(const ledger::Decision& decision, const people::Person& person) {
  switch (kind_of(decision)) {
    case ledger::RulingKind::let_go: return person.let_go;
    case ledger::RulingKind::take_back: return !person.let_go;
    case ledger::RulingKind::exempt: return person.exempt;
    case ledger::RulingKind::unexempt: return !person.exempt;
    case ledger::RulingKind::organisation: return !person.organisation.empty();
    case ledger::RulingKind::person: return person.organisation.empty();
    default: return false;
  }
}
std::string_view so_already(const ledger::Decision& decision) {
  switch (kind_of(decision)) {
    case ledger::RulingKind::let_go: return "already let go";
    case ledger::RulingKind::take_back: return "not let go";
    case ledger::RulingKind::exempt: return "already exempt";
    case ledger::RulingKind::unexempt: return "not exempt";
    case ledger::RulingKind::organisation: return "already an organisation";
    default: return "already a person";
  }
}

}  // namespace

base::Result<Verb> parse_verb(std::string_view text) {
  std::string names;
  for (const VerbRow& row : verbs) {
    if (row.name == text) return row.verb;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is nothing that can be logged", base::printable(text, 40)),
                    "verbs: " + names);
}

ledger::RulingNumber Saying::decide(ledger::Decision decision, std::vector<ledger::Handle> about) {
  const ledger::RulingNumber number = next_ruling;
  record.rulings.push_back({.number = number, .key = 0, .at = at, .about = std::move(about), .decision = std::move(decision)});
  ++next_ruling.value;
  return number;
}

std::string Saying::reference(std::string_view deed, std::span<const ledger::Handle> about) const {
  std::string out = fmt::format("you/{}/{}/{}", change, at.seconds, deed);
  for (const ledger::Handle& handle : about) out += "/" + ledger::text(handle);
  return out;
}

base::Result<std::string> App::change(std::string_view command, const std::function<base::Result<std::string>(Saying&)>& say) {
  CHECK(refresh());  // What takes long is done before others have to wait.
  CHECK(store_->begin());
  const auto all = [&]() -> base::Result<std::string> {
    TRY(head, store_->head());
    TRY(next, store_->next_ruling());
    Saying saying{.change = static_cast<std::uint32_t>(head + 1),
                  .at = settings_.as_of ? moment() : settings_.now,
                  .next_ruling = next,
                  .record = {}};
    TRY(words, say(saying));
    TRY(change, store_->new_change(settings_.now, command, words));
    TRY(added, store_->add(saying.record, change));
    (void)added;
    CHECK(store_->commit());
    said_change_ = change.value;
    return words + ".";
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

base::Result<std::vector<ledger::Handle>> App::leaders(const std::vector<PersonView>& persons) {
  std::vector<ledger::Handle> all;
  for (const PersonView& person : persons) {
    TRY(handle, leader(person));
    all.push_back(handle);
  }
  return all;
}

base::Result<std::string> App::log(Verb verb, const std::vector<std::string>& persons, std::string_view raw,
                                   base::Day on) {
  if (on > today()) {
    return base::fail(base::Fault::usage, {}, fmt::format("{} is in the future", base::iso(on)),
                      "log what has happened; the date may be left out for today");
  }
  return change("log", [&](Saying& saying) -> base::Result<std::string> {
    const VerbRow& row = *std::find_if(verbs.begin(), verbs.end(), [&](const VerbRow& r) { return r.verb == verb; });
    std::vector<PersonView> found;
    for (const std::string& person : persons) {
      TRY(one, find(person));
      found.push_back(std::move(one));
    }
    ledger::Evidence e;
    e.kind = row.kind;
    e.channel = ledger::Channel::you;
    e.at = on == base::day_of(settings_.now) && !settings_.as_of ? settings_.now : base::start_of(on);
    if (e.at == base::start_of(on)) e.flags = ledger::day_only;
    if (row.kind == Kind::called) e.duration_seconds = 600;  // Logged because they spoke.
    const std::string text = base::cleaned(raw, ledger::claim_bytes_max, row.kind == Kind::noted ? base::Lines::many : base::Lines::one);
    e.title = std::string(base::clip(text, 500));
    e.reference = saying.reference(row.name, {});
    const bool meeting = row.kind == Kind::met;
    e.parties.push_back({ledger::me(), meeting ? Role::with : row.out ? Role::from : Role::to, {}});
    for (std::size_t i = 0; i < found.size(); ++i) {
      TRY(handle, leader(found[i]));
      // "was-introduced A B": A brought the owner and B together.
      const Role role = meeting                                 ? Role::with
                        : row.out                               ? Role::to
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
    if (row.kind == Kind::noted) {
      saying.record.claims.push_back({e.parties[1].who, ledger::Field::note, text, e.at});
    }
    saying.record.evidence.push_back(std::move(e));
    return fmt::format("{}{}, {}", done, text.empty() ? "" : fmt::format(" (\"{}\")", base::printable(text, 80)), base::words(on));
  });
}

namespace {

base::Result<ledger::Refer> refer_of(std::string_view answer) {
  using ledger::Refer;
  for (const Refer refer : {Refer::yes, Refer::hesitate, Refer::no, Refer::stranger}) {
    if (word(refer) == answer) return refer;
  }
  if (answer == "none") return Refer::none;
  return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not an answer", base::printable(answer, 40)),
                    "answer yes, hesitate, no or stranger (none takes the answer back)");
}

}  // namespace

base::Result<std::string> App::refer(std::string_view person, std::string_view answer) {
  TRY(refer, refer_of(answer));
  (void)refer;
  TRY(one, find(person));
  return this->refer(one, answer);
}

base::Result<std::string> App::refer(const PersonView& person, std::string_view answer) {
  TRY(refer, refer_of(answer));
  return change("refer", [&](Saying& saying) -> base::Result<std::string> {
    TRY(handle, leader(person));
    saying.decide(ledger::Answer{refer}, {handle});
    return fmt::format("Would you refer somebody to {} without hesitation? {}", base::printable(person.card.person.name, 60), answer);
  });
}

base::Result<std::string> App::rule(std::string_view verb, const std::vector<std::string>& persons) {
  const auto& known = person_rulings();
  const auto row = std::find_if(known.begin(), known.end(), [&](const PersonRuling& one) { return one.verb == verb; });
  if (row == known.end()) {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not a ruling on a person", base::printable(verb, 40)),
                      "one of let-go, take-back, exempt, unexempt, organisation, person");
  }
  return change(verb, [&](Saying& saying) -> base::Result<std::string> {
    std::vector<PersonView> found, already;
    for (const std::string& person : persons) {
      TRY(one, find(person));
      TRY(handle, leader(one));
      if (is_so_already(row->decision, one.card.person)) {
        already.push_back(std::move(one));
        continue;
      }
      saying.decide(row->decision, {handle});
      found.push_back(std::move(one));
    }
    const std::string rest = already.empty() ? "" : fmt::format("{} {} {}", names_of(already), already.size() == 1 ? "is" : "are", so_already(row->decision));
    if (found.empty()) return base::fail(base::Fault::unchanged, {}, rest + ": nothing was changed");
    return std::string(row->said) + names_of(found) + (rest.empty() ? "" : "; " + rest);
  });
}

base::Result<std::string> App::merge(std::string_view first, std::string_view second) {
  return change("merge", [&](Saying& saying) -> base::Result<std::string> { return join(first, second, saying); });
}

base::Result<std::string> App::join(std::string_view first, std::string_view second, Saying& saying) {
  TRY(a, find(first));
  TRY(b, find(second));
  if (a.person == b.person) {
    return base::fail(base::Fault::unchanged, {},
                      fmt::format("both are {} already", base::printable(a.card.person.name, 60)), "nothing to merge");
  }
  TRY(handle_a, leader(a));
  TRY(handle_b, leader(b));
  saying.decide(ledger::Same{}, {handle_a, handle_b});
  // The newer word wins over every earlier "not the same" between the two.
  TRY(identities_a, store_->identities_of(a.person));
  TRY(identities_b, store_->identities_of(b.person));
  const auto handle_of = [](const std::vector<store::Store::Identity>& all, ledger::IdentityId id) -> const ledger::Handle* {
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
    return found == all.end() ? nullptr : &found->handle;
  };
  TRY(apart, store_->rulings([](ledger::RulingKind kind, auto) { return kind == ledger::RulingKind::apart; }));
  for (const ledger::Ruling& one : apart) {
    if (one.about.size() != 2) continue;
    for (const auto& [x, y] : {std::pair(one.about[0], one.about[1]), std::pair(one.about[1], one.about[0])}) {
      const ledger::Handle* of_a = handle_of(identities_a, x);
      const ledger::Handle* of_b = handle_of(identities_b, y);
      if (of_a != nullptr && of_b != nullptr) saying.decide(ledger::Same{}, {*of_a, *of_b});
    }
  }
  const auto [name_a, name_b] = told_apart(a, b);
  return fmt::format("{} and {} are one person", base::printable(name_a, 80), base::printable(name_b, 80));
}

base::Result<std::string> App::split(std::string_view person, const std::vector<std::string>& handles) {
  if (handles.empty()) return base::fail(base::Fault::usage, {}, "split off what?", "give addresses, numbers or profiles of theirs");
  return change("split", [&](Saying& saying) -> base::Result<std::string> {
    TRY(one, find(person));
    TRY(all, store_->handles_of(one.person));
    TRY(totals, store_->totals());
    const std::string region = parse_totals(totals).region;
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
    for (const ledger::Handle& handle : off) {
      for (const ledger::Handle& other : rest) saying.decide(ledger::Apart{}, {handle, other});
    }
    return fmt::format("Split off {}: {}", base::printable(one.card.person.name, 60), base::printable(off.front().value, 80)) +
           (off.size() > 1 ? fmt::format(" and {} more", off.size() - 1) : "");
  });
}

base::Result<std::string> App::answer_step(std::string_view key, std::string_view word, std::string_view text,
                                           std::optional<base::Day> until) {
  if (word != "done" && word != "skip" && word != "later") {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not an answer to a step", base::printable(word, 40)), "done, skip or later");
  }
  if (word == "later" && !until) return base::fail(base::Fault::usage, {}, "until when?", "give the day on which it may come back");
  return change(word, [&](Saying& saying) -> base::Result<std::string> {
    TRY(about, step_of(key));
    const auto& [person, step] = about;
    TRY(handle, leader(person));
    const auto [play, topic] = parted(step);
    const std::string name = base::printable(person.card.person.name, 60);
    const std::string note = base::cleaned(text, note_bytes_max);
    if (word == "later") {
      saying.decide(ledger::StepPostponed{*until, play, topic}, {handle});
      return fmt::format("Not before {}: {}", base::words(*until), name);
    }
    if (word == "skip") {
      saying.decide(ledger::StepSkipped{play, topic, note}, {handle});
      return fmt::format("Skipped: {} ({})", name, play);
    }
    const ledger::StepDone done{play, topic, note};
    TRY(done_already, is_done_today(person, done));
    if (done_already) {
      return base::fail(base::Fault::unchanged, {}, fmt::format("done already, earlier today: {} ({})", name, play),
                        fmt::format("more to say: wellmet log note {} TEXT", person.id()));
    }
    saying.decide(done, {handle});
    CHECK(note_deed(done, person, handle, saying));
    return fmt::format("Done: {} ({})", name, play);
  });
}

base::Result<bool> App::is_done_today(const PersonView& person, const ledger::StepDone& step) {
  TRY(part, store_->person_book(person.person));
  const auto rulings = part.book.rulings_until(moment());
  return std::any_of(rulings.begin(), rulings.end(), [&](const ledger::Ruling& one) {
    const auto* done = std::get_if<ledger::StepDone>(&one.decision);
    return done != nullptr && done->play == step.play && done->topic == step.topic && base::day_of(one.at) == today();
  });
}

base::Result<void> App::note_deed(const ledger::StepDone& step, const PersonView& person, const ledger::Handle& handle, Saying& saying) {
  if (step.play == "help" && step.topic == "introduction") return note_step_introduction(person, saying);
  const std::optional<Kind> deed = deed_of(step);
  if (deed == Kind::shared) {
    TRY(noted, note_step_sent(step.topic, person, saying));
    if (noted) return {};
  }
  if (!deed) return {};
  ledger::Evidence did;
  did.kind = *deed;
  did.channel = ledger::Channel::you;
  did.at = saying.at;
  did.title = step.note;
  did.reference = saying.reference("did", std::span(&handle, 1));
  did.parties = {{ledger::me(), Role::from, {}}, {handle, Role::to, {}}};
  saying.record.evidence.push_back(std::move(did));
  return {};
}

base::Result<std::string> App::answer_question(std::string_view key, std::string_view word) {
  const auto parts = base::split_words(key);
  if (parts.size() != 3 || (parts[0] != "same" && parts[0] != "met" && parts[0] != "help")) {
    return base::fail(base::Fault::not_found, {}, fmt::format("\"{}\" is not a question", base::printable(key, 80)), "see: wellmet review");
  }
  if (word != "yes" && word != "no" && word != "later") {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not an answer", base::printable(word, 40)), "yes, no or later");
  }
  const std::string a(parts[1]);
  const std::string b(parts[2]);
  if (parts[0] == "met") return answer_row(a, b, word, false);
  if (parts[0] == "help") return answer_row(a, b, word, true);
  if (word == "yes") return merge(a, b);
  return change("review", [&](Saying& saying) -> base::Result<std::string> {
    TRY(one, find(a));
    TRY(other, find(b));
    TRY(handle_one, leader(one));
    TRY(handle_other, leader(other));
    const bool no = word == "no";
    saying.decide(no ? ledger::Decision(ledger::Apart{}) : ledger::Decision(ledger::Unsure{}), {handle_one, handle_other});
    const auto [name_one, name_other] = told_apart(one, other);
    return fmt::format("{} and {}{}", base::printable(name_one, 80), base::printable(name_other, 80),
                       no ? " are two people" : ": put aside");
  });
}

base::Result<std::string> App::answer_row(std::string_view person, std::string_view key, std::string_view word, bool help) {
  TRY(row, row_key(key));
  TRY(who, find(person));
  const std::string what = fmt::format("{} {}", help ? "The letter of" : "The meeting with", base::printable(who.card.person.name, 60));
  if (word == "later") return what + ": put aside.";
  const bool yes = word == "yes";
  return change("review", [&](Saying& saying) -> base::Result<std::string> {
    TRY(handle, leader(who));
    saying.decide(help ? ledger::Decision(ledger::HelpVerdict{row, yes}) : ledger::Decision(ledger::MeetingVerdict{row, yes}), {handle});
    return fmt::format("{} {}", what, help ? (yes ? "counts as help" : "tells of no help") : (yes ? "took place" : "did not take place"));
  });
}

namespace {

/// Who or what an address, number or profile is, with `region` for national numbers.
base::Result<ledger::Handle> handle_of(const std::string& text, const std::string& region) {
  if (const auto profile = base::LinkedIn::parse(text)) return ledger::handle(*profile);
  if (const auto email = base::Email::parse(text)) return ledger::handle(*email);
  if (const auto phone = base::Phone::parse(text, {region})) return ledger::handle(*phone);
  return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not an address, a number or a LinkedIn profile", base::printable(text, 80)),
                    "give a mail address, a telephone number with its country (+46…) or a profile's URL");
}

}  // namespace

base::Result<std::string> App::me(const std::vector<std::string>& add, const std::vector<std::string>& remove,
                                  std::string_view region) {
  std::string code = base::lower_ascii(region);
  for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  if (!region.empty() && region.size() != 2) {
    return base::fail(base::Fault::usage, {}, fmt::format("\"{}\" is not a region", base::printable(region, 40)),
                      "give two letters, such as SE or GB");
  }
  return change("me", [&](Saying& saying) -> base::Result<std::string> {
    std::string words;
    TRY(status, this->status());
    const auto claim = [&](const std::string& text, ledger::Field field) -> base::Result<void> {
      TRY(handle, handle_of(text, status.region));
      saying.record.claims.push_back({handle, field, fmt::format("you/{}", saying.change), {}});
      words += fmt::format("{}{} {}", words.empty() ? "" : "; ", field == ledger::Field::owner ? "yours:" : "not yours:",
                           base::printable(handle.kind == ledger::HandleKind::linkedin
                                               ? "https://www.linkedin.com/in/" + handle.value
                                               : handle.value,
                                           100));
      return {};
    };
    for (const std::string& text : add) CHECK(claim(text, ledger::Field::owner));
    for (const std::string& text : remove) CHECK(claim(text, ledger::Field::not_owner));
    if (!code.empty()) {
      saying.record.claims.push_back({ledger::me(), ledger::Field::region, fmt::format("{}/you/{}", code, saying.change), {}});
      words += fmt::format("{}national numbers are read as in {}", words.empty() ? "" : "; ", code);
    }
    return words;
  });
}

base::Result<std::string> App::undo(std::optional<std::uint32_t> wanted) {
  CHECK(store_->begin());
  auto done = take_back(wanted);
  if (done) {
    if (auto kept = store_->commit(); !kept) done = base::fail(kept.error());
  }
  if (!done) store_->rollback();
  return done;
}

base::Result<std::string> App::take_back(std::optional<std::uint32_t> wanted) {
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
    return base::fail(base::Fault::unchanged, {}, fmt::format("change {} has been taken back already", target->id.value),
                      "see: wellmet history; undo the undo to have it again");
  }
  constexpr std::string_view taken_back = "Taken back: ";
  const bool again = target->undoes && target->summary.substr(0, taken_back.size()) == taken_back;
  const std::string words = again ? "Brought back: " + target->summary.substr(taken_back.size())
                                  : std::string(taken_back) + target->summary;
  TRY(change, store_->new_change(settings_.now, "undo", words, target->id));
  said_change_ = change.value;
  return words + ".";
}

}  // namespace app
