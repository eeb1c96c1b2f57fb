#include <fmt/format.h>

#include <array>
#include <ostream>

#include "base/text.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr Argument completion_arguments[] = {
    {"SHELL", "usage.completion.shell"},
};

/// Words that an argument or a VALUE may be, where its name tells.
struct Choice {
  std::string_view command;  ///< Empty: of any.
  std::string_view name;     ///< Of the argument or the option.
  std::string_view words;
};
constexpr std::array<Choice, 10> choices = {{
    {"log", "VERB",
     "met called wrote helped got-help asked was-asked introduced was-introduced referred "
     "was-referred shared engaged "
     "thanked note"},
    {"refer", "ANSWER", "yes hesitate no stranger none"},
    {"review", "ANSWER", "yes no later"},
    {"completion", "SHELL", "bash zsh fish"},
    {"export", "--format", "vcard csv jsonl"},
    {"serve", "--scope", "read write backup"},
    {"", "--standing", "network contact"},
    {"", "--rung", "listed aware in_touch met network advocate"},
    {"", "--missing", "talk meet help"},
    {"", "--sort", "strength name recent rung"},
}};

std::string_view words_of(std::string_view command, std::string_view name) {
  for (const Choice& choice : choices) {
    if ((choice.command.empty() || choice.command == command) && choice.name == name) return choice.words;
  }
  return {};
}

/// Both the command's own and the global options, each once.
std::vector<Option> options_of(const Command& command) {
  std::vector<Option> all(command.options.begin(), command.options.end());
  for (const Option& global : global_options()) {
    bool own = false;
    for (const Option& option : command.options) own = own || option.name == global.name;
    if (!own) all.push_back(global);
  }
  return all;
}

/// What completes the arguments: their words, or files.
std::string argument_words(const Command& command) {
  std::string out;
  for (const Argument& argument : command.arguments) out += std::string(words_of(command.name, argument.name)) + " ";
  return std::string(base::trim(out));
}

bool takes_files(const Command& command) {
  for (const Argument& argument : command.arguments) {
    if (argument.name == "PATH" || argument.name == "FILE" || argument.name == "DIR") return true;
  }
  return false;
}

/// A text between single quotes, as every shell reads it.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// How the script comes to be used, as a comment in it.
void use(std::ostream& out, std::string_view shell, std::string_view command) {
  out << "# " << say("cli.completion.use", {{"shell", shell}, {"command", command}}) << "\n";
}

/// "--sort) words='strength name'": what may follow an option that takes a value.
void bash_values(std::ostream& out) {
  out << "  case \"$before\" in\n"
         "    --db) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
  for (const Choice& choice : choices) {
    if (!choice.name.starts_with("--")) continue;
    out << fmt::format("    {}) COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n", choice.name, in_quotes(choice.words));
  }
  out << "  esac\n";
}

void bash(std::ostream& out) {
  use(out, "bash", ". <(wellmet completion bash)");
  out << "_wellmet() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i words= files=\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case ${COMP_WORDS[i]} in --db|--as-of) ((i++)) ;; -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n"
         "  done\n";
  bash_values(out);
  std::string names;
  out << "  case \"$command\" in\n";
  for (const Command* command : all_command_table()) {
    std::string words = argument_words(*command);
    for (const Option& option : options_of(*command)) words += " " + std::string(option.name);
    names += (names.empty() ? "" : " ") + std::string(command->name);
    out << fmt::format("    {}) words={}{} ;;\n", command->name, in_quotes(words), takes_files(*command) ? " files=yes" : "");
  }
  for (const Option& option : global_options()) names += " " + std::string(option.name);
  out << fmt::format("    '') words={} ;;\n", in_quotes(names))
      << "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  [ -n \"$files\" ] && COMPREPLY+=($(compgen -f -- \"$word\"))\n"
         "}\n"
         "complete -o filenames -F _wellmet wellmet\n";
}

