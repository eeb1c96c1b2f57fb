// The owner's desk: offers, needs and introductions under way (invitations: invitations.cc), and the two-way street of help.

#include <fmt/format.h>

#include <algorithm>

#include "app/app.h"
#include "app/letters.h"
#include "base/text.h"
#include "base/try.h"
#include "people/rulings.h"
#include "plays/words.h"

namespace app {

namespace {

using Stage = plays::Introduction::Stage;

constexpr std::size_t text_bytes_max = 400;
constexpr std::size_t helpers_shown = 5;

/// The end of a sentence that gives a reason, or none.
std::string ending(const std::string& why) {
  if (why.empty()) return ".";
  return ": " + why + (std::string_view(".!?").find(why.back()) == std::string_view::npos ? "." : "");
}

Draft ask_draft(const PersonView& to, const PersonView& other, const std::string& why, const std::string& owner) {
  return {.to = address(to),
          .subject = fmt::format("May I introduce you to {}?", other.card.person.name),
          .body = tidied(fmt::format("{}\n\nI think that you and {} should know each other{}\n\nMay I put the two of you in touch? "
                                     "If now is not the time, just say so.\n\n{}\n",
                                     greeting(to), described(other), ending(why), given_name(owner)))};
}

Draft make_draft(const PersonView& a, const PersonView& b, const std::string& why, const std::string& owner) {
  const std::string first = address(a), second = address(b);
  return {.to = first + (first.empty() || second.empty() ? "" : ", ") + second,
          .subject = fmt::format("{}, meet {}", called(a), called(b)),
          .body = tidied(fmt::format("Hi {}, hi {},\n\nas promised: {}, meet {}.\n{}\nI leave the rest to the two of you.\n\n{}\n",
                                     called(a), called(b), described(a), described(b), why.empty() ? "" : "\n" + ending(why).substr(2) + "\n",
                                     given_name(owner)))};
}

base::Result<std::string> text_of(std::string_view raw, std::string_view what, std::string_view example) {
  // One line: what follows a line break would be lost.
  std::string text(base::trim(raw));
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.empty()) {
    return base::fail(base::Fault::usage, {}, fmt::format("{} without words", what), fmt::format("for instance: {}", example));
  }
  return std::string(base::clip(text, text_bytes_max));
}

template <typename Thing>
base::Result<Thing> numbered(const std::vector<Thing>& all, std::uint32_t number, std::string_view what) {
  for (const Thing& one : all) {
    if (one.number == number) return one;
  }
  return base::fail(base::Fault::not_found, {}, fmt::format("there is no {} {}", what, number),
                    fmt::format("see: wellmet {}", what == "introduction" ? "intro" : what));
}

}  // namespace

base::Result<plays::Desk> App::desk() {
  CHECK(refresh());
  const auto snapshot = store_->snapshot();
  TRY(book, store_->rulings());
  TRY(whose, store_->seating());
  std::vector<people::PersonId> person_of(whose.size(), people::nobody);
  for (std::size_t i = 0; i < whose.size(); ++i) {
    if (whose[i] >= 0) person_of[i] = people::PersonId{static_cast<std::uint32_t>(whose[i])};
  }
  plays::Desk now = plays::desk(book, person_of, moment());
  // Whoever came with an import that was taken back is nobody now.
  std::erase_if(now.needs, [](const plays::Need& one) { return one.who == people::nobody; });
  std::erase_if(now.introductions, [](const plays::Introduction& one) {
    return one.first.who == people::nobody || one.second.who == people::nobody;
  });
  return now;
}

base::Result<ledger::Evidence> App::desk_ruling(std::string_view title, const std::vector<ledger::Handle>& about) {
  CHECK(refresh());
  TRY(ruled, ruling(title, about));
  // What came from another data file has its numbers from there, perhaps higher ones.
  TRY(book, store_->rulings());
  for (const ledger::Row& row : book.rows) {
    if (people::is_desk(book.title_of(row))) ruled.group = std::max(ruled.group, row.group + 1);
  }
  return ruled;
}

