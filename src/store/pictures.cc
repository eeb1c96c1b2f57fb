// The picture's side of the store: a cache that may be dropped at any time.

#include "store/pictures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "base/text.h"
#include "base/try.h"
#include "people/fields.h"
#include "store/card_text.h"
#include "store/migrations.h"

namespace store {

namespace {

/// Steps beyond this are never shown in one day; so many more are kept for when some fall away.
constexpr std::size_t steps_shown = 500;
constexpr std::size_t steps_kept = 2'000;

std::string search_text(const people::Person& p) {
  std::string all;
  people::each_text(
      [&](const people::PersonField& field, const std::string& text) {
        if (field.found) all += text + "\n";
      },
      p);
  return base::fold(all);
}

// Whose each handle is, for so many handles at a time: 4 bytes each, the lowest first.
constexpr std::size_t page_handles = 1'024;

std::string page_text(const people::People& people, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < std::min(from + page_handles, people.person_of.size()); ++i) {
    const people::PersonId person = people.person_of[i];
    const std::int32_t whose = people.is_owner[i]         ? the_owners
                               : person == people::nobody ? nobodys
                                                          : static_cast<std::int32_t>(person.value);
    for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(static_cast<std::uint32_t>(whose) >> shift);
  }
  return out;
}

void read_page(std::string_view text, std::vector<std::int32_t>& whose) {
  for (; text.size() >= 4; text.remove_prefix(4)) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(text[i])} << (8 * i);
    whose.push_back(static_cast<std::int32_t>(value));
  }
}

/// Where somebody stands in lists of the latest, ascending; below 2^32.
std::int64_t by_recent(const standing::Standing& s) {
  constexpr std::int64_t never = std::int64_t{1} << 30;
  return s.last ? -std::int64_t{s.last->days} : never;
}

/// Each person's place among all names.
std::vector<std::int64_t> name_places(const people::People& people) {
  const std::size_t n = people.persons.size();
  std::vector<std::string> folded(n);
  for (std::size_t i = 0; i < n; ++i) folded[i] = base::fold(people.persons[i].name);
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return folded[a] < folded[b]; });
  std::vector<std::int64_t> place(n);
  for (std::size_t i = 0; i < n; ++i) place[order[i]] = static_cast<std::int64_t>(i);
  return place;
}

}  // namespace

base::Result<void> Pictures::ready() {
  if (!database_.read_only()) {
    auto made = make_derived_tables(database_);
    if (made) return {};
    if (made.error().fault == base::Fault::damaged) return made;
  }
  return shadow_picture();
}

/// Where the file may not be written to, the picture is kept in memory beside it.
base::Result<void> Pictures::shadow_picture() {
  if (shadowed_) return {};
  shadowed_ = true;
  database_.forget_statements();  // Their table names now mean the ones in memory.
  return database_.script(derived_tables(Derived::picture, true) + derived_tables(Derived::graph, true));
}

base::Result<std::optional<PictureKey>> Pictures::picture_key() {
  TRY(select, database_.prepare("SELECT head, form, from_at, until_at, evidence, claim, contested, plan\n"
                                "FROM picture WHERE workspace_id = 1"));
  TRY(more, select->step());
  std::optional<PictureKey> key;
  if (more) {
    key = PictureKey{{.head = select->integer(0),
                      .evidence = select->integer(4),
                      .claim = select->integer(5),
                      .contested = select->integer(6)},
                     select->integer(1),
                     {select->integer(2)},
                     {select->integer(3)},
                     select->integer(7)};
    select->reset();
  }
  return key;
}

base::Result<void> Pictures::drop_picture() {
  return database_.script(
      "DELETE FROM picture; DELETE FROM headline; DELETE FROM learned; DELETE FROM person; DELETE FROM person_facet; DELETE FROM "
      "person_market; DELETE FROM person_text;\n"
      "DELETE FROM identity; DELETE FROM inferred; DELETE FROM step; DELETE FROM doubt;");
}

base::Result<void> Pictures::save(const PictureKey& key, const Picture& picture) {
  if (database_.writing()) return database_.within([&] { return write_picture(key, picture); });
  // A picture is only a cache: where it cannot be written, or not now, it is kept in memory for this
  // command.
  if (!shadowed_) {
    if (auto begun = database_.begin(Database::Patience::none); !begun) {
      if (begun.error().fault == base::Fault::damaged) return begun;
      CHECK(shadow_picture());
    }
  }
  if (!database_.in_transaction()) CHECK(database_.script("BEGIN"));
  auto saved = write_picture(key, picture);
  if (saved) saved = database_.commit();
  if (saved) return {};
  database_.rollback();
  if (shadowed_ || saved.error().fault != base::Fault::full) return saved;
  CHECK(shadow_picture());
  return save(key, picture);
}

