#include "wire/values.h"
#include "wire/wire.h"
#include "words/words.h"

namespace wire {

using nlohmann::json;

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
