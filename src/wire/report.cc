// JSON of the network over time, and of the referral test.

#include <cmath>
#include <nlohmann/json.hpp>

#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

json moved_json(const std::vector<app::Moved>& moved) {
  json all = json::array();
  for (const app::Moved& one : moved) {
    json after = json::array();
    for (const plays::Taken& step : one.after)
      after.push_back({{"play", step.play}, {"topic", step.topic}, {"day", base::iso(base::day_of(step.at))}});
    all.push_back({{"id", one.id},
                   {"name", one.name},
                   {"day", base::iso(one.day)},
                   {"by", words::say(one.by)},
                   {"after", std::move(after)}});
  }
  return all;
}

json plays_json(const std::vector<plays::Outcomes>& plays) {
  json all = json::array();
  for (const plays::Outcomes& play : plays) {
    all.push_back({{"play", play.play},
                   {"steps", play.steps},
                   {"people", play.people},
                   {"answered", play.answered},
                   {"moved_up", play.moved_up},
                   {"network", play.network},
                   {"too_early", play.too_early}});
  }
  return all;
}

}  // namespace

json report_json(const app::Report& report) {
  json rows = json::array(), foretold = json::array();
  const auto of_network = [](std::size_t part, const app::ReportRow& row) {
    return row.network == 0 ? json(nullptr) : json(static_cast<double>(part * 1000 / row.network) / 1000);
  };
  for (const app::ReportRow& row : report.rows) {
    rows.push_back({{"day", base::iso(row.day)},
                    {"people", row.people},
                    {"network", row.network},
                    {"joined", row.joined},
                    {"left", row.left},
                    {"quiet", row.quiet},
                    {"advocates", row.advocates},
                    {"one_step_away", row.one_step_away},
                    {"reciprocity", of_network(row.both_helped, row)},
                    {"constancy", of_network(row.in_touch, row)}});
  }
  for (const standing::TrackRecord& one : report.foretold) {
    foretold.push_back({{"day", base::iso(one.day)},
                        {"written_to", one.written_to},
                        {"answered", one.answered},
                        {"top", one.top},
                        {"top_answered", one.top_answered},
                        {"expected_share", std::round(1000 * one.foretold) / 1000},
                        {"brier", std::round(1000 * one.brier) / 1000}});
  }
  const auto constancy = report.constancy_windows ? json(std::round(100 * *report.constancy_windows) / 100) : json(nullptr);
  return {{"quarters", rows},
          {"foretold", foretold},
          {"since", report.since ? json(base::iso(*report.since)) : json(nullptr)},
          {"moved", moved_json(report.moved)},
          {"plays", plays_json(report.plays)},
          {"constancy_windows", constancy}};
}

json triage_json(const app::Triage& triage) {
  json people = json::array(), disagree = json::array();
  for (const app::LikelyAnswer& one : triage.likely(0)) {
    json person = person_json(one.person);
    person["yes_chance"] = std::round(1000 * one.yes_chance) / 1000;
    person["yes_reasons"] = texts_of(one.reasons);
    people.push_back(std::move(person));
  }
  for (const app::Disagreement& one : triage.disagreements())
    disagree.push_back({{"id", one.person.id()}, {"name", one.person.card.person.name}, {"words", words::say(one.words)}});
  const app::PersonView* next = triage.next();
  return {{"total", people.size()},      {"people", std::move(people)},
          {"asked", triage.asked()},     {"next", next == nullptr ? json(nullptr) : json(next->id())},
          {"settled", triage.settled()}, {"disagreements", std::move(disagree)}};
}

json triage_cards_json(app::Triage triage, std::size_t limit) {
  json likely = json::array(), disagree = json::array(), next = json::array();
  for (const app::LikelyAnswer& one : triage.likely(limit)) {
    json person = person_json(one.person);
    person["yes_chance"] = std::round(1000 * one.yes_chance) / 1000;
    person["yes_reasons"] = texts_of(one.reasons);
    likely.push_back(std::move(person));
  }
  for (const app::Disagreement& one : triage.disagreements()) {
    json person = person_json(one.person);
    person["disagreement"] = words::say(one.words);
    disagree.push_back(std::move(person));
  }
  json out = {{"asked", triage.asked()}, {"left", triage.left()}, {"settled", triage.settled()}};
  // Who would be next if this one were put off: as far ahead as can be known without the answers.
  for (const app::PersonView* who = triage.next(); who != nullptr && next.size() < limit; who = triage.next()) {
    next.push_back(person_json(*who));
    triage.answer(app::PersonView(*who), "later");
  }
  out["next"] = std::move(next);
  out["likely"] = std::move(likely);
  out["disagree"] = std::move(disagree);
  return out;
}

}  // namespace wire
