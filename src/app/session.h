#pragma once

/// What every use case is given: whose data file it is, what time it is, by which numbers to judge. The use cases are
/// plain functions over it, one folder an area, named as the faces are: people, plan, help, share, focus, meet, settings.
/// Each brings the picture up to date first, so that no caller has to; what the owner says goes through `change`, which is
/// one transaction. To read one: `app::show(session, "ada")`. Here is only what all of them need.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "derive/picture.h"
#include "derive/refresh.h"
#include "plays/commitments.h"
#include "standing/standing.h"
#include "store/store.h"

namespace app {

using derive::Totals;

struct Settings {
  std::string database;  ///< Path of the data file.
  base::Instant now{};
  std::optional<base::Day> as_of;  ///< Derive as if it were the end of that day.
  int wait_ms = 10'000;            ///< For another writer.
  bool numbers_lists = true;       ///< The numbers of a list stand for what they stood for when it was last shown.
  /// What is of interest only to whoever wonders why something took long.
  std::function<void(const base::Message& message)> log = {};
};

struct Session {
  Settings settings;
  std::unique_ptr<store::DataFile> file;
  standing::Policy policy;
  std::uint32_t said_change = 0;  ///< The number of the change that was said last here; 0 before the first.

  /// `create`: make the data file when it is not there.
  [[nodiscard]] static base::Result<Session> open(const Settings& settings, bool create);

  [[nodiscard]] ledger::Ledger& ledger() const { return file->ledger(); }
  [[nodiscard]] store::Pictures& pictures() const { return file->pictures(); }
  [[nodiscard]] base::Day today() const;
  [[nodiscard]] base::Instant moment() const;
  /// For a process that lives on.
  void set_now(base::Instant now) { settings.now = now; }
};

// What is known, brought up to date.
/// Makes sure that the cached picture is the one of the moment, and says what it took.
[[nodiscard]] base::Result<derive::Refreshed> refresh(Session& session);
/// The same with the plan and who fits which market, which may be made anew later than the rest.
[[nodiscard]] base::Result<void> refresh_plan(Session& session);
/// What everything shown goes by: it changes whenever anything that is shown may. Brings the picture up to date.
struct Stamp {
  std::int64_t head = 0;  ///< The number of the last change.
  base::Instant from{};   ///< When the picture was made.
  friend bool operator==(const Stamp&, const Stamp&) = default;
};
[[nodiscard]] base::Result<Stamp> stamp(Session& session);
/// The number of the last change; 0 before the first.
[[nodiscard]] base::Result<std::int64_t> last_change(Session& session);
/// The headline.
[[nodiscard]] base::Result<Totals> status(Session& session);
/// What is on the owner's desk: offers, needs, introductions, pieces, markets, invitations. Things go by their number.
[[nodiscard]] base::Result<plays::Commitments> commitments(Session& session);

// What the owner says.
/// What is being said, while the transaction lasts that keeps it.
struct Saying {
  std::uint32_t change = 0;  ///< The number that it will have.
  base::Instant at{};
  ledger::RulingNumber next_ruling;  ///< Of the next ruling in it.
  ledger::Record record;

  /// Adds a ruling; its number.
  ledger::RulingNumber decide(ledger::Decision decision, std::vector<ledger::Handle> about);
  /// For evidence of it: the same in no other change and no other data file.
  [[nodiscard]] std::string reference(std::string_view deed, std::span<const ledger::Handle> about) const;
};
/// One change: what `said` reads and what it writes is one transaction, so that of two at once the later knows the
/// earlier. `said` gives what was said; a fault of it, and nothing is kept.
[[nodiscard]] base::Result<base::Message> change(Session& session, std::string_view command,
                                                 const std::function<base::Result<base::Message>(Saying&)>& said);

// Lists with numbers.
/// Keeps what the numbers of a list stand for, where that is wanted.
[[nodiscard]] base::Result<void> number_list(Session& session, const std::string& list, const std::string& body);
/// Line `n` of a list as it was last shown.
[[nodiscard]] base::Result<std::string> remembered(Session& session, const std::string& list, int n, base::Message lacks,
                                                   base::Message hint);

}  // namespace app
