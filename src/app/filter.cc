#include "app/filter.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/text.h"
#include "base/try.h"
#include "standing/standing.h"

namespace app {

namespace {

/// One of `choices`, nothing where the word was not given.
template <class T, std::size_t n>
base::Result<std::optional<T>> chosen(const Given& given, std::string_view mark, std::string_view word,
                                      const std::array<std::pair<std::string_view, T>, n>& choices) {
  const auto text = given(word);
  if (!text) return std::optional<T>{};
  std::string all;
  for (const auto& [name, value] : choices) {
    if (name == *text) return std::optional<T>(value);
    all += (all.empty() ? "" : ", ") + std::string(name);
  }
  return base::fail(base::Fault::usage, {}, fmt::format("{}{} knows no \"{}\"", mark, word, base::printable(*text, 40)),
                    "choose from: " + all);
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
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> facts = {
    {{"talk", "talk"}, {"meet", "meet"}, {"help", "help"}}};
constexpr std::array<std::pair<std::string_view, Sort>, 4> sorts = {
    {{"strength", Sort::strength}, {"name", Sort::name}, {"recent", Sort::recent}, {"rung", Sort::rung}}};

}  // namespace

base::Result<store::Filter> filter_of(const Given& given, std::string_view mark) {
  store::Filter filter;
  TRY(standing, chosen(given, mark, "standing", standings));
  TRY(rung, chosen(given, mark, "rung", rungs));
  TRY(missing, chosen(given, mark, "missing", facts));
  TRY(sort, chosen(given, mark, "sort", sorts));
  filter.network = standing;
  filter.rung = rung;
  if (missing) filter.missing = std::string(*missing);
  filter.sort = sort.value_or(filter.sort);
  filter.one_step_only = given("one-step").has_value();
  filter.quiet_only = given("quiet").has_value();
  filter.let_go_only = given("let-go").has_value();
  filter.organisations_only = given("organisations").has_value();
  return filter;
}

}  // namespace app
