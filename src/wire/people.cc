#include <nlohmann/json.hpp>

#include "base/text.h"
#include "people/fields.h"
#include "wire/values.h"
#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

json row_json(const app::RowView& row) {
  return {{"kind", ledger::word(row.kind)},
          {"direction", standing::word(row.direction)},
          {"at", row.at == base::Instant{} ? json(nullptr)
                 : row.day_only            ? json(base::iso(base::day_of(row.at)))
                                           : json(base::iso(row.at))},
          {"channel", ledger::word(row.channel)},
          {"source", row.source},
          {"note", row.note},
          {"place", optional_text(row.place)},
          {"confidence", rounded(row.confidence, 1000)},
          {"counts", row.counts}};
}

}  // namespace

json job_change_json(const std::optional<people::JobChange>& change) {
  if (!change) return nullptr;
  return {{"company", optional_text(change->company)},
          {"title", optional_text(change->title)},
          {"after", base::iso(change->after)},
          {"by", base::iso(change->by)}};
}

static json field_json(const std::string& text) { return optional_text(text); }
static json field_json(const std::vector<std::string>& texts) { return texts; }
static json field_json(const std::optional<people::JobChange>& change) { return job_change_json(change); }
static json field_json(bool is_so) { return is_so; }

json named_json(const app::PersonView& view) {
  const people::Person& p = view.card.person;
  const standing::Standing& s = view.card.standing;
  return {{"id", view.id()},
          {"name", p.name},
          {"company", optional_text(p.company)},
          {"title", optional_text(p.title)},
          {"city", optional_text(p.city)},
          {"email", p.emails.empty() ? json(nullptr) : json(p.emails.front())},
          {"linkedin", p.profiles.empty() ? json(nullptr) : json(p.profiles.front())},
          {"standing", s.network ? "network" : "contact"},
          {"quiet", s.quiet},
          {"one_step_away", s.one_step_away}};
}

json person_json(const app::PersonView& view) {
  const people::Person& p = view.card.person;
  const standing::Standing& s = view.card.standing;
  json missing = json::array();
  if (s.talk != standing::Fact::yes) missing.push_back("talk");
  if (s.meet != standing::Fact::yes) missing.push_back("meet");
  if (s.help != standing::Fact::yes) missing.push_back("help");
  json out = {{"id", view.id()},
              {"linkedin", p.profiles.empty() ? json(nullptr) : json(p.profiles.front())},
              {"organisation", !p.organisation.empty()},
              {"standing", s.network ? "network" : "contact"},
              {"rung", standing::word(s.rung)},
              {"one_step_away", s.one_step_away},
              {"facts", {{"talk", standing::word(s.talk)}, {"meet", standing::word(s.meet)}, {"help", standing::word(s.help)}}},
              {"missing", std::move(missing)},
              {"quiet", s.quiet},
              {"strength", rounded(s.strength, 10)},
              {"exchange_chance", rounded(s.exchange_chance, 1000)},
              {"reply_chance", rounded(s.reply_chance, 1000)},
              {"silence_chance", rounded(s.silence_chance, 1000)},
              {"last_two_way", optional_day(s.last_two_way)},
              {"counts",
               {{"wrote_out", s.counts.wrote_out},
                {"wrote_in", s.counts.wrote_in},
                {"met", s.counts.met},
                {"called", s.counts.called},
                {"help_out", s.counts.help_out},
                {"help_in", s.counts.help_in}}}};
  people::each_field(
      [&](const people::PersonField& field, const auto& value) {
        if (field.sent) out[std::string(field.name)] = field_json(value);
      },
      p);
  return out;
}

