#pragma once

/// The command line: one file for each command, which says its words, options and examples in a
/// table of its own and does one thing. Help, completions, the manual page and the parser are made
/// from those tables. Commands hold no logic: they call app/ and write what it gives.

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "base/result.h"
#include "base/time.h"

namespace faces::cli {

/// Exit codes, as in the contract.
enum Exit : int { done = 0, answer_is_no = 1, wrong_usage = 2, unreadable_input = 3, data_file = 4 };

struct Option {
  std::string_view name;   ///< "--limit".
  std::string_view value;  ///< "N"; "[N]" where it may be left out; empty for a flag.
  std::string_view help;   ///< Its code in the catalogue, as of the helps and summaries below.
};

struct Argument {
  std::string_view name;  ///< "PERSON".
  std::string_view help;
  bool optional = false;
  bool many = false;
};

/// What the HTTP face is to do; the command line only asks for it.
struct ServeAsk {
  enum class What { serve, link, token, tokens, revoke, passphrase } what = What::serve;
  std::string database;
  std::optional<base::Day> as_of;
  std::string address;
  int port = 0;
  std::vector<std::string> names;
  std::string certificate, key;
  std::string passphrase;
  std::string token;                ///< The name of one that is to be made or revoked.
  std::vector<std::string> scopes;  ///< What it may do; none: everything.
  bool json = false;
};

/// What the process was given: nothing else may be asked of the system.
struct Environment {
  std::string database;  ///< From $WELLMET_DB or $XDG_DATA_HOME or $HOME.
  base::Instant now{};
  bool out_is_terminal = false;
  bool in_is_terminal = false;
  bool error_is_terminal = false;
  bool no_color = false;  ///< $NO_COLOR is set.
  int columns = 100;      ///< Of the terminal.
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  /// The HTTP face. Serves until it is told to end; what there is to say goes where `out` does.
  std::function<base::Result<void>(const ServeAsk& ask)> serve;
};

class Context {
 public:
  Context(Environment& environment, std::map<std::string, std::vector<std::string>> given)
      : environment_(environment), given_(std::move(given)) {}

  [[nodiscard]] bool flag(std::string_view option) const;
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view option_or_argument) const;
  /// REQUIRES: a required argument.
  [[nodiscard]] const std::string& argument(std::string_view name) const;
  /// Nothing when absent; a Problem when not a whole number from `least` up.
  [[nodiscard]] base::Result<std::optional<int>> number(std::string_view option_or_argument, int least) const;

  [[nodiscard]] bool json() const { return flag("--json"); }
  [[nodiscard]] bool quiet() const { return flag("--quiet"); }
  [[nodiscard]] bool color() const;
  [[nodiscard]] Environment& environment() { return environment_; }
  std::ostream& out() { return environment_.out; }

  /// What to do when the data file is not there: say so, make it, or work without a file.
  enum class Make { nothing, file, in_memory };
  /// The data file, opened as the global options say.
  [[nodiscard]] base::Result<app::Session> open(Make make = Make::nothing);
  /// The path of the data file, wherever it is said; and the day of --as-of, if it was given.
  [[nodiscard]] base::Result<std::string> database() const;
  [[nodiscard]] base::Result<std::optional<base::Day>> as_of() const;
  /// Today, or the day of --as-of.
  [[nodiscard]] base::Result<base::Day> today() const;

  /// Tells the problem on stderr and gives the exit code that goes with it.
  int fail(const base::Problem& problem);
  /// `text` and a line break; with --json {"done": text} instead.
  int say(const std::string& text);
  /// What was said or done, as a sentence.
  int say(const base::Message& done);

 private:
  Environment& environment_;
  std::map<std::string, std::vector<std::string>> given_;
};

struct Command {
  std::string_view name;
  std::string_view group;     ///< Code of its heading in the help.
  std::string_view summary;   ///< Code of one line.
  std::string_view examples;  ///< Shown first in its help.
  std::span<const Argument> arguments;
  std::span<const Option> options;
  int (*run)(Context& context);
  std::string_view notes = {};  ///< Code of what stands after the options; may be empty.
};

/// Every command, by file name. Written by CMake.
[[nodiscard]] std::span<const Command* const> all_command_table();
[[nodiscard]] const Command* find_command(std::string_view name);
/// Options that every command takes.
[[nodiscard]] std::span<const Option> global_options();

/// Parses and runs; the exit code.
int run(int argc, const char* const* argv, Environment& environment);

[[nodiscard]] std::string help(const Command* command);  ///< nullptr: of all.

}  // namespace faces::cli
