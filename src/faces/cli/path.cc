#include <nlohmann/json.hpp>
#include <ostream>

#include "app/focus/acquaintance.h"
#include "app/person.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument path_arguments[] = {
    {"TO", "usage.path.to", false, true},
};

/// "3 conversations and 1 meeting together, the last 12 Mar 2026; both at Fjord Bank".
std::string words(const graph::Shared& shared, const app::PersonView& one) {
  std::vector<base::Message> parts;
  if (shared.threads > 0) parts.push_back(base::say("cli.path.conversations", {{"n", shared.threads}}));
  if (shared.meetings > 0) parts.push_back(base::say("cli.path.meetings", {{"n", shared.meetings}}));
  if (shared.introductions > 0) parts.push_back(base::say("cli.path.introductions", {{"n", shared.introductions}}));
  const bool any = !parts.empty();
  return say("cli.path.shared", {{"any", yes(any)},
                                 {"shared", std::move(parts)},
                                 {"several", yes(shared.threads + shared.meetings + shared.introductions > 1)},
                                 {"last", shared.last},
                                 {"colleagues", yes(shared.colleagues)},
                                 {"company", safe(one.card.person.company, 40)}});
}

std::string name(const app::PersonView& one) { return safe(one.card.person.name, 40); }

base::Message chance(double share) { return base::say("cli.path.chance", {{"percent", percent(share)}}); }

/// What the owner has with whom the path leads to.
void print_own(Context& context, const app::PathView& path) {
  if (path.person) {
    const auto& card = path.person->card;
    if (card.standing.network) {
      context.out() << say("cli.path.network", {{"name", name(*path.person)}}) << "\n\n";
    } else if (card.standing.rung >= standing::Rung::in_touch) {
      context.out() << say("cli.path.in-touch", {{"name", name(*path.person)},
                                                 {"known", yes(card.standing.last_two_way.has_value())},
                                                 {"last", card.standing.last_two_way.value_or(base::Day{})}})
                    << "\n\n";
    }
    return;
  }
  std::string names;
  for (const app::PersonView& one : path.own) names += (names.empty() ? "" : ", ") + name(one);
  context.out() << say("cli.path.group", {{"group", say(path.group)},
                                          {"people", path.people},
                                          {"in_touch", path.in_touch},
                                          {"named", yes(!names.empty())},
                                          {"names", names},
                                          {"more", yes(path.in_touch > path.own.size())}})
                << "\n\n";
}

void print_one(Context& context, std::size_t n, const app::PathView& path, const app::PathView::Introducer& one) {
  const Paint paint(context.color());
  context.out() << n << "  " << paint.bold(name(one.first)) << "  "
                << say("cli.path.introducer", {{"rung", rung_words(one.first.card.standing.rung)},
                                               {"reply", chance(one.first.card.standing.reply_chance)},
                                               {"all", chance(one.chance)}})
                << "\n";
  const app::PersonView& next = one.then ? *one.then : one.to;
  const bool told = !one.then && path.person;
  context.out() << "   "
                << (told ? words(one.shared, next)
                         : say("cli.path.knows", {{"name", name(next)}, {"shared", words(one.shared, next)}}))
                << "\n";
  if (one.then) {
    context.out() << "   " << say("cli.path.then", {{"name", name(one.to)}, {"shared", words(one.then_shared, one.to)}}) << "\n";
  }
}

int run_path(Context& context) {
  std::string to;
  for (const std::string& word : context.values("TO")) to += (to.empty() ? "" : " ") + word;
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto path = app::path(*session, to);
  if (!path) return context.fail(path.error());
  const int code = path->introducers.empty() && path->in_touch == 0 ? answer_is_no : done;
  if (context.json()) {
    context.out() << wire::dump(wire::path_json(*path));
    return code;
  }
  print_own(context, *path);
  if (!path->person && path->people == path->in_touch) return done;
  const std::string_view whom = path->person ? "name" : path->in_touch > 0 ? "else" : "other";
  const std::string named = path->person ? name(*path->person) : "";
  if (path->introducers.empty()) {
    context.out() << say("cli.path.nobody", {{"whom", whom}, {"name", named}}) << "\n";
    if (!context.quiet()) context.out() << say("cli.circles.how") << "\n";
    return code;
  }
  context.out() << say("cli.path.head", {{"whom", whom}, {"name", named}}) << "\n\n";
  for (std::size_t i = 0; i < path->introducers.size(); ++i) print_one(context, i + 1, *path, path->introducers[i]);
  if (!context.quiet()) context.out() << "\n" << say("cli.path.hint") << "\n";
  return code;
}

}  // namespace

extern const Command command_path;
const Command command_path{
    .name = "path",
    .group = "usage.group.what-to-do",
    .summary = "usage.path",
    .examples =
        "wellmet path ada\n"
        "wellmet path \"Fjord Bank\"\n"
        "wellmet path fintech\n"
        "wellmet path title:founder city:berlin\n",
    .arguments = path_arguments,
    .options = {},
    .run = run_path,
    .notes = "usage.path.notes",
};

}  // namespace faces::cli
