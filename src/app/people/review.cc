#include "app/people/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/people/say.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

/// Why a letter may be no help.
base::Message why_unsure(const store::Inferred& tells) {
  switch (tells.kind) {
    case ledger::Kind::introduced:
      return base::say("people.reader-went-two-house");
    case ledger::Kind::referred:
      return base::say("people.subject-bears-their-name");
    default:
      return base::say("people.subject-does-not-say");
  }
}

/// The key of a row, as questions show it.
base::Result<std::uint64_t> row_key(std::string_view text) {
  std::uint64_t key = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, key, 16);
  if (read.ec == std::errc() && read.ptr == end) return key;
  return base::fail(base::Fault::not_found, {}, base::say("people.not-question", {{"text", base::printable(text, 80)}}),
                    base::say("people.see-wellmet-review"));
}

/// On a meeting, or with `help` on a letter.
base::Result<base::Message> answer_row(Session& session, std::string_view person, std::string_view key, std::string_view word,
                                       bool help) {
  TRY(row, row_key(key));
  TRY(who, find(session, person));
  const std::string name = base::printable(who.card.person.name, 60);
  const std::string_view about = help ? "letter" : "meeting";
  if (word == "later") return base::say("people.row-put-aside", {{"about", about}, {"name", name}});
  const bool yes = word == "yes";
  return change(session, "review", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(handle, leader(session, who));
    saying.decide(help ? ledger::Decision(ledger::HelpVerdict{row, yes}) : ledger::Decision(ledger::MeetingVerdict{row, yes}),
                  {handle});
    return yes ? base::say("people.row-counts", {{"about", about}, {"name", name}})
               : base::say("people.row-does-not-count", {{"about", about}, {"name", name}});
  });
}

}  // namespace

base::Result<std::vector<QuestionView>> questions(Session& session, std::size_t limit) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  TRY(doubts, session.pictures().doubts());
  std::vector<QuestionView> all;
  for (const people::Doubt& doubt : doubts) {
    TRY(a, view(session, doubt.a.value));
    TRY(b, view(session, doubt.b.value));
    Sides sides = side_by_side(a, b);
    std::string key = fmt::format("same {} {}", a.id(), b.id());
    all.push_back({0, std::move(key), std::move(a), std::move(b), doubt.why, std::move(sides), {}});
  }
  store::Filter unsure;
  unsure.unsure_only = true;
  TRY(page, session.pictures().find(unsure));
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    TRY(letter, session.ledger().row({one.card.standing.unsure_help_row}));
    if (letter) {
      TRY(inferred, session.pictures().inferred(person));
      for (const store::Inferred& tells : inferred) {
        if (tells.row != letter->row.id) continue;
        all.push_back({0, fmt::format("help {} {:x}", one.id(), letter->row.key), one, {}, why_unsure(tells), {}, letter, tells});
      }
    }
    TRY(row, session.ledger().row({one.card.standing.unsure_row}));
    if (!row) continue;
    std::string key = fmt::format("met {} {:x}", one.id(), row->row.key);
    all.push_back({0, std::move(key), std::move(one), {}, base::say("people.unsure-meeting"), {}, std::move(row)});
  }
  // The question whose answer changes most comes first: where the two stand higher as one, and the
  // stronger ties.
  const auto weight = [](const QuestionView& q) {
    return (q.sides.moves ? 100 + 20 * static_cast<int>(q.sides.together) : 0) + q.a.card.standing.strength +
           q.b.card.standing.strength + (q.a.card.standing.one_step_away ? 50 : 0) + (q.b.card.standing.one_step_away ? 50 : 0);
  };
  std::stable_sort(all.begin(), all.end(), [&](const QuestionView& x, const QuestionView& y) { return weight(x) > weight(y); });
  std::string remembered;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].n = static_cast<int>(i) + 1;
    remembered += all[i].key + "\n";
  }
  CHECK(number_list(session, "review", remembered));
  if (limit > 0 && all.size() > limit) all.resize(limit);
  return all;
}

base::Result<std::string> question_key(Session& session, int n) {
  return remembered(session, "review", n, base::say("people.no-such-question", {{"n", n}}), base::say("people.see-review"));
}

base::Result<base::Message> answer_question(Session& session, std::string_view key, std::string_view word) {
  const auto parts = base::split_words(key);
  if (parts.size() != 3 || (parts[0] != "same" && parts[0] != "met" && parts[0] != "help")) {
    return base::fail(base::Fault::not_found, {}, base::say("people.not-question-2", {{"key", base::printable(key, 80)}}),
                      base::say("people.see-wellmet-review"));
  }
  if (word != "yes" && word != "no" && word != "later") {
    return base::fail(base::Fault::usage, {}, base::say("people.not-answer-2", {{"word", base::printable(word, 40)}}),
                      base::say("people.yes-no-later"));
  }
  const std::string a(parts[1]);
  const std::string b(parts[2]);
  if (parts[0] == "met") return answer_row(session, a, b, word, false);
  if (parts[0] == "help") return answer_row(session, a, b, word, true);
  if (word == "yes") return merge(session, a, b);
  return change(session, "review", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(one, find(session, a));
    TRY(other, find(session, b));
    TRY(handle_one, leader(session, one));
    TRY(handle_other, leader(session, other));
    const bool no = word == "no";
    saying.decide(no ? ledger::Decision(ledger::Apart{}) : ledger::Decision(ledger::Unsure{}), {handle_one, handle_other});
    const auto [name_one, name_other] = told_apart(one, other);
    const std::string shown_one = base::printable(name_one, 80), shown_other = base::printable(name_other, 80);
    return no ? base::say("people.two-people", {{"one", shown_one}, {"other", shown_other}})
              : base::say("people.pair-put-aside", {{"one", shown_one}, {"other", shown_other}});
  });
}

}  // namespace app
