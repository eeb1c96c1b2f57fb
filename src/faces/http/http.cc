#include "faces/http/http.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/ThreadPool.h>
#include <fmt/format.h>
#include <malloc.h>

#include <csignal>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/session.h"
#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/connection.h"
#include "faces/http/server.h"
#include "words/words.h"

namespace faces::http {

namespace {

/// A connection has a thread of its own; who is idle is let go after a while.
constexpr int threads_min = 16, threads_max = 1'024, queued_max = 256;
/// Of malloc: with one a thread, what hundreds of threads once needed would stay with each of them.
constexpr int arenas = 4;
constexpr int timeout_seconds = 30, idle_seconds = 20;

/// What may not be served like this.
std::optional<base::Problem> unsafe(const Options& options, const Sessions& sessions) {
  using base::Fault;
  if (options.certificate.empty() != options.key.empty())
    return base::Problem{Fault::usage, {}, base::say("http.certificate-key-go-together"), base::say("http.give-cert-file-key")};
  Poco::Net::IPAddress address;
  if (!Poco::Net::IPAddress::tryParse(options.address, address))
    return base::Problem{Fault::usage,
                         {},
                         base::say("http.no-address-machine", {{"address", base::printable(options.address, 60)}}),
                         base::say("http.give-figures-127-0")};
  const bool beyond = !address.isLoopback();
  if (beyond && options.certificate.empty()) {
    return base::Problem{Fault::usage,
                         {},
                         base::say("http.others-could-read-along", {{"address", options.address}}),
                         base::say("http.beyond-machine-wellmet-speaks")};
  }
  if ((beyond || !options.names.empty()) && !sessions.has_passphrase()) {
    return base::Problem{
        Fault::usage, {}, base::say("http.whoever-reaches-server-could"), base::say("http.set-passphrase-first-wellmet")};
  }
  return std::nullopt;
}

Poco::Net::ServerSocket listening(const Options& options) {
  const Poco::Net::SocketAddress where(options.address, static_cast<Poco::UInt16>(options.port));
  if (options.certificate.empty()) return Poco::Net::ServerSocket(where, queued_max);
  auto tls = Poco::makeAuto<Poco::Net::Context>(Poco::Net::Context::TLS_SERVER_USE, options.key, options.certificate, "",
                                                Poco::Net::Context::VERIFY_NONE);
  tls->requireMinimumProtocol(Poco::Net::Context::PROTO_TLSV1_2);
  return Poco::Net::SecureServerSocket(where, queued_max, tls);
}

std::string address_of(const Options& options, int port) {
  const bool six = options.address.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}", options.certificate.empty() ? "http" : "https", six ? "[" : "", options.address,
                     six ? "]" : "", port);
}

}  // namespace

base::Result<void> serve(const Options& options, const std::function<bool(const std::string&)>& announce) {
  TRY(sessions, Sessions::open(options.database));
  if (const auto why = unsafe(options, *sessions)) return base::fail(*why);
  // So that what is wrong with the data file is told now.
  if (auto opened = app::Session::open({.database = options.database, .now = options.clock(), .as_of = options.as_of}, true);
      !opened)
    return base::fail(opened.error());
  TRY(turn, app::Vault(options.database).hold(".serving"));  // While it serves, uploads are its own.
  if (!turn) {
    return base::fail(base::Fault::locked, options.database, base::say("http.served-another-wellmet-already"),
                      base::say("http.wellmet-serve-link-opens"));
  }
  sigset_t ends;
  sigemptyset(&ends);
  for (const int signal : {SIGINT, SIGTERM}) sigaddset(&ends, signal);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);  // Every thread from here on leaves them to us.
  mallopt(M_ARENA_MAX, arenas);
  if (!options.certificate.empty()) Poco::Net::initializeSSL();
  try {
    Poco::Net::ServerSocket socket = listening(options);
    const int port = socket.address().port();
    TRY(link, sessions->new_link(options.clock()));
    Server server(options, std::move(sessions), port);
    Poco::ThreadPool threads(threads_min, threads_max, 60);
    auto params = Poco::makeAuto<Poco::Net::HTTPServerParams>();
    params->setMaxThreads(threads_max);
    params->setMaxQueued(queued_max);
    params->setTimeout(Poco::Timespan(timeout_seconds, 0));
    params->setKeepAlive(true);
    params->setKeepAliveTimeout(Poco::Timespan(idle_seconds, 0));
    params->setMaxKeepAliveRequests(0);
    Poco::SharedPtr<Connections> connections(Poco::makeShared<Connections>(params, server));
    Poco::Net::TCPServer http(connections, threads, socket, params);
    http.start();
    const std::string where = address_of(options, port);
    const bool told = announce(words::say("http.serving", {{"address", where}, {"link", where + "/enter?link=" + link}}) + "\n");
    int signal = 0;
    if (told) sigwait(&ends, &signal);
    server.stop();
    http.stop();
    connections->end_all();
    threads.stopAll();
    return {};
  } catch (const Poco::Exception& error) {
    return base::fail(base::Fault::usage, address_of(options, options.port),
                      base::say("http.cannot-serve", {{"why", base::printable(error.displayText(), 120)}}),
                      base::say("http.perhaps-port-taken-another"));
  }
}

