#include "derive/refresh.h"

#include "base/try.h"
#include "derive/picture.h"

namespace derive {

base::Result<Refreshed> refresh(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment) {
  TRY(key, pictures.picture_key());
  TRY(head, ledger.head());
  if (key && key->form == picture_form && key->from <= moment && moment < key->until) {
    if (key->mark.head == head) return Refreshed::no;
    TRY(done, amend(ledger, pictures, policy, moment, *key));
    if (done) return Refreshed::amended;
  }
  CHECK(rebuild(ledger, pictures, policy, moment));
  return Refreshed::rebuilt;
}

base::Result<void> rebuild(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment) {
  TRY(mark, ledger.mark());
  TRY(book, ledger.read());
  const Picture p = picture(book, policy, moment);
  const store::PictureKey key{mark, picture_form, moment, p.until, mark.head};
  return pictures.save(key, {.people = p.people,
                            .standings = p.standings,
                            .plan = p.plan,
                            .inferred = p.inferred,
                            .totals = p.totals,
                            .learned = standing::bytes_of(p.learned),
                            .markets = p.markets});
}

base::Result<void> refresh_plan(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment) {
  CHECK(refresh(ledger, pictures, policy, moment));
  TRY(key, pictures.picture_key());
  return !key || key->plan == key->mark.head ? base::Result<void>() : replan(ledger, pictures, moment, *key);
}

base::Result<std::vector<people::PersonId>> persons_of_identities(store::Pictures& pictures) {
  TRY(whose, pictures.seating());
  std::vector<people::PersonId> person_of(whose.size(), people::nobody);
  for (std::size_t i = 0; i < whose.size(); ++i) {
    if (whose[i] >= 0) person_of[i] = people::PersonId{static_cast<std::uint32_t>(whose[i])};
  }
  return person_of;
}

}  // namespace derive
