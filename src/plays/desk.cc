#include "plays/desk.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "people/rulings.h"

namespace plays {

namespace {

constexpr int same_meeting_days = 1;  // It was moved by a day, or another clock has another date. docs/plays.md#invitations.

/// Reads the rulings one after another; each finds what an earlier one began by its number.
class Reader {
 public:
  Reader(const ledger::Book& book, const std::vector<people::PersonId>& person_of)
      : book_(book), person_of_(person_of) {}

  void read(const ledger::Row& row) {
    const std::string_view title = book_.title_of(row);
    const std::size_t space = title.find(' ');
    if (space == std::string_view::npos) return;
    const std::string_view verb = title.substr(0, space);
    const std::string_view rest = title.substr(space + 1);
    const base::Day on = base::day_of(row.at);
    if (verb == people::ruled_offer) {
      desk_.offers.push_back({row.group, std::string(rest), on});
    } else if (verb == people::ruled_need) {
      desk_.needs.push_back({row.group, about(row), std::string(rest), on});
    } else if (verb == people::ruled_intro) {
      begin_introduction(row, rest, on);
    } else if (verb == people::ruled_market || verb == people::ruled_no_market) {
      change_market(verb == people::ruled_market, rest);
    } else if (verb == people::ruled_piece) {
      add_piece(row, rest, on);
    } else if (verb == people::ruled_invitation) {
      add_invitation(row, rest, on);
    } else if (verb == people::ruled_noticed) {
      desk_.noticed.emplace_back(rest);
    } else if (verb == people::ruled_topics) {
      desk_.topics = rest;
    } else if (verb == people::ruled_letter) {
      desk_.letter = rest;
    } else {
      std::uint32_t number = 0;
      const char* end = std::from_chars(rest.data(), rest.data() + rest.size(), number).ptr;
      const std::string_view words = base::trim(rest.substr(static_cast<std::size_t>(end - rest.data())));
      if (verb == people::ruled_sent) {
        desk_.sent.push_back({row.group, number, about(row), on, row.thread});
      } else {
        go_on(verb, number, words, on);
      }
    }
  }

  Desk take() { return std::move(desk_); }

 private:
  [[nodiscard]] people::PersonId seated(const ledger::Row& row, ledger::Role role) const {
    for (const ledger::Seat& seat : book_.seats_of(row)) {
      if (seat.role == role) return person_of_[seat.who.value];
    }
    return people::nobody;
  }
  [[nodiscard]] people::PersonId about(const ledger::Row& row) const { return seated(row, ledger::Role::about); }

  void begin_introduction(const ledger::Row& row, std::string_view rest, base::Day on) {
    const auto lines = base::split(rest, '\n');
    if (lines.size() < 2) return;
    Introduction one;
    one.number = row.group;
    one.first.who = about(row);
    one.first.name = lines[0];
    one.second.who = seated(row, ledger::Role::with);
    one.second.name = lines[1];
    one.since = one.moved = on;
    if (lines.size() > 2) one.why = lines[2];
    // Merged since: nobody is left to be brought together.
    if (one.first.who == one.second.who && one.first.who != people::nobody) return;
    desk_.introductions.push_back(std::move(one));
  }

  void add_piece(const ledger::Row& row, std::string_view rest, base::Day on) {
    const auto lines = base::split(rest, '\n');
    if (lines.size() < 5) return;
    desk_.pieces.push_back({row.group, std::string(lines[0]), std::string(lines[2]), std::string(lines[3]),
                            std::string(lines[4]), base::parse_iso_day(lines[1]).value_or(on)});
  }

  void add_invitation(const ledger::Row& row, std::string_view rest, base::Day on) {
    const std::size_t line = rest.find('\n');
    const auto parts = base::split_words(rest.substr(0, line));
    if (parts.size() != 5) return;
    const auto from = base::parse_iso_instant(parts[0]);
    const auto day = base::parse_iso_day(parts[2]);
    const auto clock = base::parse_iso_instant("1970-01-01T" + std::string(parts[3]) + ":00Z");
    int length_minutes = 0;
    std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), length_minutes);
    if (!from || !day || !clock || length_minutes <= 0) return;
    Invitation one{.number = row.group,
                   .guests = {},
                   .title = std::string(line == std::string_view::npos ? "" : rest.substr(line + 1)),
                   .from = *from,
                   .to = {from->seconds + length_minutes * 60},
                   .day = *day,
                   .minute = static_cast<int>(clock->seconds / 60),
                   .zone = std::string(parts[4]),
                   .sent = on};
    for (const ledger::Seat& seat : book_.seats_of(row)) {
      const people::PersonId who = person_of_[seat.who.value];
      const bool there = std::any_of(one.guests.begin(), one.guests.end(), [&](const auto& guest) { return guest.who == who; });
      if (who != people::nobody && !there) one.guests.push_back({who, false});
    }
    if (!one.guests.empty()) desk_.invitations.push_back(std::move(one));
  }

