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

base::Result<std::string> tag(Session& session, std::string_view raw, const std::vector<std::string>& persons, bool on) {
  const std::string name = base::cleaned(raw);
  if (name.empty() || name.size() > name_bytes_max) {
    return base::fail(base::Fault::usage, {}, "that is not a tag", "give one word or a few, such as sailing");
  }
  return change(session, "tag", [&](Saying& saying) -> base::Result<std::string> {
    std::vector<PersonView> found, already;
    for (const std::string& person : persons) {
      TRY(one, find(session, person));
      TRY(handle, leader(session, one));
      const auto& tags = one.card.person.tags;
      const bool has = std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) { return base::fold(tag) == base::fold(name); });
      if (has == on) {
        already.push_back(std::move(one));
        continue;
      }
      saying.decide(on ? ledger::Decision(ledger::Tag{name}) : ledger::Decision(ledger::Untag{name}), {handle});
      found.push_back(std::move(one));
    }
    const std::string rest =
        already.empty() ? "" : fmt::format("{} {} tagged {}", names_of(already), already.size() == 1 ? (on ? "is already" : "is not") : (on ? "are already" : "are not"), name);
    if (found.empty()) return base::fail(base::Fault::unchanged, {}, rest + ": nothing was changed");
    TRY(now, commitments(session));
    const bool market = market_of(now, name).has_value();
    return fmt::format("{} {}{}: {}{}", on ? "Tagged" : "No longer tagged", name, on && market ? ", so in that market" : "",
                       names_of(found), rest.empty() ? "" : "; " + rest);
  });
}

}  // namespace app
