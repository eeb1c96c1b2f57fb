// What is known: the headline, lists, one person, the plan, the questions.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "app/app.h"
#include "app/focus.h"
#include "app/letters.h"
#include "app/openers.h"
#include "app/readings.h"
#include "app/reasons.h"
#include "app/sides.h"
#include "base/email.h"
#include "base/linkedin.h"
#include "base/phone.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/occasions.h"

namespace app {

namespace {

constexpr std::size_t candidates_shown = 8;

std::string describe(const PersonView& view) {
  const people::Person& p = view.card.person;
  std::string text = base::printable(p.name, 60);
  if (!p.company.empty()) text += ", " + base::printable(p.company, 40);
  if (!p.emails.empty()) text += " <" + base::printable(p.emails.front(), 60) + ">";
  return text + "  " + view.id();
}

std::string source_of(std::string_view reference) { return std::string(reference.substr(0, reference.find('/'))); }

/// Why a letter may be no help.
std::string why_unsure(const store::Inferred& tells) {
  switch (tells.kind) {
    case ledger::Kind::introduced: return "you and its other reader went on; the two are of one house, so perhaps a colleague";
    case ledger::Kind::referred: return "its subject bears their name, which may be somebody else's";
    default: return "its subject does not say what the thanks are for";
  }
}

/// Handles that `text` may be: an address, a number, a profile.
std::vector<ledger::Handle> handles_in(std::string_view text, const std::string& region) {
  std::vector<ledger::Handle> all;
  if (const auto email = base::Email::parse(text)) all.push_back(ledger::handle(*email));
  if (const auto profile = base::LinkedIn::parse(text)) all.push_back(ledger::handle(*profile));
  if (const auto phone = base::Phone::parse(text, {region})) all.push_back(ledger::handle(*phone));
  if (const std::string digits = base::national_digits(text); !digits.empty()) {
    all.push_back({ledger::HandleKind::local_phone, digits});
  }
  if (const auto handle = ledger::parse_handle(text)) all.push_back(*handle);
  return all;
}

}  // namespace

base::Result<Totals> App::status() {
  CHECK(refresh());
  const auto snapshot = store_->snapshot();
  TRY(text, store_->totals());
  return parse_totals(text);
}

base::Result<PeopleView> App::people(const store::Filter& filter) {
  CHECK(refresh());
  if (!filter.markets.empty()) {
    CHECK(refresh_plan());
    TRY(now, commitments());
    for (const std::string& name : filter.markets) CHECK(market_of(now, name));
  }
  const auto snapshot = store_->snapshot();
  TRY(page, store_->find(filter));
  PeopleView out{page.total, {}};
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(person));
    out.people.push_back(std::move(one));
  }
  return out;
}

base::Result<FacetsView> App::facets(const store::Filter& filter) {
  CHECK(refresh_plan());
  const auto snapshot = store_->snapshot();
  TRY(counts, store_->facets(filter));
  FacetsView out{.counts = std::move(counts)};
  store::Filter gone = filter, companies = filter;
  gone.let_go_only = companies.organisations_only = true;
  gone.organisations_only = companies.let_go_only = false;
  TRY(let_go, store_->facets(gone));
  TRY(organisations, store_->facets(companies));
  out.let_go = let_go.total;
  out.organisations = organisations.total;
  TRY(now, commitments());
  store::Facets::Counted& markets = out.counts.markets;
  for (const plays::Market& market : now.markets) {
    const auto counted = [&](const auto& one) { return base::fold(one.first) == base::fold(market.name); };
    if (std::none_of(markets.begin(), markets.end(), counted)) markets.emplace_back(market.name, 0);
  }
  return out;
}