base::Result<void> Pictures::write_picture(const PictureKey& key, const Picture& p) {
  CHECK(drop_picture());
  const std::vector<std::int64_t> by_name = name_places(p.people);
  TRY(person, database_.prepare("INSERT INTO person (workspace_id, person_id, code, body) VALUES (1, $1, $2, $3)"));
  TRY(facet,
      database_.prepare(
          "INSERT INTO person_facet (workspace_id, person_id, facets, by_strength, by_name, by_recent, city, company, tags)\n"
          "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8)"));
  TRY(words, database_.prepare("INSERT INTO person_text (workspace_id, person_id, folded) VALUES (1, $1, $2)"));
  for (std::size_t i = 0; i < p.people.persons.size(); ++i) {
    const people::Person& one = p.people.persons[i];
    const auto id = static_cast<std::int64_t>(i);
    CHECK(person->bind(1, id).bind(2, static_cast<std::int64_t>(one.code)).bind(3, card_text(one, p.standings[i])).run());
    if (!p.standings[i].known) continue;
    const auto traits = traits_of(one);
    CHECK(facet->bind(1, id)
              .bind(2, facets_of(one, p.standings[i]))
              .bind(3, by_strength(p.standings[i]))
              .bind(4, by_name[i])
              .bind(5, by_recent(p.standings[i]))
              .bind(6, traits[0])
              .bind(7, traits[1])
              .bind(8, traits[2])
              .run());
    if (const std::string markets = markets_of(one, p.markets); !markets.empty())
      CHECK(write_markets(static_cast<std::uint32_t>(i), markets));
    CHECK(words->bind(1, id).bind(2, search_text(one)).run());
  }
  TRY(identity, database_.prepare("INSERT INTO identity (workspace_id, page, persons) VALUES (1, $1, $2)"));
  for (std::size_t i = 0; i < p.people.person_of.size(); i += page_handles) {
    const std::string persons = page_text(p.people, i);
    CHECK(identity->bind(1, static_cast<std::int64_t>(i / page_handles)).bind_bytes(2, persons).run());
  }
  TRY(more, database_.prepare("INSERT INTO inferred (workspace_id, person_id, evidence_id, kind, direction, confidence) VALUES "
                              "(1, $1, $2, $3, $4, $5)"));
  for (const Inferred& one : p.inferred) {
    CHECK(more->bind(1, std::int64_t{one.person.value})
              .bind(2, std::int64_t{one.row.value})
              .bind(3, static_cast<std::int64_t>(one.kind))
              .bind(4, static_cast<std::int64_t>(one.direction))
              .bind(5, static_cast<std::int64_t>(std::llround(1e6 * static_cast<double>(one.confidence))))
              .run());
  }
  CHECK(write_steps(p.plan.first(std::min(p.plan.size(), steps_kept))));
  TRY(doubt, database_.prepare("INSERT INTO doubt (workspace_id, n, a, b, why) VALUES (1, $1, $2, $3, $4)"));
  for (std::size_t i = 0; i < p.people.doubts.size(); ++i) {
    CHECK(doubt->bind(1, static_cast<std::int64_t>(i + 1))
              .bind(2, std::int64_t{p.people.doubts[i].a.value})
              .bind(3, std::int64_t{p.people.doubts[i].b.value})
              .bind(4, base::pack(p.people.doubts[i].why))
              .run());
  }
  TRY(model, database_.prepare("INSERT INTO learned (workspace_id, body) VALUES (1, $1)"));
  CHECK(model->bind_bytes(1, p.learned).run());
  CHECK(write_headline(database_, p.totals));
  TRY(picture, database_.prepare("INSERT INTO picture (workspace_id, head, form, from_at, until_at, evidence, claim, contested,\n"
                                 "  steps_cut, plan) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $1)"));
  return picture->bind(1, key.mark.head)
      .bind(2, key.form)
      .bind(3, key.from.seconds)
      .bind(4, key.until.seconds)
      .bind(5, key.mark.evidence)
      .bind(6, key.mark.claim)
      .bind(7, key.mark.contested)
      .bind(8, std::int64_t{p.plan.size() > steps_kept})
      .run();
}

