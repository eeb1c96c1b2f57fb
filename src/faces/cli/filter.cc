#include "faces/cli/filter.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/try.h"

namespace faces::cli {

namespace {

base::Problem no_such(std::string_view option, const std::string& value, std::string_view choices) {
  return {base::Fault::usage, {}, fmt::format("{} knows no \"{}\"", option, base::printable(value, 40)),
          fmt::format("choose from: {}", choices)};
}

}  // namespace

base::Result<store::Filter> filter_of(const Context& context) {
  store::Filter filter;
  for (const std::string& word : context.values("QUERY")) filter.query += word + " ";
  if (const auto standing = context.value("--standing")) {
    if (*standing != "network" && *standing != "contact") {
      return base::fail(no_such("--standing", *standing, "network, contact"));
    }
    filter.network = *standing == "network";
  }
  if (const auto rung = context.value("--rung")) {
    for (int i = 0; i < 6; ++i) {
      const auto one = static_cast<standing::Rung>(i);
      if (standing::word(one) == *rung) filter.rung = one;
    }
    if (!filter.rung) return base::fail(no_such("--rung", *rung, "listed, aware, in_touch, met, network, advocate"));
  }
  if (const auto missing = context.value("--missing")) {
    if (*missing != "talk" && *missing != "meet" && *missing != "help") {
      return base::fail(no_such("--missing", *missing, "talk, meet, help"));
    }
    filter.missing = *missing;
  }
  if (const auto sort = context.value("--sort")) {
    if (*sort == "strength") filter.sort = store::Sort::strength;
    else if (*sort == "name") filter.sort = store::Sort::name;
    else if (*sort == "recent") filter.sort = store::Sort::recent;
    else if (*sort == "rung") filter.sort = store::Sort::rung;
    else return base::fail(no_such("--sort", *sort, "strength, name, recent, rung"));
  }
  filter.one_step_only = context.flag("--one-step");
  filter.quiet_only = context.flag("--quiet");
  filter.let_go_only = context.flag("--let-go");
  filter.organisations_only = context.flag("--organisations");
  TRY(limit, context.number("--limit", 0));
  const bool short_list = !context.json();
  filter.limit = limit ? static_cast<std::size_t>(*limit) : short_list ? 50 : 0;
  return filter;
}

}  // namespace faces::cli
