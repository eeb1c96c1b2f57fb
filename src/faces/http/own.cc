// What the server answers itself, beside the routes: who is let in, the invented life, what takes long or goes on.

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "app/session.h"
#include "app/settings/settings.h"
#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/server.h"
#include "lab/demo.h"
#include "words/words.h"

namespace faces::http {

namespace {

using nlohmann::json;

constexpr int demo_people = 1'000, demo_people_min = 50, demo_people_max = 5'000;
constexpr std::chrono::seconds pulse{1};
constexpr std::chrono::milliseconds between_events{100};

json session_json(const Session& session, bool current) {
  return {{"id", session.id},
          {"kind", session.kind == store::SessionKind::browser ? "browser" : "program"},
          {"name", session.name},
          {"scopes", names_of(session.scopes)},
          {"created", base::iso(session.created_at)},
          {"used", base::iso(session.used_at)},
          {"until", base::iso(session.until)},
          {"current", current}};
}

/// One message of server-sent events; false when nobody listens any more.
bool send_event(std::ostream& out, std::string_view event, const json& data) {
  out << "event: " << event << "\ndata: " << data.dump(-1, ' ', false, json::error_handler_t::replace) << "\n\n" << std::flush;
  return out.good();
}

std::ostream& begin_events(Poco::Net::HTTPServerResponse& response) {
  response.setContentType("text/event-stream");
  response.set("Cache-Control", "no-store");
  response.set("X-Accel-Buffering", "no");  // nginx is to pass on each event as it comes.
  response.setChunkedTransferEncoding(true);
  return response.send();
}

}  // namespace

void Server::sessions(const Request& asked, const Session& session, const In& in, Out& response) {
  if (asked.path == "/sessions") {
    if (asked.method != "GET") return not_so("GET", in, response);
    const auto all = sessions_->all(options_.clock());
    if (!all) return send(problem_reply(all.error()), in, response);
    json list = json::array();
    for (const Session& one : *all) list.push_back(session_json(one, one.id == session.id));
    return send(json_reply({{"sessions", std::move(list)}}), in, response);
  }
  if (asked.method != "DELETE") return not_so("DELETE", in, response);
  const std::string id = asked.path.substr(std::string_view("/sessions/").size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  const bool is_number = error == std::errc() && end == id.data() + id.size();
  const auto ended = is_number ? sessions_->end(number) : base::Result<bool>(false);
  if (!ended) return send(problem_reply(ended.error()), in, response);
  if (!*ended)
    return send(
        problem_reply(404, base::say("http.no-session", {{"id", base::printable(id, 20)}}), base::say("http.sessions-lists")), in,
        response);
  send({.status = 204, .type = {}, .body = {}, .file = {}}, in, response);
}

// A browser that downloads by itself sends no headers: it gets a word for the address, good once,
// for that path.
void Server::ticket(const Request& asked, const Session& session, const In& in, Out& response) {
  if (asked.method != "POST") return not_so("POST", in, response);
  const json body = json::parse(asked.body, nullptr, false);
  if (!body.is_object() || !body.contains("path") || !body["path"].is_string()) {
    return send(
        problem_reply({base::Fault::bad_input, {}, base::say("http.path-missing"), base::say("http.say-what-download-export")}),
        in, response);
  }
  send(json_reply({{"ticket", sessions_->new_ticket(session.id, body["path"].get<std::string>(), options_.clock())}}), in,
       response);
}

// An invented life to look around in: a data file of its own, which goes when it is left or the server ends.
void Server::demo(const Request& asked, const In& in, Out& response) {
  const std::lock_guard lock(demo_mutex_);
  if (asked.method == "GET") return send(json_reply({{"demo", demo_ != nullptr}}), in, response);
  if (asked.method == "DELETE") {
    workers_.use(options_.database);
    invented_ = false;
    demo_.reset();
  } else if (asked.method == "POST") {
    const json body = asked.body.empty() ? json::object() : json::parse(asked.body, nullptr, false);
    const json people = body.is_object() ? body.value("people", json(demo_people)) : json();
    if (!people.is_number_integer() || people < demo_people_min || people > demo_people_max) {
      return send(problem_reply({base::Fault::bad_input,
                                 {},
                                 base::say("http.how-many-people"),
                                 base::say("http.give-people-whole-number",
                                           {{"demo_people_min", demo_people_min}, {"demo_people_max", demo_people_max}})}),
                  in, response);
    }
    auto folder = app::Vault::temporary();
    if (!folder) return send(problem_reply(folder.error()), in, response);
    const std::string database = (*folder)->path() + "/wellmet.db", life = (*folder)->path() + "/life";
    const auto made = [&]() -> base::Result<void> {
      const base::Instant now = options_.clock();
      CHECK(lab::write_demo(life, people.get<int>(), 1, options_.as_of.value_or(base::day_of(now))));
      TRY(session, app::Session::open({.database = database, .now = now, .as_of = options_.as_of}, true));
      std::error_code error;
      std::filesystem::remove(life + "/truth.json", error);
      CHECK(app::import(session, {life}, false, {}, life));
      return {};
    }();
    if (!made) return send(problem_reply(made.error()), in, response);
    workers_.use(database);
    invented_ = true;
    demo_ = std::move(*folder);
  } else {
    return not_so("GET, POST, DELETE", in, response);
  }
  ++age_;
  kept_.clear();
  send(json_reply({{"demo", demo_ != nullptr}}), in, response);
}

// A backup takes the place of the data file: nobody reads or writes meanwhile, and what was kept of the old one is forgotten.
void Server::restore(const In& request, Body& body, Out& response) {
  response.set("Cache-Control", "no-store");
  const std::string name = words::say("http.that-file");
  const auto done = [&]() -> base::Result<std::string> {
    TRY(scratch, app::Vault(options_.database).scratch(uploads));
    const std::string path = scratch->path() + "/backup.db";
    CHECK(body.receive(*scratch, "backup.db", name));
    const std::lock_guard lock(demo_mutex_);
    if (demo_)
      return base::fail(base::Fault::usage, {}, base::say("http.what-shown-invented-life"), base::say("http.leave-first"));
    if (imports_.running())
      return base::fail(base::Fault::usage, {}, base::say("http.import-running"), base::say("http.wait-until-ended"));
    std::string kept;
    CHECK(workers_.alone([&](app::Session& session) -> base::Result<void> {
      auto restored = app::restore(session, path);
      ++age_;
      kept_.clear();
      if (restored) {
        kept = std::filesystem::path(*restored).filename().string();
        return {};
      }
      base::Problem problem = restored.error();
      if (problem.where == path) {
        problem.where = name;
        problem.fault = base::Fault::unreadable;  // The data file is as it was.
      }
      return base::fail(problem);
    }));
    return kept;
  }();
  if (!done) return send(problem_reply(done.error()), request, response);
  const base::Message told = done->empty() ? base::say("http.restored") : base::say("http.restored-kept", {{"name", *done}});
  send(json_reply({{"done", words::say(told)}}), request, response);
}

void Server::imports(const In& request, const Request& asked, Body& body, Out& response) {
  response.set("Cache-Control", "no-store");
  const auto parts = base::split(std::string_view(asked.path).substr(1), '/');
  const std::string& method = asked.method;
  const std::string id = parts.size() > 1 ? std::string(parts[1]) : "";
  const std::string_view deed = parts.size() > 2 ? parts[2] : "";
  const auto tell = [&](const base::Result<json>& done, int status) {
    send(done ? json_reply(*done, status) : problem_reply(done.error()), request, response);
  };
  if (parts.size() == 1) {
    if (method == "GET") return send(json_reply(imports_.show_all()), request, response);
    if (method == "POST") return tell(imports_.create(), 201);
    return not_so("GET, POST", request, response);
  }
  if (parts.size() == 2) {
    if (method == "GET") return tell(imports_.show(id), 200);
    if (method == "DELETE") return tell(imports_.cancel(id), 200);
    return not_so("GET, DELETE", request, response);
  }
  if (deed == "start" && parts.size() == 3) {
    if (method != "POST") return not_so("POST", request, response);
    const json given = json::parse(asked.body, nullptr, false);
    const bool dry = given.is_object() && given.contains("dry_run") && given["dry_run"] == true;
    return tell(imports_.start(id, dry), 200);
  }
  if (deed == "events" && parts.size() == 3) {
    if (request.getMethod() != "GET") return not_so("GET", request, response);
    return progress(id, request, asked, response);
  }
  if (deed == "files" && parts.size() > 3) {
    if (method != "PUT") return not_so("PUT", request, response);
    const std::string name = asked.path.substr(std::string("/imports/").size() + id.size() + std::string("/files/").size());
    return tell(imports_.receive(id, name, body), 200);
  }
  send(problem_reply(404, base::say("http.nothing-here"), base::say("http.see-api")), request, response);
}

// Who was let out meanwhile is told nothing more.
bool Server::is_let_in(const In& request, const Request& asked) {
  const auto session = who(request, asked);
  return session && *session;
}

void Server::progress(const std::string& id, const In& in, const Request& asked, Out& response) {
  std::uint64_t seen = 0;
  auto now = imports_.next(id, seen, {});
  if (!now) return send(problem_reply(now.error()), in, response);
  std::ostream& out = begin_events(response);
  while (send_event(out, "progress", *now) && !stopping_) {
    if (const std::string& state = (*now)["state"].get_ref<const std::string&>(); state != "open" && state != "running") return;
    const std::uint64_t before = seen;
    do {
      now = imports_.next(id, seen, pulse);
      if (seen == before) out << ": \n\n" << std::flush;  // Whoever has gone is noticed by this.
    } while (now && seen == before && out.good() && !stopping_);
    if (!now || !is_let_in(in, asked)) return;
    std::this_thread::sleep_for(between_events);
  }
}

void Server::changes(const In& in, const Request& asked, Out& response) {
  std::ostream& out = begin_events(response);
  std::optional<std::pair<unsigned, std::int64_t>> told;
  for (int quiet = 0; out.good() && !stopping_ && is_let_in(in, asked); ++quiet) {
    {
      auto lease = workers_.take();
      const auto head = lease ? app::last_change(**lease) : base::Result<std::int64_t>(0);
      const std::pair now{age_.load(), head.value_or(0)};
      if (!told || *told != now) {
        if (!send_event(out, "changed", {{"change", now.second}})) return;
        told = now;
        quiet = 0;
      }
    }
    constexpr int heartbeat = 15;
    if (quiet > 0 && quiet % heartbeat == 0) out << ": \n\n" << std::flush;
    std::this_thread::sleep_for(pulse);
  }
}

}  // namespace faces::http
