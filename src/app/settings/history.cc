// What was said and imported, change by change, and how one is taken back.

#include <fmt/format.h>

#include "app/settings/settings.h"
#include "base/try.h"

namespace app {

base::Result<std::vector<store::Change>> history(Session& session) { return session.store->changes(); }

base::Result<std::vector<SourceView>> sources(Session& session) {
  TRY(all, session.store->changes());
  std::vector<SourceView> out;
  for (auto change = all.rbegin(); change != all.rend(); ++change) {
    if (change->command != "import") continue;
    TRY(files, session.store->files(change->id));
    out.push_back({*change, std::move(files)});
  }
  return out;
}

namespace {

base::Result<std::string> take_back(Session& session, std::optional<std::uint32_t> wanted) {
  TRY(all, session.store->changes());
  const store::Change* target = nullptr;
  for (const store::Change& change : all) {
    if (wanted ? change.id.value == *wanted : change.live && !change.undoes) target = &change;
  }
  if (target == nullptr) {
    return base::fail(base::Fault::not_found, {}, wanted ? fmt::format("there is no change {}", *wanted) : "there is nothing to undo",
                      "see: wellmet history");
  }
  if (!target->live) {
    return base::fail(base::Fault::unchanged, {}, fmt::format("change {} has been taken back already", target->id.value),
                      "see: wellmet history; undo the undo to have it again");
  }
  constexpr std::string_view taken_back = "Taken back: ";
  const bool again = target->undoes && target->summary.substr(0, taken_back.size()) == taken_back;
  const std::string words = again ? "Brought back: " + target->summary.substr(taken_back.size())
                                  : std::string(taken_back) + target->summary;
  TRY(change, session.store->new_change(session.settings.now, "undo", words, target->id));
  session.said_change = change.value;
  return words + ".";
}

}  // namespace

base::Result<std::string> undo(Session& session, std::optional<std::uint32_t> wanted) {
  CHECK(session.store->begin());
  auto done = take_back(session, wanted);
  if (done) {
    if (auto kept = session.store->commit(); !kept) done = base::fail(kept.error());
  }
  if (!done) session.store->rollback();
  return done;
}

}  // namespace app
