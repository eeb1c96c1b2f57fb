#include "app/share/share.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "app/help/relevant.h"
#include "app/person.h"
#include "app/session.h"
#include "base/output.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"

namespace faces::cli {

namespace {

constexpr Argument share_arguments[] = {
    {"PIECE", "usage.share.piece", true},
    {"PERSON", "usage.share.person", true, true},
};
constexpr Option share_options[] = {
    {"--limit", "N", "usage.share.limit"},
    {"--output", "FOLDER", "usage.share.output"},
    {"--letter", "FILE", "usage.share.letter"},
    {"--show-letter", "", "usage.share.show-letter"},
};

int rank(Context& context, app::Session& session, std::uint32_t number) {
  const auto limit = context.number("--limit", 0);
  if (!limit) return context.fail(limit.error());
  const auto shown = app::audience(session, number, static_cast<std::size_t>(limit->value_or(20)));
  if (!shown) return context.fail(shown.error());
  if (context.json()) {
    context.out() << wire::dump(wire::audience_json(*shown));
    return shown->people.empty() ? answer_is_no : done;
  }
  const Paint paint(context.color());
  context.out() << paint.bold(safe(shown->piece.title, 100)) << "\n";
  if (shown->of == 0) {
    context.out() << say("cli.share.nobody", {{"words", safe(shown->piece.words, 60)}}) << "\n";
    return answer_is_no;
  }
  const bool any = !shown->people.empty();
  context.out() << say("cli.share.people", {{"n", shown->of}, {"shown", yes(any)}}) << (any ? "\n\n" : "\n");
  for (const app::RelevantView& one : shown->people) {
    context.out() << "  " << pad(safe(one.person.card.person.name, 28), 28) << "  " << pad(job_words(one.person, 34), 34) << "  "
                  << relevant_words(one) << "  " << paint.dim(one.person.id()) << "\n";
  }
  if (shown->resting > 0) {
    context.out() << (any ? "\n" : "") << say("cli.share.resting", {{"n", shown->resting}}) << "\n";
  }
  if (!context.quiet() && any)
    context.out() << "\n" << say("cli.share.letters", {{"command", fmt::format("wellmet share {}", number)}}) << "\n";
  return done;
}

/// Letters and digits of a name, for a file.
std::string file_name(std::uint32_t number, const app::PersonView& person) {
  return fmt::format("{}-{}.eml", number, person.id());
}

int letters(Context& context, app::Session& session, std::uint32_t number, const std::vector<std::string>& persons) {
  const auto folder = context.value("--output");
  if (folder) {
    if (const auto there = base::make_folder(*folder); !there) return context.fail(there.error());
  }
  const auto made = app::share(session, number, persons);
  if (!made) return context.fail(made.error());
  for (const app::PieceLetter& one : *made) {
    if (!folder) continue;
    const std::string path = (std::filesystem::path(*folder) / file_name(number, one.person)).string();
    if (const auto written = base::write_file(path, one.file); !written) {
      return context.fail({written.error().fault, path,
                           base::say("cli.letters-count-sent-already", {{"what", written.error().what}}),
                           base::say("cli.take-back-wellmet-undo")});
    }
  }
  if (context.json()) {
    context.out() << wire::dump(wire::letters_json(*made));
    return done;
  }
  for (const app::PieceLetter& one : *made) {
    if (folder) {
      context.out() << safe(one.person.card.person.name, 60) << ": "
                    << safe((std::filesystem::path(*folder) / file_name(number, one.person)).string(), 200) << "\n";
    } else {
      context.out() << draft_words(one.draft) << "\n  " << one.link << "\n\n";
    }
  }
  if (!context.quiet()) context.out() << say("cli.share.sent", {{"n", made->size()}}) << "\n";
  return done;
}

int set_letter(Context& context, app::Session& session, const std::string& file) {
  std::ostringstream text;
  if (file == "-") {
    text << context.environment().in.rdbuf();
  } else {
    std::ifstream in(file, std::ios::binary);
    if (!in) return context.fail({base::Fault::unreadable, file, base::say("cli.cannot-read"), base::say("cli.give-text-file")});
    text << in.rdbuf();
  }
  const auto said = app::set_letter_form(session, text.str());
  return said ? context.say(*said) : context.fail(said.error());
}

int run_share(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  if (const auto file = context.value("--letter")) return set_letter(context, *session, *file);
  if (context.flag("--show-letter")) {
    const auto form = app::letter_form(*session);
    if (!form) return context.fail(form.error());
    if (context.json()) {
      context.out() << wire::dump({{"letter", *form}});
    } else {
      context.out() << *form << (form->ends_with('\n') ? "" : "\n");
    }
    return done;
  }
  if (!context.value("PIECE"))
    return context.fail({base::Fault::usage, {}, base::say("cli.which-piece"), base::say("cli.see-wellmet-piece")});
  const auto number = context.number("PIECE", 1);
  if (!number) return context.fail(number.error());
  const auto persons = context.values("PERSON");
  const auto n = static_cast<std::uint32_t>(**number);
  return persons.empty() ? rank(context, *session, n) : letters(context, *session, n, persons);
}

}  // namespace

extern const Command command_share;
const Command command_share{
    .name = "share",
    .group = "usage.group.what-to-do",
    .summary = "usage.share",
    .examples =
        "wellmet share 12\n"
        "wellmet share 12 ada bo --output letters\n"
        "wellmet share --show-letter > letter.txt\n"
        "wellmet share --letter letter.txt\n",
    .arguments = share_arguments,
    .options = share_options,
    .run = run_share,
    .notes = "usage.share.notes",
};

}  // namespace faces::cli
