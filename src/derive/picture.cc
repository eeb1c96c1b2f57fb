#include "derive/picture.h"

#include <algorithm>
#include <future>
#include <nlohmann/json.hpp>

#include "standing/infer.h"
#include "standing/outlook.h"

namespace derive {

namespace {

/// The next moment at which something more counts, or the next day, when everything is a day older.
base::Instant next_change(const ledger::Book& book, base::Instant moment) {
  base::Instant until = base::start_of(base::day_of(moment) + 1);
  for (const ledger::Row& row : book.rows) {
    if (row.at > moment) until = std::min(until, row.at);
  }
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.at > moment) until = std::min(until, claim.at);
  }
  const std::size_t known = book.rulings_until(moment).size();
  if (known < book.rulings.size()) until = std::min(until, book.rulings[known].at);
  return until;
}

Totals count(const Picture& p, const ledger::Book& book, base::Instant moment) {
  Totals t;
  for (std::size_t i = 0; i < p.standings.size(); ++i)
    t.count(p.people.persons[i], p.standings[i], p.people.persons[i].identities.size(), 1);
  t.review += p.people.doubts.size();
  t.unplaced_phones = p.people.unplaced_phones;
  t.covers = standing::coverage(book, moment);
  t.owner_name = p.people.owner.name;
  t.owner_handles = p.people.owner.handles;
  t.owner_assumed = p.people.owner.assumed;
  t.region = p.people.owner.region.code;
  t.learned = p.learned.past[static_cast<std::size_t>(standing::Question::reply)];
  return t;
}

}  // namespace

void Totals::count(const people::Person& person, const standing::Standing& s, std::size_t handles, int times) {
  if (!s.known) return;
  const auto add = [times](std::size_t& to, std::size_t some) {
    to += times < 0 ? 0 - some : some;
  };
  add(identities, handles);
  if (!person.organisation.empty()) return add(organisations, 1);
  if (person.let_go) return add(let_go, 1);
  add(people, 1);
  add(review, (s.unsure_row != 0 ? 1U : 0U) + (s.unsure_help_row != 0 ? 1U : 0U));
  add(rungs[static_cast<std::size_t>(s.rung)], 1);
  add(network, s.network ? 1 : 0);
  add(advocates, s.rung == standing::Rung::advocate ? 1 : 0);
  add(one_step_away, s.one_step_away ? 1 : 0);
  add(quiet, s.quiet ? 1 : 0);
}

Picture picture(const ledger::Book& book, const standing::Policy& policy, base::Instant moment) {
  Picture p;
  // One person per human, however many addresses and spellings; the owner's word first.
  p.people = people::resolve(book, moment);
  // From here on, no person is added, merged or split.
  std::vector<standing::Reading> readings = standing::read(book, p.people, policy, moment);
  // What takes everybody: meetings that only their title gives to somebody, introductions, thanks.
  std::vector<standing::Reading> inferred = standing::infer(book, p.people, readings, policy, moment);
  for (const standing::Reading& one : inferred)
    p.inferred.push_back({one.person, book.rows[one.row].id, one.kind, one.direction, one.confidence});
  standing::merge(readings, std::move(inferred), book);
  // Whoever was let go comes back when they write.
  standing::take_back_who_wrote(p.people, readings, book);
  // From here on, no reading is added: who stands where follows from them alone.
  // Beside that: what will become of each tie, learned from what became of all of them before.
  auto foretold = std::async(std::launch::async, [&] {
    const standing::OwnTies ties(p.people, readings, book);
    standing::Learned learned = ties.learn(moment);
    return std::pair(ties.chances(learned, moment), std::move(learned));
  });
  p.standings = standing::weigh(p.people, readings, book, policy, moment);
  auto [chances, learned] = foretold.get();
  standing::put(chances, p.standings);
  p.learned = std::move(learned);
  std::erase_if(p.people.doubts, [&](const people::Doubt& doubt) {
    return !p.standings[doubt.a.value].known || !p.standings[doubt.b.value].known;
  });
  p.totals = count(p, book, moment);
  // What to do about it, by what came of what was done before.
  p.totals.lessons = plays::learn_lessons(book, p.people, readings, standing::week_start(moment));
  p.plan = plays::plan({.people = p.people, .standings = p.standings, .today = base::day_of(moment), .lessons = p.totals.lessons},
                       book, moment);
  p.markets = plays::commitments(book.rulings_until(moment), p.people.person_of).markets;
  p.until = next_change(book, moment);
  return p;
}

std::string totals_text(const Totals& t) {
  std::vector<std::uint32_t> lessons;
  for (const plays::Lesson& lesson : t.lessons.of) lessons.insert(lessons.end(), {lesson.tried, lesson.came});
  return nlohmann::json{{"people", t.people},
                        {"network", t.network},
                        {"advocates", t.advocates},
                        {"one_step_away", t.one_step_away},
                        {"quiet", t.quiet},
                        {"let_go", t.let_go},
                        {"organisations", t.organisations},
                        {"rungs", std::vector<std::size_t>(std::begin(t.rungs), std::end(t.rungs))},
                        {"identities", t.identities},
                        {"review", t.review},
                        {"unplaced_phones", t.unplaced_phones},
                        {"covers", {t.covers.talk, t.covers.meet, t.covers.help}},
                        {"owner_name", t.owner_name},
                        {"owner_handles", t.owner_handles},
                        {"owner_assumed", t.owner_assumed},
                        {"region", t.region},
                        {"learned", {t.learned.ties, t.learned.yes}},
                        {"lessons", lessons}}
      .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Totals parse_totals(const std::string& text) {
  Totals t;
  const nlohmann::json j = nlohmann::json::parse(text, nullptr, false);
  if (!j.is_object()) return t;
  t.people = j.value("people", std::size_t{0});
  t.network = j.value("network", std::size_t{0});
  t.advocates = j.value("advocates", std::size_t{0});
  t.one_step_away = j.value("one_step_away", std::size_t{0});
  t.quiet = j.value("quiet", std::size_t{0});
  t.let_go = j.value("let_go", std::size_t{0});
  t.organisations = j.value("organisations", std::size_t{0});
  const auto rungs = j.value("rungs", std::vector<std::size_t>(6));
  for (std::size_t i = 0; i < 6 && i < rungs.size(); ++i) t.rungs[i] = rungs[i];
  t.identities = j.value("identities", std::size_t{0});
  t.review = j.value("review", std::size_t{0});
  t.unplaced_phones = j.value("unplaced_phones", std::size_t{0});
  const auto covers = j.value("covers", std::vector<bool>(3));
  if (covers.size() == 3) t.covers = {.talk = covers[0], .meet = covers[1], .help = covers[2]};
  t.owner_name = j.value("owner_name", std::string{});
  t.owner_handles = j.value("owner_handles", std::vector<std::string>{});
  t.owner_assumed = j.value("owner_assumed", std::vector<std::string>{});
  t.region = j.value("region", std::string{});
  const auto learned = j.value("learned", std::vector<std::uint32_t>(2));
  if (learned.size() == 2) t.learned = {.ties = learned[0], .yes = learned[1]};
  const auto lessons = j.value("lessons", std::vector<std::uint32_t>{});
  for (std::size_t i = 0; i < plays::aim_count && 2 * i + 1 < lessons.size(); ++i) t.lessons.of[i] = {lessons[2 * i], lessons[2 * i + 1]};
  return t;
}

}  // namespace derive
