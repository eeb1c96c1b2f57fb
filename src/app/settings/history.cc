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

base::Result<std::string> undo(Session& session, std::optional<std::uint32_t> wanted) {
  TRY(transaction, session.ledger().begin());
  TRY(all, session.ledger().changes());
  const ledger::Change* target = nullptr;
  for (const ledger::Change& change : all) {
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
  TRY(change, transaction->new_change(session.settings.now, "undo", words, target->id));
  CHECK(transaction->commit());
  session.said_change = change.value;
  return words + ".";
}

}  // namespace app
