// What each row says of each person: direction, group, confidence. Written once, for everybody.

#include <algorithm>
#include <tuple>

#include "people/people.h"
#include "standing/standing.h"

namespace standing {

namespace {

using ledger::Kind;
using ledger::Role;
using ledger::Seat;
using people::nobody;
using people::PersonId;

/// A row with its seats told apart: the owner's and the others'.
struct View {
  const ledger::Row& row;
  std::span<const Seat> seats;
  bool owner_sends = false;
  bool owner_receives = false;
  bool owner_seated = false;
  Role owner_answer = Role::waiting;  ///< To a meeting; a decline outranks all else.
  std::uint16_t group = 0;
};

/// Person, then moment, then content: total, and the same in every store.
struct Order {
  const ledger::Book& book;
  bool operator()(const Reading& a, const Reading& b) const {
    if (a.person != b.person) return a.person < b.person;
    const ledger::Row& x = book.rows[a.row];
    const ledger::Row& y = book.rows[b.row];
    if (x.at != y.at) return x.at < y.at;
    return std::tuple(x.key, a.direction, a.kind) < std::tuple(y.key, b.direction, b.kind);
  }
};

class Reader {
 public:
  Reader(const ledger::Book& book, const people::People& people, const Policy& policy, base::Instant moment)
      : book_(book), people_(people), policy_(policy), moment_(moment) {
    written_to_.assign(people.persons.size(), false);
  }

  std::vector<Reading> read() {
    verdicts_ = meeting_verdicts(book_, moment_);
    out_.reserve(book_.rows.size());
    for (std::uint32_t i = 0; i < book_.rows.size(); ++i) {
      const ledger::Row& row = book_.rows[i];
      if (row.at > moment_) continue;
      index_ = i;
      read_row(view(row));
    }
    drop_unasked_bulk();
    std::sort(out_.begin(), out_.end(), Order{book_});
    drop_second_seats();
    count_letters_once();
    return std::move(out_);
  }

