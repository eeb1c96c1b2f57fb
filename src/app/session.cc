#include "app/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/try.h"
#include "derive/refresh.h"

namespace app {

base::Result<Session> Session::open(const Settings& settings, bool create) {
  TRY(store, store::Store::open(settings.database, create, settings.wait_ms));
  return Session{.settings = settings, .store = std::move(store), .policy = {}, .said_change = 0};
}

base::Day Session::today() const { return settings.as_of ? *settings.as_of : base::day_of(settings.now); }

base::Instant Session::moment() const { return settings.as_of ? base::end_of(*settings.as_of) : settings.now; }

base::Result<derive::Refreshed> refresh(Session& session) {
  return derive::refresh(*session.store, session.policy, session.moment());
}

base::Result<void> refresh_plan(Session& session) {
  return derive::refresh_plan(*session.store, session.policy, session.moment());
}

base::Result<Stamp> stamp(Session& session) {
  CHECK(refresh(session));
  TRY(key, session.store->picture_key());
  return key ? Stamp{key->head, key->from} : Stamp{};
}

base::Result<std::int64_t> last_change(Session& session) { return session.store->head(); }

base::Result<Totals> status(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.store->snapshot();
  TRY(text, session.store->totals());
  return derive::parse_totals(text);
}

base::Result<plays::Commitments> commitments(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.store->snapshot();
  TRY(rulings, session.store->rulings([](ledger::RulingKind kind, auto) { return ledger::is_commitment(kind); }));
  TRY(person_of, derive::persons_of_identities(*session.store));
  std::erase_if(rulings, [&](const ledger::Ruling& one) { return one.at > session.moment(); });
  plays::Commitments now = plays::commitments(rulings, person_of);
  // Whoever came with an import that was taken back is nobody now.
  std::erase_if(now.needs, [](const plays::Need& one) { return one.who == people::nobody; });
  std::erase_if(now.introductions, [](const plays::Introduction& one) {
    return one.first.who == people::nobody || one.second.who == people::nobody;
  });
  return now;
}

ledger::RulingNumber Saying::decide(ledger::Decision decision, std::vector<ledger::Handle> about) {
  const ledger::RulingNumber number = next_ruling;
  record.rulings.push_back({.number = number, .key = 0, .at = at, .about = std::move(about), .decision = std::move(decision)});
  ++next_ruling.value;
  return number;
}

std::string Saying::reference(std::string_view deed, std::span<const ledger::Handle> about) const {
  std::string out = fmt::format("you/{}/{}/{}", change, at.seconds, deed);
  for (const ledger::Handle& handle : about) out += "/" + ledger::text(handle);
  return out;
}

base::Result<std::string> change(Session& session, std::string_view command,
                                 const std::function<base::Result<std::string>(Saying&)>& say) {
  CHECK(refresh(session));  // What takes long is done before others have to wait.
  CHECK(session.store->begin());
  const auto all = [&]() -> base::Result<std::string> {
    TRY(head, session.store->head());
    TRY(next, session.store->next_ruling());
    Saying saying{.change = static_cast<std::uint32_t>(head + 1),
                  .at = session.settings.as_of ? session.moment() : session.settings.now,
                  .next_ruling = next,
                  .record = {}};
    TRY(words, say(saying));
    TRY(change, session.store->new_change(session.settings.now, command, words));
    TRY(added, session.store->add(saying.record, change));
    (void)added;
    CHECK(session.store->commit());
    session.said_change = change.value;
    return words + ".";
  };
  auto done = all();
  if (!done) session.store->rollback();
  return done;
}

base::Result<void> number_list(Session& session, const std::string& list, const std::string& body) {
  return session.settings.numbers_lists ? session.store->remember(list, body) : base::Result<void>();
}

base::Result<std::string> remembered(Session& session, const std::string& list, int n,
                                     std::string_view lacks, std::string_view hint) {
  TRY(shown, session.store->recall(list));
  const auto lines = base::split(shown, '\n');
  if (shown.empty() || n < 1 || n > static_cast<int>(lines.size()) - 1) {
    return base::fail(base::Fault::not_found, {}, std::string(lacks), std::string(hint));
  }
  return std::string(lines[static_cast<std::size_t>(n - 1)]);
}

}  // namespace app
