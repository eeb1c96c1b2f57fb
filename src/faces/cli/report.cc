#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/plan/plan.h"
#include "base/text.h"
#include "base/time.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr int quarters_max = 40;
constexpr std::size_t moved_shown = 20;

constexpr Option report_options[] = {
    {"--quarters", "N", "how many ends of quarters before today (default 8, at most 40)"},
    {"--since", "DATE", "who moved since then, and which steps came before (default: since the first row)"},
};

std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "" : fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
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
  out << "  " << pad(label, 10) << "  " << paint.warm(line) << "  " << thousands(rows.front().*number) << " to "
      << thousands(rows.back().*number) << "\n";
}

void print_rows(std::ostream& out, const std::vector<app::ReportRow>& rows) {
  out << "              people  network  joined  left  quiet  advocates  help both ways  in "
         "touch\n";
  for (const app::ReportRow& row : rows) {
    const bool first = &row == &rows.front();
    out << fmt::format("  {}  {:>6}  {:>7}  {:>6}  {:>4}  {:>5}  {:>9}  {:>14}  {:>8}\n", base::iso(row.day),
                       thousands(row.people), thousands(row.network), first ? "" : thousands(row.joined),
                       first ? "" : thousands(row.left), thousands(row.quiet), thousands(row.advocates),
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
                       fmt::format("{} of {}", one.top_answered, one.top), fmt::format("{} of {}", one.answered, one.written_to),
                       one.foretold * one.written_to, one.brier);
  }
}

/// "after talk (twice, last 3 Aug 2026), help (20 Jul 2026)"; empty without steps.
std::string after_words(const std::vector<plays::Taken>& steps) {
  std::string words;
  std::vector<std::string_view> told;
  for (const plays::Taken& step : steps) {
    if (std::find(told.begin(), told.end(), step.play) != told.end()) continue;
    told.push_back(step.play);
    const auto times = std::count_if(steps.begin(), steps.end(), [&](const plays::Taken& one) { return one.play == step.play; });
    const std::string often = times == 1 ? "" : times == 2 ? "twice, last " : fmt::format("{} times, last ", times);
    words += fmt::format("{}{} ({}{})", words.empty() ? "after " : ", ", safe(step.play, 12), often,
                         base::words(base::day_of(step.at)));
  }
  return words;
}

void print_moved(std::ostream& out, const app::Report& report) {
  const std::string since = base::words(*report.since);
  if (report.moved.empty()) {
    out << "Nobody moved into your network since " << since << ".\n";
    return;
  }
  out << "Who moved into your network since " << since << ", and what completed it\n";
  const std::size_t shown = std::min(report.moved.size(), moved_shown);
  std::size_t name_columns = 0, by_columns = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    name_columns = std::max(name_columns, base::columns(safe(report.moved[i].name, 30)));
    by_columns = std::max(by_columns, base::columns(words::say(report.moved[i].by)));
  }
  for (std::size_t i = 0; i < shown; ++i) {
    const app::Moved& one = report.moved[i];
    std::string line = fmt::format("  {}  {}  {}  {}", base::iso(one.day), pad(safe(one.name, 30), name_columns),
                                   pad(safe(words::say(one.by), 60), by_columns), after_words(one.after));
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << "\n";
  }
  if (shown < report.moved.size()) out << "  and " << thousands(report.moved.size() - shown) << " more (--json lists all)\n";
}

void print_plays(std::ostream& out, const app::Report& report) {
  const std::string since = base::words(*report.since);
  if (report.plays.empty()) {
    out << "No step was done since " << since << ". wellmet today proposes some; wellmet done N says that you did one.\n";
    return;
  }
  out << "What came after your steps since " << since << "\n"
      << "            steps  people  answered  moved up  into network  too early to say\n";
  for (const plays::Outcomes& play : report.plays) {
    out << fmt::format("  {}  {:>5}  {:>6}  {:>8}  {:>8}  {:>12}  {:>16}\n", pad(safe(play.play, 8), 8), thousands(play.steps),
                       thousands(play.people), thousands(play.answered), thousands(play.moved_up), thousands(play.network),
                       thousands(play.too_early));
  }
}

