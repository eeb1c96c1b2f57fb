// Tags: the owner's own words for groups of people. A tag with a market's name puts people into that market by hand.

#include <fmt/format.h>

#include <algorithm>

#include "app/app.h"
#include "app/focus.h"
#include "app/letters.h"
#include "base/text.h"
#include "base/try.h"
#include "people/rulings.h"

namespace app {

namespace {

constexpr std::size_t name_bytes_max = 60;

}  // namespace

base::Result<std::string> App::tag(std::string_view raw, const std::vector<std::string>& persons, bool on) {
  const std::string name(base::trim(raw));
  if (name.empty() || name.size() > name_bytes_max || base::printable(name, name_bytes_max) != name) {
    return base::fail(base::Fault::usage, {}, "that is no tag", "give one word or a few, such as sailing");
  }
  ledger::Record record;
  std::vector<PersonView> found;
  for (const std::string& person : persons) {
    TRY(one, find(person));
    TRY(handle, leader(one));
    TRY(ruled, ruling(fmt::format("{} {}", on ? people::ruled_tag : people::ruled_no_tag, name), {handle}));
    record.evidence.push_back(std::move(ruled));
    found.push_back(std::move(one));
  }
  TRY(now, desk());
  const bool market = market_of(now, name).has_value();
  const std::string words = fmt::format("{} {}{}: {}", on ? "Tagged" : "No longer tagged", name, on && market ? ", so in that market" : "", names_of(found));
  CHECK(write("tag", words, record));
  return words + ".";
}

}  // namespace app