base::Result<std::string> link(const Options& options) {
  TRY(sessions, Sessions::open(options.database));
  TRY(word, sessions->new_link(options.clock()));
  return address_of(options, options.port) + "/enter?link=" + word;
}

base::Result<std::string> token(const Options& options, const std::string& name, const std::vector<std::string>& scope_names) {
  Scopes scopes = scope_names.empty() ? Scopes::all() : Scopes();
  for (const std::string& word : scope_names) {
    const auto more = scopes_named(word);
    if (!more)
      return base::fail(base::Fault::usage, {}, base::say("http.no-scope", {{"word", base::printable(word, 40)}}),
                        base::say("http.choose-read-write-read"));
    scopes = scopes + *more;
  }
  TRY(sessions, Sessions::open(options.database));
  return sessions->new_token(name, scopes, options.clock());
}

base::Result<std::string> tokens(const Options& options, bool as_json) {
  TRY(sessions, Sessions::open(options.database));
  TRY(all, sessions->all(options.clock()));
  std::erase_if(all, [](const Session& one) { return one.kind != store::SessionKind::program; });
  nlohmann::json list = nlohmann::json::array();
  std::string lines;
  for (const Session& one : all) {
    list.push_back({{"name", one.name},
                    {"scopes", names_of(one.scopes)},
                    {"created", base::iso(one.created_at)},
                    {"used", base::iso(one.used_at)},
                    {"until", base::iso(one.until)}});
    const auto day = [](base::Instant at) { return base::iso(base::day_of(at)); };
    lines += (lines.empty() ? "" : "\n") +
             words::say("http.token", {{"name", base::printable(one.name, 80)},
                                       {"scopes", fmt::format("{}", fmt::join(names_of(one.scopes), ", "))},
                                       {"used", one.used_at == one.created_at ? "no" : "yes"},
                                       {"made", day(one.created_at)},
                                       {"last", day(one.used_at)},
                                       {"until", day(one.until)}});
  }
  if (as_json) return nlohmann::json{{"tokens", std::move(list)}}.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
  return lines.empty() ? words::say("http.no-tokens") : lines;
}

base::Result<std::string> revoke(const Options& options, const std::string& name) {
  TRY(sessions, Sessions::open(options.database));
  TRY(revoked, sessions->revoke(name, options.clock()));
  if (revoked == 0)
    return base::fail(base::Fault::not_found, {}, base::say("http.no-token", {{"name", base::printable(name, 80)}}),
                      base::say("http.wellmet-serve-tokens-lists"));
  return words::say("http.revoked", {{"n", revoked}});
}

base::Result<void> set_passphrase(const Options& options, const std::string& passphrase) {
  TRY(sessions, Sessions::open(options.database));
  return sessions->set_passphrase(passphrase);
}

}  // namespace faces::http
