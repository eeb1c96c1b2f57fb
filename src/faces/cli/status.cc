#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/session.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

struct Row {
  std::string label;
  std::size_t count;
  std::string note;
};

void print_rungs(Context& context, const app::Totals& t, const Paint& paint) {
  const std::array<Row, 5> rows = {
      {{say("cli.status.network"), t.network, t.quiet > 0 ? say("cli.status.quiet", {{"n", t.quiet}}) : ""},
       {say("cli.status.met"), t.rungs[3], say("cli.status.no-help")},
       {say("cli.status.in-touch"), t.rungs[2], say("cli.status.unspoken")},
       {say("cli.status.aware"), t.rungs[1], say("cli.status.one-way")},
       {say("cli.status.listed"), t.rungs[0], say("cli.status.nothing")}}};
  std::size_t most = 1;
  for (const Row& row : rows) most = std::max(most, row.count);
  for (const Row& row : rows) {
    std::string bar;
    const std::size_t length = row.count == 0 ? 0 : std::max<std::size_t>(1, row.count * 24 / most);
    for (std::size_t i = 0; i < length; ++i) bar += "█";
    const std::string note = row.count > 0 ? row.note : "";
    const std::string padded = note.empty() ? bar : pad(bar, 24);
    context.out() << "  " << pad(row.label, 8) << " " << pad(thousands(row.count), 7, true) << (padded.empty() ? "" : "  ")
                  << (&row == rows.data() ? paint.warm(padded) : paint.cool(padded)) << (note.empty() ? "" : "  " + note) << "\n";
  }
}

int run_status(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto totals = app::status(*session);
  if (!totals) return context.fail(totals.error());
  if (context.json()) {
    context.out() << wire::dump(wire::status_json(*totals));
    return done;
  }
  const Paint paint(context.color());
  context.out() << paint.bold(headline(*totals)) << "\n\n";
  print_rungs(context, *totals, paint);
  std::string more;
  if (totals->organisations > 0) more += say("cli.status.organisations", {{"n", totals->organisations}}) + " ";
  if (totals->let_go > 0) more += say("cli.status.let-go", {{"n", totals->let_go}}) + " ";
  if (totals->review > 0) more += say("cli.status.review", {{"n", totals->review}});
  if (!more.empty()) context.out() << "\n  " << more << "\n";
  for (const std::string& line : unknowns(*totals)) context.out() << "  " << line << "\n";
  if (totals->owner_handles.empty()) {
    context.out() << "  " << say("cli.status.owner") << "\n";
  }
  if (!context.quiet()) {
    context.out() << "\n" << say("cli.status.next") << "\n";
  }
  return done;
}

}  // namespace

extern const Command command_status;
const Command command_status{
    .name = "status",
    .group = "usage.group.who-you-know",
    .summary = "usage.status",
    .examples =
        "wellmet\n"
        "wellmet status --json\n"
        "wellmet status --as-of 2025-12-31\n",
    .arguments = {},
    .options = {},
    .run = run_status,
};

}  // namespace faces::cli