base::Result<PersonView> App::find(std::string_view raw, Naming naming) {
  CHECK(refresh());
  const auto snapshot = store_->snapshot();
  const std::string_view text = base::trim(raw);
  std::uint64_t code = 0;
  if (people::parse_id(text, code)) {
    TRY(person, store_->person_of_code(code));
    if (person && *person >= 0) return view(static_cast<std::uint32_t>(*person));
  }
  TRY(totals, store_->totals());
  for (const ledger::Handle& handle : handles_in(text, parse_totals(totals).region)) {
    TRY(person, store_->person_of(handle));
    if (person && *person >= 0) return view(static_cast<std::uint32_t>(*person));
    if (person) {
      return base::fail(base::Fault::not_found, {}, fmt::format("{} is you", base::printable(text, 80)),
                        "wellmet me shows what wellmet knows of you");
    }
  }
  store::Filter filter;
  filter.query = std::string(text);
  filter.everybody = true;
  filter.limit = 200;
  TRY(page, store_->find(filter));
  std::vector<PersonView> found;
  std::vector<PersonView> exact;
  const std::string folded = base::fold(text);
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(person));
    // A part of a name, not of a company or a note.
    const auto& p = one.card.person;
    const auto names = [&](const std::string& name) {
      return naming == Naming::part ? base::contains(base::fold(name), folded)
                                    : base::contains(" " + base::fold(name) + " ", " " + folded + " ");
    };
    if (!names(p.name) && std::none_of(p.names.begin(), p.names.end(), names)) continue;
    if (base::fold(p.name) == folded) exact.push_back(one);
    found.push_back(std::move(one));
  }
  if (exact.size() == 1) return exact.front();
  if (exact.empty()) {
    // A whole word of a name wins over a part of one: "ada" is Ada Lovelace, not Adam.
    for (const PersonView& one : found) {
      if (base::contains(" " + base::fold(one.card.person.name) + " ", " " + folded + " ")) exact.push_back(one);
    }
    if (exact.size() == 1) return exact.front();
    if (!exact.empty()) found = exact;
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return base::fail(base::Fault::not_found, {}, fmt::format("nobody is called \"{}\"", base::printable(text, 80)),
                      "give a part of a name, an address, a number or an id; wellmet people QUERY searches everything");
  }
  std::string list = fmt::format("\"{}\" could be {} people:", base::printable(text, 80), found.size());
  for (std::size_t i = 0; i < found.size() && i < candidates_shown; ++i) list += "\n  " + describe(found[i]);
  if (found.size() > candidates_shown) list += fmt::format("\n  and {} more", found.size() - candidates_shown);
  return base::fail(base::Fault::ambiguous, {}, list, "say which one, by address or id; nothing was done");
}

base::Result<ShowView> App::show(std::string_view text) {
  CHECK(refresh_plan());
  TRY(person, find(text));
  const auto snapshot = store_->snapshot();
  ShowView out;
  out.person = person;
  TRY(part, store_->person_book(person.person));
  const std::vector<standing::Reading> readings = readings_of(part, policy_, moment());
  for (auto reading = readings.rbegin(); reading != readings.rend(); ++reading) {
    const ledger::Row& row = part.book.rows[reading->row];
    const store::ShownRow& shown = part.shown.at(row.id.value);
    RowView line{.kind = reading->kind,
                 .direction = reading->direction,
                 .at = row.at,
                 .day_only = (row.flags & ledger::day_only) != 0,
                 .channel = row.channel,
                 .source = source_of(shown.reference),
                 .note = shown.title,
                 .place = shown.place,
                 .confidence = reading->confidence,
                 .counts = reading->counts};
    const bool proves = reading->counts && (reading->kind == ledger::Kind::met || reading->kind == ledger::Kind::called ||
                                            standing::is_help(reading->kind));
    if (proves) out.reasons.push_back(line);
    out.timeline.push_back(std::move(line));
  }
  CHECK(trace(part, out));
  TRY(totals, store_->totals());
  out.covers = parse_totals(totals).covers;
  out.learned = parse_totals(totals).learned;
  const auto standing_at = [&](base::Instant at, std::size_t known) {
    return standing::stand(person.card.person, std::span(readings).first(known), part.book, out.covers, policy_, at);
  };
  out.strength_reasons =
      strength_reasons(standing_at(moment(), readings.size()), readings, part.book, base::day_of(moment()));
  const base::Instant month_ago{moment().seconds - 30 * base::day_seconds};
  const auto then = std::count_if(readings.begin(), readings.end(), [&](const standing::Reading& reading) {
    return part.book.rows[reading.row].at <= month_ago;
  });
  out.strength_before = standing_at(month_ago, static_cast<std::size_t>(then)).strength;
  const standing::Standing& now = person.card.standing;
  if (now.rung >= standing::Rung::in_touch && person.card.person.organisation.empty())
    out.constancy = standing::constancy(now, readings, part.book, policy_, moment());
  TRY(steps, store_->steps());
  for (const plays::Step& step : steps) {
    if (step.person.value != person.person) continue;
    TRY(with, telling());
    TRY(next, step_view(0, step, with));
    out.next = std::move(next);
    break;
  }
  const auto until = plays::left_alone_until(now);
  if (!out.next && until && today() < *until && plays::plannable(person.card.person, now))
    out.waits = WaitView{.since = *now.last_out, .until = *until};
  return out;
}

