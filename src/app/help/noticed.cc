// Needs that a letter or a note seems to tell of: each is a question until the owner says yes or no.

#include "plays/noticed.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/help/help.h"
#include "app/letters.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/words.h"

namespace app {

namespace {

// Docs: docs/plays.md#noticed.
constexpr int noticed_days = 180;           ///< Later, it has been met or forgotten.
constexpr std::size_t letters_max = 5'000;  ///< The newest that have one of the words.

/// Of one person's letters that say the same, the newest.
struct Found {
  std::string need;
  std::string from;  ///< Subject or note.
  base::Day day;
  std::string key;
};

std::string key_text(std::uint64_t key) { return fmt::format("{:016x}", key); }

bool is_known(const std::vector<plays::Need>& needs, std::uint32_t person, std::string_view need) {
  return std::any_of(needs.begin(), needs.end(), [&](const plays::Need& one) {
    return one.who.value == person && !plays::words_in_common(one.text, need).empty();
  });
}

}  // namespace

base::Result<std::vector<NoticedView>> noticed_needs(Session& session) {
  TRY(now, commitments(session));
  CHECK(session.pictures().index_subjects());
  const auto snapshot = session.pictures().snapshot();
  const auto decided = [&](const std::string& key) {
    return std::find(now.noticed.begin(), now.noticed.end(), key) != now.noticed.end();
  };
  std::multimap<std::uint32_t, Found> found;
  const auto notice = [&](std::uint32_t person, Found one) {
    if (one.need.empty() || is_known(now.needs, person, one.need)) return;
    const auto [from, to] = found.equal_range(person);
    for (auto other = from; other != to; ++other) {
      if (base::fold(other->second.need) != base::fold(one.need)) continue;
      if (other->second.day < one.day) other->second = std::move(one);
      return;
    }
    found.emplace(person, std::move(one));
  };
  TRY(letters, session.pictures().mentions(plays::need_words(), letters_max));
  for (const store::Mention& one : letters) {
    const ledger::Row& row = one.shown.row;
    const base::Day day = base::day_of(row.at);
    if (row.kind != ledger::Kind::wrote || !one.wrote || row.at > session.moment() || session.today() - day > noticed_days)
      continue;
    if ((row.flags & ledger::bulk) != 0) continue;
    notice(one.person, {plays::noticed_need(bare_subject(one.shown.title)), one.shown.title, day, key_text(row.key)});
  }
  TRY(page, session.pictures().find({}));
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    for (const std::string& note : one.card.person.notes) {
      const std::string need = plays::noticed_need(note);
      if (need.empty()) continue;
      TRY(handle, leader(session, one));
      const std::uint64_t key = ledger::fingerprint(ledger::Claim{handle, ledger::Field::note, note, {}});
      notice(person, {need, note, base::Day{}, key_text(key)});
    }
  }
  std::vector<NoticedView> all;
  for (auto& [person, one] : found) {
    if (decided(one.key)) continue;
    TRY(who, view(session, person));
    if (!plays::plannable(who.card.person, who.card.standing)) continue;
    const bool letter = one.day.days != 0;
    all.push_back({0, std::move(who), std::move(one.need), std::move(one.from), letter ? std::optional(one.day) : std::nullopt,
                   std::move(one.key)});
  }
  std::stable_sort(all.begin(), all.end(), [](const NoticedView& a, const NoticedView& b) {
    return a.day.value_or(base::Day{}) > b.day.value_or(base::Day{});
  });
  std::string remembered;
  for (NoticedView& one : all) {
    one.n = static_cast<int>(&one - all.data()) + 1;
    one.key = fmt::format("{} {} {}", one.who.id(), one.key, base::cleaned(one.need, 400));
    remembered += one.key + "\n";
  }
  CHECK(number_list(session, "noticed", remembered));
  return all;
}

base::Result<std::string> noticed_key(Session& session, int n) {
  return remembered(session, "noticed", n, base::say("help.no-such-need", {{"n", n}}), base::say("help.see-needs"));
}

base::Result<base::Message> answer_noticed(Session& session, std::string_view asked, bool yes) {
  const std::size_t id_end = asked.find(' ');
  const std::size_t key_end = id_end == std::string_view::npos ? id_end : asked.find(' ', id_end + 1);
  if (key_end == std::string_view::npos) {
    return base::fail(base::Fault::not_found, {}, base::say("help.not-need-noticed", {{"asked", base::printable(asked, 80)}}),
                      base::say("help.see-wellmet-need"));
  }
  const std::string key(asked.substr(id_end + 1, key_end - id_end - 1)), text(asked.substr(key_end + 1));
  return change(session, "need", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(who, find(session, asked.substr(0, id_end)));
    TRY(now, commitments(session));
    if (std::find(now.noticed.begin(), now.noticed.end(), key) != now.noticed.end()) {
      return base::fail(base::Fault::unchanged, {}, base::say("help.said-already", {{"who", shown_name(who)}}),
                        base::say("help.see-wellmet-need-wellmet"));
    }
    TRY(handle, leader(session, who));
    saying.decide(ledger::NeedNoticed{key}, {handle});
    if (yes) saying.decide(ledger::Need{text}, {handle});
    const std::string shown = base::printable(text);
    return yes ? base::say("help.needs", {{"who", shown_name(who)}, {"text", shown}})
               : base::say("help.needs-not", {{"who", shown_name(who)}, {"text", shown}});
  });
}

}  // namespace app
