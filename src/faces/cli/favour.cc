#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/help/help.h"
#include "app/people/people.h"
#include "app/person.h"
#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr std::size_t people_shown = 20;

constexpr Argument favour_arguments[] = {
    {"PERSON", "usage.favour.person", true},
};

int one(Context& context, app::Session& session, const std::string& person) {
  const auto show = app::show(session, person);
  if (!show) return context.fail(show.error());
  std::vector<app::RowView> help;
  for (const app::RowView& row : show->timeline) {
    if (row.counts && standing::is_help(row.kind)) help.push_back(row);
  }
  if (context.json()) {
    nlohmann::json list = nlohmann::json::array();
    for (const app::RowView& row : help) {
      list.push_back({{"kind", ledger::word(row.kind)},
                      {"direction", standing::word(row.direction)},
                      {"at", base::iso(row.at)},
                      {"note", row.note}});
    }
    context.out() << wire::dump({{"person", wire::person_json(show->person)}, {"help", std::move(list)}});
    return done;
  }
  const std::string name = safe(show->person.card.person.name, 60);
  if (help.empty()) return context.say(say("cli.favour.none-with", {{"name", name}}));
  context.out() << name << "\n";
  for (const app::RowView& row : help) {
    const bool out = row.direction == standing::Direction::out;
    context.out() << "  " << pad(out ? say("cli.favour.out") : say("cli.favour.in"), 8) << "  " << pad(kind_words(row.kind), 11)
                  << "  " << row_words(row) << "\n";
  }
  return done;
}

int run_favour(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (const auto person = context.value("PERSON")) return one(context, *session, *person);
  const auto favours = app::favours(*session);
  if (!favours) return context.fail(favours.error());
  if (context.json()) {
    context.out() << wire::dump(wire::favours_json(*favours));
    return done;
  }
  if (favours->people.empty()) return context.say(say("cli.favour.none"));
  context.out() << say("cli.favour.head", {{"both", favours->both}, {"out", favours->only_out}, {"in", favours->only_in}})
                << "\n\n";
  for (std::size_t i = 0; i < std::min(favours->people.size(), people_shown); ++i) {
    const app::FavoursView::One& person = favours->people[i];
    context.out() << "  " << pad(safe(person.person.card.person.name, 28), 28)
                  << fmt::format("  {:>3} {}  {:>3} {}", person.out, say("cli.favour.out"), person.in, say("cli.favour.in"))
                  << (person.thanks_due ? "   " + say("cli.favour.thanks") : "") << "\n";
  }
  if (favours->people.size() > people_shown)
    context.out() << "  " << say("cli.favour.more", {{"n", favours->people.size() - people_shown}}) << "\n";
  return done;
}

}  // namespace

extern const Command command_favour;
const Command command_favour{
    .name = "favour",
    .group = "usage.group.who-you-know",
    .summary = "usage.favour",
    .examples =
        "wellmet favour\n"
        "wellmet favour ada\n",
    .arguments = favour_arguments,
    .options = {},
    .run = run_favour,
    .notes = "usage.favour.notes",
};

}  // namespace faces::cli