 private:
  View view(const ledger::Row& row) const {
    View v{.row = row, .seats = book_.seats_of(row)};
    std::uint32_t people = 0;
    bool declined = false;
    for (const Seat& seat : v.seats) {
      if (!people_.is_owner[seat.who.value]) {
        ++people;
        continue;
      }
      v.owner_seated = true;
      if (seat.role == Role::from) v.owner_sends = true;
      if (seat.role == Role::to || seat.role == Role::copied) v.owner_receives = true;
      declined = declined || seat.role == Role::declined;
      if (seat.role != Role::waiting) v.owner_answer = seat.role;
    }
    if (declined) v.owner_answer = Role::declined;
    v.group = static_cast<std::uint16_t>(std::min<std::uint32_t>(std::max(row.group, people + 1), 60'000));
    return v;
  }

  void add(PersonId person, const View& v, Kind kind, Direction direction, double confidence, bool counts = true) {
    if (person == nobody) return;
    out_.push_back({.person = person,
                    .row = index_,
                    .kind = kind,
                    .direction = direction,
                    .counts = counts,
                    .group = v.group,
                    .confidence = static_cast<float>(confidence)});
  }

  [[nodiscard]] PersonId whose(const Seat& seat) const { return people_.person_of[seat.who.value]; }

  void read_row(const View& v) {
    switch (v.row.kind) {
      case Kind::met:
        return read_meeting(v);
      case Kind::called:
        return read_call(v);
      case Kind::listed:
      case Kind::crossed:
      case Kind::noted:
        return read_undirected(v);
      default:
        return read_directed(v);
    }
  }

  void read_undirected(const View& v) {
    // Mail to many crosses the sender's path, or everybody's to whom the owner sent it.
    const bool received = !v.owner_sends && v.row.channel == ledger::Channel::mail;
    for (const Seat& seat : v.seats) {
      if (received && seat.role != Role::from) continue;
      add(whose(seat), v, v.row.kind, Direction::none, 1);
    }
  }

  void read_directed(const View& v) {
    const bool bulk = (v.row.flags & ledger::bulk) != 0;
    for (const Seat& seat : v.seats) {
      const PersonId person = whose(seat);
      if (person == nobody) continue;
      if (v.owner_sends && (seat.role == Role::to || seat.role == Role::copied || seat.role == Role::with)) {
        if (v.row.kind == Kind::wrote && !bulk) written_to_[person.value] = true;
        add(person, v, v.row.kind, Direction::out, v.row.confidence);
      } else if (!v.owner_sends && v.owner_receives && seat.role == Role::from) {
        add(person, v, v.row.kind, Direction::in, v.row.confidence);
        bulk_ = bulk_ || bulk;
      } else if (v.row.kind == Kind::introduced && v.owner_receives && seat.role == Role::about) {
        add(person, v, Kind::crossed, Direction::none, 1);
      }
    }
  }

  void read_call(const View& v) {
    const bool spoke =
        (v.row.flags & ledger::missed) == 0 && v.row.duration_seconds >= static_cast<std::uint32_t>(policy_.call_seconds_min);
    for (const Seat& seat : v.seats) {
      add(whose(seat), v, Kind::called, v.owner_sends ? Direction::out : Direction::in, v.row.confidence, spoke);
    }
  }

  void read_meeting(const View& v) {
    if ((v.row.flags & ledger::cancelled) != 0 || v.owner_answer == Role::declined) return;
    const auto verdict = verdicts_.find(v.row.key);
    if (verdict != verdicts_.end() && !verdict->second) return;
    if (v.group > policy_.small_group_max) {
      for (const Seat& seat : v.seats) {
        if (seat.role != Role::declined) add(whose(seat), v, Kind::crossed, Direction::none, 1);
      }
      return;
    }
    const auto sure = [&](Role role) {
      return role == Role::accepted || role == Role::organiser || role == Role::with || role == Role::from || role == Role::to;
    };
    // In the owner's own calendar but not on the list: as if not answered.
    const bool owner_sure = v.owner_seated && sure(v.owner_answer);
    for (const Seat& seat : v.seats) {
      const PersonId person = whose(seat);
      if (person == nobody || declined(v, person)) continue;
      const bool confirmed = verdict != verdicts_.end();
      const double confidence = confirmed || (owner_sure && sure(seat.role)) ? 1 : policy_.unsure_meeting;
      add(person, v, Kind::met, Direction::both, confidence * v.row.confidence);
    }
  }

  /// An own decline, under any of their addresses, outranks being the organiser.
  [[nodiscard]] bool declined(const View& v, PersonId person) const {
    return std::any_of(v.seats.begin(), v.seats.end(),
                       [&](const Seat& seat) { return seat.role == Role::declined && whose(seat) == person; });
  }

  /// Mail that only looks like bulk counts once the owner has written to its sender.
  void drop_unasked_bulk() {
    if (!bulk_) return;
    std::erase_if(out_, [&](const Reading& reading) {
      return (book_.rows[reading.row].flags & ledger::bulk) != 0 && reading.direction == Direction::in &&
             reading.kind != Kind::called && !written_to_[reading.person.value];
    });
  }

  /// Whoever has two seats in one row (two of their addresses) was there once: the surer one counts.
  void drop_second_seats() {
    std::size_t kept = 0;
    for (const Reading& reading : out_) {
      if (kept > 0) {
        Reading& last = out_[kept - 1];
        if (last.person == reading.person && last.row == reading.row && last.direction == reading.direction) {
          if (reading.confidence > last.confidence) last = reading;
          continue;
        }
      }
      out_[kept++] = reading;
    }
    out_.resize(kept);
  }

  /// The owner's word that they wrote, and the letter itself where the mail of that day has it, are one.
  void count_letters_once() {
    const auto is_letter = [](const Reading& reading) {
      return reading.kind == Kind::wrote && reading.direction == Direction::out;
    };
    const auto day = [&](const Reading& reading) { return base::day_of(book_.rows[reading.row].at); };
    const auto is_word = [&](const Reading& reading) { return book_.rows[reading.row].channel == ledger::Channel::you; };
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (!is_letter(out_[i]) || !is_word(out_[i])) continue;
      const auto same_day = [&](std::size_t j) { return out_[j].person == out_[i].person && day(out_[j]) == day(out_[i]); };
      std::size_t from = i, to = i + 1;
      while (from > 0 && same_day(from - 1)) --from;
      while (to < out_.size() && same_day(to)) ++to;
      for (std::size_t j = from; j < to; ++j) {
        if (is_letter(out_[j]) && !is_word(out_[j])) out_[i].counts = false;
      }
    }
  }

  const ledger::Book& book_;
  const people::People& people_;
  const Policy& policy_;
  base::Instant moment_;
  std::vector<Reading> out_;
  std::vector<bool> written_to_;
  std::unordered_map<std::uint64_t, bool> verdicts_;
  std::uint32_t index_ = 0;
  bool bulk_ = false;
};

}  // namespace

namespace {

template <class Verdict>
std::unordered_map<std::uint64_t, bool> verdicts(const ledger::Book& book, base::Instant moment) {
  std::unordered_map<std::uint64_t, bool> out;
  for (const ledger::Ruling& ruling : book.rulings_until(moment)) {
    if (const auto* verdict = std::get_if<Verdict>(&ruling.decision)) out[verdict->row] = verdict->yes;
  }
  return out;
}

}  // namespace

std::unordered_map<std::uint64_t, bool> meeting_verdicts(const ledger::Book& book, base::Instant moment) {
  return verdicts<ledger::MeetingVerdict>(book, moment);
}

std::unordered_map<std::uint64_t, bool> help_verdicts(const ledger::Book& book, base::Instant moment) {
  return verdicts<ledger::HelpVerdict>(book, moment);
}

std::span<const Reading> of(std::span<const Reading> readings, people::PersonId who) {
  const auto [from, to] = std::equal_range(readings.begin(), readings.end(), Reading{.person = who},
                                           [](const Reading& a, const Reading& b) { return a.person < b.person; });
  return {from, to};
}

std::vector<Reading> read(const ledger::Book& book, const people::People& people, const Policy& policy, base::Instant moment) {
  return Reader(book, people, policy, moment).read();
}

void merge(std::vector<Reading>& readings, std::vector<Reading> more, const ledger::Book& book) {
  if (more.empty()) return;
  readings.insert(readings.end(), more.begin(), more.end());
  std::sort(readings.begin(), readings.end(), Order{book});
}

void take_back_who_wrote(people::People& people, std::span<const Reading> readings, const ledger::Book& book) {
  for (const Reading& reading : readings) {
    people::Person& person = people.persons[reading.person.value];
    const bool towards = reading.direction == Direction::in || reading.direction == Direction::both;
    const bool contact = reading.kind == Kind::wrote || reading.kind == Kind::called || reading.kind == Kind::met;
    if (person.let_go && towards && contact && book.rows[reading.row].at > *person.let_go_at) person.let_go = false;
  }
}

}  // namespace standing
