#include <fmt/format.h>

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
    {"PATH", "files and folders, of any kind that wellmet reads", false, true},
};
constexpr Option import_options[] = {
    {"--dry-run", "", "read and account for everything, keep nothing"},
};

std::string counts(const app::FileReport& file) {
  std::string out;
  for (const base::Message& one : file.said_read()) out += (out.empty() ? "" : " · ") + words::say(one);
  std::string left;
  for (const base::Message& one : file.said_left_out()) left += (left.empty() ? "" : ", ") + words::say(one);
  if (!left.empty()) out += " · left out: " + left;
  if (file.known > 0) out += " · " + thousands(file.known) + " known already";
  return out.empty() ? "nothing in it" : out;
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
  if (count > 0)
    context.out() << counted(count, "file", "files") << (count == 1 ? " is" : " are") << " not of a supported type: " << names
                  << "\n";
}

void print_file(Context& context, const app::FileReport& file, std::size_t width) {
  context.out() << pad(name_of(file), width) << "  " << counts(file) << "\n";
  constexpr std::size_t shown = 3;
  auto places = file.problems;
  places.insert(places.end(), file.remarks.begin(), file.remarks.end());
  for (std::size_t i = 0; i < places.size() && i < shown; ++i) {
    context.out() << "  " << safe(words::say(places[i].first), 60) << ": " << safe(words::say(places[i].second), 120) << "\n";
  }
  if (places.size() > shown) {
    context.out() << "  and " << counted(places.size() - shown, "more remark", "more remarks") << " (--json lists them all)\n";
  }
}

void print_owner(Context& context, const app::Totals& t) {
  if (t.owner_handles.empty()) {
    context.out() << "Which addresses are yours could not be told: wellmet me --add YOU@EXAMPLE.ORG\n";
    return;
  }
  context.out() << "You are " << safe(t.owner_name.empty() ? t.owner_handles.front() : t.owner_name, 60);
  if (!t.owner_name.empty()) context.out() << " <" << safe(t.owner_handles.front(), 80) << ">";
  if (t.owner_handles.size() > 1) {
    context.out() << " and " << counted(t.owner_handles.size() - 1, "more address", "more addresses");
  }
  context.out() << " (wellmet me to change).\n";
  for (const std::string& assumed : t.owner_assumed) {
    context.out() << "  Taken to be yours, since it bears your name: " << safe(assumed, 80) << " (not yours? wellmet me --remove "
                  << safe(assumed, 80) << ")\n";
  }
  if (t.unplaced_phones > 0) {
    context.out() << "  " << counted(t.unplaced_phones, "number", "numbers")
                  << " without a country could not be placed: wellmet me --region XX\n";
  }
}

int run_import(Context& context) {
  auto session = context.open(context.flag("--dry-run") ? Context::Make::in_memory : Context::Make::file);
  if (!session) return context.fail(session.error());
  const bool bar = context.environment().error_is_terminal && !context.quiet() && !context.json();
  const app::Progress progress = [&](const std::string& path, std::size_t bytes) {
    if (bar) {
      context.environment().err << "\r" << safe(path, 50) << "  " << thousands(bytes >> 20U) << " MB\x1b[K" << std::flush;
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
    context.out() << "Nothing to read there.\n";
    return answer_is_no;
  }
  std::size_t width = 16;
  for (const app::FileReport& file : report->files) width = std::max(width, base::columns(name_of(file)));
  for (const app::FileReport& file : report->files) {
    if (!file.failed && !is_foreign(file)) print_file(context, file, width);
  }
  print_foreign(context, *report);
  if (context.flag("--dry-run")) {
    context.out() << "Nothing was kept (--dry-run).\n";
    return code;
  }
  const auto failed = [](const app::FileReport& file) { return file.failed.has_value(); };
  if (!report->files.empty() && std::all_of(report->files.begin(), report->files.end(), failed)) return code;
  print_owner(context, report->totals);
  context.out() << counted(report->totals.identities, "identity is ", "identities are ")
                << counted(report->totals.people, "person", "people");
  if (report->totals.organisations > 0) {
    context.out() << " and " << counted(report->totals.organisations, "organisation", "organisations");
  }
  if (report->totals.review > 0) {
    context.out() << "; " << counted(report->totals.review, "question waits", "questions wait") << " for you (wellmet review)";
  }
  context.out() << ".\n";
  if (!context.quiet()) {
    context.out() << fmt::format("{:.1f} s. ", report->seconds)
                  << (report->change ? "Undo with: wellmet undo" : "Nothing was new.") << "\n";
  }
  return code;
}

}  // namespace

extern const Command command_import;
const Command command_import{
    .name = "import",
    .group = "Files in and out",
    .summary = "read what you already have: LinkedIn, mail, calendar, address book, calls, chats",
    .examples =
        "wellmet import Basic_LinkedInDataExport_11-20-2026.zip\n"
        "wellmet import mail.mbox contacts.vcf calendar.ics calls.xml\n"
        "wellmet import ~/Maildir --dry-run\n",
    .arguments = import_arguments,
    .options = import_options,
    .run = run_import,
    .notes =
        "The kind of a file is told by its content. Importing a file twice changes nothing; a newer\nexport adds what is new. "
        "Each file is taken whole or not at all.",
};

}  // namespace faces::cli