/// "--limit[at most N]:N:(words)" as zsh's _arguments reads it.
std::string zsh_option(const Command& command, const Option& option) {
  std::string help;
  for (const char c : say(option.help)) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') help += '\\';
    help += c;
  }
  std::string out = fmt::format("{}[{}]", option.name, help);
  if (option.value.empty()) return in_quotes(out);
  const std::string_view words = words_of(command.name, option.name);
  out += fmt::format("{}{}:", option.value.starts_with('[') ? "::" : ":", option.value);
  if (option.name == "--db") out += "_files";
  if (!words.empty()) out += fmt::format("({})", words);
  return in_quotes(out);
}

void zsh(std::ostream& out) {
  out << "#compdef wellmet\n";
  use(out, "zsh", "wellmet completion zsh > \"${fpath[1]}/_wellmet\"");
  out << "_wellmet() {\n"
         "  local -a commands\n"
         "  commands=(\n";
  for (const Command* command : all_command_table()) {
    out << "    " << in_quotes(fmt::format("{}:{}", command->name, say(command->summary))) << "\n";
  }
  out << "  )\n"
         "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
         "  case ${words[2]} in\n";
  for (const Command* command : all_command_table()) {
    out << fmt::format("    {}) _arguments", command->name);
    for (const Option& option : options_of(*command)) out << " \\\n      " << zsh_option(*command, option);
    const std::string words = argument_words(*command);
    if (takes_files(*command)) out << " \\\n      '*:file:_files'";
    if (!words.empty()) out << " \\\n      " << in_quotes(fmt::format("*:word:({})", words));
    out << " ;;\n";
  }
  out << "  esac\n"
         "}\n"
         // The first Tab loads this file as the function itself; it shall complete at once.
         "if [ \"${funcstack[1]}\" = _wellmet ]; then _wellmet \"$@\"; else compdef _wellmet wellmet; fi\n";
}

void fish(std::ostream& out) {
  use(out, "fish", "wellmet completion fish > ~/.config/fish/completions/wellmet.fish");
  out << "complete -c wellmet -f\n";
  for (const Option& option : global_options()) {
    out << fmt::format("complete -c wellmet -l {}{} -d {}\n", option.name.substr(2), option.value.empty() ? "" : " -r",
                       in_quotes(say(option.help)));
  }
  for (const Command* command : all_command_table()) {
    out << fmt::format("complete -c wellmet -n __fish_use_subcommand -a {} -d {}\n", command->name,
                       in_quotes(say(command->summary)));
    const std::string here = fmt::format("complete -c wellmet -n '__fish_seen_subcommand_from {}'", command->name);
    for (const Option& option : command->options) {
      const std::string_view words = words_of(command->name, option.name);
      out << here
          << fmt::format(" -l {}{}{} -d {}\n", option.name.substr(2), option.value.empty() ? "" : " -x",
                         words.empty() ? "" : fmt::format(" -a {}", in_quotes(words)), in_quotes(say(option.help)));
    }
    const std::string words = argument_words(*command);
    if (!words.empty()) out << here << fmt::format(" -a {}\n", in_quotes(words));
    if (takes_files(*command)) out << here << " -F\n";
  }
}

int run_completion(Context& context) {
  const std::string& shell = context.argument("SHELL");
  if (shell == "bash") {
    bash(context.out());
  } else if (shell == "zsh") {
    zsh(context.out());
  } else if (shell == "fish") {
    fish(context.out());
  } else {
    return context.fail({base::Fault::usage,
                         {},
                         base::say("cli.no-completion", {{"shell", base::printable(shell, 40)}}),
                         base::say("cli.choose-bash-zsh-fish")});
  }
  return done;
}

}  // namespace

extern const Command command_completion;
const Command command_completion{
    .name = "completion",
    .group = "usage.group.more",
    .summary = "usage.completion",
    .examples =
        ". <(wellmet completion bash)\n"
        "wellmet completion zsh > \"${fpath[1]}/_wellmet\"\n"
        "wellmet completion fish > ~/.config/fish/completions/wellmet.fish\n",
    .arguments = completion_arguments,
    .options = {},
    .run = run_completion,
};

}  // namespace faces::cli
