#include "derive/refresh.h"

#include "base/try.h"
#include "derive/picture.h"

namespace derive {

std::string_view words(Anew why) {
  switch (why) {
    case Anew::no: return "it was not";
    case Anew::first: return "there was none of this form";
    case Anew::moment: return "it was of another day, or something counts that did not yet";
    case Anew::much: return "much was said since, or something that overtakes what was said before";
    case Anew::later: return "what was said is of a moment to come";
    case Anew::teaches: return "what was said moves many, or is of a time that forecasts are learned from";
    case Anew::newcomer: return "somebody new was named";
    case Anew::nobody: return "a meeting may be somebody's by its title";
    case Anew::claim: return "more than a note was said of somebody";
    case Anew::owner: return "an address of yours was taken back";
    case Anew::invitation: return "an invitation of several is over";
    case Anew::namesake: return "somebody shares a name, or is known by others' words";
    case Anew::linkage: return "what was said bears on who somebody is";
    case Anew::help: return "what was said bears on a letter that introduces or thanks";
    case Anew::bulk: return "what was said bears on letters that looked like bulk";
    case Anew::lessons: return "what was said bears on what your steps led to";
    case Anew::last_word: return "nothing else speaks of an address";
    case Anew::unlearned: return "what forecasts go by cannot be read";
    case Anew::gone: return "nothing is known of somebody any more";
    case Anew::elsewhere: return "somebody else wrote meanwhile, or the file may not be written to";
  }
  return {};
}

base::Result<Refreshed> refresh(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment) {
  TRY(key, pictures.picture_key());
  TRY(head, ledger.head());
  Anew why = !key || key->form != picture_form ? Anew::first : key->from > moment || moment >= key->until ? Anew::moment : Anew::no;
  if (why == Anew::no) {
    if (key->mark.head == head) return Refreshed{};
    TRY(refused, amend(ledger, pictures, policy, moment, *key));
    if (refused == Anew::no) return Refreshed{.how = Refreshed::How::amended, .why = Anew::no};
    why = refused;
  }
  CHECK(rebuild(ledger, pictures, policy, moment));
  return Refreshed{.how = Refreshed::How::rebuilt, .why = why};
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
