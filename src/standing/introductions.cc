#include "standing/introductions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/email.h"
#include "base/text.h"
#include "standing/told.h"

namespace standing {

namespace {

using ledger::Kind;
using ledger::Role;
using people::nobody;
using people::PersonId;

constexpr std::int64_t goes_on_seconds = 60 * base::day_seconds;
constexpr double by_subject = 0.95;   ///< Structure and subject.
constexpr double by_structure = 0.9;  ///< The introducer has left, and is of another house.
constexpr double by_looks = 0.6;      ///< So it looks, but they are of one house.

/// A letter of three: from whom, and to which two. The owner is `me`.
struct Letter {
  std::uint32_t row = 0;
  PersonId from = nobody;
  std::array<PersonId, 2> to = {nobody, nobody};
};

class Introductions {
 public:
  Introductions(const ledger::Book& book, const people::People& people, const std::vector<Reading>& readings,
                const Policy& policy, base::Instant moment)
      : book_(book),
        people_(people),
        readings_(readings),
        policy_(policy),
        moment_(moment),
        me_{static_cast<std::uint32_t>(people.persons.size())} {}

  std::vector<Reading> read() {
    help_ = help_verdicts(book_, moment_);
    for (const std::vector<std::uint32_t>& thread : threads()) {
      const auto letter = letter_of(thread.front());
      if (!letter) continue;
      if (letter->from == me_) {
        owner_introduces(*letter, thread);
      } else if (letter->to[0] == me_ || letter->to[1] == me_) {
        owner_is_introduced(*letter, thread);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_letter(const ledger::Row& row) const {
    return row.kind == Kind::wrote && row.channel == ledger::Channel::mail && row.thread != 0 && row.at <= moment_ &&
           (row.flags & ledger::bulk) == 0;
  }

  /// All threads that have a letter of three, each in order of moment.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> threads() const {
    std::unordered_set<std::uint64_t> wanted;
    for (const ledger::Row& row : book_.rows) {
      if (row.seats == 3 && is_letter(row)) wanted.insert(row.thread);
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < book_.rows.size() && !wanted.empty(); ++i) {
      if (is_letter(book_.rows[i]) && wanted.contains(book_.rows[i].thread)) rows.push_back(i);
    }
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
      const ledger::Row& x = book_.rows[a];
      const ledger::Row& y = book_.rows[b];
      return std::tuple(x.thread, x.at, x.key) < std::tuple(y.thread, y.at, y.key);
    });
    std::vector<std::vector<std::uint32_t>> all;
    for (const std::uint32_t row : rows) {
      if (all.empty() || book_.rows[all.back().front()].thread != book_.rows[row].thread) all.emplace_back();
      all.back().push_back(row);
    }
    return all;
  }

  [[nodiscard]] PersonId whose(const ledger::Seat& seat) const {
    return people_.is_owner[seat.who.value] ? me_ : people_.person_of[seat.who.value];
  }

  [[nodiscard]] std::optional<Letter> letter_of(std::uint32_t row) const {
    Letter letter{.row = row};
    std::size_t others = 0;
    if (book_.rows[row].seats != 3) return std::nullopt;
    for (const ledger::Seat& seat : book_.seats_of(book_.rows[row])) {
      const PersonId who = whose(seat);
      if (who == nobody) return std::nullopt;
      if (seat.role == Role::from) {
        letter.from = who;
      } else if (others < 2) {
        letter.to[others++] = who;
      }
    }
    const bool three = letter.from != nobody && others == 2 && letter.to[0] != letter.to[1] && letter.to[0] != letter.from &&
                       letter.to[1] != letter.from;
    return three ? std::optional(letter) : std::nullopt;
  }

  [[nodiscard]] bool takes_part(std::uint32_t row, PersonId who, std::optional<Role> as = {}) const {
    const auto seats = book_.seats_of(book_.rows[row]);
    return std::any_of(seats.begin(), seats.end(),
                       [&](const ledger::Seat& seat) { return whose(seat) == who && (!as || seat.role == *as); });
  }

  /// Nothing but being listed, before `at`.
  [[nodiscard]] bool new_at(PersonId who, base::Instant at) const {
    const auto all = of(readings_, who);
    return std::none_of(all.begin(), all.end(),
                        [&](const Reading& reading) { return reading.kind != Kind::listed && book_.rows[reading.row].at < at; });
  }

  /// Whether anything before `at` had both among its people.
  [[nodiscard]] bool shared_before(PersonId a, PersonId b, base::Instant at) const {
    const auto all = of(readings_, a);
    return std::any_of(all.begin(), all.end(),
                       [&](const Reading& reading) { return book_.rows[reading.row].at < at && takes_part(reading.row, b); });
  }

