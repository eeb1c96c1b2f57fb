#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "faces/cli/cli.h"

namespace faces::cli {

namespace {

constexpr int port_default = 4180, port_max = 65'535;
constexpr const char* token_name = "a program";

constexpr Option serve_options[] = {
    {"--port", "P", "where it listens (default 4180; 0: any that is free)"},
    {"--listen", "ADDRESS", "for other machines: an address of this one; takes --cert, --key and a passphrase"},
    {"--cert", "FILE", "the certificate that it shows, with those that vouch for it (PEM)"},
    {"--key", "FILE", "the certificate's private key (PEM)"},
    {"--name", "NAME", "a further name that it is reached by, as behind a proxy; takes a passphrase"},
    {"--link", "", "prints another link into the server that runs, for once, and ends"},
    {"--token", "[NAME]", "prints a token for a program, good for 30 days, and ends"},
    {"--scope", "SCOPE",
     "what the token may do: read, write (and read), backup (and export); may be given again; else "
     "all"},
    {"--tokens", "", "lists the tokens that there are, and ends"},
    {"--revoke", "NAME", "revokes the tokens of that name, and ends"},
    {"--passphrase", "",
     "asks for a passphrase that opens the server, too; an empty one takes it away; browsers sign "
     "in anew"},
};

/// A line that is not shown while it is typed.
std::string hidden_line(Environment& environment) {
  termios before{};
  const bool terminal = environment.in_is_terminal && tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    environment.err << "Passphrase: " << std::flush;
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
    .group = "More",
    .summary = "the web app and the HTTP API, on this machine",
    .examples =
        "wellmet serve\n"
        "wellmet serve --link\n"
        "wellmet serve --token \"nightly backup\" --scope backup\n"
        "wellmet serve --listen 192.168.1.20 --cert host.pem --key host.key\n",
    .arguments = {},
    .options = serve_options,
    .run = run_serve,
    .notes =
        "Nothing leaves the machine: it listens to this machine alone, and the app loads nothing "
        "from elsewhere. The API\n"
        "is told in /api/v1/openapi.yaml; behind nginx: docs/serving.md.",
};

}  // namespace faces::cli
