#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/letters.h"
#include "app/meet/meet.h"
#include "app/session.h"
#include "base/output.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/slots_ask.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument invite_arguments[] = {
    {"PERSON", "usage.invite.person", true, true},
};
constexpr Option invite_options[] = {
    {"--at", "WHEN", "usage.invite.at"},       {"--output", "FILE", "usage.invite.output"},
    {"--force", "", "usage.invite.force"},     {"--sent", "", "usage.invite.sent"},
    {"--met", "N", "usage.invite.met"},        {"--not", "N", "usage.invite.not"},
    {"--place", "TEXT", "usage.invite.place"}, {"--title", "TEXT", "usage.invite.title"},
    {"--slots", "FILE", "usage.invite.slots"}, {"--from", "DATE", "usage.invite.from"},
    {"--days", "N", "usage.invite.days"},      {"--weekends", "", "usage.invite.weekends"},
    {"--hours", "H-H", "usage.invite.hours"},  {"--length", "MINUTES", "usage.invite.length"},
    {"--zone", "ZONE", "usage.invite.zone"},
};

int propose(Context& context, app::Session& session, const std::string& file, const app::SlotsAsk& ask) {
  const auto slots = app::slots(session, {file}, ask);
  if (!slots) return context.fail(slots.error());
  const auto draft = app::propose(session, context.values("PERSON"), *slots, ask.length_minutes);
  if (!draft) return context.fail(draft.error());
  if (context.json()) {
    context.out() << wire::dump({{"draft", {{"to", draft->to}, {"subject", draft->subject}, {"body", draft->body}}}});
    return done;
  }
  context.out() << letter_head(draft->to, draft->subject);
  for (const std::string_view line : base::split(draft->body, '\n'))
    context.out() << (line.empty() ? "\n" : "  " + safe(line, 500) + "\n");
  return done;
}

void print(Context& context, const app::InvitationView& one) {
  const plays::Invitation& sent = one.invitation;
  const std::string names = say("said.names", {{"names", app::names_of(one.over ? one.asked : one.persons)}});
  context.out() << fmt::format("{:>4}  ", sent.number)
                << say("cli.invite.line", {{"names", Paint(context.color()).bold(names)},
                                           {"at", app::time_words(sent.day, sent.minute)},
                                           {"zone", safe(sent.zone, 40)},
                                           {"titled", yes(!sent.title.empty())},
                                           {"title", safe(sent.title, 60)}})
                << "\n";
}

int list(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto all = app::invitations(*session);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    context.out() << wire::dump(wire::invitations_json(*all));
    return done;
  }
  if (all->empty()) context.out() << say("cli.invite.none") << "\n";
  std::optional<bool> over;
  for (const app::InvitationView& one : *all) {
    if (over != one.over)
      context.out() << (over ? "\n" : "") << (one.over ? say("cli.invite.over") : say("cli.invite.to-come")) << "\n";
    over = one.over;
    print(context, one);
  }
  if (over == true && !context.quiet()) context.out() << "\n" << say("cli.invite.say") << "\n";
  return done;
}

/// What is said of an invitation that went out, if anything.
std::optional<int> tell(Context& context) {
  for (const std::string_view option : {"--met", "--not"}) {
    const auto given = context.number(option, 1);
    if (!given) return context.fail(given.error());
    if (!given->has_value()) continue;
    std::string text;
    for (const std::string& word : context.values("PERSON")) text += (text.empty() ? "" : " ") + word;
    const auto n = static_cast<std::uint32_t>(**given);
    auto session = context.open();
    if (!session) return context.fail(session.error());
    const auto said = option == "--met" ? app::invitation_met(*session, n, text) : app::invitation_off(*session, n);
    if (!said) return context.fail(said.error());
    const bool more = option == "--met" && !context.json() && !context.quiet();
    if (more) return context.say(say("cli.invite.met", {{"said", *said}}));
    return context.say(*said);
  }
  return std::nullopt;
}

int run_invite(Context& context) {
  if (const auto told = tell(context)) return *told;
  const auto at = context.value("--at"), slots = context.value("--slots"), file = context.value("--output");
  const bool sent = context.flag("--sent");
  const auto persons = context.values("PERSON");
  if (persons.empty() && !at && !slots && !sent) return list(context);
  if (persons.empty())
    return context.fail({base::Fault::usage, {}, base::say("cli.whom"), base::say("cli.give-name-wellmet-invite")});
  const auto asked = slots_ask(context);
  if (!asked) return context.fail(asked.error());
  if (at.has_value() == slots.has_value())
    return context.fail({base::Fault::usage, {}, base::say("cli.when"), base::say("cli.give-9-nov-14")});
  if (sent && slots)
    return context.fail(
        {base::Fault::usage, {}, base::say("cli.letter-several-times-invites"), base::say("cli.once-they-chosen-time")});
  if (at && !file && !sent)
    return context.fail(
        {base::Fault::usage, {}, base::say("cli.where-invitation-go"), base::say("cli.instance-output-meeting-ics")});
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (slots) return propose(context, *session, *slots, *asked);
  const app::InviteAsk ask{.persons = persons,
                           .at = *at,
                           .zone = asked->zone,
                           .length_minutes = asked->length_minutes,
                           .title = context.value("--title").value_or(""),
                           .place = context.value("--place").value_or("")};
  const auto made = app::invite(*session, ask);
  if (!made) return context.fail(made.error());
  const bool to_file = file && *file != "-";
  if (to_file && std::ifstream(*file).good() && !context.flag("--force"))
    return context.fail({base::Fault::usage, *file, base::say("cli.already"), base::say("cli.choose-another-name-replace")});
  if (to_file) {
    if (const auto written = base::write_file(*file, made->text); !written) return context.fail(written.error());
  }
  std::string kept;
  if (sent) {
    const auto said = app::invitation_sent(*session, ask);
    if (!said) return context.fail(said.error());
    kept = say("cli.sentence", {{"said", *said}});
  }
  if (file && !to_file) {
    context.out() << (context.json() ? wire::dump({{"invitation", made->text}}) : made->text);
    return done;
  }
  if (!file) return context.say(kept);
  const std::string written = say("cli.invite.written", {{"title", safe(made->title, 80)},
                                                         {"at", app::time_words(made->day, made->minute)},
                                                         {"zone", safe(made->zone, 40)},
                                                         {"file", safe(*file)}});
  if (sent) return context.say(written + " " + kept);
  return context.say(context.quiet() ? written : written + " " + say("cli.invite.send"));
}

}  // namespace

extern const Command command_invite;
const Command command_invite{
    .name = "invite",
    .group = "usage.group.what-to-do",
    .summary = "usage.invite",
    .examples =
        "wellmet invite ada --at \"9 Nov 14:00\" --zone Berlin --place \"Café Adler\" --output ada.ics\n"
        "wellmet invite ada --at \"9 Nov 14:00\" --zone Berlin --sent\n"
        "wellmet invite ada --slots calendar.ics\n"
        "wellmet invite\n"
        "wellmet invite --met 14 \"she knows somebody at Fjord\"\n",
    .arguments = invite_arguments,
    .options = invite_options,
    .run = run_invite,
    .notes = "usage.invite.notes",
};

}  // namespace faces::cli
