// Markets, letting go, who knows whom.

#include "app/focus/focus.h"

#include <nlohmann/json.hpp>

#include "app/focus/acquaintance.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/wire.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Result<Reply> markets(Call& call) {
  TRY(all, app::markets(call.session()));
  json list = json::array();
  for (const app::MarketView& one : all) list.push_back(wire::market_json(one));
  return json_reply({{"markets", std::move(list)}});
}

base::Result<Reply> market(Call& call) {
  TRY(one, app::show_market(call.session(), call.argument("name")));
  return json_reply(wire::market_json(one));
}

base::Result<Reply> set_market(Call& call) {
  TRY(rule, call.text("rule"));
  return said(call, app::market(call.session(), call.argument("name"), rule));
}

base::Result<Reply> drop_market(Call& call) { return said(call, app::drop_market(call.session(), call.argument("name"))); }

base::Result<Reply> try_market(Call& call) {
  TRY(one, app::try_market(call.session(), "", call.asked("rule").value_or("")));
  return json_reply(wire::market_json(one));
}

base::Result<Reply> let_go(Call& call) {
  TRY(limit, call.asked_number("limit", 50, 100'000));
  TRY(proposals, app::let_go_proposals(call.session(), limit));
  std::vector<std::uint32_t> persons;
  for (const app::LetGoView::One& one : proposals.batch) persons.push_back(one.person.person);
  TRY(cohesion, app::cohesion_without(call.session(), persons));
  json out = wire::let_go_json(proposals);
  out["cohesion"] = wire::cohesion_json(cohesion);
  return json_reply(out);
}

base::Result<Reply> path(Call& call) {
  const auto to = call.asked("to");
  if (!to) return base::fail(base::Fault::bad_input, {}, base::say("http.whom"), base::say("http.give-id-name-company"));
  TRY(path, app::path(call.session(), *to));
  return json_reply(wire::path_json(path));
}

base::Result<Reply> communities(Call& call) {
  TRY(circles, app::communities(call.session()));
  return json_reply(wire::communities_json(circles));
}

base::Result<Reply> map(Call& call) {
  TRY(limit, call.asked_number("limit", 3'000, 20'000));
  TRY(map, app::map(call.session(), limit));
  return json_reply(wire::map_json(map));
}

constexpr Route focus_table[] = {
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
const Routes routes_focus{focus_table};

}  // namespace faces::http
