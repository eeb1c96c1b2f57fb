#pragma once

/// From method and path to use case: each file of routes says in a table of its own which paths it answers.

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/people/filter.h"
#include "app/session.h"
#include "app/vault.h"
#include "base/result.h"

namespace faces::http {

/// What was asked, taken apart.
struct Request {
  std::string method;
  std::string path;                              ///< Decoded, below /api/v1.
  std::map<std::string, std::string> arguments;  ///< Of the path: {id}.
  std::map<std::string, std::vector<std::string>> query;
  std::string body;
  bool invented = false;  ///< The life that is shown is the invented one.
};

struct Reply {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::string file;                            ///< Under which name to keep it; empty where it is to be read.
  std::shared_ptr<app::Scratch> scratch = {};  ///< Where the body lies instead, as the file "body".
};

/// A request on its way through a use case.
class Call {
 public:
  Call(app::Session& session, const Request& request) : session_(session), request_(request) {}

  [[nodiscard]] app::Session& session() { return session_; }
  [[nodiscard]] const Request& request() const { return request_; }
  /// Of the path. REQUIRES: the route has it.
  [[nodiscard]] const std::string& argument(const std::string& name) const { return request_.arguments.at(name); }
  /// A number in the path. Fault::not_found where it is none.
  [[nodiscard]] base::Result<std::uint32_t> number(const std::string& name) const;
  /// After the '?'; nothing where it is not there or empty. Given more than once, the last one counts,
  [[nodiscard]] std::optional<std::string> asked(const std::string& name) const;
  /// or all of them.
  [[nodiscard]] std::vector<std::string> asked_all(const std::string& name) const;
  [[nodiscard]] base::Result<std::size_t> asked_number(const std::string& name, std::size_t otherwise, std::size_t most) const;
  [[nodiscard]] base::Result<std::optional<base::Day>> asked_day(const std::string& name) const;
  /// By the parameters that app::filter_of knows, with _ for -, and "q" for words to find.
  [[nodiscard]] base::Result<store::Filter> asked_filter() const;

  // The body, a JSON object. Fault::bad_input where it is none, or lacks what is needed.
  [[nodiscard]] base::Result<std::string> text(const std::string& name) const;
  [[nodiscard]] base::Result<std::string> text_or(const std::string& name, const std::string& otherwise) const;
  [[nodiscard]] base::Result<std::vector<std::string>> texts(const std::string& name) const;  ///< Empty where it is not there.
  [[nodiscard]] base::Result<std::optional<std::int64_t>> whole(const std::string& name) const;

 private:
  [[nodiscard]] base::Result<nlohmann::json> body() const;
  app::Session& session_;
  const Request& request_;
};

using store::Scope;

struct Route {
  std::string_view method;
  std::string_view path;  ///< "/people/{id}"; `{name*}` takes the rest of the path.
  base::Result<Reply> (*run)(Call& call);
  Scope needs;  ///< Who lacks it is told so, with 403.
  /// What it gives depends on the ledger, the day and the request alone, so that it may be kept.
  bool kept = true;
};

struct Routes {
  std::span<const Route> all;
};

/// Of every file of routes. Written by CMake.
[[nodiscard]] std::span<const Routes* const> all_routes_table();

/// The route that answers, with `arguments` filled in. Nothing: no route has that path; `allowed` are the methods that
/// the path has.
[[nodiscard]] const Route* find_route(Request& request, std::vector<std::string_view>& allowed);

[[nodiscard]] Reply json_reply(const nlohmann::json& body, int status = 200);
/// `{"done": words, "change": N}`: what was said, and the change that undo would take back.
[[nodiscard]] base::Result<Reply> said(Call& call, const base::Result<base::Message>& done);
/// What to do, for whoever has no terminal: empty where the sentence has a command to be typed.
[[nodiscard]] base::Message help_of(const base::Message& hint);
/// RFC 9457: `detail` is what is wrong, `help` what to do.
[[nodiscard]] Reply problem_reply(const base::Problem& problem);
[[nodiscard]] Reply problem_reply(int status, const base::Message& what, const base::Message& help);

}  // namespace faces::http
