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
    {"PERSON", "whom you will meet", false, true},
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
  const auto row = [&](std::string_view label, const std::string& text) {
    context.out() << "  " << pad(label, 8) << "  " << text << "\n";
  };
  const auto rows = [&](std::string_view label, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) row(&text == &texts.front() ? label : "", text);
  };
  if (brief.spoken) {
    row("spoken", fmt::format("{}, last {}", counted(s.counts.met + s.counts.called, "time", "times"), row_words(*brief.spoken)));
  } else {
    row("spoken", s.meet == standing::Fact::unknown ? "unknown: no calendar or call log imported" : "never");
  }
  if (brief.wrote) {
    row("wrote", fmt::format("{} to you, {} from you, last {}", thousands(s.counts.wrote_in), thousands(s.counts.wrote_out),
                             row_words(*brief.wrote)));
  }
  std::string about;
  for (const std::string& subject : brief.about) about += (about.empty() ? "" : " · ") + safe(subject, 50);
  if (!about.empty()) row("about", about);
  std::vector<std::string> help;
  if (brief.help_out)
    help.push_back(fmt::format("{} from you, last {}", thousands(s.counts.help_out), row_words(*brief.help_out)));
  if (brief.help_in) help.push_back(fmt::format("{} to you, last {}", thousands(s.counts.help_in), row_words(*brief.help_in)));
  if (help.empty()) help.push_back("none yet, as far as is known");
  rows("help", help);
  rows("open", wire::texts_of(brief.open));
  if (brief.give.empty()) {
    row("give", fmt::format("nothing noted: ask what they need, then wellmet need {} TEXT", brief.show.person.id()));
  } else {
    rows("give", wire::texts_of(brief.give));
  }
  std::vector<std::string> colleagues;
  for (const app::PersonView& one : brief.colleagues) {
    const auto& other = one.card.person;
    colleagues.push_back(safe(other.name, 40) + (other.title.empty() ? "" : ", " + safe(other.title, 40)) + " (" +
                         rung_words(one.card.standing.rung) + ")");
  }
  rows("there", colleagues);
  std::vector<std::string> notes;
  for (const std::string& note : p.notes) notes.push_back(safe(note, 160));
  rows("note", notes);
  if (context.quiet()) return;
  context.out() << fmt::format("\nAfterwards: wellmet log met {0}. Did help flow? wellmet log helped {0} TEXT, or got-help\n",
                               brief.show.person.id());
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
    .group = "What to do",
    .summary = "before you meet somebody: what was last, what is open, what you could give",
    .examples =
        "wellmet brief ada\n"
        "wellmet brief ada --json\n",
    .arguments = brief_arguments,
    .options = {},
    .run = run_brief,
};

}  // namespace faces::cli
