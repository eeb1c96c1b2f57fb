#include "store/headline.h"

#include <charconv>

#include "base/text.h"
#include "base/try.h"

namespace store {

namespace {

/// Every number of it, in the order of the columns. `All`: Totals or const Totals.
template <class All, class Each>
void each_number(All& t, const Each& each) {
  for (auto* one : {&t.people, &t.network, &t.advocates, &t.one_step_away, &t.quiet, &t.let_go, &t.organisations}) each(*one);
  for (auto& rung : t.rungs) each(rung);
  for (auto* one : {&t.identities, &t.review, &t.unplaced_phones}) each(*one);
  for (auto* one : {&t.covers.talk, &t.covers.meet, &t.covers.help}) each(*one);
  for (auto* one : {&t.learned.ties, &t.learned.yes}) each(*one);
}
constexpr int numbers = 21;

std::string by_line(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += one + "\n";
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return out;
}

/// What was tried for each aim, and what came of it: one after the other, by line.
std::string text_of(const plays::Lessons& lessons) {
  std::string out;
  for (const plays::Lesson& one : lessons.of) out += std::to_string(one.tried) + "\n" + std::to_string(one.came) + "\n";
  return out;
}

plays::Lessons lessons_of(std::string_view text) {
  plays::Lessons out;
  const std::vector<std::string> lines = lines_of(text);
  const auto number = [&](std::size_t i) {
    std::uint32_t value = 0;
    if (i < lines.size()) std::from_chars(lines[i].data(), lines[i].data() + lines[i].size(), value);
    return value;
  };
  for (std::size_t i = 0; i < plays::aim_count; ++i) out.of[i] = {number(2 * i), number(2 * i + 1)};
  return out;
}

}  // namespace

void Totals::count(const people::Person& person, const standing::Standing& s, std::size_t handles, int times) {
  if (!s.known) return;
  const auto add = [times](std::size_t& to, std::size_t some) { to += times < 0 ? 0 - some : some; };
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

std::string text_of(const Totals& totals) {
  std::string out;
  each_number(totals, [&](auto number) { out += std::to_string(number) + " "; });
  return out + "\n" + totals.owner_name + "\n" + by_line(totals.owner_handles) + "\n" + by_line(totals.owner_assumed) + "\n" +
         totals.region + "\n" + text_of(totals.lessons);
}

base::Result<void> write_headline(Database& database, const Totals& totals) {
  TRY(insert, database.prepare(
                  "INSERT OR REPLACE INTO headline (workspace_id, people, network, advocates, one_step_away, quiet, let_go,\n"
                  "  organisations, listed, aware, in_touch, met, in_network, advocate, identities, review, unplaced_phones,\n"
                  "  covers_talk, covers_meet, covers_help, learned_ties, learned_yes,\n"
                  "  owner_name, owner_handles, owner_assumed, region, lessons)\n"
                  "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,\n"
                  "  $22, $23, $24, $25, $26)"));
  int place = 0;
  each_number(totals, [&](auto number) { insert->bind(++place, static_cast<std::int64_t>(number)); });
  return insert->bind(numbers + 1, totals.owner_name)
      .bind(numbers + 2, by_line(totals.owner_handles))
      .bind(numbers + 3, by_line(totals.owner_assumed))
      .bind(numbers + 4, totals.region)
      .bind(numbers + 5, text_of(totals.lessons))
      .run();
}

base::Result<Totals> read_headline(Database& database) {
  TRY(select,
      database.prepare(
          "SELECT people, network, advocates, one_step_away, quiet, let_go, organisations, listed, aware, in_touch, met,\n"
          "  in_network, advocate, identities, review, unplaced_phones, covers_talk, covers_meet, covers_help,\n"
          "  learned_ties, learned_yes, owner_name, owner_handles, owner_assumed, region, lessons\n"
          "FROM headline WHERE workspace_id = 1"));
  TRY(more, select->step());
  Totals totals;
  if (!more) return totals;
  int column = 0;
  each_number(totals, [&]<class Number>(Number& number) { number = static_cast<Number>(select->integer(column++)); });
  totals.owner_name = select->text(numbers);
  totals.owner_handles = lines_of(select->text(numbers + 1));
  totals.owner_assumed = lines_of(select->text(numbers + 2));
  totals.region = select->text(numbers + 3);
  totals.lessons = lessons_of(select->text(numbers + 4));
  select->reset();
  return totals;
}

}  // namespace store
