#include "app/people/people.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/person.h"
#include "faces/cli/cli.h"
#include "faces/cli/filter.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument people_arguments[] = {
    {"QUERY", "words to find in names, companies, titles, places, notes, addresses", true, true},
};
constexpr Option people_options[] = {
    {"--standing", "S", "network or contact"},
    {"--rung", "R", "listed, aware, in_touch, met, network or advocate; several by commas"},
    {"--missing", "M", "talk, meet or help; several by commas"},
    {"--market", "NAME", "those who fit that market"},
    {"--city", "NAME", "those who live there; may be given more than once, as --company and --tag"},
    {"--company", "NAME", "those who work there"},
    {"--tag", "NAME", "those whom you or an address book gave that tag"},
    {"--one-step", "", "those one step away only"},
    {"--quiet", "", "network whose tie has gone below its habit"},
    {"--let-go", "", "those let go"},
    {"--organisations", "", "companies, lists, shared mailboxes"},
    {"--sort", "BY", "strength (default), name, recent or rung"},
    {"--limit", "N", "at most N; 0 is all (default 50 on a terminal, all with --json)"},
};

int run_people(Context& context) {
  const auto filter = filter_of(context);
  if (!filter) return context.fail(filter.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto list = app::people(*session, *filter);
  if (!list) return context.fail(list.error());
  if (context.json()) {
    context.out() << wire::dump(wire::people_json(*list));
    return list->total > 0 ? done : answer_is_no;
  }
  const Paint paint(context.color());
  if (list->people.empty()) {
    context.out() << "Nobody matches.\n";
    return answer_is_no;
  }
  context.out() << paint.dim(pad("name", 28) + "  " + pad("company", 22) + "  " + pad("rung", 9) + "  strength  " +
                             pad("last", 10) + "  " + pad("", 21) + "  id")
                << "\n";
  for (const app::PersonView& one : list->people) context.out() << person_line(one, paint) << "\n";
  if (list->people.size() < list->total) {
    context.out() << "\n" << thousands(list->people.size()) << " of " << thousands(list->total) << " (--limit 0 shows all)\n";
  }
  return done;
}

}  // namespace

extern const Command command_people;
const Command command_people{
    .name = "people",
    .group = "Who you know",
    .summary = "the list of people, filtered and sorted",
    .examples =
        "wellmet people\n"
        "wellmet people berlin data --standing contact\n"
        "wellmet people --missing help --sort recent --limit 20\n"
        "wellmet people --rung met,in_touch --city Berlin --city Potsdam\n"
        "wellmet people --json | jq '.people[].name'\n",
    .arguments = people_arguments,
    .options = people_options,
    .run = run_people,
};

}  // namespace faces::cli
