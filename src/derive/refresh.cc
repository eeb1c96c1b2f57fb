#include "derive/refresh.h"

#include "base/try.h"
#include "derive/picture.h"

namespace derive {

base::Message message_of(Anew why) {
  switch (why) {
    case Anew::no:
      return {};
    case Anew::first:
      return base::say("derive.anew-first");
    case Anew::moment:
      return base::say("derive.anew-moment");
    case Anew::much:
      return base::say("derive.anew-much");
    case Anew::later:
      return base::say("derive.anew-later");
    case Anew::teaches:
      return base::say("derive.anew-teaches");
    case Anew::newcomer:
      return base::say("derive.anew-newcomer");
    case Anew::nobody:
      return base::say("derive.anew-nobody");
    case Anew::claim:
      return base::say("derive.anew-claim");
    case Anew::owner:
      return base::say("derive.anew-owner");
    case Anew::invitation:
      return base::say("derive.anew-invitation");
    case Anew::namesake:
      return base::say("derive.anew-namesake");
    case Anew::linkage:
      return base::say("derive.anew-linkage");
    case Anew::help:
      return base::say("derive.anew-help");
    case Anew::bulk:
      return base::say("derive.anew-bulk");
    case Anew::lessons:
      return base::say("derive.anew-lessons");
    case Anew::last_word:
      return base::say("derive.anew-last-word");
    case Anew::unlearned:
      return base::say("derive.anew-unlearned");
    case Anew::gone:
      return base::say("derive.anew-gone");
    case Anew::elsewhere:
      return base::say("derive.anew-elsewhere");
  }
  return {};
}

base::Result<Refreshed> refresh(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                base::Instant moment) {
  TRY(key, pictures.picture_key());
  TRY(head, ledger.head());
  Anew why = !key || key->form != picture_form            ? Anew::first
             : key->from > moment || moment >= key->until ? Anew::moment
                                                          : Anew::no;
  if (why == Anew::no) {
    if (key->mark.head == head) return Refreshed{};
    TRY(refused, amend(ledger, pictures, policy, moment, *key));
    if (refused == Anew::no) return Refreshed{.how = Refreshed::How::amended, .why = Anew::no};
    why = refused;
  }
  CHECK(rebuild(ledger, pictures, policy, moment));
  return Refreshed{.how = Refreshed::How::rebuilt, .why = why};
}

base::Result<void> rebuild(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                           base::Instant moment) {
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

base::Result<void> refresh_plan(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy,
                                base::Instant moment) {
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