base::Result<void> Pictures::write_steps(std::span<const plays::Step> steps) {
  TRY(insert, database_.prepare("INSERT INTO step (workspace_id, urgency, worth, person_id, body)\n"
                                "VALUES (1, $1, $2, $3, $4)"));
  for (const plays::Step& step : steps) {
    CHECK(insert->bind(1, -std::int64_t{step.urgency})
              .bind(2, -plays::worth_a_minute(step))
              .bind(3, std::int64_t{step.person.value})
              .bind(4, step_text(step))
              .run());
  }
  return {};
}

base::Result<bool> Pictures::amend(const PictureKey& from, const PictureKey& key, std::span<const Amended> persons,
                                   const Totals& totals) {
  if (database_.writing()) {
    // Within what is being said: others have spoken since the picture was made.
    bool amended = false;
    const auto done = database_.within([&]() -> base::Result<void> {
      TRY(fits, write_amended(from, key, persons, totals));
      amended = fits;
      if (fits) return {};
      return base::fail(base::Fault::unchanged, {}, base::say("store.picture-made-anew"));
    });
    if (!done && done.error().fault != base::Fault::unchanged) return base::fail(done.error());
    return amended;
  }
  if (shadowed_ || !database_.begin(Database::Patience::none)) return false;
  auto done = write_amended(from, key, persons, totals);
  if (done && *done) {
    if (auto committed = database_.commit(); !committed) done = base::fail(committed.error());
  }
  if (done && *done) return done;
  database_.rollback();
  if (!done && done.error().fault == base::Fault::full) return false;  // It may not be written to for now: see `save`.
  return done;
}

base::Result<bool> Pictures::write_amended(const PictureKey& from, const PictureKey& key, std::span<const Amended> persons,
                                           const Totals& totals) {
  TRY(there, picture_key());
  if (!there || there->mark.head != from.mark.head || there->form != from.form || there->from != from.from) return false;
  const bool plans = key.plan == key.mark.head;  // Else its steps and markets are made anew when they are asked for.
  TRY(person, database_.prepare("UPDATE person SET body = $2 WHERE workspace_id = 1 AND person_id = $1"));
  TRY(facet, database_.prepare("UPDATE person_facet SET facets = $2, by_strength = $3, by_recent = $4, tags = $5\n"
                               "WHERE workspace_id = 1 AND person_id = $1"));
  TRY(words, database_.prepare("UPDATE person_text SET folded = $2 WHERE workspace_id = 1 AND person_id = $1"));
  TRY(drop, database_.prepare("DELETE FROM step WHERE workspace_id = 1 AND person_id = $1"));
  TRY(cut, database_.integer("SELECT steps_cut FROM picture WHERE workspace_id = 1"));
  TRY(last, database_.prepare("SELECT urgency, worth, person_id FROM step WHERE workspace_id = 1\n"
                              "ORDER BY urgency DESC, worth DESC, person_id DESC LIMIT 1"));
  // Where steps were cut off, nothing may come to stand after the last one that was kept.
  std::optional<std::tuple<std::int64_t, double, std::int64_t>> end;
  if (plans && cut != 0) {
    TRY(some, last->step());
    if (!some) return false;
    end = {last->integer(0), last->real(1), last->integer(2)};
    last->reset();
  }
  for (const Amended& one : persons) {
    const std::int64_t id = one.person;
    const auto traits = traits_of(one.card.person);
    CHECK(person->bind(1, id).bind(2, card_text(one.card.person, one.card.standing)).run());
    CHECK(facet->bind(1, id)
              .bind(2, facets_of(one.card.person, one.card.standing))
              .bind(3, by_strength(one.card.standing))
              .bind(4, by_recent(one.card.standing))
              .bind(5, traits[static_cast<std::size_t>(Trait::tag)])
              .run());
    CHECK(words->bind(1, id).bind(2, search_text(one.card.person)).run());
    if (!plans) continue;
    CHECK(write_markets(one.person, markets_of(one.card.person, one.markets)));
    CHECK(drop->bind(1, id).run());
    for (const plays::Step& step : one.steps) {
      const std::tuple place{-std::int64_t{step.urgency}, -plays::worth_a_minute(step), id};
      if (!end || place < *end) CHECK(write_steps({&step, 1}));
    }
  }
  TRY(left, database_.integer("SELECT count(*) FROM step WHERE workspace_id = 1"));
  if (plans && cut != 0 && left < static_cast<std::int64_t>(steps_shown)) return false;
  TRY(picture, database_.prepare("UPDATE picture SET head = $1, from_at = $2, until_at = $3, evidence = $4,\n"
                                 "  claim = $5, contested = $6, plan = $7 WHERE workspace_id = 1"));
  CHECK(picture->bind(1, key.mark.head)
            .bind(2, key.from.seconds)
            .bind(3, key.until.seconds)
            .bind(4, key.mark.evidence)
            .bind(5, key.mark.claim)
            .bind(6, key.mark.contested)
            .bind(7, key.plan)
            .run());
  CHECK(write_headline(database_, totals));
  return true;
}

