#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "faces/cli/cli.h"

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

void examples(std::ostream& out) {
  out << ".SH EXAMPLES\n.nf\n";
  for (const std::string_view name : {"import", "status", "show", "today", "log", "undo"}) {
    const Command* command = find_command(name);
    if (command == nullptr) continue;
    const std::string_view first = base::split(command->examples, '\n').front();
    out << fmt::format("# {}\n{}\n\n", roff(command->summary), roff(first));
  }
  out << ".fi\n";
}

void option_rows(std::ostream& out, std::span<const Option> options) {
  for (const Option& option : options) {
    out << fmt::format(".TP\n\\fB{}\\fR{}\n{}\n", roff(option.name),
                       option.value.empty() ? "" : fmt::format(" \\fI{}\\fR", roff(option.value)), roff(option.help));
  }
}

void command_rows(std::ostream& out) {
  for (const Command* command : all_command_table()) {
    out << fmt::format(".SS wellmet {}", roff(command->name));
    for (const Argument& argument : command->arguments) {
      out << fmt::format(" {}{}{}{}", argument.optional ? "[" : "", argument.name, argument.many ? "…" : "",
                         argument.optional ? "]" : "");
    }
    out << "\n" << roff(command->summary) << "\n";
    for (const Argument& argument : command->arguments) {
      out << fmt::format(".TP\n\\fI{}\\fR\n{}\n", argument.name, roff(argument.help));
    }
    option_rows(out, command->options);
    if (!command->notes.empty()) {
      out << ".P\n";
      for (const std::string_view line : base::split(command->notes, '\n')) out << roff(line) << "\n";
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
  out << fmt::format(".TH WELLMET 1 \"\" \"wellmet {}\" \"User Commands\"\n", WELLMET_VERSION)
      << ".SH NAME\nwellmet \\- tells your network from your contacts, from evidence that you already have\n"
         ".SH SYNOPSIS\n\\fBwellmet\\fR [\\fICOMMAND\\fR] [\\fIARGUMENTS\\fR] [\\fIOPTIONS\\fR]\n";
  examples(out);
  out << ".SH COMMANDS\n";
  command_rows(out);
  out << ".SH OPTIONS OF EVERY COMMAND\n";
  option_rows(out, global_options());
  out << ".SH FILES\n"
         ".TP\n\\fI$XDG_DATA_HOME/wellmet/wellmet.db\\fR, else \\fI~/.local/share/wellmet/wellmet.db\\fR\n"
         "The data file: everything that wellmet knows. \\fBwellmet backup\\fR copies it while it is in use.\n"
         ".SH ENVIRONMENT\n"
         ".TP\nWELLMET_DB\nThe data file, unless \\-\\-db names one.\n"
         ".TP\nNO_COLOR\nNo colour, if set to anything.\n"
         ".SH EXIT STATUS\n"
         ".TP\n0\nDone.\n"
         ".TP\n1\nThe answer is no, or nothing was found.\n"
         ".TP\n2\nWrong usage.\n"
         ".TP\n3\nThe input could not be read.\n"
         ".TP\n4\nThe data file is locked, damaged or of a newer version.\n";
  return done;
}

}  // namespace

extern const Command command_man;
const Command command_man{
    .name = "man",
    .group = "More",
    .summary = "the manual page, made from the same tables as the help",
    .examples =
        "wellmet man | man -l -\n"
        "wellmet man > ~/.local/share/man/man1/wellmet.1\n",
    .arguments = {},
    .options = {},
    .run = run_man,
};

}  // namespace faces::cli
