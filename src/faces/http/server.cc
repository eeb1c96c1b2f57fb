#include "faces/http/server.h"

#include <Poco/InflatingStream.h>
#include <Poco/MemoryStream.h>
#include <Poco/Net/HTTPCookie.h>
#include <Poco/Net/NameValueCollection.h>
#include <Poco/URI.h>
#include <fmt/format.h>
#include <sodium.h>

#include <sstream>

#include "app/session.h"
#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/assets.h"
#include "words/words.h"

namespace faces::http {

namespace {

using nlohmann::json;

constexpr std::string_view base_path = "/api/v1";
constexpr std::string_view key_header = "Wellmet-Key";
/// A calendar is the largest body that is not an import.
constexpr std::size_t body_max = std::size_t{16} << 20U;
constexpr std::size_t passphrase_body_max = 4'096;
constexpr std::size_t url_max = 8'000;

std::string random_word() {
  std::string bytes(16, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  std::string word;
  for (const char c : bytes) word += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return word;
}

void harden(Poco::Net::HTTPServerResponse& response) {
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("X-Frame-Options", "DENY");
}

std::string policy(const std::string& nonce) {
  return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce +
         "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'";
}

std::string inflated(std::string_view gzip) {
  Poco::MemoryInputStream bytes(gzip.data(), gzip.size());
  Poco::InflatingInputStream in(bytes, Poco::InflatingStreamBuf::STREAM_GZIP);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// "attachment; filename*=…": names are ours and plain.
std::string disposition(const std::string& file) { return "attachment; filename=\"" + file + "\""; }

/// Whether the browser says that another page asks.
bool from_elsewhere(const Poco::Net::HTTPServerRequest& request) {
  const std::string site = request.get("Sec-Fetch-Site", "none");
  return site != "none" && site != "same-origin";
}

std::string bearer(const Poco::Net::HTTPServerRequest& request) {
  constexpr std::string_view word = "Bearer ";
  const std::string given = request.get("Authorization", "");
  return given.starts_with(word) ? given.substr(word.size()) : std::string();
}

/// What the server answers itself, beside the routes. What only reads takes Scope::read, all else
/// Scope::write.
bool is_own(const Request& asked) {
  const auto below = [&](std::string_view path) { return asked.path == path || asked.path.starts_with(std::string(path) + "/"); };
  return below("/imports") || below("/sessions") || asked.path == "/demo" || asked.path == "/events" ||
         asked.path == "/tickets" || (asked.path == "/backup" && asked.method == "PUT");
}

Reply lacks(Scope scope) {
  const auto [what, word] = [&]() -> std::pair<base::Message, std::string_view> {
    switch (scope) {
      case Scope::read:
        return {base::say("http.may-not-read"), "read"};
      case Scope::write:
        return {base::say("http.may-not-write"), "write"};
      case Scope::backup:
        return {base::say("http.may-not-backup"), "backup"};
    }
    return {};
  }();
  return problem_reply(403, what, base::say("http.make-token", {{"scope", word}}));
}

std::string cookie_of(const Poco::Net::HTTPServerRequest& request) {
  Poco::Net::NameValueCollection cookies;
  request.getCookies(cookies);
  return cookies.get(std::string(cookie_name), "");
}

Sessions::Browser browser_of(const Poco::Net::HTTPServerRequest& request) {
  return {.name = browser_name(request.get("User-Agent", "")), .cookie = cookie_of(request)};
}

Reply too_large() {
  return problem_reply(413, base::say("http.more-than", {{"mb", body_max >> 20U}}), base::say("http.send-as-import"));
}

}  // namespace

Server::Server(Options options, std::unique_ptr<Sessions> sessions, int port)
    : options_(std::move(options)),
      sessions_(std::move(sessions)),
      workers_({.database = options_.database, .now = options_.clock(), .as_of = options_.as_of, .numbers_lists = false},
               options_.clock),
      imports_(workers_, app::Vault(options_.database)),
      age_(randombytes_random()) {
  std::vector<std::string> hosts = {"localhost", "127.0.0.1", "[::1]", options_.address};
  hosts.insert(hosts.end(), options_.names.begin(), options_.names.end());
  for (const std::string& host : hosts) {
    names_.insert(fmt::format("{}:{}", host, port));
    if (host == "localhost" || host == "127.0.0.1" || host == "[::1]") continue;
    names_.insert(host);  // Behind a proxy, or on the standard port.
  }
}

bool Server::is_our_name(std::string_view host) const { return names_.contains(base::lower_ascii(host)); }

base::Result<std::optional<Session>> Server::who(const In& request, const Request& asked) {
  const auto ticket = asked.query.find("ticket");
  const bool shows_ticket = ticket != asked.query.end() && request.getMethod() == "GET";
  return sessions_->who({.token = bearer(request),
                         .cookie = cookie_of(request),
                         .key = request.get(std::string(key_header), ""),
                         .ticket = shows_ticket ? ticket->second.back() : "",
                         .path = asked.path},
                        options_.clock());
}

// A page elsewhere may make a browser ask anything of this machine, under any name that it makes point here (DNS
// rebinding): only our own names, and for whatever changes something only our own pages.
std::optional<Reply> Server::refused(const In& request) const {
  if (!is_our_name(request.get("Host", "")))
    return problem_reply(421, base::say("http.not-that-name"), base::say("http.open-link"));
  const std::string& method = request.getMethod();
  const bool reads = method == "GET" || method == "HEAD";
  const std::string origin = request.get("Origin", "");
  const std::size_t scheme = origin.find("://");
  const bool ours = scheme != std::string::npos && is_our_name(std::string_view(origin).substr(scheme + 3));
  if (!origin.empty() && !ours) return problem_reply(403, base::say("http.another-page"), base::say("http.open-itself"));
  if (from_elsewhere(request) && request.getURI().starts_with(base_path))
    return problem_reply(403, base::say("http.another-page"), base::say("http.open-itself"));
  if (!reads && origin.empty() && bearer(request).empty())
    return problem_reply(403, base::say("http.no-origin"), base::say("http.send-origin"));
  return std::nullopt;
}

void Server::answer(In& request, Out& response) {
  harden(response);
  const words::Speaking in(request.get("Accept-Language", ""));
  Body body(request, response);
  if (!body.is_plain())
    return send(problem_reply(400, base::say("http.headers-ambiguous"), base::say("http.one-length")), request, response);
  const std::string& url = request.getURI();
  if (url.size() > url_max) {
    response.setKeepAlive(false);
    return send(problem_reply(414, base::say("http.address-too-long"), {}), request, response);
  }
  if (const auto why = refused(request)) {
    response.setKeepAlive(false);
    return send(*why, request, response);
  }
  Request asked;
  asked.method = request.getMethod() == "HEAD" ? "GET" : request.getMethod();
  try {
    const Poco::URI uri(url);
    asked.path = uri.getPath();
    for (const auto& [name, value] : uri.getQueryParameters()) asked.query[name].push_back(value);
  } catch (const Poco::Exception&) {
    response.setKeepAlive(false);
    return send(problem_reply(400, base::say("http.not-address"), {}), request, response);
  }
  if (asked.path == "/enter") return enter(asked.query["link"].empty() ? "" : asked.query["link"].back(), request, response);
  if (asked.path == base_path || asked.path.starts_with(std::string(base_path) + "/")) {
    asked.path.erase(0, base_path.size());
    return api(request, std::move(asked), body, response);
  }
  page(request, asked.path, response);
}

void Server::send_cookie(const std::string& value, std::int64_t seconds, Out& response) const {
  response.add("Set-Cookie", fmt::format("{}={}; Max-Age={}; Path=/; HttpOnly; SameSite=Strict{}", cookie_name, value, seconds,
                                         options_.certificate.empty() ? "" : "; Secure"));
}

void Server::enter(const std::string& link, const In& request, Out& response) {
  const auto secrets = sessions_->enter(link, browser_of(request), options_.clock());
  response.set("Cache-Control", "no-store");
  if (!secrets) return send(problem_reply(secrets.error()), request, response);
  // What stands behind # is for the page alone: it is sent to nobody. Used already, or too old: the
  // app says what to do.
  if (*secrets) send_cookie((*secrets)->cookie, session_seconds, response);
  response.set("Location", *secrets ? "/#key=" + (*secrets)->key : "/");
  response.setStatus(Out::HTTP_SEE_OTHER);
  response.setContentLength(0);
  response.send();
}

void Server::page(const In& request, const std::string& path, Out& response) {
  const Asset* found = asset(path);
  const bool shell = found == nullptr && !path.starts_with("/assets/") && path.find('.') == std::string::npos;
  if (path == "/index.html" || shell) found = asset("/index.html");
  if (found == nullptr) {
    const bool built = !assets().empty();
    return send(problem_reply(404, built ? base::say("http.nothing-here") : base::say("http.no-web-app"),
                              built ? base::Message() : base::say("http.api-under")),
                request, response);
  }
  response.setContentType(std::string(found->type));
  if (found->path == "/index.html") {
    const std::string nonce = random_word();
    std::string body = found->gzip ? inflated(found->body) : std::string(found->body);
    constexpr std::string_view mark = "__NONCE__";
    for (std::size_t at = body.find(mark); at != std::string::npos; at = body.find(mark, at))
      body.replace(at, mark.size(), nonce);
    response.set("Content-Security-Policy", policy(nonce));
    response.set("Cache-Control", "no-store");
    response.sendBuffer(body.data(), body.size());
    return;
  }
  response.set("Cache-Control", path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (found->gzip && !base::contains(request.get("Accept-Encoding", ""), "gzip")) {
    const std::string body = inflated(found->body);
    response.sendBuffer(body.data(), body.size());
    return;
  }
  if (found->gzip) response.set("Content-Encoding", "gzip");
  response.set("Vary", "Accept-Encoding");
  response.sendBuffer(found->body.data(), found->body.size());
}

void Server::api(In& request, Request asked, Body& body, Out& response) {
  if (asked.path == "/openapi.yaml") {
    const Asset* document = asset("/openapi.yaml");
    if (document != nullptr) return page(request, "/openapi.yaml", response);
  }
  const auto session = who(request, asked);
  if (!session) return send(problem_reply(session.error()), request, response);
  if (asked.path == "/session") {
    asked.body = body.read(passphrase_body_max).value_or("");
    return sign_in(asked, *session, request, response);
  }
  if (!*session) {
    response.setKeepAlive(false);
    Reply reply = problem_reply(401, base::say("http.not-signed-in"), base::say("http.run-link"));
    json told = json::parse(reply.body);
    told["passphrase"] = sessions_->has_passphrase();
    reply.body = told.dump() + "\n";
    return send(reply, request, response);
  }
  if (is_own(asked)) return own(request, asked, **session, body, response);
  auto all = body.read(body_max);
  if (!all) return send(all.error().fault == base::Fault::full ? too_large() : problem_reply(all.error()), request, response);
  asked.body = std::move(*all);
  asked.invented = invented_;
  std::vector<std::string_view> allowed;
  const Route* route = find_route(asked, allowed);
  if (route == nullptr && allowed.empty())
    return send(problem_reply(404, base::say("http.nothing-here"), base::say("http.see-api")), request, response);
  if (route == nullptr) {
    std::string methods;
    for (const std::string_view method : allowed) methods += (methods.empty() ? "" : ", ") + std::string(method);
    return not_so(methods, request, response);
  }
  if (!(*session)->scopes.has(route->needs)) return send(lacks(route->needs), request, response);
  send(*run(*route, asked, request, response), request, response);
}

void Server::own(In& request, Request& asked, const Session& session, Body& body, Out& response) {
  const Scope needs = asked.method == "GET" ? Scope::read : Scope::write;
  if (!session.scopes.has(needs)) return send(lacks(needs), request, response);
  // What goes straight to disk.
  if (asked.method == "PUT" && asked.path.starts_with("/imports/")) return imports(request, asked, body, response);
  if (asked.path == "/backup") return restore(request, body, response);
  if (asked.path == "/events" && request.getMethod() == "GET") return changes(request, asked, response);
  auto all = body.read(body_max);
  if (!all) return send(all.error().fault == base::Fault::full ? too_large() : problem_reply(all.error()), request, response);
  asked.body = std::move(*all);
  if (asked.path == "/imports" || asked.path.starts_with("/imports/")) return imports(request, asked, body, response);
  response.set("Cache-Control", "no-store");
  if (asked.path == "/demo") return demo(asked, request, response);
  if (asked.path == "/tickets") return ticket(asked, session, request, response);
  if (asked.path == "/events") return not_so("GET", request, response);
  sessions(asked, session, request, response);
}

void Server::not_so(const std::string& methods, const In& request, Out& response) {
  response.set("Allow", methods);
  send(problem_reply(405, base::say("http.wrong-method"), base::say("http.takes", {{"methods", methods}})), request, response);
}

std::shared_ptr<const Reply> Server::run(const Route& route, Request& asked, const In& request, Out& response) {
  const auto made = [](Reply reply) { return std::make_shared<const Reply>(std::move(reply)); };
  auto lease = workers_.take();
  if (!lease) return made(problem_reply(lease.error()));
  app::Session& session = **lease;
  Call call(session, asked);
  const auto run_now = [&] {
    base::Result<Reply> done = route.run(call);
    return done ? std::move(*done) : problem_reply(done.error());
  };
  if (asked.method != "GET" || !route.kept) {
    response.set("Cache-Control", "no-store");
    return made(run_now());
  }
  const auto stamp = app::stamp(session);
  if (!stamp) return made(problem_reply(stamp.error()));
  const base::Day day = session.today();
  const std::string tag =
      fmt::format("\"{:x}-{:x}-{:x}-{:x}-{}\"", age_.load(), stamp->head, stamp->from.seconds, day.days, words::language());
  response.set("Cache-Control", "private, no-cache");
  if (request.get("If-None-Match", "") == tag) {
    response.set("ETag", tag);
    return made({.status = 304, .type = {}, .body = {}, .file = {}});
  }
  const std::string url = fmt::format("{} {}", words::language(), request.getURI());
  std::shared_ptr<const Reply> reply = kept_.find(*stamp, day, url);
  if (!reply) {
    reply = made(run_now());
    if (reply->status == 200) kept_.keep(*stamp, day, url, reply);
  }
  if (reply->status == 200) response.set("ETag", tag);
  return reply;
}

void Server::send(const Reply& reply, const In& request, Out& response) {
  response.setStatusAndReason(static_cast<Out::HTTPStatus>(reply.status));
  if (reply.status == 304 || reply.status == 204) {
    response.setContentLength(Poco::Net::HTTPMessage::UNKNOWN_CONTENT_LENGTH);
    response.send();
    return;
  }
  response.setContentType(reply.type);
  if (!reply.file.empty()) response.set("Content-Disposition", disposition(reply.file));
  if (reply.scratch) {
    response.sendFile(reply.scratch->path() + "/body", reply.type);
  } else if (request.getMethod() == "HEAD") {
    response.setContentLength64(static_cast<Poco::Int64>(reply.body.size()));
    response.send();
  } else {
    response.sendBuffer(reply.body.data(), reply.body.size());
  }
}

void Server::sign_in(const Request& asked, const std::optional<Session>& session, const In& in, Out& response) {
  response.set("Cache-Control", "no-store");
  if (asked.method == "DELETE") {
    if (session) {
      const auto ended = sessions_->end(session->id);
      if (!ended) return send(problem_reply(ended.error()), in, response);
    }
    send_cookie("", 0, response);
    return send({.status = 204, .type = {}, .body = {}, .file = {}}, in, response);
  }
  if (asked.method != "POST") return not_so("POST, DELETE", in, response);
  const json body = json::parse(asked.body, nullptr, false);
  const std::string given = body.is_object() && body.contains("passphrase") && body["passphrase"].is_string()
                                ? body["passphrase"].get<std::string>()
                                : "";
  const auto tried = sessions_->passphrase(given, browser_of(in), options_.clock());
  if (!tried) return send(problem_reply(tried.error()), in, response);
  switch (tried->how) {
    case Sessions::Try::right:
      send_cookie(tried->secrets.cookie, session_seconds, response);
      return send(json_reply({{"key", tried->secrets.key}}), in, response);
    case Sessions::Try::too_many:
      return send(problem_reply(429, base::say("http.too-many-tries"), base::say("http.wait-then-try")), in, response);
    case Sessions::Try::wrong:
      break;
  }
  send(problem_reply(401, base::say("http.wrong-passphrase"), base::say("http.which-passphrase")), in, response);
}

}  // namespace faces::http
