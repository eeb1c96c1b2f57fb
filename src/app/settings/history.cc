// What was said and imported, change by change, and how one is taken back.

#include <fmt/format.h>

#include "app/settings/settings.h"
#include "base/try.h"

namespace app {

base::Result<std::vector<ledger::Change>> history(Session& session) { return session.ledger().changes(); }

base::Result<std::vector<SourceView>> sources(Session& session) {
  TRY(all, session.ledger().changes());
  std::vector<SourceView> out;
  for (auto change = all.rbegin(); change != all.rend(); ++change) {
    if (change->command != "import") continue;
    TRY(files, session.ledger().files(change->id));
    out.push_back({*change, std::move(files)});
  }
  return out;
}

base::Result<base::Message> undo(Session& session, std::optional<std::uint32_t> wanted) {
  TRY(transaction, session.ledger().begin());
  TRY(all, session.ledger().changes());
  const ledger::Change* target = nullptr;
  for (const ledger::Change& change : all) {
    if (wanted ? change.id.value == *wanted : change.live && !change.undoes) target = &change;
  }
  if (target == nullptr) {
    return base::fail(base::Fault::not_found, {},
                      wanted ? base::say("settings.no-change", {{"wanted", *wanted}}) : base::say("settings.nothing-undo"),
                      base::say("settings.see-wellmet-history"));
  }
  if (!target->live) {
    return base::fail(base::Fault::unchanged, {}, base::say("settings.change-taken-back-already", {{"id", target->id.value}}),
                      base::say("settings.see-wellmet-history-undo"));
  }
  const base::Argument* const undone =
      target->undoes && target->summary.code == "settings.taken-back" ? target->summary.find("what") : nullptr;
  const base::Message words = undone != nullptr
                                  ? base::say("settings.brought-back", {{"what", std::get<std::vector<base::Message>>(*undone)}})
                                  : base::say("settings.taken-back", {{"what", target->summary}});
  TRY(change, transaction->new_change(session.settings.now, "undo", words, target->id));
  CHECK(transaction->commit());
  session.said_change = change.value;
  return words;
}

}  // namespace app
