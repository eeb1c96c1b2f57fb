// One new message without making the whole picture anew: only those move whom it speaks of. When it
// could move anybody else, it is left to `rebuild`; the law in tests/laws/amend_law.cc holds the two
// against each other.

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

#include "base/try.h"
#include "derive/picture.h"
#include "derive/readings.h"
#include "derive/refresh.h"

namespace derive {

namespace {

using ledger::Kind;

/// Whether what a row is decides by itself that it moves its own people only.
bool stays_local(const ledger::Row& row, base::Instant learned_until) {
  // What teaches the forecasts, and what everybody's ties are held against.
  const bool touches = row.kind == Kind::wrote || row.kind == Kind::called || row.kind == Kind::met || row.kind == Kind::shared ||
                       row.kind == Kind::engaged;
  if (touches && row.at <= learned_until) return false;
  switch (row.kind) {
    case Kind::listed:
      return false;  // Two exports may know one member by two names.
    case Kind::wrote:
      return row.seats != 3 && (row.flags & ledger::telling) == 0;  // It may introduce or thank.
    default:
      return true;
  }
}

/// The same of a ruling: all but who is who, who is an organisation, and verdicts on rows.
bool stays_local(const ledger::Ruling& ruling, base::Instant learned_until) {
  if (ruling.at <= learned_until && plays::is_lesson(ruling.decision)) return false;
  if (ledger::is_commitment(kind_of(ruling.decision))) return true;
  using enum ledger::RulingKind;
  switch (kind_of(ruling.decision)) {
    case answer:
    case let_go:
    case take_back:
    case exempt:
    case unexempt:
    case tag:
    case untag:
    case step_done:
    case step_skipped:
    case step_postponed:
      return true;
    default:
      return false;
  }
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
  const auto others = std::count_if(seats.begin(), seats.end(),
                                    [&](const ledger::Seat& seat) { return person_of(seat.who) != store::the_owners; });
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
  return row.at <= learned_until && std::any_of(book.rulings.begin(), book.rulings.end(), [&](const ledger::Ruling& other) {
           return other.at <= learned_until && plays::is_lesson(other.decision);
         });
}

/// Whether a row or a ruling is about that identity.
bool speaks_of(const ledger::Book& book, ledger::IdentityId identity, base::Instant moment) {
  const auto in_row = [&](const ledger::Row& row) {
    const auto seats = book.seats_of(row);
    return row.at <= moment &&
           std::any_of(seats.begin(), seats.end(), [&](const ledger::Seat& one) { return one.who == identity; });
  };
  const auto in_ruling = [&](const ledger::Ruling& ruling) {
    return std::find(ruling.about.begin(), ruling.about.end(), identity) != ruling.about.end();
  };
  const auto rulings = book.rulings_until(moment);
  return std::any_of(book.rows.begin(), book.rows.end(), in_row) || std::any_of(rulings.begin(), rulings.end(), in_ruling);
}

void add_note(people::Person& person, std::string note) {
  const auto place = std::lower_bound(person.notes.begin(), person.notes.end(), note);
  if (place == person.notes.end() || *place != note) person.notes.insert(place, std::move(note));
}

std::vector<ledger::Ruling> until(std::vector<ledger::Ruling> rulings, base::Instant moment) {
  std::erase_if(rulings, [moment](const ledger::Ruling& one) { return one.at > moment; });
  return rulings;
}

/// These commitments without what the news say of them, and with what they took back.
std::vector<ledger::Ruling> before_news(std::vector<ledger::Ruling> rulings, const ledger::News& news, base::Instant moment) {
  std::erase_if(rulings, [&](const ledger::Ruling& one) {
    return std::any_of(news.book.rulings.begin(), news.book.rulings.end(),
                       [&](const ledger::Ruling& said) { return said.number == one.number; });
  });
  std::copy_if(news.unsaid.begin(), news.unsaid.end(), std::back_inserter(rulings),
               [](const ledger::Ruling& one) { return ledger::is_commitment(kind_of(one.decision)); });
  std::sort(rulings.begin(), rulings.end(), ledger::replays_before);
  return until(std::move(rulings), moment);
}

/// The owner's commitments before and after what is new of them, and whose plan that changes.
struct Promised {
  plays::Commitments before, after;
  bool everybody = false;  ///< Pieces and markets speak of whomever they fit.
  std::set<people::PersonId> persons;
};

template <class One>
std::vector<const One*> differing(const std::vector<One>& before, const std::vector<One>& after) {
  std::vector<const One*> all;
  const auto add_what_lacks = [&](const std::vector<One>& here, const std::vector<One>& there) {
    for (const One& one : here) {
      if (std::find(there.begin(), there.end(), one) == there.end()) all.push_back(&one);
    }
  };
  add_what_lacks(before, after);
  add_what_lacks(after, before);
  return all;
}

void find_touched(Promised& out) {
  const auto& [before, after] = std::tie(out.before, out.after);
  out.everybody = before.pieces != after.pieces || before.markets != after.markets;
  for (const plays::Need* one : differing(before.needs, after.needs)) out.persons.insert(one->who);
  for (const plays::Sent* one : differing(before.sent, after.sent)) out.persons.insert(one->who);
  for (const plays::Introduction* one : differing(before.introductions, after.introductions)) {
    out.persons.insert({one->first.who, one->second.who});
  }
  for (const plays::Invitation* one : differing(before.invitations, after.invitations)) {
    for (const plays::Invitation::Guest& guest : one->guests) out.persons.insert(guest.who);
  }
  if (before.offers != after.offers) {
    for (const plays::Need& one : after.needs) out.persons.insert(one.who);
  }
  out.persons.erase(people::nobody);
}

/// One question is asked of all who were invited to what is over: whose it is, and what it says, hangs on the others.
bool hangs_on_others(const plays::Commitments& now, people::PersonId who, base::Instant moment) {
  return std::any_of(now.invitations.begin(), now.invitations.end(), [&](const plays::Invitation& one) {
    return one.to <= moment && one.guests.size() > 1 &&
           std::any_of(one.guests.begin(), one.guests.end(), [&](const auto& guest) { return guest.who == who; });
  });
}

/// What was said since a picture was made, and what it is held against.
struct Since {
  const ledger::News& news;
  std::vector<ledger::Row> rows;           ///< Said or taken back.
  std::vector<ledger::Ruling> rulings;     ///< Likewise.
  std::vector<ledger::IdentityId> unsaid;  ///< Whom what was taken back was about.
  const std::vector<std::int32_t>& whose;  ///< store::Pictures::seating.
  Promised promised;
  base::Instant moment, learned_until;

