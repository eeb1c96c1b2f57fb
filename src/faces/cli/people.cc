#include "app/people/people.h"

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
    {"QUERY", "usage.people.query", true, true},
};
constexpr Option people_options[] = {
    {"--standing", "S", "usage.people.standing"},
    {"--rung", "R", "usage.people.rung"},
    {"--missing", "M", "usage.people.missing"},
    {"--market", "NAME", "usage.people.market"},
    {"--city", "NAME", "usage.people.city"},
    {"--company", "NAME", "usage.people.company"},
    {"--tag", "NAME", "usage.people.tag"},
    {"--one-step", "", "usage.people.one-step"},
    {"--quiet", "", "usage.people.quiet"},
    {"--let-go", "", "usage.people.let-go"},
    {"--organisations", "", "usage.people.organisations"},
    {"--sort", "BY", "usage.people.sort"},
    {"--limit", "N", "usage.people.limit"},
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
    context.out() << say("cli.people.nobody") << "\n";
    return answer_is_no;
  }
  context.out() << paint.dim(pad(say("cli.people.name"), 28) + "  " + pad(say("cli.people.company"), 22) + "  " +
                             pad(say("cli.people.rung"), 9) + "  " + pad(say("cli.people.strength"), 8, true) + "  " +
                             pad(say("cli.people.last"), 10) + "  " + pad("", 21) + "  " + say("cli.people.id"))
                << "\n";
  for (const app::PersonView& one : list->people) context.out() << person_line(one, paint) << "\n";
  if (list->people.size() < list->total) {
    context.out() << "\n" << say("cli.people.some", {{"shown", list->people.size()}, {"total", list->total}}) << "\n";
  }
  return done;
}

}  // namespace

extern const Command command_people;
const Command command_people{
    .name = "people",
    .group = "usage.group.who-you-know",
    .summary = "usage.people",
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
