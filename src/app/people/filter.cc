#include "app/people/filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "base/try.h"
#include "standing/standing.h"

namespace app {

namespace {

/// Some of `choices`, by commas; each once.
template <class T, std::size_t n>
base::Result<std::vector<T>> chosen(const Given& given, std::string_view mark, std::string_view word,
                                    const std::array<std::pair<std::string_view, T>, n>& choices) {
  std::vector<T> out;
  for (const std::string& text : given(word)) {
    for (const std::string_view one : base::split(text, ',')) {
      const auto choice = std::find_if(choices.begin(), choices.end(), [&](const auto& c) { return c.first == base::trim(one); });
      if (choice == choices.end()) {
        std::string all;
        for (const auto& [name, value] : choices) all += (all.empty() ? "" : ", ") + std::string(name);
        return base::fail(base::Fault::usage, {},
                          base::say("people.knows-no", {{"mark", mark}, {"word", word}, {"one", base::printable(one, 40)}}),
                          base::say("people.choose", {{"all", all}}));
      }
      if (std::find(out.begin(), out.end(), choice->second) == out.end()) out.push_back(choice->second);
    }
  }
  return out;
}

using standing::Rung;
using store::Sort;
constexpr std::array<std::pair<std::string_view, bool>, 2> standings = {{{"network", true}, {"contact", false}}};
constexpr std::array<std::pair<std::string_view, Rung>, 6> rungs = {{{"listed", Rung::listed},
                                                                     {"aware", Rung::aware},
                                                                     {"in_touch", Rung::in_touch},
                                                                     {"met", Rung::met},
                                                                     {"network", Rung::network},
                                                                     {"advocate", Rung::advocate}}};
const std::array<std::pair<std::string_view, std::string>, 3> facts = {{{"talk", "talk"}, {"meet", "meet"}, {"help", "help"}}};
constexpr std::array<std::pair<std::string_view, Sort>, 4> sorts = {
    {{"strength", Sort::strength}, {"name", Sort::name}, {"recent", Sort::recent}, {"rung", Sort::rung}}};

}  // namespace

base::Result<store::Filter> filter_of(const Given& given, std::string_view mark) {
  store::Filter filter;
  TRY(standing, chosen(given, mark, "standing", standings));
  TRY(rungs_given, chosen(given, mark, "rung", rungs));
  TRY(missing, chosen(given, mark, "missing", facts));
  TRY(sort, chosen(given, mark, "sort", sorts));
  if (standing.size() == 1) filter.network = standing.front();  // Both are everybody.
  filter.rungs = std::move(rungs_given);
  filter.missing = std::move(missing);
  filter.cities = given("city");
  filter.companies = given("company");
  filter.tags = given("tag");
  filter.markets = given("market");
  if (!sort.empty()) filter.sort = sort.back();
  filter.one_step_only = !given("one-step").empty();
  filter.quiet_only = !given("quiet").empty();
  filter.let_go_only = !given("let-go").empty();
  filter.organisations_only = !given("organisations").empty();
  return filter;
}

}  // namespace app