  void change_market(bool added, std::string_view rest) {
    const std::size_t line = rest.find('\n');
    const std::string_view name = rest.substr(0, line);
    const std::string_view text = line == std::string_view::npos ? "" : rest.substr(line + 1);
    const auto found = std::find_if(desk_.markets.begin(), desk_.markets.end(),
                                    [&](const Market& one) { return base::fold(one.name) == base::fold(name); });
    if (!added) {
      if (found != desk_.markets.end()) desk_.markets.erase(found);
      return;
    }
    auto rule = Rule::parse(text);
    if (!rule) return;
    Market market{std::string(name), std::string(text), std::move(*rule)};
    if (found != desk_.markets.end()) {
      *found = std::move(market);
    } else {
      desk_.markets.push_back(std::move(market));
    }
  }

  void go_on(std::string_view verb, std::uint32_t number, std::string_view words, base::Day on) {
    const auto named = [number](const auto& one) { return one.number == number; };
    if (verb == people::ruled_no_offer) {
      std::erase_if(desk_.offers, named);
    } else if (verb == people::ruled_need_met || verb == people::ruled_no_need) {
      std::erase_if(desk_.needs, named);
    } else if (verb == people::ruled_no_piece) {
      std::erase_if(desk_.pieces, named);
    } else if (verb == people::ruled_invitation_met || verb == people::ruled_invitation_off) {
      std::erase_if(desk_.invitations, named);
    }
    const auto found = std::find_if(desk_.introductions.begin(), desk_.introductions.end(), named);
    if (found == desk_.introductions.end()) return;
    using Stage = Introduction::Stage;
    // Which of the two: "intro-agreed 14 2". Names and seats may change hands by merging, places do not.
    Introduction::Side& side = words.substr(0, 1) == "2" ? found->second : found->first;
    if (verb == people::ruled_intro_asked) {
      side.asked = on;
    } else if (verb == people::ruled_intro_agreed) {
      side.agreed = true;
      side.declined = false;
    } else if (verb == people::ruled_intro_declined) {
      side.declined = true;
    } else if (verb == people::ruled_intro_made) {
      found->stage = Stage::made;
    } else if (verb == people::ruled_intro_came) {
      if (found->stage != Stage::made && found->stage != Stage::closed) return;
      found->stage = Stage::closed;
      found->came = std::string(words);
    } else {
      return;
    }
    found->moved = on;
    if (found->stage == Stage::made || found->stage == Stage::closed) return;
    const bool declined = found->first.declined || found->second.declined;
    found->stage = declined ? Stage::declined : found->first.agreed && found->second.agreed ? Stage::agreed : Stage::asking;
  }

  const ledger::Book& book_;
  const std::vector<people::PersonId>& person_of_;
  Desk desk_;
};

}  // namespace

Desk desk(const ledger::Book& book, const std::vector<people::PersonId>& person_of, base::Instant moment) {
  std::vector<const ledger::Row*> said;
  for (const ledger::Row& row : book.rows) {
    if (row.kind == ledger::Kind::ruled && row.at <= moment && people::is_desk(book.title_of(row))) said.push_back(&row);
  }
  std::sort(said.begin(), said.end(), [](const ledger::Row* a, const ledger::Row* b) {
    return std::tie(a->group, a->at, a->key) < std::tie(b->group, b->at, b->key);
  });
  Reader reader(book, person_of);
  for (const ledger::Row* row : said) reader.read(*row);
  return reader.take();
}

void see_spoken(std::vector<Invitation>& invitations, const ledger::Book& book,
                const std::vector<people::PersonId>& person_of, base::Instant moment) {
  std::vector<Invitation*> over;
  for (Invitation& one : invitations) {
    if (one.to <= moment) over.push_back(&one);
  }
  if (over.empty()) return;
  for (const ledger::Row& row : book.rows) {
    if (row.at > moment || (row.kind != ledger::Kind::met && row.kind != ledger::Kind::called)) continue;
    // A call that nobody took is none; a meeting that was called off answers the question as well.
    if (row.kind == ledger::Kind::called && (row.flags & ledger::missed) != 0) continue;
    const base::Day on = base::day_of(row.at);
    for (Invitation* one : over) {
      if (std::abs(on - one->day) > same_meeting_days) continue;
      for (const ledger::Seat& seat : book.seats_of(row)) {
        for (Invitation::Guest& guest : one->guests) guest.spoken |= guest.who == person_of[seat.who.value];
      }
    }
  }
}

std::string_view word(Introduction::Stage stage) {
  switch (stage) {
    case Introduction::Stage::asking: return "asking";
    case Introduction::Stage::agreed: return "agreed";
    case Introduction::Stage::made: return "made";
    case Introduction::Stage::closed: return "closed";
    case Introduction::Stage::declined: return "declined";
  }
  return "";
}

}  // namespace plays
