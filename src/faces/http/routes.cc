#include "faces/http/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "app/people/filter.h"
#include "base/text.h"
#include "base/try.h"
#include "words/words.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Problem bad_body(base::Message what, base::Message help) {
  return {base::Fault::bad_input, {}, std::move(what), std::move(help)};
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return n;
}

/// Whether `path` is of the form `pattern`; its arguments.
bool matches(std::string_view pattern, std::string_view path, std::map<std::string, std::string>& arguments) {
  while (!pattern.empty()) {
    if (pattern.front() == '{') {
      const std::size_t close = pattern.find('}');
      std::string name(pattern.substr(1, close - 1));
      pattern.remove_prefix(close + 1);
      const bool rest = name.ends_with('*');
      if (rest) name.pop_back();
      const std::size_t end = rest ? path.size() : std::min(path.find('/'), path.size());
      if (end == 0) return false;
      arguments[name] = std::string(path.substr(0, end));
      path.remove_prefix(end);
    } else {
      if (path.empty() || path.front() != pattern.front()) return false;
      pattern.remove_prefix(1);
      path.remove_prefix(1);
    }
  }
  return path.empty();
}

/// What a fault is for HTTP, and its title.
std::pair<int, base::Message> status_of(base::Fault fault) {
  switch (fault) {
    case base::Fault::bad_input:
      return {400, base::say("http.title.bad-input")};
    case base::Fault::usage:
      return {422, base::say("http.title.not-possible")};
    case base::Fault::unchanged:
      return {422, base::say("http.title.so-already")};
    case base::Fault::not_found:
      return {404, base::say("http.title.not-found")};
    case base::Fault::ambiguous:
      return {409, base::say("http.title.ambiguous")};
    case base::Fault::unreadable:
      return {422, base::say("http.title.unreadable")};
    case base::Fault::locked:
      return {503, base::say("http.title.busy")};
    case base::Fault::damaged:
      return {500, base::say("http.title.damaged")};
    case base::Fault::newer:
      return {500, base::say("http.title.newer")};
    case base::Fault::full:
      return {507, base::say("http.title.no-room")};
  }
  return {500, base::say("http.title.fault")};
}

Reply problem(int status, const base::Message& title, const std::string& where, const base::Message& what,
              const base::Message& help) {
  json body = {{"type", "about:blank"}, {"title", words::say(title)}, {"status", status}, {"detail", words::say(what)}};
  if (!where.empty()) body["where"] = where;
  if (!help.empty()) body["help"] = words::say(help);
  Reply reply = json_reply(body, status);
  reply.type = "application/problem+json";
  return reply;
}

}  // namespace

base::Result<std::uint32_t> Call::number(const std::string& name) const {
  const auto n = whole_number(argument(name));
  if (!n || *n > UINT32_MAX)
    return base::fail(base::Fault::not_found, {},
                      base::say("http.no-number", {{"argument", base::printable(argument(name), 40)}}));
  return static_cast<std::uint32_t>(*n);
}

std::optional<std::string> Call::asked(const std::string& name) const {
  std::vector<std::string> all = asked_all(name);
  return all.empty() ? std::nullopt : std::optional(std::move(all.back()));
}

std::vector<std::string> Call::asked_all(const std::string& name) const {
  const auto found = request_.query.find(name);
  std::vector<std::string> all = found == request_.query.end() ? std::vector<std::string>{} : found->second;
  std::erase(all, "");
  return all;
}

base::Result<store::Filter> Call::asked_filter() const {
  TRY(filter, app::filter_of(
                  [&](std::string_view word) {
                    std::string name(word);
                    std::replace(name.begin(), name.end(), '-', '_');
                    return asked_all(name);
                  },
                  ""));
  filter.query = asked("q").value_or("");
  return filter;
}

base::Result<std::size_t> Call::asked_number(const std::string& name, std::size_t otherwise, std::size_t most) const {
  const auto text = asked(name);
  if (!text) return otherwise;
  const auto n = whole_number(*text);
  if (!n || *n > most) {
    return base::fail(base::Fault::bad_input, {}, base::say("http.is", {{"name", name}, {"text", base::printable(*text, 40)}}),
                      base::say("http.give-whole-number-most", {{"most", most}}));
  }
  return static_cast<std::size_t>(*n);
}

base::Result<std::optional<base::Day>> Call::asked_day(const std::string& name) const {
  const auto text = asked(name);
  if (!text) return std::optional<base::Day>{};
  const auto day = base::parse_iso_day(*text);
  if (!day)
    return base::fail(base::Fault::bad_input, {}, base::say("http.not-date", {{"text", base::printable(*text, 40)}}),
                      base::say("http.write-2026-03-14"));
  return std::optional<base::Day>(*day);
}

