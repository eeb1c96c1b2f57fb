// The owner's commitments: offers, needs and introductions under way (invitations: invitations.cc), and the two-way street of
// help.

#include <fmt/format.h>

#include <algorithm>

#include "app/help/help.h"
#include "app/help/relevant.h"
#include "app/letters.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/words.h"
#include "words/words.h"

namespace app {

namespace {

using Stage = plays::Introduction::Stage;

constexpr std::size_t text_bytes_max = 400;
constexpr std::size_t name_bytes_max = 100;
constexpr std::size_t helpers_shown = 5;

/// A reason as a sentence's end: "_" where there is none.
std::string ending(const std::string& why) {
  if (why.empty()) return "_";
  return why + (std::string_view(".!?").find(why.back()) == std::string_view::npos ? "." : "");
}

Draft ask_draft(const PersonView& to, const PersonView& other, const std::string& why, const std::string& owner) {
  return {.to = address(to),
          .subject = words::say("letter.may-introduce-subject", {{"name", other.card.person.name}}),
          .body = tidied(words::say(
              "letter.may-introduce",
              {{"greeting", greeting(to)}, {"other", described(other)}, {"why", ending(why)}, {"me", given_name(owner)}}))};
}

Draft make_draft(const PersonView& a, const PersonView& b, const std::string& why, const std::string& owner) {
  const std::string first = address(a), second = address(b);
  return {.to = first + (first.empty() || second.empty() ? "" : ", ") + second,
          .subject = words::say("letter.meet-subject", {{"first", called(a)}, {"second", called(b)}}),
          .body = tidied(words::say("letter.meet", {{"first", called(a)},
                                                    {"second", called(b)},
                                                    {"first_described", described(a)},
                                                    {"second_described", described(b)},
                                                    {"why", ending(why)},
                                                    {"me", given_name(owner)}}))};
}

base::Result<std::string> text_of(std::string_view raw, std::string_view what, std::string_view example) {
  const std::string text = base::cleaned(raw, text_bytes_max);
  if (text.empty()) {
    return base::fail(base::Fault::usage, {}, base::say("help.without-words", {{"what", what}}),
                      base::say("help.instance", {{"example", example}}));
  }
  return text;
}

template <typename Thing>
base::Result<Thing> numbered(const std::vector<Thing>& all, std::uint32_t number, std::string_view what) {
  for (const Thing& one : all) {
    if (one.number == number) return one;
  }
  return base::fail(base::Fault::not_found, {}, base::say("help.no", {{"what", what}, {"number", number}}),
                    base::say("help.see-wellmet", {{"what", what == "introduction" ? "intro" : what}}));
}

}  // namespace

base::Result<base::Message> offer(Session& session, std::string_view raw) {
  TRY(text, text_of(raw, "offer", "wellmet offer \"hiring data engineers\""));
  return change(session, "offer", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, commitments(session));
    for (const plays::Offer& one : now.offers) {
      if (base::fold(one.text) == base::fold(text)) {
        return base::fail(base::Fault::unchanged, {}, base::say("help.offer-already", {{"number", one.number}}),
                          base::say("help.see-wellmet-offer"));
      }
    }
    saying.decide(ledger::Offer{text}, {});
    return base::say("help.offer", {{"text", base::printable(text)}});
  });
}

base::Result<base::Message> drop_offer(Session& session, std::uint32_t number) {
  return change(session, "offer", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, commitments(session));
    TRY(one, numbered(now.offers, number, "offer"));
    saying.decide(ledger::OfferDropped{{number}}, {});
    return base::say("help.no-longer-offered", {{"one", base::printable(one.text)}});
  });
}

base::Result<std::vector<NeedView>> needs(Session& session) {
  TRY(now, commitments(session));
  CHECK(session.pictures().index_subjects());
  const auto snapshot = session.pictures().snapshot();
  std::vector<NeedView> all;
  for (const plays::Need& need : now.needs) {
    TRY(who, view(session, need.who.value));
    NeedView one{need, std::move(who), {}, {}};
    for (const plays::Offer& offer : now.offers) {
      if (!plays::words_in_common(need.text, offer.text).empty()) one.offers.push_back(offer);
    }
    TRY(found, relevant(session, plays::telling_words(need.text, 3), {}));
    for (RelevantView& helper : found) {
      if (helper.person.person != need.who.value && one.helpers.size() < helpers_shown) one.helpers.push_back(std::move(helper));
    }
    all.push_back(std::move(one));
  }
  return all;
}

