// Reads clock, environment and argv; nothing else does.

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

#include "base/output.h"
#include "faces/cli/cli.h"
#include "faces/http/http.h"
#include "words/words.h"

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

/// As POSIX has the language of messages.
std::string language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (std::string value = variable(name); !value.empty()) return value;
  }
  return {};
}

int terminal_columns() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 100;
}

base::Instant clock_now() { return {static_cast<std::int64_t>(std::time(nullptr))}; }

/// The HTTP face, as the command line asks for it.
base::Result<void> serve(const faces::cli::ServeAsk& ask, base::Output& out) {
  const faces::http::Options options{.database = ask.database,
                                     .as_of = ask.as_of,
                                     .address = ask.address,
                                     .port = ask.port,
                                     .names = ask.names,
                                     .certificate = ask.certificate,
                                     .key = ask.key,
                                     .clock = clock_now};
  using What = faces::cli::ServeAsk::What;
  const auto print = [&](const base::Result<std::string>& text) -> base::Result<void> {
    if (!text) return base::fail(text.error());
    out << *text << "\n";
    return {};
  };
  switch (ask.what) {
    case What::serve:
      // Where nobody reads it any more, the server is there all the same: wellmet serve --link leads to it.
      return faces::http::serve(options,
                                [&out](const std::string& where) { return (out << where).flush() || out.error() == EPIPE; });
    case What::link:
      return print(faces::http::link(options));
    case What::token:
      return print(faces::http::token(options, ask.token, ask.scopes));
    case What::tokens:
      return print(faces::http::tokens(options, ask.json));
    case What::revoke:
      return print(faces::http::revoke(options, ask.token));
    case What::passphrase:
      return faces::http::set_passphrase(options, ask.passphrase);
  }
  return {};
}

/// What is asked is seen before an answer is read, and a fault after what came before it.
class Tied {
 public:
  explicit Tied(std::ostream& out) {
    std::cin.tie(&out);
    std::cerr.tie(&out);
  }
  ~Tied() {
    std::cin.tie(nullptr);
    std::cerr.tie(nullptr);
  }
  Tied(const Tied&) = delete;
  Tied& operator=(const Tied&) = delete;
};

/// The exit code of a command, once all that it wrote has gone out.
int finish(base::Output& out, int code) {
  const auto written = out.flushed();
  if (written || out.error() == EPIPE) return code;  // A reader who has had enough (| head) is no fault.
  std::cerr << "wellmet: " << written.error().where << ": " << words::say(written.error().what) << "\n  "
            << words::say(written.error().hint) << "\n  " << words::say("cli.output-lost") << "\n";
  return code == faces::cli::done || code == faces::cli::answer_is_no ? faces::cli::unreadable_input : code;
}

}  // namespace

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  const words::Speaking in(language());
  // A full disk, a file-size limit or a reader who has gone is for us to tell or to pass over, not a death.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  base::Output out(STDOUT_FILENO, words::say("cli.standard-output"));
  const Tied tied(out);
  faces::cli::Environment environment{.database = default_database(),
                                      .now = clock_now(),
                                      .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                                      .in_is_terminal = isatty(STDIN_FILENO) == 1,
                                      .error_is_terminal = isatty(STDERR_FILENO) == 1,
                                      .no_color = !variable("NO_COLOR").empty(),
                                      .columns = terminal_columns(),
                                      .in = std::cin,
                                      .out = out,
                                      .err = std::cerr,
                                      .serve = [&out](const faces::cli::ServeAsk& ask) { return serve(ask, out); }};
  try {
    return finish(out, faces::cli::run(argc, argv, environment));
  } catch (const std::exception& error) {
    std::cerr << "wellmet: " << error.what() << "\n  " << words::say("cli.own-fault") << "\n";
    return faces::cli::data_file;
  }
}
