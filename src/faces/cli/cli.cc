#include "faces/cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <ostream>

#include "app/session.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr std::array<Option, 8> globals = {{
    {"--db", "FILE", "usage.everywhere.db"},
    {"--as-of", "DATE", "usage.everywhere.as-of"},
    {"--json", "", "usage.everywhere.json"},
    {"--no-color", "", "usage.everywhere.no-color"},
    {"--quiet", "", "usage.everywhere.quiet"},
    {"--verbose", "", "usage.everywhere.verbose"},
    {"--help", "", "usage.everywhere.help"},
    {"--version", "", "usage.everywhere.version"},
}};

int exit_of(base::Fault fault) {
  switch (fault) {
    case base::Fault::not_found:
    case base::Fault::unchanged:
      return answer_is_no;
    case base::Fault::bad_input:
    case base::Fault::ambiguous:
    case base::Fault::usage:
      return wrong_usage;
    case base::Fault::unreadable:
      return unreadable_input;
    case base::Fault::locked:
    case base::Fault::damaged:
    case base::Fault::newer:
    case base::Fault::full:
      return data_file;
  }
  return data_file;
}

bool is_global(std::string_view name) {
  return std::any_of(globals.begin(), globals.end(), [&](const Option& option) { return option.name == name; });
}

void add_options(CLI::App& app, std::span<const Option> options, bool global,
                 std::map<std::string, std::vector<std::string>>& given) {
  for (const Option& option : options) {
    const std::string name(option.name);
    if (name == "--help" || name == "--version") continue;
    if (!global && is_global(name)) continue;  // `people --quiet` gives the word a second meaning.
    if (option.value.empty()) {
      app.add_flag_callback(name, [&given, name] { given[name] = {"yes"}; });
    } else {
      const bool may_be_left_out = option.value.starts_with('[');
      app.add_option_function<std::vector<std::string>>(name,
                                                        [&given, name, may_be_left_out](const std::vector<std::string>& v) {
                                                          const bool left_out =
                                                              may_be_left_out && v == std::vector<std::string>{""};
                                                          given[name] = left_out ? std::vector<std::string>{} : v;
                                                        })
          ->expected(may_be_left_out ? 0 : 1, 1)
          ->allow_extra_args(false)  // What follows is an argument again.
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }
}

/// The nearest command, for somebody who mistyped one.
std::string nearest(std::string_view word) {
  std::string best;
  std::size_t least = 3;
  for (const Command* command : all_command_table()) {
    std::vector<std::size_t> row(command->name.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = row[0]++;
      for (std::size_t k = 1; k < row.size(); ++k) {
        const std::size_t change = diagonal + (word[i - 1] == command->name[k - 1] ? 0 : 1);
        diagonal = row[k];
        row[k] = std::min({row[k] + 1, row[k - 1] + 1, change});
      }
    }
    if (row.back() < least) {
      least = row.back();
      best = command->name;
    }
  }
  return best;
}

}  // namespace

std::span<const Option> global_options() { return globals; }

const Command* find_command(std::string_view name) {
  for (const Command* command : all_command_table()) {
    if (command->name == name) return command;
  }
  return nullptr;
}

bool Context::flag(std::string_view option) const { return given_.contains(std::string(option)); }

