#include "app/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/try.h"
#include "derive/refresh.h"

namespace app {

base::Result<Session> Session::open(const Settings& settings, bool create) {
  TRY(file, store::DataFile::open(settings.database, create, settings.wait_ms));
  return Session{.settings = settings, .file = std::move(file), .policy = {}, .said_change = 0};
}

base::Day Session::today() const { return settings.as_of ? *settings.as_of : base::day_of(settings.now); }

base::Instant Session::moment() const { return settings.as_of ? base::end_of(*settings.as_of) : settings.now; }

base::Result<derive::Refreshed> refresh(Session& session) {
  auto done = derive::refresh(session.ledger(), session.pictures(), session.policy, session.moment());
  if (done && session.settings.log && done->how == derive::Refreshed::How::rebuilt)
    session.settings.log(base::say("app.picture-made-anew", {{"why", derive::message_of(done->why)}}));
  return done;
}

base::Result<void> refresh_plan(Session& session) {
  CHECK(refresh(session));
  return derive::refresh_plan(session.ledger(), session.pictures(), session.policy, session.moment());
}

base::Result<Stamp> stamp(Session& session) {
  CHECK(refresh(session));
  TRY(key, session.pictures().picture_key());
  return key ? Stamp{key->mark.head, key->from} : Stamp{};
}

base::Result<std::int64_t> last_change(Session& session) { return session.ledger().head(); }

base::Result<Totals> status(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  return session.pictures().totals();
}

base::Result<plays::Commitments> commitments(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  TRY(rulings, session.ledger().rulings([](ledger::RulingKind kind, auto) { return ledger::is_commitment(kind); }));
  TRY(person_of, derive::persons_of_identities(session.pictures()));
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

base::Result<base::Message> change(Session& session, std::string_view command,
                                   const std::function<base::Result<base::Message>(Saying&)>& said) {
  CHECK(refresh(session));  // What takes long is done before others have to wait.
  TRY(transaction, session.ledger().begin());
  TRY(head, session.ledger().head());
  TRY(next, transaction->next_ruling());
  Saying saying{.change = static_cast<std::uint32_t>(head + 1),
                .at = session.settings.as_of ? session.moment() : session.settings.now,
                .next_ruling = next,
                .record = {}};
  TRY(words, said(saying));
  TRY(change, transaction->new_change(session.settings.now, command, words));
  TRY(added, transaction->add(saying.record, change));
  (void)added;
  CHECK(transaction->commit());
  session.said_change = change.value;
  return words;
}

base::Result<void> number_list(Session& session, const std::string& list, const std::string& body) {
  return session.settings.numbers_lists ? session.pictures().remember(list, body) : base::Result<void>();
}

base::Result<std::string> remembered(Session& session, const std::string& list, int n, base::Message lacks, base::Message hint) {
  TRY(shown, session.pictures().recall(list));
  const auto lines = base::split(shown, '\n');
  if (shown.empty() || n < 1 || n > static_cast<int>(lines.size()) - 1) {
    return base::fail(base::Fault::not_found, {}, lacks, hint);
  }
  return std::string(lines[static_cast<std::size_t>(n - 1)]);
}

}  // namespace app