base::Result<PlanView> App::today_plan(int minutes, Minutes kind) {
  CHECK(refresh_plan());
  const auto snapshot = store_->snapshot();
  TRY(steps, store_->steps());
  TRY(with, telling());
  TRY(done, done_today());
  PlanView out{.minutes = minutes, .done = done, .steps = {}};
  const int left = kind == Minutes::now ? minutes : std::max(0, minutes - out.done.minutes);
  std::string remembered;
  for (const plays::Step& step : plays::choose(steps, left)) {
    TRY(one, step_view(static_cast<int>(out.steps.size()) + 1, step, with));
    remembered += one.key + "\n";
    out.steps.push_back(std::move(one));
  }
  CHECK(number_list("today", remembered));
  return out;
}

base::Result<plays::Done> App::done_today() {
  TRY(done, store_->rulings([](ledger::RulingKind kind, auto) { return kind == ledger::RulingKind::step_done; }));
  return plays::done_on(today(), done);
}

base::Result<App::Telling> App::telling() {
  TRY(now, commitments());
  TRY(totals, store_->totals());
  TRY(whose, store_->seating());
  return Telling{std::move(now), parse_totals(totals).owner_name, std::move(whose)};
}

base::Result<StepView> App::step_view(int n, const plays::Step& step, const Telling& with) {
  TRY(person, view(step.person.value));
  StepView one{.n = n,
               .key = fmt::format("{} {} {}", person.id(), step.play, step.topic),
               .step = step,
               .person = std::move(person),
               .note = {},
               .note_day = {},
               .opening = {},
               .draft = {}};
  std::optional<store::ShownRow> evidence, last;
  if (step.row != 0) {
    TRY(row, store_->row(step.row));
    evidence = std::move(row);
  }
  if (const std::uint32_t row = one.person.card.standing.last_row; row != 0) {
    TRY(latest, store_->row(row));
    last = std::move(latest);
  }
  if (evidence) {
    one.note = evidence->title;
    one.note_day = base::day_of(evidence->row.at);
  }
  one.opening = opening(one, last, with.commitments);
  TRY(letter, step_draft(one, evidence, last, with));
  one.draft = std::move(letter);
  if (step.topic == "no-help" && one.note_day && today() - *one.note_day <= plays::after_meeting_days) {
    one.step.todo = fmt::format("how did it go, did help flow? wellmet log helped {0} TEXT, or got-help; if not, offer one thing",
                                one.person.id());
  }
  return one;
}

