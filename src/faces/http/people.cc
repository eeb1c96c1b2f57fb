// Who is known, who stands where, and what the owner says of them.

#include "app/people/people.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "app/meet/meet.h"
#include "app/people/say.h"
#include "app/people/triage.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/wire.h"

namespace faces::http {

namespace {

using nlohmann::json;

constexpr std::size_t page_default = 50, page_max = 500;

// A cursor is how many came before: lists have one order as long as the data stay as they are, and where these change
// under somebody's hands a row may come twice or be missed, as everywhere.
base::Result<Reply> people(Call& call) {
  TRY(filter, call.asked_filter());
  TRY(limit, call.asked_number("limit", page_default, page_max));
  TRY(from, call.asked_number("cursor", 0, SIZE_MAX / 2));
  filter.from = from;
  filter.limit = std::max<std::size_t>(1, limit);
  TRY(list, app::people(call.session(), filter));
  json out = wire::people_json(list);
  const std::size_t next = from + list.people.size();
  out["next"] = next < list.total && !list.people.empty() ? json(std::to_string(next)) : json(nullptr);
  return json_reply(out);
}

base::Result<Reply> facets(Call& call) {
  TRY(filter, call.asked_filter());
  TRY(counts, app::facets(call.session(), filter));
  return json_reply(wire::facets_json(counts));
}

base::Result<Reply> show(Call& call) {
  TRY(view, app::show(call.session(), call.argument("id")));
  return json_reply(wire::show_json(view));
}

base::Result<Reply> brief(Call& call) {
  TRY(view, app::brief(call.session(), call.argument("id")));
  return json_reply(wire::brief_json(view));
}

base::Result<Reply> log(Call& call) {
  TRY(word, call.text("verb"));
  TRY(verb, app::parse_verb(word));
  TRY(text, call.text_or("text", ""));
  TRY(on, call.text_or("on", ""));
  TRY(persons, call.texts("with"));
  base::Day day = call.session().today();
  if (!on.empty()) {
    const auto given = base::parse_day(on, day);
    if (!given)
      return base::fail(base::Fault::usage, {}, base::say("http.not-date-2", {{"on", base::printable(on, 40)}}),
                        base::say("http.write-2026-03-14"));
    day = *given;
  }
  persons.insert(persons.begin(), call.argument("id"));
  return said(call, app::log(call.session(), verb, persons, text, day));
}

base::Result<Reply> answer(Call& call) {
  TRY(word, call.text("answer"));
  return said(call, app::refer(call.session(), call.argument("id"), word));
}

base::Result<Reply> split(Call& call) {
  TRY(handles, call.texts("handles"));
  return said(call, app::split(call.session(), call.argument("id"), handles));
}

base::Result<Reply> merge(Call& call) {
  TRY(a, call.text("a"));
  TRY(b, call.text("b"));
  return said(call, app::merge(call.session(), a, b));
}

base::Result<Reply> rule(Call& call) {
  TRY(verb, call.text("verb"));
  TRY(persons, call.texts("persons"));
  if (persons.empty())
    return base::fail(base::Fault::bad_input, {}, base::say("http.persons-missing"), base::say("http.give-list-ids"));
  return said(call, app::rule(call.session(), verb, persons));
}

base::Result<Reply> tag(Call& call) {
  TRY(verb, call.text("verb"));
  TRY(name, call.text("tag"));
  TRY(persons, call.texts("persons"));
  if (verb != "tag" && verb != "untag")
    return base::fail(base::Fault::usage, {}, base::say("http.nothing-do-tag", {{"verb", base::printable(verb, 40)}}),
                      base::say("http.tag-untag"));
  if (persons.empty())
    return base::fail(base::Fault::bad_input, {}, base::say("http.persons-missing"), base::say("http.give-list-ids"));
  return said(call, app::tag(call.session(), name, persons, verb == "tag"));
}

base::Result<Reply> triage(Call& call) {
  TRY(limit, call.asked_number("limit", 10, 100));
  TRY(triage, app::triage(call.session()));
  return json_reply(wire::triage_cards_json(triage, limit));
}

constexpr Route people_table[] = {
    {"GET", "/people", people, Scope::read},
    {"GET", "/people/facets", facets, Scope::read},
    {"POST", "/people/merge", merge, Scope::write},
    {"POST", "/people/rule", rule, Scope::write},
    {"POST", "/people/tag", tag, Scope::write},
    {"GET", "/people/{id}", show, Scope::read},
    {"GET", "/people/{id}/brief", brief, Scope::read},
    {"POST", "/people/{id}/log", log, Scope::write},
    {"PUT", "/people/{id}/answer", answer, Scope::write},
    {"POST", "/people/{id}/split", split, Scope::write},
    {"GET", "/triage", triage, Scope::read},
};

}  // namespace

extern const Routes routes_people;
const Routes routes_people{people_table};

}  // namespace faces::http
