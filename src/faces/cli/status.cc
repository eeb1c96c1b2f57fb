#include <fmt/format.h>

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
  std::string_view label;
  std::size_t count;
  std::string note;
};

std::string note_of(std::size_t count, const char* text) { return count > 0 ? text : ""; }

void print_rungs(Context& context, const app::Totals& t, const Paint& paint) {
  std::string quiet;
  if (t.quiet > 0) quiet = counted(t.quiet, "has", "have") + " gone quiet";
  const std::array<Row, 5> rows = {{{"network", t.network, quiet},
                                    {"met", t.rungs[3], note_of(t.rungs[3], "no help either way yet")},
                                    {"in touch", t.rungs[2], note_of(t.rungs[2], "never spoken")},
                                    {"aware", t.rungs[1], note_of(t.rungs[1], "one way only")},
                                    {"listed", t.rungs[0], note_of(t.rungs[0], "nothing but being listed")}}};
  std::size_t most = 1;
  for (const Row& row : rows) most = std::max(most, row.count);
  for (const Row& row : rows) {
    std::string bar;
    const std::size_t length = row.count == 0 ? 0 : std::max<std::size_t>(1, row.count * 24 / most);
    for (std::size_t i = 0; i < length; ++i) bar += "█";
    const std::string padded = row.note.empty() ? bar : pad(bar, 24);
    context.out() << "  " << pad(row.label, 8) << " " << pad(thousands(row.count), 7, true) << (padded.empty() ? "" : "  ")
                  << (row.label == "network" ? paint.warm(padded) : paint.cool(padded))
                  << (row.note.empty() ? "" : "  " + row.note) << "\n";
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
  if (totals->organisations > 0) more += counted(totals->organisations, "organisation", "organisations") + " kept apart. ";
  if (totals->let_go > 0) more += thousands(totals->let_go) + " let go. ";
  if (totals->review > 0) more += counted(totals->review, "question waits", "questions wait") + " for you: wellmet review";
  if (!more.empty()) context.out() << "\n  " << more << "\n";
  for (const std::string& line : unknowns(*totals)) context.out() << "  " << line << "\n";
  if (totals->owner_handles.empty()) {
    context.out() << "  Which addresses are yours is unknown, so mail says nothing yet: wellmet me --add YOU@EXAMPLE.ORG\n";
  }
  if (!context.quiet()) {
    context.out() << "\nToday: wellmet today      Why anybody stands where they stand: wellmet show NAME\n";
  }
  return done;
}

}  // namespace

extern const Command command_status;
const Command command_status{
    .name = "status",
    .group = "Who you know",
    .summary = "the headline: whom you know, who is your network, who is one step away",
    .examples =
        "wellmet\n"
        "wellmet status --json\n"
        "wellmet status --as-of 2025-12-31\n",
    .arguments = {},
    .options = {},
    .run = run_status,
};

}  // namespace faces::cli
