#include "standing/climb.h"

#include <algorithm>
#include <optional>

#include "people/rulings.h"
#include "standing/facts.h"

namespace standing {

namespace {

using ledger::Kind;

/// Something that may move a rung.
struct Event {
  base::Instant at{};
  std::uint32_t row = 0;
  const Reading* reading = nullptr;  ///< None: an answer.
  double before = 0;                 ///< The confidence that a meeting had until the owner's word.
  std::string_view answer = {};
};

class Climber {
 public:
  Climber(const ledger::Book& book, const Policy& policy) : book_(book), policy_(policy) {}

  void add(std::span<const Reading> readings, const Said& said) {
    for (const Reading& reading : readings) {
      if (!reading.counts) continue;
      const ledger::Row& row = book_.rows[reading.row];
      const auto word = said.confirmed.find(row.key);
      if (word == said.confirmed.end() || book_.rows[word->second].at <= row.at) {
        events_.push_back({.at = row.at, .row = reading.row, .reading = &reading});
        continue;
      }
      // Before the owner's word a meeting was unsure, and a letter told of nothing that counts.
      double before = 0;
      if (reading.kind == Kind::met) {
        before = policy_.unsure_meeting * row.confidence;
        unsure_.push_back(reading);
        unsure_.back().confidence = static_cast<float>(before);
      }
      if (reading.kind == Kind::met || is_help(reading.kind)) {
        events_.push_back({book_.rows[word->second].at, word->second, &reading, before});
      } else {
        events_.push_back({.at = row.at, .row = reading.row, .reading = &reading});
      }
    }
    for (const Reading& reading : unsure_)
      events_.push_back({.at = book_.rows[reading.row].at, .row = reading.row, .reading = &reading});
  }

  void add(const Said::Answer& one) {
    events_.push_back({.at = book_.rows[one.row].at, .row = one.row, .answer = one.answer});
  }

  std::vector<Turn> climb(base::Instant moment) {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.at < b.at; });
    for (const Event& event : events_) {
      expire(event.at);
      const bool ruled = book_.rows[event.row].kind == Kind::ruled;
      if (event.reading == nullptr) {
        answer_ = event.answer;
      } else if (ruled && event.reading->kind == Kind::met) {
        facts_.change_spoken(event.before, event.reading->confidence);
      } else {
        facts_.take(*event.reading, base::day_of(book_.rows[event.reading->row].at));
      }
      turn({.at = event.at,
            .to = facts_.rung(answer_, policy_, base::day_of(event.at)),
            .row = event.row,
            .kind = ruled ? Kind::ruled : event.reading->kind,
            .direction = ruled ? Direction::none : event.reading->direction});
    }
    expire(moment);
    return std::move(turns_);
  }

 private:
  void turn(Turn next) {
    next.from = turns_.empty() ? Rung::listed : turns_.back().to;
    if (next.from != next.to) turns_.push_back(next);
  }

  /// Acts for the owner grow old by themselves.
  void expire(base::Instant now) {
    if (turns_.empty() || turns_.back().to != Rung::advocate) return;
    const base::Instant over = base::start_of(*facts_.advocate_until(policy_) + 1);
    if (over > now) return;
    Turn next = turns_.back();
    next.at = over;
    next.to = Rung::network;
    turn(next);
  }

  const ledger::Book& book_;
  const Policy& policy_;
  std::vector<Event> events_;
  std::vector<Reading> unsure_;  ///< As they were before the owner's word.
  Facts facts_;
  std::string_view answer_;
  std::vector<Turn> turns_;
};

}  // namespace

Said said(const ledger::Book& book, const people::People& people,
          std::span<const std::uint32_t> rulings) {
  Said out;
  for (const std::uint32_t place : rulings) {
    const ledger::Row& row = book.rows[place];
    const auto [verb, rest] = people::ruling_of(book.title_of(row));
    if (verb == people::ruled_answer) {
      for (const ledger::Seat& seat : book.seats_of(row)) {
        const people::PersonId who = people.person_of[seat.who.value];
        if (who != people::nobody) out.answers.push_back({who, place, rest == "none" ? "" : rest});
      }
    } else if (people::is_verdict(verb)) {
      const std::uint64_t key = people::verdict_key(rest);
      if (verb == people::ruled_met || verb == people::ruled_help) {
        out.confirmed[key] = place;
      } else {
        out.confirmed.erase(key);
      }
    }
  }
  std::stable_sort(out.answers.begin(), out.answers.end(),
                   [](const Said::Answer& a, const Said::Answer& b) { return a.who < b.who; });
  return out;
}

std::vector<Turn> climb(people::PersonId who, std::span<const Reading> readings, const Said& said,
                        const ledger::Book& book, const Policy& policy, base::Instant moment) {
  Climber climber(book, policy);
  climber.add(readings, said);
  const auto [from, to] = std::equal_range(
      said.answers.begin(), said.answers.end(), Said::Answer{.who = who, .row = 0, .answer = {}},
      [](const Said::Answer& a, const Said::Answer& b) { return a.who < b.who; });
  std::for_each(from, to, [&](const Said::Answer& one) { climber.add(one); });
  return climber.climb(moment);
}

Rung rung_at(std::span<const Turn> turns, base::Instant at) {
  Rung rung = Rung::listed;
  for (const Turn& turn : turns) {
    if (turn.at <= at) rung = turn.to;
  }
  return rung;
}

}  // namespace standing
