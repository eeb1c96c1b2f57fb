#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

/// Text as roff shows it: its backslashes, hyphens and leading dots are taken literally.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

void heading(std::ostream& out, std::string_view text) { out << ".SH " << roff(text) << "\n"; }

/// What stands in bold or slanted within it has roff's own signs already.
void row(std::ostream& out, std::string_view left, std::string_view sentence) {
  out << fmt::format(".TP\n{}\n{}\n", left, sentence);
}

void examples(std::ostream& out) {
  heading(out, say("cli.man.examples"));
  out << ".nf\n";
  for (const std::string_view name : {"import", "status", "show", "today", "log", "undo"}) {
    const Command* command = find_command(name);
    if (command == nullptr) continue;
    const std::string_view first = base::split(command->examples, '\n').front();
    out << fmt::format("# {}\n{}\n\n", roff(say(command->summary)), roff(first));
  }
  out << ".fi\n";
}

void option_rows(std::ostream& out, std::span<const Option> options) {
  for (const Option& option : options) {
    row(out,
        fmt::format("\\fB{}\\fR{}", roff(option.name),
                    option.value.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(option.value))),
        roff(say(option.help)));
  }
}

void command_rows(std::ostream& out) {
  for (const Command* command : all_command_table()) {
    out << fmt::format(".SS wellmet {}", roff(command->name));
    for (const Argument& argument : command->arguments) {
      out << fmt::format(" {}{}{}{}", argument.optional ? "[" : "", argument.name, argument.many ? "…" : "",
                         argument.optional ? "]" : "");
    }
    out << "\n" << roff(say(command->summary)) << "\n";
    for (const Argument& argument : command->arguments) {
      row(out, fmt::format("\\fI{}\\fR", argument.name), roff(say(argument.help)));
    }
    option_rows(out, command->options);
    if (!command->notes.empty()) {
      out << ".P\n";
      const std::string notes = say(command->notes);
      for (const std::string_view line : base::split(notes, '\n')) out << roff(line) << "\n";
    }
    out << ".P\n.nf\n";
    for (const std::string_view line : base::split(command->examples, '\n')) {
      if (!line.empty()) out << roff(line) << "\n";
    }
    out << ".fi\n";
  }
}

int run_man(Context& context) {
  std::ostream& out = context.out();
  out << fmt::format(".TH WELLMET 1 \"\" \"wellmet {}\" \"{}\"\n", WELLMET_VERSION, roff(say("cli.man.manual")));
  heading(out, say("cli.man.name"));
  out << "wellmet \\- " << roff(say("cli.man.product")) << "\n";
  heading(out, say("cli.man.synopsis"));
  out << "\\fBwellmet\\fR [\\fICOMMAND\\fR] [\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]\n";
  examples(out);
  heading(out, say("cli.man.commands"));
  command_rows(out);
  heading(out, say("cli.man.options"));
  option_rows(out, global_options());
  heading(out, say("cli.man.files"));
  row(out,
      say("cli.man.places",
          {{"place", "\\fI$XDG_DATA_HOME/wellmet/wellmet.db\\fR"}, {"other", "\\fI~/.local/share/wellmet/wellmet.db\\fR"}}),
      say("cli.man.data-file", {{"command", "\\fBwellmet backup\\fR"}}));
  heading(out, say("cli.man.environment"));
  row(out, "WELLMET_DB", roff(say("cli.man.wellmet-db")));
  row(out, "NO_COLOR", roff(say("cli.man.no-color")));
  heading(out, say("cli.man.exit-status"));
  row(out, "0", roff(say("cli.man.done")));
  row(out, "1", roff(say("cli.man.answer-is-no")));
  row(out, "2", roff(say("cli.man.wrong-usage")));
  row(out, "3", roff(say("cli.man.unreadable-input")));
  row(out, "4", roff(say("cli.man.bad-data-file")));
  return done;
}

}  // namespace

extern const Command command_man;
const Command command_man{
    .name = "man",
    .group = "usage.group.more",
    .summary = "usage.man",
    .examples =
        "wellmet man | man -l -\n"
        "wellmet man > ~/.local/share/man/man1/wellmet.1\n",
    .arguments = {},
    .options = {},
    .run = run_man,
};

}  // namespace faces::cli