base::Result<void> Pictures::write_markets(std::uint32_t person, const std::string& markets) {
  TRY(drop, database_.prepare("DELETE FROM person_market WHERE workspace_id = 1 AND person_id = $1"));
  CHECK(drop->bind(1, std::int64_t{person}).run());
  if (markets.empty()) return {};
  TRY(insert, database_.prepare("INSERT INTO person_market (workspace_id, person_id, markets) VALUES (1, $1, $2)"));
  return insert->bind(1, std::int64_t{person}).bind(2, markets).run();
}

base::Result<void> Pictures::save_plan(const PictureKey& of, std::span<const plays::Step> plan,
                                       std::span<const std::string> markets) {
  const auto write = [&]() -> base::Result<void> {
    TRY(there, picture_key());
    if (!there || there->mark.head != of.mark.head || there->from != of.from) return {};  // Somebody else has gone on.
    CHECK(database_.script("DELETE FROM step; DELETE FROM person_market"));
    CHECK(write_steps(plan.first(std::min(plan.size(), steps_kept))));
    TRY(insert, database_.prepare("INSERT INTO person_market (workspace_id, person_id, markets) VALUES (1, $1, $2)"));
    for (std::size_t i = 0; i < markets.size(); ++i) {
      if (!markets[i].empty()) CHECK(insert->bind(1, static_cast<std::int64_t>(i)).bind(2, markets[i]).run());
    }
    TRY(mark, database_.prepare("UPDATE picture SET plan = head, steps_cut = $1 WHERE workspace_id = 1"));
    return mark->bind(1, std::int64_t{plan.size() > steps_kept}).run();
  };
  if (database_.in_transaction()) return database_.within(write);
  if (shadowed_) return write();
  CHECK(database_.begin());
  auto done = write();
  if (done) return database_.commit();
  database_.rollback();
  return done;
}

base::Result<std::vector<Card>> Pictures::everybody() {
  TRY(select, database_.prepare("SELECT code, body FROM person WHERE workspace_id = 1 ORDER BY person_id"));
  std::vector<Card> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back(parse_card(static_cast<std::uint64_t>(select->integer(0)), select->text(1)));
  }
}

base::Result<std::string> Pictures::learned() {
  TRY(select, database_.prepare("SELECT body FROM learned WHERE workspace_id = 1"));
  TRY(more, select->step());
  std::string bytes;
  if (more) {
    bytes = select->text(0);
    select->reset();
  }
  return bytes;
}

base::Result<Totals> Pictures::totals() { return read_headline(database_); }

base::Result<std::shared_ptr<const Roster>> Pictures::roster(Roster::With with) {
  const Database::Snapshot snapshot(database_);
  TRY(key, picture_key());
  if (!key) return std::make_shared<const Roster>();
  const Roster::With has = roster_ && roster_->is_of(*key) ? roster_->with() : Roster::With{};
  if (!roster_ || !roster_->is_of(*key) || (with.words && !has.words) || (with.traits && !has.traits)) {
    TRY(read, Roster::read(database_, *key, {.words = with.words || has.words, .traits = with.traits || has.traits}));
    roster_ = std::make_shared<const Roster>(std::move(read));
  }
  return roster_;
}

base::Result<Page> Pictures::find(const Filter& filter) {
  TRY(all, roster(Roster::needed(filter)));
  return all->find(filter);
}

base::Result<Facets> Pictures::facets(const Filter& filter) {
  Roster::With with = Roster::needed(filter);
  with.traits = true;
  TRY(all, roster(with));
  return all->facets(filter);
}

base::Result<Card> Pictures::card(std::uint32_t person) {
  TRY(select, database_.prepare("SELECT code, body FROM person WHERE workspace_id = 1 AND person_id = $1"));
  select->bind(1, std::int64_t{person});
  TRY(more, select->step());
  if (!more) {
    return base::fail(base::Fault::damaged, database_.path(), base::say("store.picture-lacks-person"),
                      base::say("store.run-wellmet-check"));
  }
  Card card = parse_card(static_cast<std::uint64_t>(select->integer(0)), select->text(1));
  select->reset();
  return card;
}

