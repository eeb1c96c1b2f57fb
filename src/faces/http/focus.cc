// Markets, letting go, who knows whom.

#include <nlohmann/json.hpp>

#include "app/json.h"
#include "base/try.h"
#include "faces/http/routes.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Result<Reply> markets(Call& call) {
  TRY(all, call.app().markets());
  json list = json::array();
  for (const app::MarketView& one : all) list.push_back(app::market_json(one));
  return json_reply({{"markets", std::move(list)}});
}

base::Result<Reply> market(Call& call) {
  TRY(one, call.app().show_market(call.argument("name")));
  return json_reply(app::market_json(one));
}

base::Result<Reply> set_market(Call& call) {
  TRY(rule, call.text("rule"));
  return said(call, call.app().market(call.argument("name"), rule));
}

base::Result<Reply> drop_market(Call& call) { return said(call, call.app().drop_market(call.argument("name"))); }

base::Result<Reply> try_market(Call& call) {
  TRY(one, call.app().try_market("", call.asked("rule").value_or("")));
  return json_reply(app::market_json(one));
}

base::Result<Reply> let_go(Call& call) {
  TRY(limit, call.asked_number("limit", 50, 100'000));
  TRY(proposals, call.app().let_go_proposals(limit));
  std::vector<std::uint32_t> persons;
  for (const app::LetGoView::One& one : proposals.batch) persons.push_back(one.person.person);
  TRY(cohesion, call.app().cohesion_without(persons));
  json out = app::let_go_json(proposals);
  out["cohesion"] = app::cohesion_json(cohesion);
  return json_reply(out);
}

base::Result<Reply> path(Call& call) {
  const auto to = call.asked("to");
  if (!to) return base::fail(base::Fault::bad_input, {}, "to whom?", "give \"to\": an id, a name, a company or a rule");
  TRY(path, call.app().path(*to));
  return json_reply(app::path_json(path));
}

base::Result<Reply> communities(Call& call) {
  TRY(circles, call.app().communities());
  return json_reply(app::communities_json(circles));
}

base::Result<Reply> map(Call& call) {
  TRY(limit, call.asked_number("limit", 3'000, 20'000));
  TRY(map, call.app().map(limit));
  return json_reply(app::map_json(map));
}

constexpr Route routes[] = {
    {"GET", "/markets", markets, Scope::read},
    {"GET", "/markets/try", try_market, Scope::read},
    {"GET", "/markets/{name}", market, Scope::read},
    {"PUT", "/markets/{name}", set_market, Scope::write},
    {"DELETE", "/markets/{name}", drop_market, Scope::write},
    {"GET", "/let-go", let_go, Scope::read},
    {"GET", "/paths", path, Scope::read},
    {"GET", "/communities", communities, Scope::read},
    {"GET", "/map", map, Scope::read},
};

}  // namespace

extern const Routes routes_focus;
const Routes routes_focus{routes};

}  // namespace faces::http