void print_notes(std::ostream& out, const app::Report& report) {
  out << "\nHelp both ways: members with whom help has flowed in both directions. In touch: members with "
         "two-way\n"
         "contact in the 90 days before. The likeliest: the 20 with the highest chance on that day.\n";
  if (report.constancy_windows)
    out << "Their own rhythm: the usual gap between the two of you, 7 to 91 days; 30 where it is not known.\n";
  const bool after =
      std::any_of(report.moved.begin(), report.moved.end(), [](const app::Moved& one) { return !one.after.empty(); });
  if (after || !report.plays.empty())
    out << "After: your steps towards them in the 90 days before. Answered: anything from them within 14 "
           "days. Moved\n"
           "up: within 90 days. Too early: nothing came yet. After it is not because of it.\n";
}

void print(Context& context, const app::Report& report) {
  std::ostream& out = context.out();
  print_rows(out, report.rows);
  if (context.environment().out_is_terminal && report.rows.size() > 1) {
    const Paint paint(context.color());
    out << "\n";
    print_chart(out, "network", report.rows, &app::ReportRow::network, paint);
    print_chart(out, "in touch", report.rows, &app::ReportRow::in_touch, paint);
    print_chart(out, "quiet", report.rows, &app::ReportRow::quiet, paint);
  }
  if (report.constancy_windows)
    out << fmt::format(
        "\nConstancy: on average you were in touch with members in {:.1f} of the last {} windows of "
        "their own rhythm.\n",
        *report.constancy_windows, standing::Constancy{}.windows);
  if (report.since) {
    out << "\n";
    print_moved(out, report);
    out << "\n";
    print_plays(out, report);
  }
  out << "\n";
  print_foretold(out, report.foretold);
  if (!context.quiet()) print_notes(out, report);
}

/// What was asked for, or what is wrong with it.
base::Result<app::ReportAsk> ask_of(Context& context) {
  app::ReportAsk ask;
  const auto quarters = context.number("--quarters", 0);
  if (!quarters) return base::fail(quarters.error());
  ask.quarters = std::min(quarters_max, quarters->value_or(ask.quarters));
  const auto since = context.value("--since");
  if (!since) return ask;
  const auto today = context.today();
  if (!today) return base::fail(today.error());
  ask.since = base::parse_day(*since, *today);
  if (!ask.since || *ask.since > *today) {
    return base::fail(base::Fault::usage, {},
                      base::say("cli.is", {{"since", safe(*since, 40)}, {"since_b", ask.since ? "in the future" : "not a date"}}),
                      base::say("cli.write-2026-03-14-2"));
  }
  return ask;
}

int run_report(Context& context) {
  const auto ask = ask_of(context);
  if (!ask) return context.fail(ask.error());
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto report = app::report(*session, *ask);
  if (!report) return context.fail(report.error());
  if (context.json()) {
    context.out() << wire::dump(wire::report_json(*report));
  } else if (report->rows.back().people == 0) {
    context.out() << "Nobody is known yet. Start with: wellmet import FILES\n";
  } else {
    print(context, *report);
  }
  return done;
}

}  // namespace

extern const Command command_report;
const Command command_report{
    .name = "report",
    .group = "Who you know",
    .summary = "your network over time, who moved into it after which steps, and who answered as foretold",
    .examples =
        "wellmet report\n"
        "wellmet report --quarters 20 --json\n"
        "wellmet report --since \"90 days ago\"\n"
        "wellmet report --as-of 2025-12-31\n",
    .arguments = {},
    .options = report_options,
    .run = run_report,
    .notes = "Each row is what wellmet --as-of that day shows.",
};

}  // namespace faces::cli
