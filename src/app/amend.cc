// One new message without making the whole picture anew: only those move whom it speaks of. When it
// could move anybody else, it is left to `rebuild`; the law in tests/laws/amend_law.cc holds the two
// against each other.

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

#include "app/app.h"
#include "app/readings.h"
#include "base/try.h"
#include "people/rulings.h"

namespace app {

namespace {

using ledger::Kind;

/// Whether what a row is decides by itself that it moves its own people only.
bool stays_local(const ledger::Row& row, const ledger::Book& book, base::Instant learned_until) {
  // What teaches the forecasts, and what everybody's ties are held against.
  const bool touches = row.kind == Kind::wrote || row.kind == Kind::called || row.kind == Kind::met ||
                       row.kind == Kind::shared || row.kind == Kind::engaged;
  if (touches && row.at <= learned_until) return false;
  switch (row.kind) {
    case Kind::listed: return false;  // Two exports may know one member by two names.
    case Kind::wrote: return row.seats != 3 && (row.flags & ledger::telling) == 0;  // It may introduce or thank.
    case Kind::ruled: break;
    default: return true;
  }
  constexpr std::array local = {people::ruled_answer, people::ruled_let_go, people::ruled_take_back,
                                people::ruled_exempt, people::ruled_unexempt, people::ruled_done,
                                people::ruled_skip, people::ruled_later, people::ruled_tag, people::ruled_no_tag};
  const std::string_view title = book.title_of(row);
  if (row.at <= learned_until && plays::is_lesson(title)) return false;
  return std::find(local.begin(), local.end(), title.substr(0, title.find(' '))) != local.end();
}

/// A letter that introduces or thanks, perhaps.
bool tells_of_help(const ledger::Row& row) {
  return row.kind == Kind::wrote && (row.seats == 3 || (row.flags & ledger::telling) != 0);
}

/// Whether such a letter in `book` may be read otherwise because of `row`.
bool bears_on_help(const ledger::Row& row, const ledger::Book& book) {
  return std::any_of(book.rows.begin(), book.rows.end(), [&](const ledger::Row& other) {
    return tells_of_help(other) && other.id != row.id && (other.thread == row.thread || other.at >= row.at);
  });
}

/// Whether a row may tell who `person` is: they write in a conversation, or somebody else is there
/// too, perhaps under another of their own addresses.
bool bears_on_linkage(const ledger::Row& row, const ledger::Book& book,
                      const std::function<std::int32_t(ledger::IdentityId)>& person_of, std::int32_t person) {
  if (row.kind != Kind::wrote && row.kind != Kind::met) return false;
  const auto seats = book.seats_of(row);
  const auto others = std::count_if(seats.begin(), seats.end(), [&](const ledger::Seat& seat) {
    return person_of(seat.who) != store::the_owners;
  });
  return std::any_of(seats.begin(), seats.end(), [&](const ledger::Seat& seat) {
    return person_of(seat.who) == person && (others > 1 || (row.thread != 0 && seat.role == ledger::Role::from));
  });
}

/// Whether letters from before, which looked like bulk, may count now that the owner writes to their
/// sender, or count no longer.
bool bears_on_bulk(const ledger::Row& row, const ledger::Book& book, base::Instant learned_until) {
  return row.kind == Kind::wrote && std::any_of(book.rows.begin(), book.rows.end(), [&](const ledger::Row& other) {
    return (other.flags & ledger::bulk) != 0 && other.at <= learned_until;
  });
}

/// Whether what the owner's steps led to, as learned until `learned_until`, may be another because of `row`.
bool bears_on_lessons(const ledger::Row& row, const ledger::Book& book, base::Instant learned_until) {
  return row.at <= learned_until && std::any_of(book.rows.begin(), book.rows.end(), [&](const ledger::Row& other) {
    return other.kind == Kind::ruled && other.at <= learned_until && plays::is_lesson(book.title_of(other));
  });
}

void add_note(people::Person& person, std::string note) {
  const auto place = std::lower_bound(person.notes.begin(), person.notes.end(), note);
  if (place == person.notes.end() || *place != note) person.notes.insert(place, std::move(note));
}

}  // namespace

base::Result<bool> App::amend(const store::PictureKey& key) {
  std::optional<store::Database::Snapshot> snapshot(store_->snapshot());
  TRY(now, store_->ledger_key());
  TRY(news, store_->news_since(key));
  if (!news) return false;
  const ledger::Book& book = news->book;
  TRY(whose, store_->seating());
  const auto person_of = [&](ledger::IdentityId identity) {
    return identity.value < whose.size() ? whose[identity.value] : store::nobodys;
  };
  std::vector<ledger::Row> rows = book.rows;
  rows.insert(rows.end(), news->gone.begin(), news->gone.end());
  for (const ledger::Row& row : news->gone) {
    for (const ledger::Seat& seat : book.seats_of(row)) {
      // Nothing else may speak of that address of theirs.
      if (seat.who != ledger::owner_identity && person_of(seat.who) == store::the_owners) return false;
    }
  }
  const base::Instant learned_until = standing::week_start(moment());
  std::set<std::int32_t> moved;
  for (const ledger::Row& row : rows) {
    if (row.at > moment() || !stays_local(row, book, learned_until)) return false;
    bool somebody = false;
    for (const ledger::Seat& seat : book.seats_of(row)) {
      const std::int32_t person = person_of(seat.who);
      if (person == store::nobodys) return false;  // Somebody new.
      if (person == store::the_owners) continue;
      somebody = true;
      moved.insert(person);
    }
    if (!somebody && row.kind == Kind::met) return false;  // Its title may name somebody.
  }
  TRY(text, store_->totals());
  Totals totals = parse_totals(text);
  for (const ledger::ClaimRow& claim : book.claims) {
    const std::int32_t person = person_of(claim.who);
    if (claim.field != ledger::Field::note || person < 0 || claim.at > moment()) return false;
    moved.insert(person);
  }
  TRY(bytes, store_->learned());
  const auto learned = standing::parse_learned(bytes);
  if (!learned) return false;

  std::vector<store::Amended> all;
  for (const std::int32_t person : moved) {
    const auto id = static_cast<std::uint32_t>(person);
    TRY(part, store_->person_book(id));
    people::Person& self = part.people.persons.front();
    if (!part.standing.known || self.namesake) return false;
    for (const ledger::Row& row : rows) {
      if (self.doubtful && bears_on_linkage(row, book, person_of, person)) return false;
      if (bears_on_help(row, part.book) || bears_on_bulk(row, part.book, learned_until)) return false;
      if (bears_on_lessons(row, part.book, learned_until)) return false;
    }
    // An identity of which nothing else speaks goes with what was taken back.
    for (const ledger::Row& row : news->gone) {
      for (const ledger::Seat& seat : book.seats_of(row)) {
        const bool spoken_of = std::any_of(part.book.rows.begin(), part.book.rows.end(), [&](const ledger::Row& other) {
          const auto seats = part.book.seats_of(other);
          return other.at <= moment() && std::any_of(seats.begin(), seats.end(), [&](const ledger::Seat& one) {
            return one.who == seat.who;
          });
        });
        if (person_of(seat.who) == person && !spoken_of) return false;
      }
    }
    totals.count(self, part.standing, self.identities.size(), -1);
    for (const ledger::ClaimRow& claim : book.claims) {
      if (person_of(claim.who) == person) add_note(self, claim.value);
    }
    self.answer.clear();
    self.exempt = false;
    self.let_go_at.reset();
    people::apply_rulings(part.book, moment(), part.people);
    const std::vector<standing::Reading> readings = readings_of(part, policy_, moment());
    standing::take_back_who_wrote(part.people, readings, part.book);
    std::array standings = {standing::stand(self, readings, part.book, totals.covers, policy_, moment())};
    standing::put(standing::OwnTies(part.people, readings, part.book).chances(*learned, moment()), standings);
    if (!standings[0].known) return false;
    totals.count(self, standings[0], self.identities.size(), 1);
    store::Amended one{.person = id, .card = {self, standings[0]}, .steps = {}, .markets = {}};
    one.steps = plays::plan({.people = part.people, .standings = standings, .today = base::day_of(moment()), .lessons = totals.lessons},
                            part.book, moment());
    for (plays::Step& step : one.steps) step.person.value = id;
    one.markets = plays::desk(part.book, part.people.person_of, moment()).markets;
    all.push_back(std::move(one));
  }
  snapshot.reset();
  now.form = key.form;
  now.from = moment();
  now.until = key.until;
  return store_->amend(key, now, all, totals_text(totals));
}

}  // namespace app
