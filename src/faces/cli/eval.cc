#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "lab/eval_link.h"
#include "lab/eval_plan.h"
#include "lab/eval_ties.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument eval_arguments[] = {
    {"WHAT", "usage.eval.what"},
};

constexpr Option eval_options[] = {
    {"--data", "FILE", "usage.eval.data"},   {"--out", "FILE", "usage.eval.out"},     {"--task", "TASK", "usage.eval.task"},
    {"--prior", "FILE", "usage.eval.prior"}, {"--learn", "FILE", "usage.eval.learn"}, {"--alone", "", "usage.eval.alone"},
};

nlohmann::json json_of(const lab::LinkReport& report) {
  nlohmann::json columns = nlohmann::json::array();
  for (const lab::LinkColumnReport& one : report.columns) {
    columns.push_back({{"title", one.title}, {"compared_as", one.compared_as}, {"same", one.same}, {"different", one.different}});
  }
  return {{"rows", report.rows},
          {"clusters", report.clusters},
          {"pairs", report.pairs},
          {"problems", report.problems},
          {"columns", columns}};
}

void print(const lab::LinkReport& report, std::ostream& out) {
  for (const std::string& problem : report.problems) out << safe(problem) << "\n";
  out << say("cli.eval.link", {{"rows", report.rows}, {"clusters", report.clusters}, {"pairs", report.pairs}}) << "\n";
  out << "\n" << say("cli.eval.levels") << "\n";
  for (const lab::LinkColumnReport& one : report.columns) {
    out << "  " << say("cli.eval.column", {{"title", safe(one.title)}, {"compared", keyword(one.compared_as)}}) << "\n";
    for (std::size_t i = 0; i < one.same.size(); ++i) {
      out << fmt::format("    {:>7.4f}  {:>10.2g}\n", one.same[i], one.different[i]);
    }
  }
}

int run_link(Context& context) {
  const auto data = context.value("--data");
  const auto out = context.value("--out");
  if (!data || !out) {
    return context.fail({base::Fault::usage, "eval link", base::say("cli.needs-data"), base::say("cli.wellmet-eval-link-data")});
  }
  const auto report = lab::eval_link(*data, *out);
  if (!report) return context.fail(report.error());
  if (context.json()) {
    context.out() << wire::dump(json_of(*report));
  } else if (!context.quiet()) {
    print(*report, context.out());
  }
  return done;
}

/// Weights for the next release, from the folders in --data, parted by commas.
int run_learn(Context& context, const std::string& file, const std::string& data) {
  std::vector<std::string> folders;
  for (std::size_t from = 0; from <= data.size();) {
    const std::size_t comma = std::min(data.find(',', from), data.size());
    folders.push_back(data.substr(from, comma - from));
    from = comma + 1;
  }
  const auto written = lab::learn_ties(folders, !context.flag("--alone"), file);
  return written ? done : context.fail(written.error());
}

int run_ties(Context& context) {
  const auto data = context.value("--data");
  const auto out = context.value("--out");
  const auto task = context.value("--task");
  const auto learn = context.value("--learn");
  if (data && learn) return run_learn(context, *learn, *data);
  if (!data || !out || !task) {
    return context.fail(
        {base::Fault::usage, "eval ties", base::say("cli.needs-data-task"), base::say("cli.wellmet-eval-ties-data")});
  }
  const auto report = lab::eval_ties(*data, *task, *out, context.value("--prior"));
  if (!report) return context.fail(report.error());
  if (context.json()) {
    context.out() << wire::dump({{"events", report->events},
                                 {"owners", report->owners},
                                 {"candidates", report->candidates},
                                 {"examples", report->examples},
                                 {"examples_yes", report->examples_yes},
                                 {"problems", report->problems}});
  } else if (!context.quiet()) {
    for (const std::string& problem : report->problems) context.out() << safe(problem) << "\n";
    context.out() << say("cli.eval.ties", {{"candidates", report->candidates},
                                           {"owners", report->owners},
                                           {"events", report->events},
                                           {"examples", report->examples},
                                           {"came_true", report->examples_yes}})
                  << "\n";
  }
  return done;
}

int run_eval(Context& context) {
  const std::string& what = context.argument("WHAT");
  if (what == "link") return run_link(context);
  if (what == "ties") return run_ties(context);
  if (what == "plan") {
    const auto spoken = lab::eval_plan(std::cin, context.out());
    return spoken ? done : context.fail(spoken.error());
  }
  return context.fail(
      {base::Fault::usage, what, base::say("cli.nothing-can-measured"), base::say("cli.wellmet-eval-link-wellmet")});
}

}  // namespace

extern const Command command_eval;
const Command command_eval{
    .name = "eval",
    .group = "usage.group.more",
    .summary = "usage.eval",
    .examples =
        "wellmet eval link --data people.csv --out clusters.csv\n"
        "wellmet eval ties --data FOLDER --task reciprocal --out predictions.csv\n"
        "python3 planner_sim.py --policy \"exec:wellmet eval plan\"\n",
    .arguments = eval_arguments,
    .options = eval_options,
    .run = run_eval,
    .notes = "usage.eval.notes",
};

}  // namespace faces::cli
