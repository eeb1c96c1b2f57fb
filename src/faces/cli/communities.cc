#include <nlohmann/json.hpp>
#include <ostream>

#include "app/focus/acquaintance.h"
#include "app/person.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr int people_named = 20;

constexpr Option communities_options[] = {
    {"--limit", "N", "usage.communities.limit"},
};

int run_communities(Context& context) {
  const auto limit = context.number("--limit", 0);
  if (!limit) return context.fail(limit.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto circles = app::communities(*session);
  if (!circles) return context.fail(circles.error());
  if (context.json()) {
    context.out() << wire::dump(wire::communities_json(*circles));
    return circles->empty() ? answer_is_no : done;
  }
  if (circles->empty()) {
    context.out() << say("cli.circles.none") << "\n";
    if (!context.quiet()) context.out() << say("cli.circles.how") << "\n";
    return answer_is_no;
  }
  context.out() << say("cli.circles.head") << "\n\n";
  const auto count = static_cast<std::size_t>(limit->value_or(people_named));
  for (std::size_t i = 0; i < circles->size() && (count == 0 || i < count); ++i) {
    const app::CircleView& one = (*circles)[i];
    std::string central;
    for (const app::PersonView& person : one.central)
      central += (central.empty() ? "" : ", ") + safe(person.card.person.name, 28);
    context.out() << pad(safe(say(one.name), 34), 34) << "  " << pad(thousands(one.people), 5, true) << " "
                  << say("cli.circles.people") << ", "
                  << pad(one.network == 0 ? say("cli.none") : thousands(one.network), 4, true) << " "
                  << say("cli.circles.network") << "  " << central << "\n";
  }
  if (count > 0 && circles->size() > count) context.out() << say("cli.more", {{"n", circles->size() - count}}) << "\n";
  return done;
}

}  // namespace

extern const Command command_communities;
const Command command_communities{
    .name = "communities",
    .group = "usage.group.who-you-know",
    .summary = "usage.communities",
    .examples =
        "wellmet communities\n"
        "wellmet communities --json\n",
    .arguments = {},
    .options = communities_options,
    .run = run_communities,
    .notes = "usage.communities.notes",
};

}  // namespace faces::cli
