#include "app/help/relevant.h"

#include <set>
#include <unordered_map>
#include <utility>

#include "app/letters.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/relevance.h"
#include "plays/words.h"
#include "words/words.h"

namespace app {

namespace {

// Docs: docs/plays.md#words.
constexpr double title_weight = 2;
constexpr double note_weight = 2;
/// More letters than these are about words that tell nothing.
constexpr std::size_t mentions_max = 5'000;

std::string noted(const people::Person& person) {
  std::string out;
  for (const std::string& note : person.notes) out += note + " ";
  return out;
}

bool tells(const std::vector<std::string>& words, std::string_view text) {
  for (const std::string& token : plays::telling_words(text, 2)) {
    for (const std::string& word : words) {
      if (plays::alike(word, token)) return true;
    }
  }
  return false;
}

bool tells(const std::vector<std::string>& words, const store::Mention& one, base::Instant moment) {
  const ledger::Row& row = one.shown.row;
  // What the owner sent them says what the owner thought, not what they have to do with.
  return row.at <= moment && row.kind != ledger::Kind::shared && tells(words, one.shown.title);
}

/// "title and your note".
base::Message where_told(const people::Person& person, const std::vector<std::string>& words) {
  std::vector<base::Message> places;
  if (tells(words, person.title)) places.push_back(base::say("relevant.title"));
  if (tells(words, person.company)) places.push_back(base::say("relevant.company"));
  if (tells(words, person.city)) places.push_back(base::say("relevant.town"));
  if (tells(words, noted(person))) places.push_back(base::say("relevant.note"));
  return places.empty() ? base::Message() : base::say("relevant.where", {{"places", std::move(places)}});
}

}  // namespace

base::Result<std::vector<RelevantView>> relevant(Session& session, const std::vector<std::string>& words,
                                                 std::string_view favoured) {
  std::vector<RelevantView> out;
  if (words.empty()) return out;
  TRY(mentions, session.pictures().mentions(words, mentions_max));
  const std::vector<std::string> mine = plays::telling_words(favoured, 2);
  plays::Relevance search(words, mine);
  TRY(page, session.pictures().find({}));
  for (const std::uint32_t person : page.persons) {
    TRY(card, session.pictures().card(person));
    const people::Person& p = card.person;
    const people::PersonId who{person};
    search.add(who, p.title, title_weight);
    search.add(who, p.company);
    search.add(who, p.city);
    search.add(who, noted(p), note_weight);
  }
  std::unordered_map<std::uint32_t, const store::Mention*> latest;
  std::set<std::pair<std::uint32_t, std::uint64_t>> threads;
  for (const store::Mention& one : mentions) {
    const ledger::Row& row = one.shown.row;
    if (!tells(words, one, session.moment())) continue;
    const store::Mention*& last = latest[one.person];
    if (last == nullptr || last->shown.row.at < row.at) last = &one;
    // A thread of thirty letters was about it once.
    if (row.thread == 0 || threads.emplace(one.person, row.thread).second)
      search.add(people::PersonId{one.person}, one.shown.title);
  }
  for (plays::Relevance::Match& match : search.matches()) {
    TRY(one, view(session, match.who.value));
    if (!plays::plannable(one.card.person, one.card.standing) || one.card.standing.rung < standing::Rung::in_touch) continue;
    std::optional<RowView> about;
    if (const auto found = latest.find(match.who.value); found != latest.end()) about = row_view(found->second->shown);
    base::Message where = where_told(one.card.person, match.words);
    out.push_back({std::move(one), match.score, std::move(match.words), std::move(where), std::move(about)});
  }
  return out;
}

base::Result<RelevantView> told_of(Session& session, const PersonView& person, const std::vector<std::string>& words) {
  RelevantView out{.person = person, .score = 0, .words = words, .where = where_told(person.card.person, words), .about = {}};
  TRY(mentions, session.pictures().mentions(words, mentions_max));
  for (const store::Mention& one : mentions) {
    if (one.person != person.person || !tells(words, one, session.moment())) continue;
    if (!out.about || out.about->at < one.shown.row.at) out.about = row_view(one.shown);
  }
  return out;
}

std::string reason_sentence(const RelevantView& who) {
  const people::Person& p = who.person.card.person;
  // The owner's own note is none, nor is what brought others together.
  const auto is_exchange = [](const RowView& row) {
    using ledger::Kind;
    return (row.kind == Kind::wrote || row.kind == Kind::met || row.kind == Kind::called) && row.channel != ledger::Channel::you;
  };
  if (who.about && is_exchange(*who.about)) {
    const base::Civil c = base::civil_of(base::day_of(who.about->at));
    return words::say("letter.after-exchange",
                      {{"title", base::printable(bare_subject(who.about->note), 80)}, {"month", c.month}, {"year", c.year}});
  }
  if (tells(who.words, p.title))
    return words::say("letter.your-work", {{"title", p.title}, {"company", p.company.empty() ? "_" : p.company}});
  if (tells(who.words, p.company)) return words::say("letter.what-company-does", {{"company", p.company}});
  return "";
}

}  // namespace app
