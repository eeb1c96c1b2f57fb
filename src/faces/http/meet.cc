// Who is where, free hours, invitations.

#include "app/meet/meet.h"

#include <nlohmann/json.hpp>

#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/wire.h"

namespace faces::http {

namespace {

constexpr std::size_t within_km = 50, days_max = 60;

base::Result<Reply> towns(Call& call) {
  TRY(towns, app::towns(call.session()));
  return json_reply(wire::towns_json(towns));
}

base::Result<Reply> trip(Call& call) {
  TRY(from, call.asked_day("from"));
  TRY(to, call.asked_day("to"));
  TRY(within, call.asked_number("within", within_km, 1'000));
  TRY(limit, call.asked_number("limit", 50, 500));
  const auto place = call.asked("place");
  if (!place || !from)
    return base::fail(base::Fault::bad_input, {}, base::say("http.where-when"), base::say("http.give-place-if-more"));
  TRY(trip, app::trip(call.session(), *place, {*from, to.value_or(*from)}, static_cast<int>(within), limit));
  return json_reply(wire::trip_json(trip));
}

base::Result<Reply> slots(Call& call) {
  app::SlotsAsk ask;
  TRY(from, call.asked_day("from"));
  TRY(days, call.asked_number("days", static_cast<std::size_t>(ask.days), days_max));
  TRY(first, call.asked_number("first_hour", static_cast<std::size_t>(ask.first_hour), 23));
  TRY(last, call.asked_number("last_hour", static_cast<std::size_t>(ask.last_hour), 24));
  TRY(length, call.asked_number("length", static_cast<std::size_t>(ask.length_minutes), 24 * 60));
  if (first >= last || length < 5 || days < 1)
    return base::fail(base::Fault::bad_input, {}, base::say("http.no-time"), base::say("http.hours-9-17-five"));
  ask.from = from.value_or(call.session().today() + 1);
  ask.days = static_cast<int>(days);
  ask.weekends = call.asked("weekends").has_value();
  ask.first_hour = static_cast<int>(first);
  ask.last_hour = static_cast<int>(last);
  ask.length_minutes = static_cast<int>(length);
  ask.zone = call.asked("zone").value_or("");
  TRY(scratch, app::Vault::temporary());
  TRY(out, scratch->file("calendar.ics"));
  out->out() << call.request().body;
  if (!out->keep())
    return base::fail(base::Fault::full, {}, base::say("http.no-room-read-calendar"),
                      base::say("http.make-room-folder-temporary"));
  TRY(slots, app::slots(call.session(), {scratch->path() + "/calendar.ics"}, ask));
  return json_reply(wire::slots_json(slots));
}

base::Result<Reply> invitations(Call& call) {
  TRY(all, app::invitations(call.session()));
  return json_reply(wire::invitations_json(all));
}

base::Result<app::InviteAsk> asked_invitation(Call& call) {
  TRY(persons, call.texts("persons"));
  TRY(at, call.text("at"));
  TRY(zone, call.text_or("zone", ""));
  TRY(length, call.whole("length"));
  TRY(title, call.text_or("title", ""));
  TRY(place, call.text_or("place", ""));
  constexpr std::int64_t day_minutes = 24 * 60;
  if (length && (*length < 5 || *length > day_minutes))
    return base::fail(base::Fault::bad_input, {}, base::say("http.length-no-length-meeting"),
                      base::say("http.give-minutes-5-1440"));
  app::InviteAsk ask{.persons = persons, .at = at, .zone = zone, .title = title, .place = place};
  if (length) ask.length_minutes = static_cast<int>(*length);
  return ask;
}

base::Result<Reply> invite(Call& call) {
  TRY(ask, asked_invitation(call));
  TRY(made, app::invite(call.session(), ask));
  return json_reply(
      {{"title", made.title}, {"day", base::iso(made.day)}, {"minute", made.minute}, {"zone", made.zone}, {"text", made.text}});
}

base::Result<Reply> invitation_sent(Call& call) {
  TRY(ask, asked_invitation(call));
  return said(call, app::invitation_sent(call.session(), ask));
}

base::Result<Reply> tell_invitation(Call& call) {
  TRY(number, call.number("n"));
  TRY(how, call.text("how"));
  TRY(text, call.text_or("text", ""));
  if (how == "met") return said(call, app::invitation_met(call.session(), number, text));
  if (how == "not") return said(call, app::invitation_off(call.session(), number));
  return base::fail(base::Fault::usage, {}, base::say("http.tells-nothing-invitation", {{"how", base::printable(how, 40)}}),
                    base::say("http.met-not"));
}

constexpr Route meet_table[] = {
    {"GET", "/towns", towns, Scope::read},
    {"GET", "/trip", trip, Scope::read},
    {"POST", "/slots", slots, Scope::read, false},
    {"GET", "/invitations", invitations, Scope::read, false},  // Some are over before the day is.
    {"POST", "/invitations", invite, Scope::write, false},
    {"POST", "/invitations/sent", invitation_sent, Scope::write},
    {"POST", "/invitations/{n}", tell_invitation, Scope::write},
};

}  // namespace

extern const Routes routes_meet;
const Routes routes_meet{meet_table};

}  // namespace faces::http
