#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "faces/cli/cli.h"
#include "faces/cli/text.h"

namespace faces::cli {

namespace {

constexpr int port_default = 4180, port_max = 65'535;
constexpr const char* token_name = "a program";

constexpr Option serve_options[] = {
    {"--port", "P", "usage.serve.port"},
    {"--listen", "ADDRESS", "usage.serve.listen"},
    {"--cert", "FILE", "usage.serve.cert"},
    {"--key", "FILE", "usage.serve.key"},
    {"--name", "NAME", "usage.serve.name"},
    {"--link", "", "usage.serve.link"},
    {"--token", "[NAME]", "usage.serve.token"},
    {"--scope", "SCOPE", "usage.serve.scope"},
    {"--tokens", "", "usage.serve.tokens"},
    {"--revoke", "NAME", "usage.serve.revoke"},
    {"--passphrase", "", "usage.serve.passphrase"},
};

/// A line that is not shown while it is typed.
std::string hidden_line(Environment& environment) {
  termios before{};
  const bool terminal = environment.in_is_terminal && tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    environment.err << say("cli.serve.passphrase") << " " << std::flush;
    termios now = before;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &now);
  }
  std::string line;
  std::getline(environment.in, line);
  if (terminal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    environment.err << "\n";
  }
  return line;
}

int run_serve(Context& context) {
  const auto port = context.number("--port", 0);
  if (!port) return context.fail(port.error());
  if (port->value_or(0) > port_max)
    return context.fail({base::Fault::usage, {}, base::say("cli.no-port"), base::say("cli.choose-1024-65535")});
  const auto database = context.database();
  if (!database) return context.fail(database.error());
  const auto as_of = context.as_of();
  if (!as_of) return context.fail(as_of.error());
  using What = ServeAsk::What;
  ServeAsk ask{.database = *database,
               .as_of = *as_of,
               .address = context.value("--listen").value_or("127.0.0.1"),
               .port = port->value_or(port_default),
               .names = context.values("--name"),
               .certificate = context.value("--cert").value_or(""),
               .key = context.value("--key").value_or(""),
               .passphrase = {},
               .token = {},
               .scopes = context.values("--scope"),
               .json = context.json()};
  if (!ask.scopes.empty() && !context.flag("--token"))
    return context.fail({base::Fault::usage, {}, base::say("cli.scope-token"), base::say("cli.give-token-name-too")});
  if (context.flag("--link")) ask.what = What::link;
  if (context.flag("--token")) {
    ask.what = What::token;
    ask.token = context.value("--token").value_or(token_name);
  }
  if (context.flag("--tokens")) ask.what = What::tokens;
  if (const auto name = context.value("--revoke")) {
    ask.what = What::revoke;
    ask.token = *name;
  }
  if (context.flag("--passphrase")) {
    ask.what = What::passphrase;
    ask.passphrase = hidden_line(context.environment());
  }
  const auto done_well = context.environment().serve(ask);
  return done_well ? done : context.fail(done_well.error());
}

}  // namespace

extern const Command command_serve;
const Command command_serve{
    .name = "serve",
    .group = "usage.group.more",
    .summary = "usage.serve",
    .examples =
        "wellmet serve\n"
        "wellmet serve --link\n"
        "wellmet serve --token \"nightly backup\" --scope backup\n"
        "wellmet serve --listen 192.168.1.20 --cert host.pem --key host.key\n",
    .arguments = {},
    .options = serve_options,
    .run = run_serve,
    .notes = "usage.serve.notes",
};

}  // namespace faces::cli
