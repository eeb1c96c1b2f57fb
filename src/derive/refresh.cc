#include "derive/refresh.h"

#include "base/try.h"
#include "derive/picture.h"

namespace derive {

base::Result<Refreshed> refresh(store::Store& store, const standing::Policy& policy, base::Instant moment) {
  TRY(key, store.picture_key());
  TRY(head, store.head());
  if (key && key->form == picture_form && key->from <= moment && moment < key->until) {
    if (key->head == head) return Refreshed::no;
    TRY(done, amend(store, policy, moment, *key));
    if (done) return Refreshed::amended;
  }
  CHECK(rebuild(store, policy, moment));
  return Refreshed::rebuilt;
}

base::Result<void> rebuild(store::Store& store, const standing::Policy& policy, base::Instant moment) {
  TRY(key, store.ledger_key());
  TRY(book, store.read());
  const Picture p = picture(book, policy, moment);
  key.form = picture_form;
  key.plan = key.head;
  key.from = moment;
  key.until = p.until;
  return store.save(key, {.people = p.people,
                            .standings = p.standings,
                            .plan = p.plan,
                            .inferred = p.inferred,
                            .totals = totals_text(p.totals),
                            .learned = standing::bytes_of(p.learned),
                            .markets = p.markets});
}

base::Result<void> refresh_plan(store::Store& store, const standing::Policy& policy, base::Instant moment) {
  CHECK(refresh(store, policy, moment));
  TRY(key, store.picture_key());
  return !key || key->plan == key->head ? base::Result<void>() : replan(store, moment, *key);
}

base::Result<std::vector<people::PersonId>> persons_of_identities(store::Store& store) {
  TRY(whose, store.seating());
  std::vector<people::PersonId> person_of(whose.size(), people::nobody);
  for (std::size_t i = 0; i < whose.size(); ++i) {
    if (whose[i] >= 0) person_of[i] = people::PersonId{static_cast<std::uint32_t>(whose[i])};
  }
  return person_of;
}

}  // namespace derive