base::Result<std::string> App::offer(std::string_view raw) {
  TRY(text, text_of(raw, "an offer", "wellmet offer \"hiring data engineers\""));
  TRY(now, desk());
  for (const plays::Offer& one : now.offers) {
    if (base::fold(one.text) == base::fold(text)) return fmt::format("That is offer {} already.", one.number);
  }
  TRY(ruled, desk_ruling(fmt::format("{} {}", people::ruled_offer, text), {}));
  const std::string words = fmt::format("You offer: {}", base::printable(text));
  CHECK(write("offer", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::drop_offer(std::uint32_t number) {
  TRY(now, desk());
  TRY(one, numbered(now.offers, number, "offer"));
  TRY(ruled, desk_ruling(fmt::format("{} {}", people::ruled_no_offer, number), {}));
  const std::string words = fmt::format("No longer offered: {}", base::printable(one.text));
  CHECK(write("offer", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::vector<NeedView>> App::needs() {
  TRY(now, desk());
  CHECK(store_->index_subjects());
  const auto snapshot = store_->snapshot();
  std::vector<NeedView> all;
  for (const plays::Need& need : now.needs) {
    TRY(who, view(need.who.value));
    NeedView one{need, std::move(who), {}, {}};
    for (const plays::Offer& offer : now.offers) {
      if (!plays::words_in_common(need.text, offer.text).empty()) one.offers.push_back(offer);
    }
    TRY(found, relevant(plays::telling_words(need.text, 3), {}));
    for (RelevantView& helper : found) {
      if (helper.person.person != need.who.value && one.helpers.size() < helpers_shown) one.helpers.push_back(std::move(helper));
    }
    all.push_back(std::move(one));
  }
  return all;
}

base::Result<std::string> App::need(std::string_view person, std::string_view raw) {
  TRY(who, find(person));
  TRY(text, text_of(raw, "a need", "wellmet need ada \"data engineers\""));
  TRY(handle, leader(who));
  TRY(ruled, desk_ruling(fmt::format("{} {}", people::ruled_need, text), {handle}));
  const std::string words = fmt::format("{} needs: {}", shown_name(who), base::printable(text));
  CHECK(write("need", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::settle_need(std::uint32_t number, Settled how) {
  TRY(now, desk());
  TRY(one, numbered(now.needs, number, "need"));
  TRY(who, view(one.who.value));
  TRY(handle, leader(who));
  const std::string_view verb = how == Settled::drop ? people::ruled_no_need : people::ruled_need_met;
  TRY(ruled, desk_ruling(fmt::format("{} {}", verb, number), {handle}));
  std::string words = fmt::format("{} needs no longer: {}", shown_name(who), base::printable(one.text));
  ledger::Record record{.evidence = {ruled}, .claims = {}};
  if (how == Settled::helped) {
    ledger::Evidence helped = ruled;
    helped.kind = ledger::Kind::helped;
    helped.group = 0;
    helped.title = one.text;
    helped.reference += "/helped";
    helped.parties = {{ledger::me(), ledger::Role::from, {}}, {handle, ledger::Role::to, {}}};
    record.evidence.push_back(std::move(helped));
    words = fmt::format("You helped {} (\"{}\")", shown_name(who), base::printable(one.text));
  }
  CHECK(write("need", words, record));
  return words + ".";
}

base::Result<IntroductionView> App::introduction_view(const plays::Introduction& one) {
  TRY(first, view(one.first.who.value));
  TRY(second, view(one.second.who.value));
  IntroductionView out{one, std::move(first), std::move(second), {}, {}};
  TRY(totals, status());
  if (one.stage == Stage::asking) {
    const bool first_turn = !one.first.agreed;
    out.turn = first_turn ? out.first : out.second;
    out.draft = first_turn ? ask_draft(out.first, out.second, one.why, totals.owner_name)
                           : ask_draft(out.second, out.first, one.why, totals.owner_name);
  } else if (one.stage == Stage::agreed) {
    out.draft = make_draft(out.first, out.second, one.why, totals.owner_name);
  }
  return out;
}

base::Result<std::vector<IntroductionView>> App::introductions() {
  TRY(now, desk());
  std::vector<IntroductionView> all;
  for (const plays::Introduction& one : now.introductions) {
    TRY(shown, introduction_view(one));
    all.push_back(std::move(shown));
  }
  return all;
}

base::Result<IntroductionView> App::introduction(std::uint32_t number) {
  TRY(now, desk());
  TRY(one, numbered(now.introductions, number, "introduction"));
  return introduction_view(one);
}

base::Result<std::string> App::introduce(std::string_view a, std::string_view b, std::string_view why) {
  TRY(first, find(a));
  TRY(second, find(b));
  if (first.person == second.person) {
    return base::fail(base::Fault::usage, {}, fmt::format("both are {}", shown_name(first)), "name two people");
  }
  TRY(now, desk());
  for (const plays::Introduction& one : now.introductions) {
    const bool same = std::minmax(one.first.who.value, one.second.who.value) == std::minmax(first.person, second.person);
    if (!same || one.stage == Stage::declined) continue;
    return base::fail(base::Fault::usage, {},
                      fmt::format("{} and {} are introduction {} already", shown_name(first), shown_name(second), one.number),
                      fmt::format("see: wellmet intro {}", one.number));
  }
  TRY(one, leader(first));
  TRY(other, leader(second));
  std::string reason(base::trim(why));
  std::replace(reason.begin(), reason.end(), '\n', ' ');
  const auto line = [](const PersonView& person) {
    std::string name(base::clip(person.card.person.name, 100));
    std::replace(name.begin(), name.end(), '\n', ' ');
    return name;
  };
  TRY(ruled, desk_ruling(fmt::format("{} {}\n{}\n{}", people::ruled_intro, line(first), line(second),
                                base::clip(reason, text_bytes_max)), {one}));
  ruled.parties.push_back({other, ledger::Role::with, {}});
  const std::string words = fmt::format("You want to introduce {} and {}", shown_name(first), shown_name(second));
  CHECK(write("intro", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::move_introduction(std::uint32_t number, std::string_view person, Word word) {
  TRY(now, introduction(number));
  TRY(who, find(person));
  const bool first = who.person == now.first.person;
  if (!first && who.person != now.second.person) {
    return base::fail(base::Fault::usage, {}, fmt::format("{} is no part of introduction {}", shown_name(who), number),
                      fmt::format("it is of {} and {}", shown_name(now.first), shown_name(now.second)));
  }
  if (now.introduction.stage == Stage::made || now.introduction.stage == Stage::closed) {
    return base::fail(base::Fault::usage, {}, fmt::format("introduction {} has been made", number),
                      fmt::format("say what came of it: wellmet intro {} --came TEXT", number));
  }
  const std::string other = shown_name(first ? now.second : now.first);
  if (word == Word::asked && (first ? now.introduction.first : now.introduction.second).agreed)
    return fmt::format("{} has agreed already to meet {}.", shown_name(who), other);
  TRY(handle, leader(who));
  TRY(ruled, desk_ruling(fmt::format("{} {} {}",
                                     word == Word::asked    ? people::ruled_intro_asked
                                     : word == Word::agreed ? people::ruled_intro_agreed
                                                            : people::ruled_intro_declined,
                                     number, first ? 1 : 2), {handle}));
  const std::string words = word == Word::asked    ? fmt::format("You asked {} whether they would like to meet {}", shown_name(who), other)
                            : word == Word::agreed ? fmt::format("{} agrees to meet {}", shown_name(who), other)
                                                   : fmt::format("{} would rather not meet {}", shown_name(who), other);
  CHECK(write("intro", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::introduction_made(std::uint32_t number) {
  TRY(now, introduction(number));
  const Stage stage = now.introduction.stage;
  if (stage == Stage::made || stage == Stage::closed) return fmt::format("Introduction {} had been made already.", number);
  if (stage != Stage::agreed) {
    return base::fail(base::Fault::usage, {}, "not both of them have agreed",
                      fmt::format("first: wellmet intro {} --agreed NAME, for each", number));
  }
  TRY(record, made_record(now));
  const std::string words = fmt::format("You introduced {} and {}", shown_name(now.first), shown_name(now.second));
  CHECK(write("intro", words, record));
  return words + ".";
}

base::Result<ledger::Record> App::made_record(const IntroductionView& view) {
  TRY(one, leader(view.first));
  TRY(other, leader(view.second));
  TRY(ruled, desk_ruling(fmt::format("{} {}", people::ruled_intro_made, view.introduction.number), {one, other}));
  ledger::Evidence made = ruled;
  made.kind = ledger::Kind::introduced;
  made.group = 0;
  made.title = view.introduction.why;
  made.reference += "/introduced";
  made.parties = {{ledger::me(), ledger::Role::from, {}}, {one, ledger::Role::to, {}}, {other, ledger::Role::to, {}}};
  return ledger::Record{.evidence = {std::move(ruled), std::move(made)}, .claims = {}};
}

base::Result<void> App::note_step_introduction(const PersonView& person, ledger::Record& record) {
  TRY(steps, store_->steps());
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const plays::Step& one) {
    return one.person.value == person.person && one.topic == "introduction";
  });
  if (step == steps.end()) return {};
  TRY(one, introduction(step->number));
  if (one.introduction.stage == Stage::asking) {
    TRY(handle, leader(person));
    TRY(asked, desk_ruling(fmt::format("{} {} {}", people::ruled_intro_asked, step->number, person.person == one.first.person ? 1 : 2), {handle}));
    record.evidence.push_back(std::move(asked));
  } else if (one.introduction.stage == Stage::agreed) {
    TRY(made, made_record(one));
    for (ledger::Evidence& each : made.evidence) record.evidence.push_back(std::move(each));
  }
  return {};
}

base::Result<std::string> App::introduction_came(std::uint32_t number, std::string_view raw) {
  TRY(now, introduction(number));
  if (now.introduction.stage != Stage::made && now.introduction.stage != Stage::closed) {
    return base::fail(base::Fault::usage, {}, fmt::format("introduction {} has not been made", number),
                      fmt::format("see: wellmet intro {}", number));
  }
  TRY(text, text_of(raw, "an outcome", fmt::format("wellmet intro {} --came \"they work together now\"", number)));
  TRY(one, leader(now.first));
  TRY(other, leader(now.second));
  TRY(ruled, desk_ruling(fmt::format("{} {} {}", people::ruled_intro_came, number, text), {one, other}));
  const std::string words = fmt::format("What came of introducing {} and {}: {}", shown_name(now.first),
                                        shown_name(now.second), base::printable(text));
  CHECK(write("intro", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<FavoursView> App::favours() {
  CHECK(refresh());
  const auto snapshot = store_->snapshot();
  FavoursView out;
  store::Filter recent;
  recent.sort = store::Sort::recent;
  TRY(page, store_->find(recent));
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(person));
    const standing::Standing& s = one.card.standing;
    if (s.counts.help_out + s.counts.help_in == 0) continue;
    (s.counts.help_in == 0 ? out.only_out : s.counts.help_out == 0 ? out.only_in : out.both) += 1;
    out.people.push_back({std::move(one), s.counts.help_out, s.counts.help_in, false});
    out.people.back().thanks_due = out.people.back().person.card.standing.unthanked_since.has_value();
  }
  std::stable_partition(out.people.begin(), out.people.end(), [](const FavoursView::One& one) { return one.thanks_due; });
  return out;
}

}  // namespace app