base::Result<base::Message> need(Session& session, std::string_view person, std::string_view raw) {
  TRY(text, text_of(raw, "need", "wellmet need ada \"data engineers\""));
  return change(session, "need", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(who, find(session, person));
    TRY(handle, leader(session, who));
    saying.decide(ledger::Need{text}, {handle});
    return base::say("help.needs", {{"who", shown_name(who)}, {"text", base::printable(text)}});
  });
}

base::Result<base::Message> settle_need(Session& session, std::uint32_t number, Settled how) {
  return change(session, "need", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, commitments(session));
    TRY(one, numbered(now.needs, number, "need"));
    TRY(who, view(session, one.who.value));
    TRY(handle, leader(session, who));
    saying.decide(
        how == Settled::drop ? ledger::Decision(ledger::NeedDropped{{number}}) : ledger::Decision(ledger::NeedMet{{number}}),
        {handle});
    if (how != Settled::helped)
      return base::say("help.needs-no-longer", {{"who", shown_name(who)}, {"one", base::printable(one.text)}});
    ledger::Evidence helped;
    helped.kind = ledger::Kind::helped;
    helped.channel = ledger::Channel::you;
    helped.at = saying.at;
    helped.title = one.text;
    helped.reference = saying.reference("helped", std::span(&handle, 1));
    helped.parties = {{ledger::me(), ledger::Role::from, {}}, {handle, ledger::Role::to, {}}};
    saying.record.evidence.push_back(std::move(helped));
    return base::say("help.helped", {{"who", shown_name(who)}, {"one", base::printable(one.text)}});
  });
}

base::Result<IntroductionView> introduction_view(Session& session, const plays::Introduction& one) {
  TRY(first, view(session, one.first.who.value));
  TRY(second, view(session, one.second.who.value));
  IntroductionView out{one, std::move(first), std::move(second), {}, {}};
  TRY(totals, status(session));
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

base::Result<std::vector<IntroductionView>> introductions(Session& session) {
  TRY(now, commitments(session));
  std::vector<IntroductionView> all;
  for (const plays::Introduction& one : now.introductions) {
    TRY(shown, introduction_view(session, one));
    all.push_back(std::move(shown));
  }
  return all;
}

base::Result<IntroductionView> introduction(Session& session, std::uint32_t number) {
  TRY(now, commitments(session));
  TRY(one, numbered(now.introductions, number, "introduction"));
  return introduction_view(session, one);
}

base::Result<base::Message> introduce(Session& session, std::string_view a, std::string_view b, std::string_view why) {
  return change(session, "intro", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(first, find(session, a));
    TRY(second, find(session, b));
    if (first.person == second.person) {
      return base::fail(base::Fault::usage, {}, base::say("help.both", {{"first", shown_name(first)}}),
                        base::say("help.name-two-people"));
    }
    TRY(now, commitments(session));
    for (const plays::Introduction& one : now.introductions) {
      const bool same = std::minmax(one.first.who.value, one.second.who.value) == std::minmax(first.person, second.person);
      if (!same || one.stage == Stage::declined) continue;
      return base::fail(base::Fault::unchanged, {},
                        base::say("help.introduction-already",
                                  {{"first", shown_name(first)}, {"second", shown_name(second)}, {"number", one.number}}),
                        base::say("help.see-wellmet-intro", {{"number", one.number}}));
    }
    TRY(one, leader(session, first));
    TRY(other, leader(session, second));
    saying.decide(
        ledger::Introduction{base::cleaned(first.card.person.name, name_bytes_max),
                             base::cleaned(second.card.person.name, name_bytes_max), base::cleaned(why, text_bytes_max)},
        {one, other});
    return base::say("help.want-introduce", {{"first", shown_name(first)}, {"second", shown_name(second)}});
  });
}