base::Result<std::optional<Draft>> App::step_draft(const StepView& step, const std::optional<store::ShownRow>& evidence,
                                                   const std::optional<store::ShownRow>& last, const Telling& with) {
  if (step.step.play == "share") {
    for (const plays::Piece& piece : with.commitments.pieces) {
      if (piece.number != step.step.number) continue;
      TRY(letter, piece_draft(piece, step.person, with.commitments));
      return std::optional(std::move(letter));
    }
    return std::nullopt;
  }
  Matter matter{.today = today(),
                .owner_name = with.owner_name,
                .topics = with.commitments.topics,
                .evidence = {},
                .last = {},
                .needs = {},
                .offers = with.commitments.offers,
                .introduced_to = {},
                .introduced_on = {}};
  if (step.step.topic == "introduction") {
    for (const plays::Introduction& one : with.commitments.introductions) {
      if (one.number != step.step.number) continue;
      TRY(shown, introduction_view(one));
      if (shown.draft) return shown.draft;
      matter.introduced_to = one.first.who == step.step.person ? shown.second : shown.first;
      matter.introduced_on = one.moved;
    }
  }
  if (evidence) {
    TRY(row, row_towards(step.person, *evidence, with));
    matter.evidence = std::move(row);
  }
  if (last) {
    TRY(row, row_towards(step.person, *last, with));
    matter.last = std::move(row);
  }
  std::copy_if(with.commitments.needs.begin(), with.commitments.needs.end(), std::back_inserter(matter.needs),
               [&](const plays::Need& need) { return need.who == step.step.person; });
  return opener(step, matter);
}

base::Result<RowView> App::row_towards(const PersonView& person, const store::ShownRow& shown, const Telling& with) {
  RowView out = row_view(shown);
  // A letter may tell of help.
  TRY(inferred, store_->inferred(person.person));
  for (const store::Inferred& one : inferred) {
    if (one.row != shown.row.id) continue;
    out.kind = one.kind;
    out.direction = one.direction;
    return out;
  }
  TRY(seats, store_->seats_of(shown.row.id.value));
  for (const ledger::Seat& seat : seats) {
    if (seat.who.value >= with.whose.size() || with.whose[seat.who.value] != store::the_owners) continue;
    if (seat.role == ledger::Role::from) out.direction = standing::Direction::out;
    if (seat.role == ledger::Role::to || seat.role == ledger::Role::copied) out.direction = standing::Direction::in;
  }
  return out;
}

std::string App::opening(const StepView& step, const std::optional<store::ShownRow>& last, const plays::Commitments& now) {
  const std::string& topic = step.step.topic;
  if (topic == "introduction" || topic == "how-did-it-go" || topic.starts_with("need-")) return {};  // It says so itself.
  for (const plays::Need& need : now.needs) {
    if (need.who == step.step.person) return fmt::format("they need \"{}\"", base::printable(need.text, 60));
  }
  if (!last || last->row.id.value == step.step.row || bare_subject(last->title).empty()) return {};
  return fmt::format("\"{}\", {}", base::printable(bare_subject(last->title), 60), base::words(base::day_of(last->row.at)));
}

base::Result<std::string> App::remembered(const std::string& list, int n, std::string_view lacks, std::string_view hint) {
  TRY(shown, store_->recall(list));
  const auto lines = base::split(shown, '\n');
  if (shown.empty() || n < 1 || n > static_cast<int>(lines.size()) - 1) {
    return base::fail(base::Fault::not_found, {}, std::string(lacks), std::string(hint));
  }
  return std::string(lines[static_cast<std::size_t>(n - 1)]);
}

base::Result<std::string> App::step_key(int n) {
  return remembered("today", n, fmt::format("today's plan has no step {}", n), "see: wellmet today");
}

base::Result<std::pair<PersonView, std::string>> App::step_of(std::string_view key) {
  const std::size_t space = key.find(' ');
  if (space == std::string_view::npos) {
    return base::fail(base::Fault::not_found, {}, fmt::format("\"{}\" is no step", base::printable(key, 80)), "see: wellmet today");
  }
  TRY(person, find(key.substr(0, space)));
  return std::pair(std::move(person), std::string(key.substr(space + 1)));
}