std::string Pictures::text_of(const Card& card) { return card_text(card.person, card.standing); }

base::Result<std::vector<plays::Step>> Pictures::steps() {
  TRY(select, database_.prepare("SELECT body FROM step WHERE workspace_id = 1\n"
                                "ORDER BY urgency, worth, person_id LIMIT $1"));
  select->bind(1, static_cast<std::int64_t>(steps_shown));
  std::vector<plays::Step> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back(parse_step(select->text(0)));
  }
}

base::Result<std::vector<people::Doubt>> Pictures::doubts() {
  TRY(select, database_.prepare("SELECT a, b, why FROM doubt WHERE workspace_id = 1 ORDER BY n"));
  std::vector<people::Doubt> all;
  for (;;) {
    TRY(more, select->step());
    if (!more) return all;
    all.push_back({{static_cast<std::uint32_t>(select->integer(0))},
                   {static_cast<std::uint32_t>(select->integer(1))},
                   base::unpack_message(select->text(2)).value_or(base::Message{})});
  }
}

namespace {

base::Result<std::optional<std::int64_t>> first_integer(Statement& select) {
  TRY(more, select.step());
  std::optional<std::int64_t> value;
  if (more) {
    value = select.integer(0);
    select.reset();
  }
  return value;
}

}  // namespace

base::Result<std::vector<std::int32_t>> Pictures::seating() {
  TRY(select, database_.prepare("SELECT persons FROM identity WHERE workspace_id = 1 ORDER BY page"));
  std::vector<std::int32_t> whose;
  for (;;) {
    TRY(more, select->step());
    if (!more) return whose;
    read_page(select->text(0), whose);
  }
}

base::Result<std::optional<std::int64_t>> Pictures::person_of_code(std::uint64_t code) {
  // Persons stand in the order of their codes.
  TRY(count, database_.integer("SELECT coalesce(max(person_id) + 1, 0) FROM person WHERE workspace_id = 1"));
  TRY(select, database_.prepare("SELECT code FROM person WHERE workspace_id = 1 AND person_id = $1"));
  std::int64_t low = 0;
  std::int64_t high = count;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    TRY(found, first_integer(select->bind(1, middle)));
    const auto there = static_cast<std::uint64_t>(found.value_or(0));
    if (there == code) return std::optional<std::int64_t>(middle);
    if (there < code) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  // An id from before a merge: the code of a handle that leads nobody now.
  TRY(handles, ledger_.handles());
  const auto match =
      std::find_if(handles.begin(), handles.end(), [&](const ledger::Handle& one) { return people::code_of(one) == code; });
  if (match == handles.end()) return std::optional<std::int64_t>{};
  return person_of(*match);
}

base::Result<std::optional<std::int64_t>> Pictures::person_of(const ledger::Handle& handle) {
  TRY(identity, ledger_.identity(handle));
  TRY(whose, seating());
  std::optional<std::int64_t> person;
  if (identity && identity->value < whose.size() && whose[identity->value] != nobodys) person = whose[identity->value];
  return person;
}

base::Result<std::vector<Pictures::Identity>> Pictures::identities_of(std::int64_t person) {
  TRY(whose, seating());
  std::vector<Identity> all;
  for (std::uint32_t i = 0; i < whose.size(); ++i) {
    if (whose[i] != person) continue;
    TRY(handle, ledger_.handle({i}));
    if (handle) all.push_back({{i}, std::move(*handle)});
  }
  return all;
}

base::Result<std::vector<ledger::Handle>> Pictures::handles_of(std::int64_t person) {
  TRY(identities, identities_of(person));
  std::vector<ledger::Handle> all;
  for (Identity& one : identities) all.push_back(std::move(one.handle));
  std::sort(all.begin(), all.end());
  return all;
}

base::Result<void> Pictures::remember(const std::string& list, const std::string& body) {
  TRY(insert, database_.prepare("INSERT OR REPLACE INTO shown (workspace_id, list, body) VALUES (1, $1, $2)"));
  insert->bind(1, list).bind(2, body);
  // What was shown is a convenience for the next command: not worth an error.
  (void)insert->run();
  return {};
}

base::Result<std::string> Pictures::recall(const std::string& list) {
  TRY(select, database_.prepare("SELECT body FROM shown WHERE workspace_id = 1 AND list = $1"));
  select->bind(1, list);
  TRY(more, select->step());
  std::string body;
  if (more) {
    body = select->text(0);
    select->reset();
  }
  return body;
}

}  // namespace store
