#include "standing/climb.h"

#include <algorithm>
#include <optional>

#include "standing/facts.h"

namespace standing {

namespace {

using ledger::Kind;

/// Something that may move a rung.
struct Event {
  base::Instant at{};
  std::uint32_t row = 0;
  const ledger::Ruling* ruling = nullptr;  ///< The owner's word; null: the row itself.
  const Reading* reading = nullptr;        ///< Null: an answer.
  double before = 0;                       ///< The confidence that a meeting had until the owner's word.
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
      if (word == said.confirmed.end() || word->second->at <= row.at) {
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
        events_.push_back({.at = word->second->at, .ruling = word->second, .reading = &reading, .before = before});
      } else {
        events_.push_back({.at = row.at, .row = reading.row, .reading = &reading});
      }
    }
    for (const Reading& reading : unsure_)
      events_.push_back({.at = book_.rows[reading.row].at, .row = reading.row, .reading = &reading});
  }

  void add(const Said::Answer& one) { events_.push_back({.at = one.ruling->at, .ruling = one.ruling, .answer = one.answer}); }

  std::vector<Turn> climb(base::Instant moment) {
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    for (const Event& event : events_) {
      expire(event.at);
      const bool ruled = event.ruling != nullptr;
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
            .ruling = event.ruling,
            .kind = ruled ? Kind::listed : event.reading->kind,
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

Said said(const people::People& people, std::span<const ledger::Ruling> rulings) {
  Said out;
  const auto confirm = [&](const ledger::Ruling& ruling, const auto& verdict) {
    if (verdict.yes) {
      out.confirmed[verdict.row] = &ruling;
    } else {
      out.confirmed.erase(verdict.row);
    }
  };
  for (const ledger::Ruling& ruling : rulings) {
    if (const auto* answer = std::get_if<ledger::Answer>(&ruling.decision)) {
      for (const ledger::IdentityId identity : ruling.about) {
        const people::PersonId who = people.person_of[identity.value];
        if (who != people::nobody) out.answers.push_back({who, &ruling, word(answer->refer)});
      }
    } else if (const auto* met = std::get_if<ledger::MeetingVerdict>(&ruling.decision)) {
      confirm(ruling, *met);
    } else if (const auto* help = std::get_if<ledger::HelpVerdict>(&ruling.decision)) {
      confirm(ruling, *help);
    }
  }
  std::stable_sort(out.answers.begin(), out.answers.end(),
                   [](const Said::Answer& a, const Said::Answer& b) { return a.who < b.who; });
  return out;
}

std::vector<Turn> climb(people::PersonId who, std::span<const Reading> readings, const Said& said, const ledger::Book& book,
                        const Policy& policy, base::Instant moment) {
  Climber climber(book, policy);
  climber.add(readings, said);
  const auto [from, to] =
      std::equal_range(said.answers.begin(), said.answers.end(), Said::Answer{.who = who, .ruling = nullptr, .answer = {}},
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
