// Reads clock, environment and argv; nothing else does.

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

#include "faces/cli/cli.h"
#include "faces/http/http.h"

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

std::string default_database() {
  if (const std::string file = variable("WELLMET_DB"); !file.empty()) return file;
  if (const std::string folder = variable("XDG_DATA_HOME"); !folder.empty()) return folder + "/wellmet/wellmet.db";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/share/wellmet/wellmet.db";
  return {};
}

int terminal_columns() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 100;
}

base::Instant clock_now() { return {static_cast<std::int64_t>(std::time(nullptr))}; }

/// The HTTP face, as the command line asks for it.
base::Result<void> serve(const faces::cli::ServeAsk& ask, std::ostream& out) {
  const faces::http::Options options{.database = ask.database,
                                     .as_of = ask.as_of,
                                     .address = ask.address,
                                     .port = ask.port,
                                     .names = ask.names,
                                     .certificate = ask.certificate,
                                     .key = ask.key,
                                     .clock = clock_now};
  using What = faces::cli::ServeAsk::What;
  if (ask.what == What::serve) return faces::http::serve(options, out);
  if (ask.what == What::passphrase) return faces::http::set_passphrase(options, ask.passphrase);
  const auto made = ask.what == What::link ? faces::http::link(options) : faces::http::token(options);
  if (!made) return base::fail(made.error());
  out << *made << "\n";
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  // A full disk or a file-size limit is an error to be told, not a death.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  faces::cli::Environment environment{.database = default_database(),
                                      .now = clock_now(),
                                      .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                                      .in_is_terminal = isatty(STDIN_FILENO) == 1,
                                      .error_is_terminal = isatty(STDERR_FILENO) == 1,
                                      .no_color = !variable("NO_COLOR").empty(),
                                      .columns = terminal_columns(),
                                      .in = std::cin,
                                      .out = std::cout,
                                      .err = std::cerr,
                                      .serve = serve};
  try {
    const int code = faces::cli::run(argc, argv, environment);
    std::cout.flush();
    return code;
  } catch (const std::exception& error) {
    std::cerr << "wellmet: " << error.what() << "\n  this is a fault of wellmet itself; nothing was changed\n";
    return faces::cli::data_file;
  }
}
