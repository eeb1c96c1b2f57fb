// The plan and who fits which market, made anew from the cards of the picture that lies there: when the owner's pieces or
// markets change, they change for everybody, and nothing else does.

#include <set>

#include "base/try.h"
#include "derive/picture.h"
#include "derive/refresh.h"
#include "store/traits.h"

namespace derive {

namespace {

/// The rows of those whom the owner invited to what is over, which show whether they met.
base::Result<void> add_invited(store::Pictures& pictures, base::Instant moment, ledger::Book& book,
                               const people::People& people) {
  std::set<std::uint32_t> guests;
  for (const plays::Invitation& one : plays::commitments(book.rulings_until(moment), people.person_of).invitations) {
    if (one.to > moment) continue;
    for (const plays::Invitation::Guest& guest : one.guests) guests.insert(guest.who.value);
  }
  for (const std::uint32_t guest : guests) {
    TRY(part, pictures.person_book(guest));
    for (ledger::Row row : part.book.rows) {
      const auto seats = part.book.seats_of(row);
      row.seats_begin = static_cast<std::uint32_t>(book.seats.size());
      row.title = 0;
      book.seats.insert(book.seats.end(), seats.begin(), seats.end());
      book.rows.push_back(row);
    }
  }
  return {};
}

}  // namespace

base::Result<void> replan(ledger::Ledger& ledger, store::Pictures& pictures, base::Instant moment, const store::PictureKey& key) {
  TRY(cards, pictures.everybody());
  TRY(whose, pictures.seating());
  TRY(rulings, ledger.rulings());
  TRY(totals, pictures.totals());
  people::People people;
  std::vector<standing::Standing> standings;
  for (store::Card& card : cards) {
    people.persons.push_back(std::move(card.person));
    standings.push_back(std::move(card.standing));
  }
  TRY(person_of, persons_of_identities(pictures));
  people.person_of = std::move(person_of);
  for (const std::int32_t one : whose) people.is_owner.push_back(one == store::the_owners);
  ledger::Book book;
  book.rulings = std::move(rulings);
  const std::vector<plays::Market> markets = plays::commitments(book.rulings_until(moment), people.person_of).markets;
  CHECK(add_invited(pictures, moment, book, people));
  const std::vector<plays::Step> steps = plays::plan(
      {.people = people, .standings = standings, .today = base::day_of(moment), .lessons = totals.lessons}, book, moment);
  std::vector<std::string> fits;
  for (std::size_t i = 0; i < people.persons.size(); ++i)
    fits.push_back(standings[i].known ? store::markets_of(people.persons[i], markets) : "");
  return pictures.save_plan(key, steps, fits);
}

}  // namespace derive