base::Result<base::Message> move_introduction(Session& session, std::uint32_t number, std::string_view person, Word word) {
  return change(session, "intro", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, introduction(session, number));
    TRY(who, find(session, person));
    const bool second = who.person != now.first.person;
    if (second && who.person != now.second.person) {
      return base::fail(base::Fault::usage, {},
                        base::say("help.no-part-introduction", {{"who", shown_name(who)}, {"number", number}}),
                        base::say("help.it-is-of-and", {{"first", shown_name(now.first)}, {"second", shown_name(now.second)}}));
    }
    if (now.introduction.stage == Stage::made || now.introduction.stage == Stage::closed) {
      return base::fail(base::Fault::usage, {}, base::say("help.introduction-made", {{"number", number}}),
                        base::say("help.say-what-came-wellmet", {{"number", number}}));
    }
    const std::string name = shown_name(who), other = shown_name(second ? now.first : now.second);
    if (word == Word::asked && (second ? now.introduction.second : now.introduction.first).agreed) {
      return base::fail(base::Fault::unchanged, {}, base::say("help.agreed-already-meet", {{"name", name}, {"other", other}}));
    }
    TRY(handle, leader(session, who));
    const ledger::RulingNumber of{number};
    switch (word) {
      case Word::asked:
        saying.decide(ledger::IntroductionAsked{of, second}, {handle});
        return base::say("help.asked-whether-they-would", {{"name", name}, {"other", other}});
      case Word::agreed:
        saying.decide(ledger::IntroductionAgreed{of, second}, {handle});
        return base::say("help.agrees-meet", {{"name", name}, {"other", other}});
      case Word::declined:
        break;
    }
    saying.decide(ledger::IntroductionDeclined{of, second}, {handle});
    return base::say("help.would-rather-not-meet", {{"name", name}, {"other", other}});
  });
}

namespace {

/// That an introduction was made: the word of it, and the help to both.
base::Result<void> note_made(Session& session, const IntroductionView& view, Saying& saying) {
  TRY(one, leader(session, view.first));
  TRY(other, leader(session, view.second));
  const ledger::Handle both[] = {one, other};
  saying.decide(ledger::IntroductionMade{{view.introduction.number}}, {one, other});
  ledger::Evidence made;
  made.kind = ledger::Kind::introduced;
  made.channel = ledger::Channel::you;
  made.at = saying.at;
  made.title = view.introduction.why;
  made.reference = saying.reference("introduced", both);
  made.parties = {{ledger::me(), ledger::Role::from, {}}, {one, ledger::Role::to, {}}, {other, ledger::Role::to, {}}};
  saying.record.evidence.push_back(std::move(made));
  return {};
}

}  // namespace

base::Result<base::Message> introduction_made(Session& session, std::uint32_t number) {
  return change(session, "intro", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, introduction(session, number));
    const Stage stage = now.introduction.stage;
    if (stage == Stage::made || stage == Stage::closed) {
      return base::fail(base::Fault::unchanged, {}, base::say("help.introduction-made-already", {{"number", number}}));
    }
    if (stage != Stage::agreed) {
      return base::fail(base::Fault::usage, {}, base::say("help.not-both-them-agreed"),
                        base::say("help.first-wellmet-intro-agreed", {{"number", number}}));
    }
    CHECK(note_made(session, now, saying));
    return base::say("help.introduced-2", {{"first", shown_name(now.first)}, {"second", shown_name(now.second)}});
  });
}

base::Result<void> note_step_introduction(Session& session, const PersonView& person, Saying& saying) {
  CHECK(refresh_plan(session));
  TRY(steps, session.pictures().steps());
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const plays::Step& one) {
    return one.person.value == person.person && one.topic == "introduction";
  });
  if (step == steps.end()) return {};
  TRY(one, introduction(session, step->number));
  if (one.introduction.stage == Stage::asking) {
    TRY(handle, leader(session, person));
    saying.decide(ledger::IntroductionAsked{{step->number}, person.person != one.first.person}, {handle});
    return {};
  }
  return one.introduction.stage == Stage::agreed ? note_made(session, one, saying) : base::Result<void>();
}

base::Result<base::Message> introduction_came(Session& session, std::uint32_t number, std::string_view raw) {
  return change(session, "intro", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, introduction(session, number));
    if (now.introduction.stage != Stage::made && now.introduction.stage != Stage::closed) {
      return base::fail(base::Fault::usage, {}, base::say("help.introduction-not-made", {{"number", number}}),
                        base::say("help.see-wellmet-intro", {{"number", number}}));
    }
    TRY(text, text_of(raw, "outcome", fmt::format("wellmet intro {} --came \"they work together now\"", number)));
    TRY(one, leader(session, now.first));
    TRY(other, leader(session, now.second));
    saying.decide(ledger::IntroductionOutcome{{number}, text}, {one, other});
    return base::say("help.what-came-introducing",
                     {{"first", shown_name(now.first)}, {"second", shown_name(now.second)}, {"text", base::printable(text)}});
  });
}

base::Result<FavoursView> favours(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  FavoursView out;
  store::Filter recent;
  recent.sort = store::Sort::recent;
  TRY(page, session.pictures().find(recent));
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
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
