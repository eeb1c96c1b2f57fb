// Tags: the owner's own words for groups of people. A tag with a market's name puts people into that market by hand.

#include <fmt/format.h>

#include <algorithm>

#include "app/letters.h"
#include "app/people/people.h"
#include "app/people/say.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

constexpr std::size_t name_bytes_max = 60;

}  // namespace

base::Result<base::Message> tag(Session& session, std::string_view raw, const std::vector<std::string>& persons, bool on) {
  const std::string name = base::cleaned(raw);
  if (name.empty() || name.size() > name_bytes_max) {
    return base::fail(base::Fault::usage, {}, base::say("people.not-tag"), base::say("people.give-word-few-sailing"));
  }
  return change(session, "tag", [&](Saying& saying) -> base::Result<base::Message> {
    std::vector<PersonView> found, already;
    for (const std::string& person : persons) {
      TRY(one, find(session, person));
      TRY(handle, leader(session, one));
      const auto& tags = one.card.person.tags;
      const bool has =
          std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) { return base::fold(tag) == base::fold(name); });
      if (has == on) {
        already.push_back(std::move(one));
        continue;
      }
      saying.decide(on ? ledger::Decision(ledger::Tag{name}) : ledger::Decision(ledger::Untag{name}), {handle});
      found.push_back(std::move(one));
    }
    const base::Message rest =
        already.empty() ? base::Message{}
        : on            ? base::say("people.tagged-already", {{"n", already.size()}, {"names", names_of(already)}, {"tag", name}})
                        : base::say("people.not-tagged", {{"n", already.size()}, {"names", names_of(already)}, {"tag", name}});
    if (found.empty()) return base::fail(base::Fault::unchanged, {}, base::say("people.nothing-changed", {{"rest", rest}}));
    TRY(now, commitments(session));
    const base::Message done = !on ? base::say("people.untagged", {{"tag", name}, {"names", names_of(found)}})
                               : market_of(now, name).has_value()
                                   ? base::say("people.tagged-market", {{"tag", name}, {"names", names_of(found)}})
                                   : base::say("people.tagged", {{"tag", name}, {"names", names_of(found)}});
    return rest.empty() ? done : base::say("people.done-and-rest", {{"done", done}, {"rest", rest}});
  });
}

}  // namespace app