std::optional<std::string> Context::value(std::string_view option) const {
  const auto found = given_.find(std::string(option));
  if (found == given_.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Context::values(std::string_view name) const {
  const auto found = given_.find(std::string(name));
  return found == given_.end() ? std::vector<std::string>{} : found->second;
}

const std::string& Context::argument(std::string_view name) const { return given_.at(std::string(name)).front(); }

base::Result<std::optional<int>> Context::number(std::string_view name, int least) const {
  const auto text = value(name);
  if (!text) return std::optional<int>{};
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size() || number < least) {
    return base::fail(
        base::Fault::usage, {},
        base::say("cli.takes-whole-number-not", {{"name", name}, {"least", least}, {"text", base::printable(*text, 40)}}));
  }
  return std::optional<int>(number);
}

bool Context::color() const { return environment_.out_is_terminal && !environment_.no_color && !flag("--no-color") && !json(); }

base::Result<base::Day> Context::today() const {
  const base::Day now = base::day_of(environment_.now);
  const auto text = value("--as-of");
  if (!text) return now;
  const auto day = base::parse_day(*text, now);
  if (!day) {
    return base::fail(base::Fault::usage, {}, base::say("cli.not-date", {{"text", base::printable(*text, 40)}}),
                      base::say("cli.write-2026-03-14"));
  }
  return *day;
}

base::Result<std::string> Context::database() const {
  const std::string path = value("--db").value_or(environment_.database);
  if (!path.empty()) return path;
  return base::fail(base::Fault::usage, {}, base::say("cli.no-place-data-file"), base::say("cli.give-db-file-set"));
}

base::Result<std::optional<base::Day>> Context::as_of() const {
  if (!value("--as-of")) return std::optional<base::Day>{};
  const auto day = today();
  if (!day) return base::fail(day.error());
  return std::optional(*day);
}

base::Result<app::Session> Context::open(Make make) {
  TRY(path, database());
  TRY(day, as_of());
  app::Settings settings{.database = path, .now = environment_.now, .as_of = day};
  if (flag("--verbose"))
    settings.log = [this](const base::Message& message) { environment_.err << "wellmet: " << words::say(message) << "\n"; };
  std::error_code ignored;
  if (make == Make::in_memory && !std::filesystem::exists(settings.database, ignored)) settings.database = ":memory:";
  return app::Session::open(settings, make != Make::nothing);
}

int Context::fail(const base::Problem& problem) {
  std::ostream& err = environment_.err;
  err << "wellmet: ";
  if (!problem.where.empty()) err << base::printable(problem.where, 400) << ": ";
  // Several lines are ours (a list of candidates); what people typed in them is escaped already.
  err << words::say(problem.what) << "\n";
  if (!problem.hint.empty()) err << "  " << words::say(problem.hint) << "\n";
  return exit_of(problem.fault);
}

int Context::say(const std::string& text) {
  if (json()) {
    out() << wire::done_document(text);
  } else {
    out() << text << "\n";
  }
  return done;
}

int Context::say(const base::Message& done) { return say(cli::say("cli.sentence", {{"said", done}})); }

std::string help(const Command* command) {
  std::string out;
  const auto table = [&](std::span<const Option> options) {
    for (const Option& option : options) {
      const std::string left = std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
      out += fmt::format("  {:<22} {}\n", left, say(option.help));
    }
  };
  if (command == nullptr) {
    out += say("usage.product") + "\n\n";
    out += "  wellmet import Basic_LinkedInDataExport.zip mail.mbox contacts.vcf calendar.ics\n";
    out += "  wellmet                    " + say("usage.example.status") + "\n";
    out += "  wellmet show ada           " + say("usage.example.show") + "\n";
    out += "  wellmet today              " + say("usage.example.today") + "\n";
    out += "  wellmet demo life && wellmet import life     " + say("usage.example.demo") + "\n\n";
    constexpr std::array<std::string_view, 6> groups = {"usage.group.files",      "usage.group.who-you-know",
                                                        "usage.group.what-to-do", "usage.group.what-you-say",
                                                        "usage.group.changes",    "usage.group.more"};
    for (const std::string_view group : groups) {
      std::string rows;
      for (const Command* one : all_command_table()) {
        if (one->group == group) rows += fmt::format("  {:<12} {}\n", one->name, say(one->summary));
      }
      if (!rows.empty()) out += fmt::format("{}\n{}\n", say(group), rows);
    }
    out += say("usage.everywhere") + "\n";
    table(globals);
    out += "\n" + say("usage.more") + "\n";
    return out;
  }
  out += say("cli.help.command", {{"command", fmt::format("wellmet {}", command->name)}, {"summary", say(command->summary)}}) +
         "\n\n";
  for (const std::string_view line : base::split(command->examples, '\n')) {
    if (!line.empty()) out += fmt::format("  {}\n", line);
  }
  std::string typed = fmt::format("wellmet {}", command->name);
  for (const Argument& argument : command->arguments) {
    typed += fmt::format(" {}{}{}{}", argument.optional ? "[" : "", argument.name, argument.many ? "…" : "",
                         argument.optional ? "]" : "");
  }
  if (!command->options.empty()) typed += " [OPTIONS]";
  out += "\n" + say("cli.help.usage", {{"typed", typed}}) + "\n";
  for (const Argument& argument : command->arguments) out += fmt::format("  {:<22} {}\n", argument.name, say(argument.help));
  table(command->options);
  if (!command->notes.empty()) out += fmt::format("\n{}\n", say(command->notes));
  out += "\n" + say("usage.everywhere") + "\n";
  table(globals);
  return out;
}

namespace {

/// What the parser found wrong, in our words.
std::string words_of(const CLI::ParseError& error) {
  const std::string_view text = error.what();
  if (base::contains(text, "not expected: ")) {  // "The following argument was not expected: --x"
    return say("cli.not-understood", {{"text", base::printable(text.substr(text.rfind(": ") + 2), 80)}});
  }
  if (error.get_name() == "ArgumentMismatch") return say("cli.needs-value", {{"option", text.substr(0, text.find(':'))}});
  return base::printable(text, 200);
}

}  // namespace

int run(int argc, const char* const* argv, Environment& environment) {
  std::map<std::string, std::vector<std::string>> given;
  CLI::App parser;
  parser.set_help_flag();
  parser.fallthrough();
  parser.require_subcommand(0, 1);
  add_options(parser, globals, true, given);
  bool wants_help = false;
  bool wants_version = false;
  parser.add_flag("-h,--help", wants_help);
  parser.add_flag("--version", wants_version);
  const Command* chosen = nullptr;
  for (const Command* command : all_command_table()) {
    CLI::App* sub = parser.add_subcommand(std::string(command->name));
    sub->set_help_flag();
    sub->fallthrough();
    sub->final_callback([&chosen, command] { chosen = command; });
    add_options(*sub, command->options, false, given);
    for (const Argument& argument : command->arguments) {
      const std::string name(argument.name);
      if (argument.many) {
        sub->add_option_function<std::vector<std::string>>(name,
                                                           [&given, name](const std::vector<std::string>& v) { given[name] = v; })
            ->expected(argument.optional ? 0 : 1, 1'000'000);
      } else {
        sub->add_option_function<std::string>(name, [&given, name](const std::string& v) { given[name] = {v}; });
      }
    }
  }
  Context early(environment, {});
  std::vector<std::string> given_words(argv + 1, argv + argc);
  if (!given_words.empty() && given_words.front() == "help") {  // "wellmet help show" as people try it.
    given_words.erase(given_words.begin());
    given_words.emplace_back("--help");
  }
  std::reverse(given_words.begin(), given_words.end());  // As CLI11 wants them.
  try {
    parser.parse(given_words);
  } catch (const CLI::ParseError& error) {
    base::Message hint = base::say("cli.help-lists-commands");
    base::Message what = base::say("cli.command-line", {{"error", words_of(error)}});
    if (argc > 1 && find_command(argv[1]) == nullptr && argv[1][0] != '-') {
      what = base::say("cli.no-such-command", {{"name", base::printable(argv[1], 40)}});
      if (const std::string near = nearest(argv[1]); !near.empty()) hint = base::say("cli.did-you-mean", {{"name", near}});
    } else if (argc > 1 && find_command(argv[1]) != nullptr) {
      hint = base::say("cli.see-help", {{"name", argv[1]}});
    }
    return early.fail({base::Fault::usage, {}, what, hint});
  }
  if (wants_version) {
    environment.out << "wellmet " << WELLMET_VERSION << "\n";
    return done;
  }
  if (wants_help) {
    environment.out << help(chosen);
    return done;
  }
  if (chosen == nullptr) chosen = find_command("status");
  Context context(environment, std::move(given));
  for (const Argument& argument : chosen->arguments) {
    if (!argument.optional && context.values(argument.name).empty()) {
      return context.fail({base::Fault::usage,
                           {},
                           base::say("cli.missing", {{"argument", argument.name}}),
                           base::say("cli.see-wellmet-help", {{"chosen", chosen->name}})});
    }
  }
  return chosen->run(context);
}

}  // namespace faces::cli
