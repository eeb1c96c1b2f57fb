#include <fmt/format.h>

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
    {"TO", "somebody, a company, a market of yours, or a rule such as title:founder", false, true},
};

/// "3 threads and 1 meeting together, the last 12 Mar 2026; both at Fjord Bank".
std::string words(const graph::Shared& shared, const app::PersonView& one) {
  std::vector<std::string> parts;
  if (shared.threads > 0) parts.push_back(counted(shared.threads, "conversation", "conversations"));
  if (shared.meetings > 0) parts.push_back(counted(shared.meetings, "meeting", "meetings"));
  if (shared.introductions > 0) parts.push_back(counted(shared.introductions, "introduction", "introductions"));
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  if (!out.empty())
    out += " together, " + (shared.threads + shared.meetings + shared.introductions > 1 ? std::string("the last ") : "") +
           base::words(shared.last);
  if (shared.colleagues) out += (out.empty() ? "both at " : "; both at ") + safe(one.card.person.company, 40);
  return out;
}

std::string name(const app::PersonView& one) { return safe(one.card.person.name, 40); }

std::string chance_words(double chance) { return chance < 0.005 ? "less than 1 %" : fmt::format("{:.0f} %", 100 * chance); }

/// What the owner has with whom the path leads to.
void print_own(Context& context, const app::PathView& path) {
  if (path.person) {
    const auto& card = path.person->card;
    if (card.standing.network) {
      context.out() << name(*path.person) << " is your network: you need nobody between you.\n\n";
    } else if (card.standing.rung >= standing::Rung::in_touch) {
      context.out() << "You are in touch with " << name(*path.person) << " yourself"
                    << (card.standing.last_two_way ? ", last " + base::words(*card.standing.last_two_way) : "") << ".\n\n";
    }
    return;
  }
  context.out() << path.group << ": " << counted(path.people, "person", "people");
  if (path.in_touch > 0) context.out() << ", in touch with you already " << thousands(path.in_touch);
  for (std::size_t i = 0; i < path.own.size(); ++i) context.out() << (i == 0 ? ": " : ", ") << name(path.own[i]);
  context.out() << (path.in_touch > path.own.size() ? ", …\n\n" : "\n\n");
}

void print_one(Context& context, std::size_t n, const app::PathView& path, const app::PathView::Introducer& one) {
  const Paint paint(context.color());
  context.out() << fmt::format("{}  {}  {}, likely to answer {}; {} in all\n", n, paint.bold(name(one.first)),
                               rung_words(one.first.card.standing.rung), chance_words(one.first.card.standing.reply_chance),
                               chance_words(one.chance));
  const app::PersonView& next = one.then ? *one.then : one.to;
  const bool told = !one.then && path.person;
  context.out() << "   " << (told ? "" : "knows " + name(next) + ": ") << words(one.shared, next) << "\n";
  if (one.then) {
    context.out() << "   who knows " << name(one.to) << ": " << words(one.then_shared, one.to) << "\n";
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
  const std::string whom = path->person ? name(*path->person) : path->in_touch > 0 ? "somebody else there" : "somebody there";
  if (path->introducers.empty()) {
    context.out() << "Nobody whom you could ask is known to know " << whom << ".\n";
    if (!context.quiet())
      context.out()
          << "Letters to several people, calendars with attendees and employers tell who knows whom: wellmet import FILES\n";
    return code;
  }
  context.out() << "Who could introduce you to " << whom << ", the warmest first:\n\n";
  for (std::size_t i = 0; i < path->introducers.size(); ++i) print_one(context, i + 1, *path, path->introducers[i]);
  if (!context.quiet())
    context.out() << "\nThe percentages order the list; they are no more than a rough guess. Why anybody: wellmet show NAME\n";
  return code;
}

}  // namespace

extern const Command command_path;
const Command command_path{
    .name = "path",
    .group = "What to do",
    .summary = "who could introduce you to somebody, to a company or to a market",
    .examples =
        "wellmet path ada\n"
        "wellmet path \"Fjord Bank\"\n"
        "wellmet path fintech\n"
        "wellmet path title:founder city:berlin\n",
    .arguments = path_arguments,
    .options = {},
    .run = run_path,
    .notes =
        "Two know each other if they shared a conversation or a meeting of at most twelve, were introduced, or work at\n"
        "one company where you know at most thirty. Over two people at most; never over those whom you let go or\n"
        "exempted, or would not refer anybody to.",
};

}  // namespace faces::cli
