#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
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
    {"--quarters", "N", "usage.report.quarters"},
    {"--since", "DATE", "usage.report.since"},
};

std::string share(std::size_t part, std::size_t whole) {
  if (whole == 0) return "";
  return say("cli.percent", {{"percent", percent(static_cast<double>(part) / static_cast<double>(whole))}});
}

/// One column of eighths, as high as `count` is of `most`.
std::string column(std::size_t count, std::size_t most) {
  constexpr std::array<std::string_view, 9> eighths = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (most == 0) return std::string(eighths[0]);
  return std::string(eighths[count == 0 ? 0 : std::max<std::size_t>(1, count * 8 / most)]);
}

/// A small chart of one number over time: "network  ▁▂▃▅█  12 to 84".
void print_chart(std::ostream& out, const std::string& label, const std::vector<app::ReportRow>& rows,
                 std::size_t app::ReportRow::*number, const Paint& paint) {
  std::size_t most = 0;
  for (const app::ReportRow& row : rows) most = std::max(most, row.*number);
  std::string line;
  for (const app::ReportRow& row : rows) line += column(row.*number, most);
  out << "  " << pad(label, 10) << "  " << paint.warm(line) << "  "
      << say("cli.report.from-to", {{"from", rows.front().*number}, {"to", rows.back().*number}}) << "\n";
}

/// Lines below headings: the first column as wide as `first`, each further one as its heading.
class Table {
 public:
  Table(std::ostream& out, std::size_t first, std::vector<std::string> headings)
      : out_(out), first_(first), headings_(std::move(headings)) {
    print("", headings_);
  }
  void print(const std::string& label, const std::vector<std::string>& cells) {
    std::string line = "  " + pad(label, first_);
    for (std::size_t i = 0; i < cells.size(); ++i) line += "  " + pad(cells[i], base::columns(headings_[i]), true);
    out_ << std::string_view(line).substr(0, line.find_last_not_of(' ') + 1) << "\n";
  }

 private:
  std::ostream& out_;
  std::size_t first_;
  std::vector<std::string> headings_;
};

constexpr std::size_t day_columns = 10;

void print_rows(std::ostream& out, const std::vector<app::ReportRow>& rows) {
  Table table(out, day_columns,
              {say("cli.report.people"), say("cli.report.network"), say("cli.report.joined"), say("cli.report.left"),
               say("cli.report.quiet"), say("cli.report.advocates"), say("cli.report.both"), say("cli.report.in-touch")});
  for (const app::ReportRow& row : rows) {
    const bool first = &row == &rows.front();
    table.print(base::iso(row.day), {thousands(row.people), thousands(row.network), first ? "" : thousands(row.joined),
                                     first ? "" : thousands(row.left), thousands(row.quiet), thousands(row.advocates),
                                     share(row.both_helped, row.network), share(row.in_touch, row.network)});
  }
}

void print_foretold(std::ostream& out, const std::vector<standing::TrackRecord>& all) {
  if (all.empty()) {
    out << say("cli.report.untold") << "\n";
    return;
  }
  out << say("cli.report.foretold") << "\n";
  const auto of = [](std::size_t n, std::size_t whole) { return say("cli.report.of", {{"n", n}, {"of", whole}}); };
  const auto to_left = [](const std::string& text) { return pad(text, base::columns(say("cli.report.error"))); };
  Table table(out, day_columns,
              {pad(say("cli.report.likeliest"), 13, true), pad(say("cli.report.all"), 9, true),
               pad(say("cli.report.expected"), 8, true), say("cli.report.error")});
  for (const standing::TrackRecord& one : all) {
    table.print(base::iso(one.day), {of(one.top_answered, one.top), of(one.answered, one.written_to),
                                     thousands(static_cast<std::size_t>(std::llrint(one.foretold * one.written_to))),
                                     to_left(say("cli.number-fine", {{"number", one.brier}}))});
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
    words += (words.empty() ? "" : ", ") +
             say("cli.report.step", {{"play", play_words(step.play)}, {"times", times}, {"day", base::day_of(step.at)}});
  }
  return words.empty() ? "" : say("cli.report.after", {{"steps", words}});
}

void print_moved(std::ostream& out, const app::Report& report) {
  if (report.moved.empty()) {
    out << say("cli.report.nobody-moved", {{"since", *report.since}}) << "\n";
    return;
  }
  out << say("cli.report.moved", {{"since", *report.since}}) << "\n";
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
  if (shown < report.moved.size()) out << "  " << say("cli.report.more", {{"n", report.moved.size() - shown}}) << "\n";
}

void print_plays(std::ostream& out, const app::Report& report) {
  if (report.plays.empty()) {
    out << say("cli.report.no-step", {{"since", *report.since}}) << "\n";
    return;
  }
  out << say("cli.report.came", {{"since", *report.since}}) << "\n";
  Table table(out, 8,
              {say("cli.report.steps"), say("cli.report.people"), say("cli.report.answered"), say("cli.report.moved-up"),
               say("cli.report.into-network"), say("cli.report.too-early")});
  for (const plays::Outcomes& play : report.plays) {
    table.print(play_words(play.play), {thousands(play.steps), thousands(play.people), thousands(play.answered),
                                        thousands(play.moved_up), thousands(play.network), thousands(play.too_early)});
  }
}

void print_notes(std::ostream& out, const app::Report& report) {
  out << "\n" << say("cli.report.notes") << "\n";
  if (report.constancy_windows) out << say("cli.report.notes-rhythm") << "\n";
  const bool after =
      std::any_of(report.moved.begin(), report.moved.end(), [](const app::Moved& one) { return !one.after.empty(); });
  if (after || !report.plays.empty()) out << say("cli.report.notes-after") << "\n";
}

void print(Context& context, const app::Report& report) {
  std::ostream& out = context.out();
  print_rows(out, report.rows);
  if (context.environment().out_is_terminal && report.rows.size() > 1) {
    const Paint paint(context.color());
    out << "\n";
    print_chart(out, say("cli.report.network"), report.rows, &app::ReportRow::network, paint);
    print_chart(out, say("cli.report.in-touch"), report.rows, &app::ReportRow::in_touch, paint);
    print_chart(out, say("cli.report.quiet"), report.rows, &app::ReportRow::quiet, paint);
  }
  if (report.constancy_windows)
    out << "\n"
        << say("cli.report.constancy", {{"in_touch", *report.constancy_windows}, {"windows", standing::Constancy{}.windows}})
        << "\n";
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
    const std::string text = safe(*since, 40);
    return base::fail(base::Fault::usage, {},
                      ask.since ? base::say("cli.in-future", {{"text", text}}) : base::say("cli.not-date", {{"text", text}}),
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
    context.out() << say("cli.report.nobody") << "\n";
  } else {
    print(context, *report);
  }
  return done;
}

}  // namespace

extern const Command command_report;
const Command command_report{
    .name = "report",
    .group = "usage.group.who-you-know",
    .summary = "usage.report",
    .examples =
        "wellmet report\n"
        "wellmet report --quarters 20 --json\n"
        "wellmet report --since \"90 days ago\"\n"
        "wellmet report --as-of 2025-12-31\n",
    .arguments = {},
    .options = report_options,
    .run = run_report,
    .notes = "usage.report.notes",
};

}  // namespace faces::cli
