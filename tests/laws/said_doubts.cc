// What is asked in Review: of two who may be one person, and of what is too unsure to count.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "said.h"

namespace laws {

namespace {

using ledger::Field;
using ledger::Role;

/// Everything that is claimed of one of the two.
std::set<std::string> claimed(const World& world, people::PersonId who, Field field) {
  std::set<std::string> out;
  for (const ledger::ClaimRow& claim : world.book.claims) {
    if (claim.field == field && claim.at <= world.moment && world.picture.people.person_of[claim.who.value] == who)
      out.insert(base::fold(claim.value));
  }
  return out;
}

/// Names, and what addresses spell: "ada lovelace" of ada.lovelace2@x.example.
std::set<std::string> names_of(const World& world, people::PersonId who, bool spelled) {
  std::set<std::string> out = claimed(world, who, Field::name);
  const people::Person& person = world.person(who);
  out.insert(base::fold(person.name));
  for (const auto* list : {&person.emails, &person.profiles}) {
    for (const std::string& one : *list) {
      if (!spelled) continue;
      std::string local = list == &person.emails ? one.substr(0, one.find('@')) : one.substr(one.rfind('/') + 1);
      for (char& c : local) c = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : ' ';
      out.insert(local);
    }
  }
  return out;
}

std::set<std::string> words_of(const std::string& name) {
  std::set<std::string> out;
  for (const std::string_view word : base::split_words(name)) {
    std::string one(word);
    std::erase_if(one, [](char c) { return c == '.' || c == ',' || (c >= '0' && c <= '9'); });
    if (!one.empty()) out.insert(std::move(one));
  }
  return out;
}

/// One of them is the other, or an initial of it.
bool is_word_or_initial(const std::string& a, const std::string& b) {
  return a == b || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

/// Every word of the shorter name is one of the longer; with `run` also where one writes them without a blank.
bool is_one_name(const std::string& a, const std::string& b, bool initials, bool run) {
  const auto one = words_of(a), other = words_of(b);
  if (one.empty() || other.empty()) return false;
  const auto& fewer = one.size() <= other.size() ? one : other;
  const auto& more = one.size() <= other.size() ? other : one;
  const auto within = [&](const std::string& word) {
    return std::any_of(more.begin(), more.end(),
                       [&](const std::string& there) { return initials ? is_word_or_initial(word, there) : word == there; });
  };
  if (std::all_of(fewer.begin(), fewer.end(), within)) return true;
  // "alovelace" of Ada Lovelace: some word of the name is in it.
  return run && std::any_of(more.begin(), more.end(), [&](const std::string& word) {
           return word.size() > 2 &&
                  std::any_of(fewer.begin(), fewer.end(), [&](const std::string& there) { return base::contains(there, word); });
         });
}

bool share_a_name(const World& world, const people::Doubt& doubt, bool spelled, bool initials) {
  for (const std::string& a : names_of(world, doubt.a, spelled)) {
    for (const std::string& b : names_of(world, doubt.b, spelled)) {
      if (is_one_name(a, b, initials, spelled)) return true;
    }
  }
  return false;
}

/// A mailbox without its place, tag and number.
std::string mailbox(const std::string& email, bool numbered) {
  std::string local = email.substr(0, email.find('@'));
  local = local.substr(0, local.find('+'));
  if (!numbered) {
    while (!local.empty() && local.back() >= '0' && local.back() <= '9') local.pop_back();
  }
  return local;
}

bool share_a_mailbox(const World& world, const people::Doubt& doubt, bool by_number) {
  for (const std::string& a : world.person(doubt.a).emails) {
    for (const std::string& b : world.person(doubt.b).emails) {
      const bool same = mailbox(a, !by_number) == mailbox(b, !by_number);
      if (same && (!by_number || mailbox(a, true) != mailbox(b, true))) return true;
    }
  }
  return false;
}

/// A row of that kind in which both have a seat; with `sender` one of them wrote it.
bool share_a_row(const World& world, const people::Doubt& doubt, ledger::Kind kind, bool sender) {
  const auto& whose = world.picture.people.person_of;
  for (const ledger::Row& row : world.book.rows) {
    if (row.kind != kind || row.at > world.moment) continue;
    bool a = false, b = false, wrote = false;
    for (const ledger::Seat& seat : world.book.seats_of(row)) {
      const bool there = kind != ledger::Kind::met || seat.role == Role::accepted || seat.role == Role::organiser;
      a = a || (there && whose[seat.who.value] == doubt.a);
      b = b || (there && whose[seat.who.value] == doubt.b);
      wrote = wrote || (seat.role == Role::from && (whose[seat.who.value] == doubt.a || whose[seat.who.value] == doubt.b));
    }
    if (a && b && (wrote || !sender)) return true;
  }
  return false;
}

/// Where somebody works by any claim, or whence they write.
std::set<std::string> places_of(const World& world, people::PersonId who) {
  std::set<std::string> out = claimed(world, who, Field::company);
  out.insert(base::fold(world.person(who).company));
  for (const std::string& email : world.person(who).emails) out.insert(email.substr(email.rfind('@') + 1));
  out.erase("");
  return out;
}

std::string not_of_two_places(const World& world, const people::Doubt& doubt) {
  const auto a = places_of(world, doubt.a), b = places_of(world, doubt.b);
  const std::string one = base::fold(text(doubt.why, "one")), other = base::fold(text(doubt.why, "other"));
  if (one == other) return "it is one place";
  return (a.contains(one) && b.contains(other)) || (a.contains(other) && b.contains(one)) ? "" : "they work elsewhere";
}

bool share_a_book(const World& world, const people::Doubt& doubt) {
  std::set<std::string> a, b;
  for (std::size_t i = 0; i < world.book.handles.size(); ++i) {
    const ledger::Handle& handle = world.book.handles[i];
    if (handle.kind != ledger::HandleKind::uid) continue;
    const std::string book = handle.value.substr(0, handle.value.find('/'));
    if (world.picture.people.person_of[i] == doubt.a) a.insert(book);
    if (world.picture.people.person_of[i] == doubt.b) b.insert(book);
  }
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

/// What is said beside the name.
std::string beside_the_name(const World& world, const people::Doubt& doubt) {
  const std::string& code = doubt.why.code;
  if (code == "doubt.book") return share_a_book(world, doubt) ? "" : "their cards are of two books";
  if (code == "doubt.two-companies" || code == "doubt.domains") return not_of_two_places(world, doubt);
  if (code == "doubt.companies") {
    const auto a = places_of(world, doubt.a), b = places_of(world, doubt.b);
    return !a.empty() && !b.empty() && a != b ? "" : "they work at one company";
  }
  if (code == "doubt.numbered") return share_a_mailbox(world, doubt, true) ? "" : "no number tells their mailboxes apart";
  if (code == "doubt.wrote") return share_a_row(world, doubt, ledger::Kind::wrote, true) ? "" : "neither wrote to the other";
  if (code == "doubt.together") return share_a_row(world, doubt, ledger::Kind::met, false) ? "" : "no meeting had both";
  if (code == "doubt.initial" || code == "doubt.little" || code == "doubt.several") return "";
  return "no condition is known";
}

/// "Nearly": some word of one name is in the other, or begins as one there does.
bool nearly_share_a_name(const World& world, const people::Doubt& doubt) {
  for (const std::string& a : names_of(world, doubt.a, false)) {
    for (const std::string& b : names_of(world, doubt.b, false)) {
      for (const std::string& word : words_of(a)) {
        for (const std::string& other : words_of(b)) {
          if (word.substr(0, 2) == other.substr(0, 2) || word == other) return true;
        }
      }
    }
  }
  return false;
}

}  // namespace

std::string untrue(const World& world, const people::Doubt& doubt) {
  if (doubt.a == doubt.b) return "it is one person already";
  const std::string& code = doubt.why.code;
  if (code == "doubt.mailbox") return share_a_mailbox(world, doubt, false) ? "" : "their mailboxes have other names";
  if (code.starts_with("doubt.nearly")) {
    const std::string company = base::fold(text(doubt.why, "company"));
    const bool at = company.empty() || places_of(world, doubt.a).contains(company) || places_of(world, doubt.b).contains(company);
    return !at ? "neither works there" : nearly_share_a_name(world, doubt) ? "" : "their names have nothing in common";
  }
  const bool spelled = text(doubt.why, "same") == "address";
  if (!share_a_name(world, doubt, spelled, spelled || code == "doubt.initial")) return "their names are two";
  return beside_the_name(world, doubt);
}

std::string untrue(const World& world, const app::QuestionView& question) {
  if (question.why.code.starts_with("doubt."))
    return untrue(world, people::Doubt{{question.a.person}, {question.b.person}, question.why});
  const Between& between = world.ties.of({question.a.person});
  if (!question.met) return "of nothing";
  const auto is = [&](const Event& one) { return one.row->id == question.met->row.id; };
  if (question.why.code == "people.unsure-meeting") {
    const auto found = std::find_if(between.spoke.begin(), between.spoke.end(), is);
    if (found == between.spoke.end()) return "there was no such meeting";
    return found->sure() ? "it is sure" : "";
  }
  if (!question.why.code.starts_with("people.")) return "no condition is known";
  const auto found = std::find_if(between.perhaps_help.begin(), between.perhaps_help.end(), is);
  if (found == between.perhaps_help.end()) return "no such letter may tell of help";
  using ledger::Kind;
  const Kind kind = found->kind;
  const bool fits = question.why.code == "people.reader-went-two-house"      ? kind == Kind::introduced
                    : question.why.code == "people.subject-bears-their-name" ? kind == Kind::referred
                                                                             : kind == Kind::helped;
  return fits ? "" : "it may tell of something else";
}

}  // namespace laws