base::Result<json> Call::body() const {
  json body = json::parse(request_.body, nullptr, false);
  if (!body.is_object())
    return base::fail(bad_body(base::say("http.body-no-json-object"), base::say("http.send-application-json")));
  return body;
}

base::Result<std::string> Call::text(const std::string& name) const {
  TRY(all, body());
  if (!all.contains(name) || !all[name].is_string() || all[name].get_ref<const std::string&>().empty())
    return base::fail(bad_body(base::say("http.missing-2", {{"name", name}}), base::say("http.give-text")));
  return all[name].get<std::string>();
}

base::Result<std::string> Call::text_or(const std::string& name, const std::string& otherwise) const {
  TRY(all, body());
  if (!all.contains(name) || all[name].is_null()) return otherwise;
  if (!all[name].is_string())
    return base::fail(bad_body(base::say("http.no-text", {{"name", name}}), base::say("http.give-text")));
  return all[name].get<std::string>();
}

base::Result<std::vector<std::string>> Call::texts(const std::string& name) const {
  TRY(all, body());
  std::vector<std::string> out;
  if (!all.contains(name) || all[name].is_null()) return out;
  if (!all[name].is_array())
    return base::fail(bad_body(base::say("http.no-list", {{"name", name}}), base::say("http.give-list-texts")));
  for (const json& one : all[name]) {
    if (!one.is_string())
      return base::fail(bad_body(base::say("http.holds-what-no-text", {{"name", name}}), base::say("http.give-list-texts")));
    out.push_back(one.get<std::string>());
  }
  return out;
}

base::Result<std::optional<std::int64_t>> Call::whole(const std::string& name) const {
  TRY(all, body());
  if (!all.contains(name) || all[name].is_null()) return std::optional<std::int64_t>{};
  if (!all[name].is_number_integer())
    return base::fail(bad_body(base::say("http.no-whole-number", {{"name", name}}), base::say("http.give-whole-number")));
  return std::optional<std::int64_t>(all[name].get<std::int64_t>());
}

const Route* find_route(Request& request, std::vector<std::string_view>& allowed) {
  // A word wins over an argument: /people/facets is no person.
  const Route* found = nullptr;
  std::size_t fewest = SIZE_MAX;
  for (const Routes* routes : all_routes_table()) {
    for (const Route& route : routes->all) {
      std::map<std::string, std::string> arguments;
      if (!matches(route.path, request.path, arguments) || arguments.size() > fewest) continue;
      if (arguments.size() < fewest) {
        allowed.clear();
        found = nullptr;
      }
      fewest = arguments.size();
      allowed.push_back(route.method);
      if (route.method != request.method) continue;
      found = &route;
      request.arguments = std::move(arguments);
    }
  }
  return found;
}

Reply json_reply(const json& body, int status) {
  return {.status = status,
          .type = "application/json",
          .body = body.dump(-1, ' ', false, json::error_handler_t::replace) + "\n",
          .file = {}};
}

base::Result<Reply> said(Call& call, const base::Result<base::Message>& done) {
  if (!done) return base::fail(done.error());
  return json_reply({{"done", words::say(*done) + "."}, {"change", call.session().said_change}});
}

base::Message help_of(const base::Message& hint) {
  const std::string english = [&] {
    const words::Speaking speaking("en");  // Commands are the same in every language, the words around them are not.
    return words::say(hint);
  }();
  const bool has_command = english.find("wellmet ") != std::string::npos || english.find("--") != std::string::npos;
  return has_command ? base::Message() : hint;
}

Reply problem_reply(const base::Problem& fault) {
  const auto [status, title] = status_of(fault.fault);
  return problem(status, title, fault.where, fault.what, help_of(fault.hint));
}

Reply problem_reply(int status, const base::Message& what, const base::Message& help) {
  const auto title = [&]() -> base::Message {
    switch (status) {
      case 401:
        return base::say("http.title.not-signed-in");
      case 403:
        return base::say("http.title.not-allowed");
      case 404:
        return base::say("http.title.not-found");
      case 405:
        return base::say("http.title.not-that-way");
      case 413:
        return base::say("http.title.too-large");
      case 421:
        return base::say("http.title.asked-by-another-name");
      case 429:
        return base::say("http.title.too-many-tries");
      default:
        return base::say("http.title.not-possible");
    }
  }();
  return problem(status, title, {}, what, help);
}

}  // namespace faces::http
