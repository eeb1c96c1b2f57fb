#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/settings/settings.h"
#include "base/output.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument calendar_arguments[] = {
    {"FILE", "where to; an older calendar of wellmet's there is replaced; - for standard output"},
};

bool is_ours(std::istream& there) {
  std::string head(200, '\0');
  there.read(head.data(), static_cast<std::streamsize>(head.size()));
  return base::contains(head, "PRODID:-//wellmet//calendar//EN");
}

int run_calendar(Context& context) {
  const std::string& file = context.argument("FILE");
  if (std::ifstream there(file, std::ios::binary); there && file != "-" && !is_ours(there)) {
    return context.fail(
        {base::Fault::usage, file, base::say("cli.already-no-calendar-wellmet"), base::say("cli.choose-another-name")});
  }
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto calendar = app::calendar(*session);
  if (!calendar) return context.fail(calendar.error());
  if (file == "-") {
    context.out() << calendar->text;
    return done;
  }
  if (const auto written = base::write_file(file, calendar->text); !written) return context.fail(written.error());
  if (context.json()) {
    context.out() << wire::dump({{"file", file}, {"birthdays", calendar->birthdays}, {"due", calendar->due}});
    return done;
  }
  return context.say(fmt::format("{} and {} are in {}.", several(calendar->birthdays, "birthdays"),
                                 several(calendar->due, "due days"), safe(file)));
}

}  // namespace

extern const Command command_calendar;
const Command command_calendar{
    .name = "calendar",
    .group = "What to do",
    .summary = "birthdays and due days as a calendar, for any program to subscribe to",
    .examples = "wellmet calendar wellmet.ics\n",
    .arguments = calendar_arguments,
    .options = {},
    .run = run_calendar,
    .notes =
        "Of people with whom you have written both ways or more. A member of your network is due after two thirds\n"
        "of the silence at which they would count as quiet. Run it daily (cron, a timer) and subscribe to the file.",
};

}  // namespace faces::cli
