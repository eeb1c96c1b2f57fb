#pragma once

/// The HTTP face: the API of docs/api/openapi.yaml under /api/v1, and the web app. Everything that is asked or
/// said goes to app/; here is only what the web needs: who may ask (sessions.h), one session of the app for each who asks
/// (workers.h), routes from method and path to use case (routes.h, one file for each group), the server itself.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace faces::http {

struct Options {
  std::string database;
  std::optional<base::Day> as_of;
  std::string address = "127.0.0.1";  ///< Beyond loopback: only with a certificate and a passphrase.
  int port = 4180;                    ///< 0: any that is free.
  std::vector<std::string> names;     ///< Further names that it may be asked by, such as a proxy's.
  std::string certificate, key;       ///< PEM files; both or none.
  std::function<base::Instant()> clock;
};

/// Serves until SIGINT or SIGTERM. `announce` is given the lines that say where and with which link, once all is ready;
/// where it gives false, the server ends. REQUIRES: SIGPIPE is ignored.
/// Fault::usage where the options would be unsafe or the port is taken, and what opening the data file may say.
[[nodiscard]] base::Result<void> serve(const Options& options, const std::function<bool(const std::string&)>& announce);

/// A new link into the server of that data file, for once, within ten minutes.
[[nodiscard]] base::Result<std::string> link(const Options& options);

/// For a program: it goes into `Authorization: Bearer …`, for 30 days. `scopes`: of "read", "write"
/// (and read), "backup" (and export); none: all.
[[nodiscard]] base::Result<std::string> token(const Options& options, const std::string& name,
                                              const std::vector<std::string>& scopes);

/// Those that there are, a line each, or as a JSON document.
[[nodiscard]] base::Result<std::string> tokens(const Options& options, bool as_json);

/// Makes every token of that name void. Fault::not_found: there is none.
[[nodiscard]] base::Result<std::string> revoke(const Options& options, const std::string& name);

/// From now on this opens the server of that data file, too; whoever was signed in has to sign in
/// anew. Empty: it no longer does.
[[nodiscard]] base::Result<void> set_passphrase(const Options& options, const std::string& passphrase);

}  // namespace faces::http
