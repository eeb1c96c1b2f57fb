// Whether all is well, and copies of the data file.

#include <fmt/format.h>

#include "app/settings/settings.h"
#include "base/try.h"
#include "derive/acquaintance.h"

namespace app {

base::Result<std::vector<base::Message>> check(Session& session) {
  TRY(faults, session.file->check());
  CHECK(refresh_plan(session));
  // The cached picture against one made from nothing: the same people, standings and plan.
  const auto snapshot = [&]() -> base::Result<std::string> {
    std::string all;
    store::Filter filter;
    filter.everybody = true;
    TRY(page, session.pictures().find(filter));
    TRY(totals, session.pictures().totals());
    all += store::text_of(totals);
    for (const std::uint32_t person : page.persons) {
      TRY(card, session.pictures().card(person));
      all += store::Pictures::text_of(card);
    }
    TRY(steps, session.pictures().steps());
    for (const plays::Step& step : steps) {
      all += fmt::format("{} {} {} {}\n", step.person.value, step.play, step.topic, base::pack(step.reason));
    }
    return all;
  };
  TRY(before, snapshot());
  TRY(key, session.pictures().picture_key());
  TRY(drawn, session.pictures().graph().is_of(*key));
  store::GraphStore::Graph graph_before;
  if (drawn) {
    TRY(kept, session.pictures().graph().all());
    graph_before = std::move(kept);
  }
  CHECK(derive::rebuild(session.ledger(), session.pictures(), session.policy, session.moment()));
  TRY(after, snapshot());
  if (before != after) {
    faults.push_back(base::say("app.check-picture"));
  }
  if (drawn) {
    TRY(now, session.pictures().picture_key());
    CHECK(derive::draw_graph(session.ledger(), session.pictures(), session.policy, *now));
    TRY(graph_after, session.pictures().graph().all());
    if (graph_before != graph_after) faults.push_back(base::say("app.check-graph"));
  }
  return faults;
}

base::Result<void> backup(Session& session, const std::string& path) { return session.file->backup(path); }

base::Result<std::string> restore(Session& session, const std::string& path) { return session.file->restore(path); }

base::Result<std::string> replace_damaged(const std::string& database, const std::string& path) {
  return store::DataFile::replace_damaged(database, path);
}

store::SessionStore sessions(Session& session) { return session.file->sessions(); }

}  // namespace app
