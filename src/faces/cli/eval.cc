#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/eval_link.h"
#include "app/json.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr Argument arguments[] = {
    {"WHAT", "link: which rows of a table are one and the same"},
};

constexpr Option options[] = {
    {"--data", "FILE", "the table: CSV, first column the record's id"},
    {"--out", "FILE", "where to: CSV, rid and cluster"},
};

nlohmann::json json_of(const app::LinkReport& report) {
  nlohmann::json columns = nlohmann::json::array();
  for (const app::LinkColumnReport& one : report.columns) {
    columns.push_back({{"title", one.title},
                       {"compared_as", one.compared_as},
                       {"same", one.same},
                       {"different", one.different}});
  }
  return {{"rows", report.rows},
          {"clusters", report.clusters},
          {"pairs", report.pairs},
          {"problems", report.problems},
          {"columns", columns}};
}

void print(const app::LinkReport& report, std::ostream& out) {
  for (const std::string& problem : report.problems) out << safe(problem) << "\n";
  out << fmt::format("{} are {}, by {}.\n", several(report.rows, "rows"),
                     several(report.clusters, "clusters"), several(report.pairs, "comparisons"));
  out << "\nHow often two rows of one and the same agree, and two of different ones, closest level "
         "first:\n";
  for (const app::LinkColumnReport& one : report.columns) {
    out << fmt::format("  {} ({})\n", safe(one.title), one.compared_as);
    for (std::size_t i = 0; i < one.same.size(); ++i) {
      out << fmt::format("    {:>7.4f}  {:>10.2g}\n", one.same[i], one.different[i]);
    }
  }
}

int run(Context& context) {
  const std::string& what = context.argument("WHAT");
  if (what != "link") {
    return context.fail({base::Fault::usage, what, "is nothing that can be measured",
                         "wellmet eval link --data RECORDS.csv --out CLUSTERS.csv"});
  }
  const auto data = context.value("--data");
  const auto out = context.value("--out");
  if (!data || !out) {
    return context.fail({base::Fault::usage, "eval link", "needs --data and --out",
                         "wellmet eval link --data RECORDS.csv --out CLUSTERS.csv"});
  }
  const auto report = app::eval_link(*data, *out);
  if (!report) return context.fail(report.error());
  if (context.json()) {
    context.out() << app::dump(json_of(*report));
  } else if (!context.quiet()) {
    print(*report, context.out());
  }
  return done;
}

}  // namespace

extern const Command command_eval;
const Command command_eval{
    .name = "eval",
    .group = "More",
    .summary = "measure how well wellmet tells who is who, on any table",
    .examples = "wellmet eval link --data people.csv --out clusters.csv\n",
    .arguments = arguments,
    .options = options,
    .run = run,
    .notes =
        "Columns are compared by what their names mean (name, given_name, surname, email, phone, "
        "date_of_birth,\n"
        "postcode, …), others as numbers or text. With a column `source`, only rows of different "
        "sources\n"
        "are compared. No labels are used; docs/linkage.md says how it works.",
};

}  // namespace faces::cli
