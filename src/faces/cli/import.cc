#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/session.h"
#include "app/settings/settings.h"
#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument import_arguments[] = {
    {"PATH", "usage.import.path", false, true},
};
constexpr Option import_options[] = {
    {"--dry-run", "", "usage.import.dry-run"},
};

std::string counts(const app::FileReport& file) {
  std::string out;
  for (const base::Message& one : file.said_read()) out += (out.empty() ? "" : " · ") + words::say(one);
  std::string left;
  for (const base::Message& one : file.said_left_out()) left += (left.empty() ? "" : ", ") + words::say(one);
  const auto more = [&](const std::string& words) { out += (out.empty() ? "" : " · ") + words; };
  if (!left.empty()) more(say("cli.import.left-out", {{"reasons", left}}));
  if (file.known > 0) more(say("cli.import.known", {{"n", file.known}}));
  return out.empty() ? say("cli.import.nothing-in-it") : out;
}

/// A file in a folder that is of no kind: told in one line with its kin.
bool is_foreign(const app::FileReport& file) { return !file.failed && file.kind.empty() && file.read <= 1; }

std::string name_of(const app::FileReport& file) {
  const std::size_t slash = file.path.rfind('/');
  return safe(slash == std::string::npos ? file.path : file.path.substr(slash + 1), 44);
}

void print_foreign(Context& context, const app::ImportReport& report) {
  std::size_t count = 0;
  std::string names;
  for (const app::FileReport& file : report.files) {
    if (!is_foreign(file)) continue;
    if (++count <= 5) names += (count > 1 ? ", " : "") + name_of(file);
  }
  if (count > 5) names += ", …";
  if (count > 0) context.out() << say("cli.import.foreign", {{"n", count}, {"names", names}}) << "\n";
}

void print_file(Context& context, const app::FileReport& file, std::size_t width) {
  context.out() << pad(name_of(file), width) << "  " << counts(file) << "\n";
  constexpr std::size_t shown = 3;
  auto places = file.problems;
  places.insert(places.end(), file.remarks.begin(), file.remarks.end());
  for (std::size_t i = 0; i < places.size() && i < shown; ++i) {
    context.out() << "  "
                  << say("cli.import.remark",
                         {{"where", safe(words::say(places[i].first), 60)}, {"what", safe(words::say(places[i].second), 120)}})
                  << "\n";
  }
  if (places.size() > shown) {
    context.out() << "  " << say("cli.import.remarks", {{"n", places.size() - shown}}) << "\n";
  }
}

void print_owner(Context& context, const app::Totals& t) {
  if (t.owner_handles.empty()) {
    context.out() << say("cli.import.owner-unknown") << "\n";
    return;
  }
  context.out() << say("cli.import.owner", {{"name", safe(t.owner_name.empty() ? t.owner_handles.front() : t.owner_name, 60)},
                                            {"addressed", yes(!t.owner_name.empty())},
                                            {"address", safe(t.owner_handles.front(), 80)},
                                            {"more", t.owner_handles.size() - 1}})
                << "\n";
  for (const std::string& assumed : t.owner_assumed) {
    const std::string address = safe(assumed, 80);
    context.out() << "  " << say("cli.import.assumed", {{"address", address}, {"command", "wellmet me --remove " + address}})
                  << "\n";
  }
  if (t.unplaced_phones > 0) context.out() << "  " << say("cli.import.unplaced", {{"n", t.unplaced_phones}}) << "\n";
}

void print_end(Context& context, const app::ImportReport& report) {
  const app::Totals& t = report.totals;
  context.out()
      << say("cli.import.people",
             {{"identities", t.identities}, {"people", t.people}, {"organisations", t.organisations}, {"review", t.review}})
      << "\n";
  if (!context.quiet())
    context.out() << say("cli.import.end", {{"seconds", report.seconds}, {"new", yes(report.change.has_value())}}) << "\n";
}

int run_import(Context& context) {
  auto session = context.open(context.flag("--dry-run") ? Context::Make::in_memory : Context::Make::file);
  if (!session) return context.fail(session.error());
  const bool bar = context.environment().error_is_terminal && !context.quiet() && !context.json();
  const app::Progress progress = [&](const std::string& path, std::size_t bytes) {
    if (bar) {
      context.environment().err << "\r" << safe(path, 50) << "  " << say("cli.import.mb", {{"n", bytes >> 20U}}) << "\x1b[K"
                                << std::flush;
    }
    return true;
  };
  const auto report = app::import(*session, context.values("PATH"), context.flag("--dry-run"), progress);
  if (bar) context.environment().err << "\r\x1b[K" << std::flush;
  if (!report) return context.fail(report.error());
  int code = done;
  for (const app::FileReport& file : report->files) {
    if (file.failed) code = context.fail(*file.failed);
  }
  if (context.json()) {
    context.out() << wire::dump(wire::import_json(*report));
    return code;
  }
  if (report->files.empty()) {
    context.out() << say("cli.import.nothing") << "\n";
    return answer_is_no;
  }
  std::size_t width = 16;
  for (const app::FileReport& file : report->files) width = std::max(width, base::columns(name_of(file)));
  for (const app::FileReport& file : report->files) {
    if (!file.failed && !is_foreign(file)) print_file(context, file, width);
  }
  print_foreign(context, *report);
  if (context.flag("--dry-run")) {
    context.out() << say("cli.import.dry") << "\n";
    return code;
  }
  const auto failed = [](const app::FileReport& file) { return file.failed.has_value(); };
  if (!report->files.empty() && std::all_of(report->files.begin(), report->files.end(), failed)) return code;
  print_owner(context, report->totals);
  print_end(context, *report);
  return code;
}

}  // namespace

extern const Command command_import;
const Command command_import{
    .name = "import",
    .group = "usage.group.files",
    .summary = "usage.import",
    .examples =
        "wellmet import Basic_LinkedInDataExport_11-20-2026.zip\n"
        "wellmet import mail.mbox contacts.vcf calendar.ics calls.xml\n"
        "wellmet import ~/Maildir --dry-run\n",
    .arguments = import_arguments,
    .options = import_options,
    .run = run_import,
    .notes = "usage.import.notes",
};

}  // namespace faces::cli
