#include "wire/export.h"

#include <ostream>

#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/filter.h"

namespace faces::cli {

namespace {

constexpr Option export_options[] = {
    {"--format", "F", "usage.export.format"},
    {"--standing", "S", "usage.export.standing"},
};

int run_export(Context& context) {
  const std::string format = context.value("--format").value_or("vcard");
  if (format != "vcard" && format != "jscontact" && format != "csv" && format != "jsonl") {
    return context.fail({base::Fault::usage,
                         {},
                         base::say("cli.format-knows-no", {{"what", base::printable(format, 40)}}),
                         base::say("cli.choose-vcard-jscontact-csv")});
  }
  auto filter = filter_of(context);
  if (!filter) return context.fail(filter.error());
  filter->limit = 0;
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (format == "jsonl") {
    const auto written =
        wire::export_ledger(*session, [&](const std::string& line) { return bool(context.out() << line << "\n"); });
    return written ? done : context.fail(written.error());
  }
  const auto text = wire::export_people(*session, format, *filter);
  if (!text) return context.fail(text.error());
  context.out() << *text;
  return done;
}

}  // namespace

extern const Command command_export;
const Command command_export{
    .name = "export",
    .group = "usage.group.files",
    .summary = "usage.export",
    .examples =
        "wellmet export --format vcard --standing network > network.vcf\n"
        "wellmet export --format csv > people.csv\n"
        "wellmet export --format jsonl > everything.jsonl\n",
    .arguments = {},
    .options = export_options,
    .run = run_export,
};

}  // namespace faces::cli
