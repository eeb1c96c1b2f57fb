#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/json.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr int quarters_shown = 8;

constexpr Option options[] = {
    {"--quarters", "N", "how many ends of quarters before today (default 8, at most 40)"},
};

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? ""
                    : fmt::format("{:.0f} %",
                                  100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// One column of eighths, as high as `count` is of `most`.
std::string column(std::size_t count, std::size_t most) {
  constexpr std::array<std::string_view, 9> eighths = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (most == 0) return std::string(eighths[0]);
  return std::string(eighths[count == 0 ? 0 : std::max<std::size_t>(1, count * 8 / most)]);
}

/// A small chart of one number over time: "network  ▁▂▃▅█  12 to 84".
void print_chart(std::ostream& out, std::string_view label, const std::vector<app::ReportRow>& rows,
                 std::size_t app::ReportRow::*number, const Paint& paint) {
  std::size_t most = 0;
  for (const app::ReportRow& row : rows) most = std::max(most, row.*number);
  std::string line;
  for (const app::ReportRow& row : rows) line += column(row.*number, most);
  out << "  " << pad(label, 10) << "  " << paint.warm(line) << "  "
      << thousands(rows.front().*number) << " to " << thousands(rows.back().*number) << "\n";
}

void print_rows(std::ostream& out, const std::vector<app::ReportRow>& rows) {
  out << "              people  network  joined  left  quiet  advocates  help both ways  in "
         "touch\n";
  for (const app::ReportRow& row : rows) {
    const bool first = &row == &rows.front();
    out << fmt::format("  {}  {:>6}  {:>7}  {:>6}  {:>4}  {:>5}  {:>9}  {:>14}  {:>8}\n",
                       base::iso(row.day), thousands(row.people), thousands(row.network),
                       first ? "" : thousands(row.joined), first ? "" : thousands(row.left),
                       thousands(row.quiet), thousands(row.advocates),
                       share(row.both_helped, row.network), share(row.in_touch, row.network));
  }
}

void print_foretold(std::ostream& out, const std::vector<standing::TrackRecord>& all) {
  if (all.empty()) {
    out << "Whether people answer as foretold cannot be told yet: no mail of yours from more than "
           "90 days ago.\n";
    return;
  }
  out << "Who answered within 14 days, of those whom you wrote to in the 90 days after\n"
         "              the likeliest        all  expected  error (a coin's is 0.25)\n";
  for (const standing::TrackRecord& one : all) {
    out << fmt::format("  {}  {:>13}  {:>9}  {:>8.0f}  {:.2f}\n", base::iso(one.day),
                       fmt::format("{} of {}", one.top_answered, one.top),
                       fmt::format("{} of {}", one.answered, one.written_to),
                       one.foretold * one.written_to, one.brier);
  }
}

nlohmann::json json_of(const app::Report& report) {
  nlohmann::json rows = nlohmann::json::array(), foretold = nlohmann::json::array();
  const auto of_network = [](std::size_t part, const app::ReportRow& row) {
    return row.network == 0 ? nlohmann::json(nullptr)
                            : nlohmann::json(static_cast<double>(part * 1000 / row.network) / 1000);
  };
  for (const app::ReportRow& row : report.rows) {
    rows.push_back({{"day", base::iso(row.day)},
                    {"people", row.people},
                    {"network", row.network},
                    {"joined", row.joined},
                    {"left", row.left},
                    {"quiet", row.quiet},
                    {"advocates", row.advocates},
                    {"reciprocity", of_network(row.both_helped, row)},
                    {"constancy", of_network(row.in_touch, row)}});
  }
  for (const standing::TrackRecord& one : report.foretold) {
    foretold.push_back({{"day", base::iso(one.day)},
                        {"written_to", one.written_to},
                        {"answered", one.answered},
                        {"top", one.top},
                        {"top_answered", one.top_answered},
                        {"expected_share", std::round(1000 * one.foretold) / 1000},
                        {"brier", std::round(1000 * one.brier) / 1000}});
  }
  return {{"quarters", rows}, {"foretold", foretold}};
}

int run(Context& context) {
  const auto quarters = context.number("--quarters", 0);
  if (!quarters) return context.fail(quarters.error());
  auto app = context.open();
  if (!app) return context.fail(app.error());
  const auto report = (*app)->report(std::min(40, quarters->value_or(quarters_shown)));
  if (!report) return context.fail(report.error());
  if (context.json()) {
    context.out() << app::dump(json_of(*report));
    return done;
  }
  if (report->rows.back().people == 0) {
    context.out() << "Nobody is known yet. Start with: wellmet import FILES\n";
    return done;
  }
  print_rows(context.out(), report->rows);
  if (context.environment().out_is_terminal && report->rows.size() > 1) {
    const Paint paint(context.color());
    context.out() << "\n";
    print_chart(context.out(), "network", report->rows, &app::ReportRow::network, paint);
    print_chart(context.out(), "in touch", report->rows, &app::ReportRow::in_touch, paint);
    print_chart(context.out(), "quiet", report->rows, &app::ReportRow::quiet, paint);
  }
  context.out() << "\n";
  print_foretold(context.out(), report->foretold);
  if (!context.quiet()) {
    context.out() << "\nHelp both ways: members with whom help has flowed in both directions. In "
                     "touch: members with two-way\n"
                     "contact in the 90 days before. The likeliest: the 20 with the highest chance "
                     "on that day.\n";
  }
  return done;
}

}  // namespace

extern const Command command_report;
const Command command_report{
    .name = "report",
    .group = "Who you know",
    .summary = "your network over time, and how well wellmet foretold who answers",
    .examples =
        "wellmet report\n"
        "wellmet report --quarters 20 --json\n"
        "wellmet report --as-of 2025-12-31\n",
    .arguments = {},
    .options = options,
    .run = run,
    .notes = "Each row is what wellmet --as-of that day shows.",
};

}  // namespace faces::cli