base::Result<WhyView> App::why(std::string_view key) {
  CHECK(refresh_plan());
  TRY(about, step_of(key));
  const auto snapshot = store_->snapshot();
  const auto& [person, topic] = about;
  TRY(steps, store_->steps());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].person.value != person.person || steps[i].play + " " + steps[i].topic != topic) continue;
    TRY(with, telling());
    TRY(step, step_view(static_cast<int>(i) + 1, steps[i], with));
    return WhyView{std::move(step), i + 1, steps.size()};
  }
  return base::fail(base::Fault::not_found, {}, "that step is in the plan no longer", "see: wellmet today");
}

base::Result<Report> App::report(const ReportAsk& ask) {
  TRY(book, store_->read());
  return app::report(book, policy_, moment(), ask);
}

base::Result<std::vector<QuestionView>> App::questions(std::size_t limit) {
  CHECK(refresh());
  const auto snapshot = store_->snapshot();
  TRY(doubts, store_->doubts());
  std::vector<QuestionView> all;
  for (const people::Doubt& doubt : doubts) {
    TRY(a, view(doubt.a.value));
    TRY(b, view(doubt.b.value));
    Sides sides = side_by_side(a, b);
    std::string key = fmt::format("same {} {}", a.id(), b.id());
    all.push_back({0, std::move(key), std::move(a), std::move(b), doubt.why, std::move(sides), {}});
  }
  store::Filter unsure;
  unsure.unsure_only = true;
  TRY(page, store_->find(unsure));
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(person));
    TRY(letter, store_->row(one.card.standing.unsure_help_row));
    if (letter) {
      TRY(inferred, store_->inferred(person));
      for (const store::Inferred& tells : inferred) {
        if (tells.row != letter->row.id) continue;
        all.push_back({0, fmt::format("help {} {:x}", one.id(), letter->row.key), one, {}, why_unsure(tells), {}, letter, tells});
      }
    }
    TRY(row, store_->row(one.card.standing.unsure_row));
    if (!row) continue;
    std::string key = fmt::format("met {} {:x}", one.id(), row->row.key);
    all.push_back({0, std::move(key), std::move(one), {}, "tentative, unanswered or told by its title alone", {}, std::move(row)});
  }
  // The question whose answer changes most comes first: where the two stand higher as one, and the
  // stronger ties.
  const auto weight = [](const QuestionView& q) {
    return (q.sides.moves ? 100 + 20 * static_cast<int>(q.sides.together) : 0) +
           q.a.card.standing.strength + q.b.card.standing.strength + (q.a.card.standing.one_step_away ? 50 : 0) +
           (q.b.card.standing.one_step_away ? 50 : 0);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const QuestionView& x, const QuestionView& y) { return weight(x) > weight(y); });
  std::string remembered;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].n = static_cast<int>(i) + 1;
    remembered += all[i].key + "\n";
  }
  CHECK(number_list("review", remembered));
  if (limit > 0 && all.size() > limit) all.resize(limit);
  return all;
}

base::Result<std::string> App::question_key(int n) {
  return remembered("review", n, fmt::format("review has no question {}", n), "see: wellmet review");
}

base::Result<Triage> App::triage() {
  CHECK(refresh());
  const auto snapshot = store_->snapshot();
  TRY(page, store_->find({}));
  std::vector<PersonView> pool;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(person));
    // Whoever is merely listed is not asked about; what was said of them teaches all the same.
    const bool worth = one.card.standing.rung >= standing::Rung::in_touch || !one.card.person.answer.empty();
    if (worth && !one.card.person.exempt) pool.push_back(std::move(one));
  }
  return Triage(std::move(pool), base::day_of(moment()));
}

}  // namespace app
