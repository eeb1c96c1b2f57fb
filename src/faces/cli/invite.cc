#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/json.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/out_file.h"
#include "faces/cli/slots_ask.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr Argument arguments[] = {
    {"PERSON", "whom; several come to one meeting", false, true},
};
constexpr Option options[] = {
    {"--at", "WHEN", "a day and a time: \"9 Nov 14:00\""},
    {"--output", "FILE", "where the invitation goes; - for standard output"},
    {"--force", "", "replace FILE if it is there"},
    {"--place", "TEXT", "where"},
    {"--title", "TEXT", "what is it about (default: the names)"},
    {"--slots", "FILE", "instead of --at: a letter that proposes three times at which this calendar of yours is free"},
    {"--from", "DATE", "with --slots: the first day (default: tomorrow)"},
    {"--days", "N", "with --slots: so many days, weekends left out (default 5)"},
    {"--weekends", "", "with --slots: weekends too"},
    {"--hours", "H-H", "with --slots: when you work (default 9-17)"},
    {"--length", "MINUTES", "of the meeting (default 45)"},
    {"--zone", "ZONE", "whose clock: Europe/Berlin, or a city; with --slots, the calendar's own if left out"},
};

int propose(Context& context, app::App& app, const std::string& file, const app::SlotsAsk& ask) {
  const auto slots = app.slots({file}, ask);
  if (!slots) return context.fail(slots.error());
  const auto draft = app.propose(context.values("PERSON"), *slots, ask.length_minutes);
  if (!draft) return context.fail(draft.error());
  if (context.json()) {
    context.out() << app::dump({{"draft", {{"to", draft->to}, {"subject", draft->subject}, {"body", draft->body}}}});
    return done;
  }
  context.out() << "  To: " << safe(draft->to, 200) << "\n  Subject: " << safe(draft->subject, 120) << "\n";
  for (const std::string_view line : base::split(draft->body, '\n')) context.out() << (line.empty() ? "\n" : "  " + safe(line, 500) + "\n");
  return done;
}

int run(Context& context) {
  const auto ask = slots_ask(context);
  if (!ask) return context.fail(ask.error());
  const auto at = context.value("--at"), slots = context.value("--slots"), file = context.value("--output");
  if (at.has_value() == slots.has_value())
    return context.fail({base::Fault::usage, {}, "when?", "give --at \"9 Nov 14:00\", or --slots calendar.ics to propose several times"});
  if (at && !file) return context.fail({base::Fault::usage, {}, "where is the invitation to go?", "for instance: --output meeting.ics, or - for standard output"});
  auto app = context.open();
  if (!app) return context.fail(app.error());
  if (slots) return propose(context, **app, *slots, *ask);
  const auto made = (*app)->invite({.persons = context.values("PERSON"),
                                    .at = *at,
                                    .zone = ask->zone,
                                    .length_minutes = ask->length_minutes,
                                    .title = context.value("--title").value_or(""),
                                    .place = context.value("--place").value_or("")});
  if (!made) return context.fail(made.error());
  if (*file == "-") {
    context.out() << (context.json() ? app::dump({{"invitation", made->text}}) : made->text);
    return done;
  }
  if (std::ifstream(*file).good() && !context.flag("--force"))
    return context.fail({base::Fault::usage, *file, "is there already", "choose another name, or replace it with --force"});
  if (!write_whole(*file, made->text)) return context.fail({base::Fault::unreadable, *file, "cannot be written", "choose a folder that is yours"});
  const std::string words = fmt::format("\"{}\", {} ({}), is in {}.", safe(made->title, 80), app::time_words(made->day, made->minute),
                                        safe(made->zone, 40), safe(*file));
  return context.say(words + (context.quiet() ? "" : " Send it yourself, as an attachment; once met: wellmet log met NAME"));
}

}  // namespace

extern const Command command_invite;
const Command command_invite{
    .name = "invite",
    .group = "What to do",
    .summary = "an invitation as a calendar file, or a letter that proposes three times",
    .examples =
        "wellmet invite ada --at \"9 Nov 14:00\" --zone Berlin --place \"Café Adler\" --output ada.ics\n"
        "wellmet invite ada --slots calendar.ics\n",
    .arguments = arguments,
    .options = options,
    .run = run,
    .notes = "Nothing is sent: the file and the letter are for you to send, or not.",
};

}  // namespace faces::cli
