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
    {"FILE", "usage.calendar.file"},
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
  return context.say(
      say("cli.calendar.done", {{"birthdays", calendar->birthdays}, {"due", calendar->due}, {"file", safe(file)}}));
}

}  // namespace

extern const Command command_calendar;
const Command command_calendar{
    .name = "calendar",
    .group = "usage.group.what-to-do",
    .summary = "usage.calendar",
    .examples = "wellmet calendar wellmet.ics\n",
    .arguments = calendar_arguments,
    .options = {},
    .run = run_calendar,
    .notes = "usage.calendar.notes",
};

}  // namespace faces::cli
