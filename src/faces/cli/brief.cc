#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/meet/meet.h"
#include "app/person.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument brief_arguments[] = {
    {"PERSON", "usage.brief.person", false, true},
};

void print(Context& context, const app::BriefView& brief) {
  const Paint paint(context.color());
  const auto& p = brief.show.person.card.person;
  const auto& s = brief.show.person.card.standing;
  context.out() << paint.bold(safe(p.name, 80));
  for (const std::string& part : {p.title, p.company, p.city}) {
    if (!part.empty()) context.out() << " · " << safe(part, 60);
  }
  context.out() << "\n" << standing_words(brief.show.person) << "\n\n";
  const auto row = [&](const std::string& label, const std::string& text) {
    context.out() << "  " << pad(label, 8) << "  " << text << "\n";
  };
  const auto rows = [&](const std::string& label, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) row(&text == &texts.front() ? label : std::string{}, text);
  };
  if (brief.spoken) {
    row(say("cli.brief.spoken"),
        say("cli.times-last", {{"n", s.counts.met + s.counts.called}, {"known", "yes"}, {"row", row_words(*brief.spoken)}}));
  } else {
    row(say("cli.brief.spoken"), s.meet == standing::Fact::unknown ? say("cli.unknown-meet") : say("cli.never"));
  }
  if (brief.wrote) {
    row(say("cli.brief.wrote"),
        say("cli.wrote-last",
            {{"in", s.counts.wrote_in}, {"out", s.counts.wrote_out}, {"known", "yes"}, {"row", row_words(*brief.wrote)}}));
  }
  std::string about;
  for (const std::string& subject : brief.about) about += (about.empty() ? "" : " · ") + safe(subject, 50);
  if (!about.empty()) row(say("cli.brief.about"), about);
  std::vector<std::string> help;
  if (brief.help_out) help.push_back(say("cli.brief.help-out", {{"n", s.counts.help_out}, {"row", row_words(*brief.help_out)}}));
  if (brief.help_in) help.push_back(say("cli.brief.help-in", {{"n", s.counts.help_in}, {"row", row_words(*brief.help_in)}}));
  if (help.empty()) help.push_back(say("cli.brief.no-help"));
  rows(say("cli.brief.help"), help);
  rows(say("cli.brief.open"), wire::texts_of(brief.open));
  if (brief.give.empty()) {
    row(say("cli.brief.give"),
        say("cli.brief.give-nothing", {{"command", fmt::format("wellmet need {} TEXT", brief.show.person.id())}}));
  } else {
    rows(say("cli.brief.give"), wire::texts_of(brief.give));
  }
  std::vector<std::string> colleagues;
  for (const app::PersonView& one : brief.colleagues) {
    const auto& other = one.card.person;
    colleagues.push_back(say("cli.brief.colleague", {{"name", safe(other.name, 40)},
                                                     {"titled", yes(!other.title.empty())},
                                                     {"title", safe(other.title, 40)},
                                                     {"rung", rung_words(one.card.standing.rung)}}));
  }
  rows(say("cli.brief.there"), colleagues);
  std::vector<std::string> notes;
  for (const std::string& note : p.notes) notes.push_back(safe(note, 160));
  rows(say("cli.brief.note"), notes);
  if (context.quiet()) return;
  const std::string id = brief.show.person.id();
  context.out() << "\n"
                << say("cli.brief.then", {{"met", "wellmet log met " + id}, {"helped", "wellmet log helped " + id}}) << "\n";
}

int run_brief(Context& context) {
  std::string who;
  for (const std::string& word : context.values("PERSON")) who += (who.empty() ? "" : " ") + word;
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto brief = app::brief(*session, who);
  if (!brief) return context.fail(brief.error());
  if (context.json()) {
    context.out() << wire::dump(wire::brief_json(*brief));
  } else {
    print(context, *brief);
  }
  return done;
}

}  // namespace

extern const Command command_brief;
const Command command_brief{
    .name = "brief",
    .group = "usage.group.what-to-do",
    .summary = "usage.brief",
    .examples =
        "wellmet brief ada\n"
        "wellmet brief ada --json\n",
    .arguments = brief_arguments,
    .options = {},
    .run = run_brief,
};

}  // namespace faces::cli
