// Whom to ask about something: who knows, who would tell, and how to ask.

#include <algorithm>
#include <cmath>

#include "app/help/help.h"
#include "app/letters.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/words.h"
#include "words/words.h"

namespace app {

namespace {

/// Whom the owner has helped before is asked more easily. docs/plays.md#ask.
constexpr double asked_gladly = 1.25;

base::Message why_gladly(const standing::Standing& s) {
  return base::say("help.why-gladly",
                   {{"percent", std::lround(100 * s.reply_chance)}, {"out", s.counts.help_out}, {"in", s.counts.help_in}});
}

Draft question(const RelevantView& who, std::string_view about, const std::string& me) {
  const std::string reason = reason_sentence(who);
  return {.to = address(who.person),
          .subject = words::say("letter.question-subject", {{"about", base::clip(about, 80)}}),
          .body = tidied(words::say(
              "letter.question",
              {{"greeting", greeting(who.person)}, {"about", about}, {"reason", reason.empty() ? "_" : reason}, {"me", me}}))};
}

}  // namespace

base::Result<std::vector<AskView>> ask(Session& session, std::string_view about, std::size_t limit) {
  const std::vector<std::string> words = plays::telling_words(about, 2);
  if (words.empty()) {
    return base::fail(base::Fault::usage, {}, base::say("help.nothing-tells-what-about"),
                      base::say("help.instance-wellmet-ask-hiring"));
  }
  CHECK(refresh(session));
  CHECK(session.pictures().index_subjects());
  const auto snapshot = session.pictures().snapshot();
  TRY(status, status(session));
  TRY(all, relevant(session, words, {}));
  for (RelevantView& one : all) {
    const standing::Standing& s = one.person.card.standing;
    // Who would answer, and gladly: those one has helped owe nothing, but know what it is like.
    one.score *= s.reply_chance * (1 + s.strength / 100) * (s.counts.help_out > 0 ? asked_gladly : 1);
  }
  std::stable_sort(all.begin(), all.end(), [](const RelevantView& a, const RelevantView& b) { return a.score > b.score; });
  if (limit > 0 && all.size() > limit) all.resize(limit);
  std::vector<AskView> out;
  for (RelevantView& one : all) {
    base::Message gladly = why_gladly(one.person.card.standing);
    Draft draft = question(one, base::trim(about), status.owner_name);
    out.push_back({std::move(one), std::move(gladly), std::move(draft)});
  }
  return out;
}

}  // namespace app