json facets_json(const app::FacetsView& facets) {
  const store::Facets& c = facets.counts;
  json rungs = json::object();
  for (std::size_t i = 0; i < 6; ++i) rungs[std::string(standing::word(static_cast<standing::Rung>(i)))] = c.rungs[i];
  json markets = json::object();
  for (const auto& [name, count] : c.markets) markets[name] = count;
  const auto counted = [](const store::Facets::Counted& values) {
    json list = json::array();
    for (const auto& [name, count] : values) list.push_back({{"name", name}, {"people", count}});
    return list;
  };
  return {{"total", c.total},
          {"market", std::move(markets)},
          {"standing", {{"network", c.network}, {"contact", c.contact}}},
          {"rung", std::move(rungs)},
          {"missing", {{"talk", c.lacks_talk}, {"meet", c.lacks_meet}, {"help", c.lacks_help}}},
          {"city", counted(c.cities)},
          {"company", counted(c.companies)},
          {"tag", counted(c.tags)},
          {"strength", c.strengths},
          {"one_step", c.one_step},
          {"quiet", c.quiet},
          {"let_go", facets.let_go},
          {"organisations", facets.organisations}};
}

json people_json(const app::PeopleView& view) {
  json list = json::array();
  for (const app::PersonView& one : view.people) list.push_back(person_json(one));
  return {{"total", view.total}, {"people", std::move(list)}};
}

json show_json(const app::ShowView& view) {
  json out = person_json(view.person);
  out["names"] = view.person.card.person.names;
  out["notes"] = view.person.card.person.notes;
  out["noted"] = json::array();
  for (const app::NoteView& one : view.notes)
    out["noted"].push_back(
        {{"text", one.text}, {"at", optional_day(one.at)}, {"source", one.source}, {"file", optional_text(one.file)}});
  out["facts_from"] = json::array();
  for (const app::FactView& one : view.facts) {
    out["facts_from"].push_back({{"fact", one.fact},
                                 {"value", one.value},
                                 {"shown", one.shown},
                                 {"why", optional_text(words::say(one.why))},
                                 {"source", one.source},
                                 {"file", optional_text(one.file)},
                                 {"at", optional_day(one.at)},
                                 {"told", optional_day(one.told)}});
  }
  out["labels"] = view.person.card.person.labels;
  out["reasons"] = json::array();
  for (const app::RowView& row : view.reasons) out["reasons"].push_back(row_json(row));
  out["strength_reasons"] = texts_of(view.strength_reasons);
  out["strength_before"] = rounded(view.strength_before, 10);
  out["chances_learned_from"] = view.learned.ties;
  out["constancy"] = view.constancy ? json{{"windows", view.constancy->windows},
                                           {"in_touch", view.constancy->in_touch},
                                           {"window_days", view.constancy->window_days}}
                                    : json(nullptr);
  out["timeline"] = json::array();
  for (const app::RowView& row : view.timeline) out["timeline"].push_back(row_json(row));
  out["next"] = view.next ? step_json(*view.next) : json(nullptr);
  out["waits"] =
      view.waits ? json{{"since", base::iso(view.waits->since)}, {"until", base::iso(view.waits->until)}} : json(nullptr);
  return out;
}

/// "same person?".
static base::Message question_words(const app::QuestionView& q) {
  if (!q.tells) return q.met ? base::say("review.did-you-meet") : base::say("review.same-person");
  return q.tells->kind == ledger::Kind::introduced ? base::say("review.an-introduction") : base::say("review.help");
}

json questions_json(const std::vector<app::QuestionView>& questions, std::size_t total) {
  json list = json::array();
  for (const app::QuestionView& q : questions) {
    json one = {{"n", q.n},
                {"key", q.key},
                {"question", words::say(question_words(q))},
                {"why", words::say(q.why)},
                {"a", person_json(q.a)}};
    if (q.met) {
      json& event = one[q.tells ? "letter" : "meeting"];
      event = {{"at", base::iso(q.met->row.at)}, {"note", q.met->title}};
      if (q.tells) event["kind"] = ledger::word(q.tells->kind);
    } else {
      one["b"] = person_json(q.b);
      one["agree"] = q.sides.agree;
      one["differ"] = q.sides.differ;
      one["rung_if_yes"] = standing::word(q.sides.together);
    }
    list.push_back(std::move(one));
  }
  return {{"total", total}, {"questions", std::move(list)}};
}

}  // namespace wire
