#include <cmath>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "people/fields.h"
#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

json optional_text(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json optional_day(const std::optional<base::Day>& day) { return day ? json(base::iso(*day)) : json(nullptr); }

double rounded(double value, double scale) { return std::round(value * scale) / scale; }

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

json messages_json(const std::vector<base::Message>& parts) {
  json out = json::array();
  for (const base::Message& part : parts) out.push_back(message_json(part));
  return out;
}

json value_json(std::int64_t number) { return number; }
json value_json(double share) { return share; }
json value_json(const std::string& text) { return text; }
json value_json(base::Day day) { return base::iso(day); }
json value_json(const std::vector<base::Message>& parts) { return messages_json(parts); }

json argument_json(const base::Argument& argument) {
  return std::visit([](const auto& value) { return value_json(value); }, argument);
}

json step_json(const app::StepView& view) {
  return {{"n", view.n},
          {"key", view.key},
          {"play", view.step.play},
          {"topic", view.step.topic},
          {"person", named_json(view.person)},
          {"reason", message_json(view.step.reason)},
          {"evidence", view.note.empty() ? json(nullptr) : json{{"note", view.note}, {"at", optional_day(view.note_day)}}},
          {"open_with", optional_text(words::say(view.opening))},
          {"do", words::say(view.step.todo)},
          {"draft", view.draft ? draft_json(*view.draft) : json(nullptr)},
          {"minutes", view.step.minutes},
          {"urgency", view.step.urgency},
          {"gives", view.step.gives},
          {"gain", rounded(view.step.gain, 1000)}};
}

}  // namespace

json message_json(const base::Message& message) {
  json args = json::object();
  for (const auto& [name, value] : message.arguments) args[name] = argument_json(value);
  return {{"code", message.code}, {"args", std::move(args)}, {"text", words::say(message)}};
}

std::vector<std::string> texts_of(std::span<const base::Message> messages) {
  std::vector<std::string> out;
  for (const base::Message& one : messages) out.push_back(words::say(one));
  return out;
}

std::string dump(const json& document) { return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

json status_json(const app::Totals& t) {
  return {{"people", t.people},
          {"network", t.network},
          {"advocates", t.advocates},
          {"one_step_away", t.one_step_away},
          {"quiet", t.quiet},
          {"let_go", t.let_go},
          {"organisations", t.organisations},
          {"review", t.review},
          {"rungs",
           {{"listed", t.rungs[0]},
            {"aware", t.rungs[1]},
            {"in_touch", t.rungs[2]},
            {"met", t.rungs[3]},
            {"network", t.rungs[4]},
            {"advocate", t.rungs[5]}}}};
}

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

json why_json(const app::WhyView& why) {
  json out = step_json(why.step);
  const standing::Standing& s = why.step.person.card.standing;
  out["place"] = why.place;
  out["of"] = why.of;
  out["reply_chance"] = rounded(s.reply_chance, 1000);
  out["exchange_chance"] = rounded(s.exchange_chance, 1000);
  return out;
}

json plan_json(const app::PlanView& plan) {
  json list = json::array();
  for (const app::StepView& step : plan.steps) list.push_back(step_json(step));
  return {{"minutes", plan.minutes},
          {"done", {{"steps", plan.done.steps}, {"minutes", plan.done.minutes}}},
          {"steps", std::move(list)}};
}

json import_json(const app::ImportReport& report) {
  json files = json::array();
  for (const app::FileReport& file : report.files) {
    const auto places = [](const std::vector<std::pair<base::Message, base::Message>>& list) {
      json out = json::array();
      for (const auto& [where, what] : list) out.push_back({{"where", words::say(where)}, {"what", words::say(what)}});
      return out;
    };
    json problems = places(file.problems);
    if (file.failed) problems.push_back({{"where", file.failed->where}, {"what", words::say(file.failed->what)}});
    json left_out = json::object();
    for (const auto& [reason, count] : file.left_out) left_out[reason] = count;
    json what = json::object();
    for (const auto& [word, count] : file.what) what[word] = count;
    files.push_back({{"path", file.path},
                     {"kind", file.kind.empty() ? json(nullptr) : json(file.kind)},
                     {"read", file.read},
                     {"added", file.added},
                     {"known", file.known},
                     {"left_out", std::move(left_out)},
                     {"said", {{"what", texts_of(file.said_read())}, {"left_out", texts_of(file.said_left_out())}}},
                     {"skipped", file.known + file.left_out_count()},
                     {"what", std::move(what)},
                     {"failed", file.failed.has_value()},
                     {"problems", std::move(problems)},
                     {"problem_count", file.problem_count},
                     {"remarks", places(file.remarks)}});
  }
  return {{"files", std::move(files)},
          {"people", report.totals.people},
          {"review", report.totals.review},
          {"seconds", rounded(report.seconds, 1000)}};
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

json check_json(const std::vector<base::Message>& faults) { return {{"ok", faults.empty()}, {"faults", texts_of(faults)}}; }

json history_json(const std::vector<ledger::Change>& changes) {
  json list = json::array();
  for (const ledger::Change& change : changes) {
    list.push_back({{"change", change.id.value},
                    {"at", base::iso(change.at)},
                    {"command", change.command},
                    {"summary", words::say(change.summary)},
                    {"undoes", change.undoes ? json(change.undoes->value) : json(nullptr)},
                    {"live", change.live}});
  }
  return {{"changes", std::move(list)}};
}

json sources_json(const std::vector<app::SourceView>& sources) {
  json list = json::array();
  for (const app::SourceView& one : sources) {
    json files = json::array();
    for (const ledger::FileAccount& file : one.files) {
      files.push_back({{"path", file.path},
                       {"kind", file.kind},
                       {"read", file.read},
                       {"added", file.added},
                       {"skipped", file.skipped},
                       {"problems", file.problems}});
    }
    list.push_back({{"change", one.change.id.value},
                    {"at", base::iso(one.change.at)},
                    {"live", one.change.live},
                    {"files", std::move(files)}});
  }
  return {{"imports", std::move(list)}};
}

json me_json(const app::Totals& t) {
  return {{"name", optional_text(t.owner_name)},
          {"handles", t.owner_handles},
          {"assumed", t.owner_assumed},
          {"region", optional_text(t.region)}};
}

}  // namespace wire
