#include "store/graph_store.h"

#include "base/try.h"
#include "store/migrations.h"

namespace store {

base::Result<bool> GraphStore::is_of(const PictureKey& key) {
  TRY(select, database_.prepare("SELECT count(*) FROM graph\n"
                                "WHERE workspace_id = 1 AND head = $1 AND form = $2 AND from_at = $3"));
  TRY(more, select->bind(1, key.mark.head).bind(2, key.form).bind(3, key.from.seconds).step());
  const bool same = more && select->integer(0) > 0;
  select->reset();
  return same;
}

base::Result<void> GraphStore::save(const PictureKey& key, const Graph& graph) {
  auto saved = database_.begin(Database::Patience::none);
  if (saved) saved = write(key, graph);
  if (saved) saved = database_.commit();
  if (saved || saved.error().fault == base::Fault::damaged) return saved;
  database_.rollback();
  database_.forget_statements();  // Their table names now mean the ones in memory.
  CHECK(database_.script(derived_tables(Derived::graph, true)));
  return write(key, graph);
}

base::Result<void> GraphStore::write(const PictureKey& key, const Graph& graph) {
  CHECK(database_.script("DELETE FROM graph; DELETE FROM acquaintance"));
  TRY(acquaintance, database_.prepare("INSERT INTO acquaintance (workspace_id, person_id, known) VALUES (1, $1, $2)"));
  for (std::size_t i = 0; i < graph.known.size(); ++i) {
    if (graph.known[i].empty()) continue;
    CHECK(acquaintance->bind(1, static_cast<std::int64_t>(i)).bind_bytes(2, graph.known[i]).run());
  }
  TRY(insert, database_.prepare("INSERT INTO graph (workspace_id, head, form, from_at, cohesion, voices, circles)\n"
                                "VALUES (1, $1, $2, $3, $4, $5, $6)"));
  return insert->bind(1, key.mark.head)
      .bind(2, key.form)
      .bind(3, key.from.seconds)
      .bind(4, graph.cohesion)
      .bind_bytes(5, graph.voices)
      .bind_bytes(6, graph.circles)
      .run();
}

base::Result<std::string> GraphStore::first(const char* sql) {
  TRY(select, database_.prepare(sql));
  TRY(more, select->step());
  std::string bytes;
  if (more) {
    bytes = select->text(0);
    select->reset();
  }
  return bytes;
}

base::Result<std::string> GraphStore::cohesion() { return first("SELECT cohesion FROM graph WHERE workspace_id = 1"); }
base::Result<std::string> GraphStore::voices() { return first("SELECT voices FROM graph WHERE workspace_id = 1"); }
base::Result<std::string> GraphStore::circles() { return first("SELECT circles FROM graph WHERE workspace_id = 1"); }

base::Result<std::string> GraphStore::known(std::uint32_t person) {
  constexpr const char* sql = "SELECT known FROM acquaintance WHERE workspace_id = 1 AND person_id = $1";
  TRY(select, database_.prepare(sql));
  select->bind(1, std::int64_t{person});
  return first(sql);
}

base::Result<GraphStore::Graph> GraphStore::all() {
  Graph out;
  TRY(one, cohesion());
  TRY(two, voices());
  TRY(three, circles());
  out = {.cohesion = std::move(one), .voices = std::move(two), .circles = std::move(three), .known = {}};
  TRY(select, database_.prepare("SELECT person_id, known FROM acquaintance WHERE workspace_id = 1 ORDER BY person_id"));
  for (;;) {
    TRY(more, select->step());
    if (!more) return out;
    out.known.resize(static_cast<std::size_t>(select->integer(0)) + 1);
    out.known.back() = select->text(1);
  }
}

}  // namespace store
