// JSON of the play "meet".

#include <cmath>
#include <nlohmann/json.hpp>

#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

/// When, and what about.
json row_json(const std::optional<app::RowView>& row) {
  if (!row) return nullptr;
  return {{"kind", ledger::word(row->kind)}, {"at", base::iso(base::day_of(row->at))}, {"note", row->note}};
}

}  // namespace

json trip_json(const app::TripView& trip) {
  json list = json::array();
  for (const app::TripView::One& one : trip.people) {
    list.push_back({{"person", person_json(one.person)},
                    {"why", plays::word(one.visit.why)},
                    {"reason", words::say(one.visit.reason)},
                    {"gain", one.visit.gain},
                    {"km", std::lround(one.km)},
                    {"perhaps", one.perhaps},
                    {"last_spoken", one.last_spoken ? json(base::iso(*one.last_spoken)) : json(nullptr)}});
  }
  return {{"place",
           {{"name", trip.place.name},
            {"region", trip.place.region},
            {"country", trip.place.country_code},
            {"zone", trip.place.zone}}},
          {"from", base::iso(trip.days.from)},
          {"to", base::iso(trip.days.to)},
          {"within_km", trip.within_km},
          {"in_touch", trip.in_touch},
          {"located", trip.located},
          {"total", trip.total},
          {"people", std::move(list)}};
}

json towns_json(const std::vector<app::TownView>& towns) {
  json list = json::array();
  for (const app::TownView& town : towns) {
    json people = json::array();
    for (const app::PersonView& person : town.people) people.push_back(named_json(person));
    list.push_back({{"town", town.name.empty() ? json(nullptr) : json(town.name)}, {"people", std::move(people)}});
  }
  return {{"towns", std::move(list)}};
}

json slots_json(const app::SlotsView& slots) {
  json list = json::array();
  for (const app::FreeTime& one : slots.free)
    list.push_back({{"day", base::iso(one.day)}, {"from", base::iso(one.from)}, {"to", base::iso(one.to)}});
  return {{"zone", slots.zone}, {"free", std::move(list)}};
}

json invitations_json(const std::vector<app::InvitationView>& invitations) {
  json list = json::array();
  for (const app::InvitationView& view : invitations) {
    const plays::Invitation& one = view.invitation;
    json persons = json::array(), asked = json::array();
    for (const app::PersonView& person : view.persons) persons.push_back(named_json(person));
    for (const app::PersonView& person : view.asked) asked.push_back(named_json(person));
    list.push_back({{"n", one.number},
                    {"over", view.over},
                    {"persons", std::move(persons)},
                    {"asked", std::move(asked)},
                    {"title", one.title.empty() ? json(nullptr) : json(one.title)},
                    {"day", base::iso(one.day)},
                    {"minute", one.minute},
                    {"zone", one.zone},
                    {"from", base::iso(one.from)},
                    {"to", base::iso(one.to)},
                    {"sent", base::iso(one.sent)}});
  }
  return {{"invitations", std::move(list)}};
}

json brief_json(const app::BriefView& brief) {
  json colleagues = json::array();
  for (const app::PersonView& one : brief.colleagues) colleagues.push_back(named_json(one));
  return {{"person", person_json(brief.show.person)},
          {"notes", brief.show.person.card.person.notes},
          {"last_spoken", row_json(brief.spoken)},
          {"last_wrote", row_json(brief.wrote)},
          {"about", brief.about},
          {"help_out", row_json(brief.help_out)},
          {"help_in", row_json(brief.help_in)},
          {"open", texts_of(brief.open)},
          {"give", texts_of(brief.give)},
          {"colleagues", std::move(colleagues)}};
}

}  // namespace wire