  [[nodiscard]] std::int32_t person_of(ledger::IdentityId identity) const {
    return identity.value < whose.size() ? whose[identity.value] : store::nobodys;
  }
};

Since since_of(const ledger::News& news, const std::vector<std::int32_t>& whose, base::Instant moment) {
  Since since{.news = news,
              .rows = news.book.rows,
              .rulings = news.book.rulings,
              .unsaid = {},
              .whose = whose,
              .promised = {},
              .moment = moment,
              .learned_until = standing::week_start(moment)};
  since.rows.insert(since.rows.end(), news.gone.begin(), news.gone.end());
  since.rulings.insert(since.rulings.end(), news.unsaid.begin(), news.unsaid.end());
  for (const ledger::Row& row : news.gone) {
    for (const ledger::Seat& seat : news.book.seats_of(row)) since.unsaid.push_back(seat.who);
  }
  for (const ledger::Ruling& ruling : news.unsaid)
    since.unsaid.insert(since.unsaid.end(), ruling.about.begin(), ruling.about.end());
  return since;
}

/// Of whom something speaks: fills `moved`. Why not, where it may move others too.
Anew find_moved(const Since& since, std::set<std::uint32_t>& moved) {
  const auto add = [&](ledger::IdentityId identity) {
    const std::int32_t person = since.person_of(identity);
    if (person >= 0) moved.insert(static_cast<std::uint32_t>(person));
    return person != store::nobodys;  // Else it is somebody new.
  };
  // Nothing else may speak of an address of the owner's that was taken back.
  for (const ledger::IdentityId identity : since.unsaid) {
    if (identity != ledger::owner_identity && since.person_of(identity) == store::the_owners) return Anew::owner;
  }
  for (const ledger::Row& row : since.rows) {
    if (row.at > since.moment) return Anew::later;
    if (!stays_local(row, since.learned_until)) return Anew::teaches;
    bool somebody = false;
    for (const ledger::Seat& seat : since.news.book.seats_of(row)) {
      if (!add(seat.who)) return Anew::newcomer;
      somebody = somebody || since.person_of(seat.who) >= 0;
    }
    if (!somebody && row.kind == Kind::met) return Anew::nobody;
  }
  for (const ledger::Ruling& ruling : since.rulings) {
    if (ruling.at > since.moment) return Anew::later;
    if (!stays_local(ruling, since.learned_until)) return Anew::teaches;
    for (const ledger::IdentityId identity : ruling.about) {
      if (!add(identity)) return Anew::newcomer;
    }
  }
  for (const ledger::ClaimRow& claim : since.news.book.claims) {
    if (claim.at > since.moment) return Anew::later;
    if (claim.field != ledger::Field::note) return Anew::claim;
    if (since.person_of(claim.who) < 0) return Anew::newcomer;
    add(claim.who);
  }
  for (const people::PersonId who : since.promised.persons) moved.insert(who.value);
  for (const std::uint32_t who : moved) {
    if (hangs_on_others(since.promised.before, {who}, since.moment) || hangs_on_others(since.promised.after, {who}, since.moment))
      return Anew::invitation;
  }
  return Anew::no;
}

/// Why what is known of `person` by their own rows may be another because of what was said of others.
Anew moved_by_others(const Since& since, const store::Pictures::PersonBook& part, std::uint32_t person) {
  const people::Person& self = part.people.persons.front();
  if (!part.standing.known || self.namesake) return Anew::namesake;
  const auto person_of = [&](ledger::IdentityId identity) { return since.person_of(identity); };
  const auto theirs = static_cast<std::int32_t>(person);
  for (const ledger::Row& row : since.rows) {
    if (self.doubtful && bears_on_linkage(row, since.news.book, person_of, theirs)) return Anew::linkage;
    if (bears_on_help(row, part.book)) return Anew::help;
    if (bears_on_bulk(row, part.book, since.learned_until)) return Anew::bulk;
    if (bears_on_lessons(row, part.book, since.learned_until)) return Anew::lessons;
  }
  // An identity of which nothing else speaks goes with what was taken back.
  const bool last = std::any_of(since.unsaid.begin(), since.unsaid.end(), [&](ledger::IdentityId identity) {
    return since.person_of(identity) == theirs && !speaks_of(part.book, identity, since.moment);
  });
  return last ? Anew::last_word : Anew::no;
}

/// One person anew, from their own rows.
store::Amended derived(store::Pictures::PersonBook& part, const standing::Learned& learned, const Totals& totals,
                       const standing::Policy& policy, base::Instant moment) {
  people::Person& self = part.people.persons.front();
  self.answer.clear();
  self.exempt = false;
  self.let_go_at.reset();
  people::apply_rulings(part.book, moment, part.people);
  const std::vector<standing::Reading> readings = readings_of(part, policy, moment);
  standing::take_back_who_wrote(part.people, readings, part.book);
  std::array standings = {standing::stand(self, readings, part.book, totals.covers, policy, moment)};
  standing::put(standing::OwnTies(part.people, readings, part.book).chances(learned, moment), standings);
  store::Amended out{.person = 0, .card = {self, standings[0]}, .steps = {}, .markets = {}};
  out.steps =
      plays::plan({.people = part.people, .standings = standings, .today = base::day_of(moment), .lessons = totals.lessons},
                  part.book, moment);
  out.markets = plays::commitments(part.book.rulings_until(moment), part.people.person_of).markets;
  return out;
}

}  // namespace

base::Result<Anew> amend(ledger::Ledger& ledger, store::Pictures& pictures, const standing::Policy& policy, base::Instant moment,
                         const store::PictureKey& key) {
  std::optional<store::Database::Snapshot> snapshot(pictures.snapshot());
  TRY(mark, ledger.mark());
  TRY(news, ledger.since(key.mark));
  if (!news) return Anew::much;
  TRY(whose, pictures.seating());
  Since since = since_of(*news, whose, moment);
  TRY(stands, ledger.rulings([](ledger::RulingKind kind, auto) { return ledger::is_commitment(kind); }));
  TRY(person_of, persons_of_identities(pictures));
  since.promised.before = plays::commitments(before_news(stands, *news, moment), person_of);
  since.promised.after = plays::commitments(until(stands, moment), person_of);
  find_touched(since.promised);
  std::set<std::uint32_t> moved;
  if (const Anew why = find_moved(since, moved); why != Anew::no) return why;
  TRY(totals, pictures.totals());
  TRY(bytes, pictures.learned());
  const auto learned = standing::parse_learned(bytes);
  if (!learned) return Anew::unlearned;
  std::vector<store::Amended> all;
  for (const std::uint32_t person : moved) {
    TRY(part, pictures.person_book(person));
    if (const Anew why = moved_by_others(since, part, person); why != Anew::no) return why;
    totals.count(part.people.persons.front(), part.standing, part.people.persons.front().identities.size(), -1);
    for (const ledger::ClaimRow& claim : news->book.claims) {
      if (since.person_of(claim.who) == static_cast<std::int32_t>(person)) add_note(part.people.persons.front(), claim.value);
    }
    store::Amended one = derived(part, *learned, totals, policy, moment);
    if (!one.card.standing.known) return Anew::gone;
    totals.count(one.card.person, one.card.standing, one.card.person.identities.size(), 1);
    one.person = person;
    for (plays::Step& step : one.steps) step.person.value = person;
    all.push_back(std::move(one));
  }
  snapshot.reset();
  const std::int64_t plan = since.promised.everybody || key.plan != key.mark.head ? key.plan : mark.head;
  const store::PictureKey now{mark, key.form, moment, key.until, plan};
  TRY(done, pictures.amend(key, now, all, totals));
  return done ? Anew::no : Anew::elsewhere;
}

}  // namespace derive