  [[nodiscard]] bool one_house(PersonId a, PersonId b) const {
    for (const std::string& x : people_.persons[a.value].emails) {
      const std::string_view domain = std::string_view(x).substr(x.rfind('@') + 1);
      if (base::is_provider(domain)) continue;
      for (const std::string& y : people_.persons[b.value].emails) {
        if (y.ends_with(domain) && y[y.size() - domain.size() - 1] == '@') return true;
      }
    }
    const std::string& company = people_.persons[a.value].company;
    return !company.empty() && company == people_.persons[b.value].company;
  }

  /// X writes to the owner and Y, whom the owner did not know, and the two go on.
  void owner_is_introduced(const Letter& letter, const std::vector<std::uint32_t>& thread) {
    const base::Instant at = book_.rows[letter.row].at;
    const PersonId met = letter.to[0] == me_ ? letter.to[1] : letter.to[0];
    if (!is_person(letter.from) || !is_person(met)) return;
    if (!known_before(of(readings_, letter.from), book_, at) || !new_at(met, at)) return;
    bool out = false, in = false, left = false;
    for (const std::uint32_t row : thread) {
      if (book_.rows[row].at <= at || book_.rows[row].at.seconds > at.seconds + goes_on_seconds) continue;
      const bool owner_writes = takes_part(row, me_, Role::from) && takes_part(row, met);
      const bool they_write = takes_part(row, met, Role::from) && takes_part(row, me_);
      out = out || owner_writes;
      in = in || they_write;
      left = left || ((owner_writes || they_write) && !takes_part(row, letter.from));
    }
    const bool words = says_introduction(book_.title_of(book_.rows[letter.row]));
    // Three who stay three and say nothing of it are at work together.
    if (!out || !in || (!left && !words)) return;
    // A colleague or an assistant goes on as well, and that is no introduction.
    const bool same_house = one_house(letter.from, met);
    add(letter.from, letter.row, Direction::in,
        words && !same_house  ? by_subject
        : left && !same_house ? by_structure
                              : by_looks);
  }

  /// The owner writes to two who never shared anything, says so, and one of them answers to both.
  void owner_introduces(const Letter& letter, const std::vector<std::uint32_t>& thread) {
    const base::Instant at = book_.rows[letter.row].at;
    const auto [a, b] = letter.to;
    if (!is_person(a) || !is_person(b) || !says_introduction(book_.title_of(book_.rows[letter.row]))) return;
    if (shared_before(a, b, at) || one_house(a, b)) return;
    const bool goes_on = std::any_of(thread.begin(), thread.end(), [&](std::uint32_t row) {
      return book_.rows[row].at > at && book_.rows[row].at.seconds <= at.seconds + goes_on_seconds &&
             ((takes_part(row, a, Role::from) && takes_part(row, b)) || (takes_part(row, b, Role::from) && takes_part(row, a)));
    });
    if (!goes_on) return;
    add(a, letter.row, Direction::out, by_subject);
    add(b, letter.row, Direction::out, by_subject);
  }

  [[nodiscard]] bool is_person(PersonId who) const {
    return who != me_ && who != nobody && people_.persons[who.value].organisation.empty();
  }

  void add(PersonId who, std::uint32_t row, Direction direction, double confidence) {
    const auto told = told_of(help_, book_, policy_, {who, row, Kind::introduced, direction, confidence});
    if (told) out_.push_back(*told);
  }

  const ledger::Book& book_;
  const people::People& people_;
  const std::vector<Reading>& readings_;
  const Policy& policy_;
  base::Instant moment_;
  PersonId me_;                                   ///< One past everybody.
  std::unordered_map<std::uint64_t, bool> help_;  ///< The owner's word on letters.
  std::vector<Reading> out_;
};

}  // namespace

bool says_introduction(std::string_view subject) {
  const std::string folded = " " + base::fold(subject) + " ";
  if (base::contains(folded, "<>") || base::contains(folded, "<->") || base::contains(folded, " meet ")) return true;
  constexpr std::string_view stems[] = {"intro:",         " intro ",          "e-intro",       "introduc",
                                        "connecting you", "connect you",      "vorstell",      "bekannt mach",
                                        "presentac",      "presentation of ", "vous presente", "mise en relation"};
  return std::any_of(std::begin(stems), std::end(stems), [&](std::string_view stem) { return base::contains(folded, stem); });
}

std::vector<Reading> read_introductions(const ledger::Book& book, const people::People& people,
                                        const std::vector<Reading>& readings, const Policy& policy, base::Instant moment) {
  return Introductions(book, people, readings, policy, moment).read();
}

}  // namespace standing
