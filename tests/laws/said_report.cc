// The network over time: each row of the report counted again, from a picture of its day and the rows until then.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "said.h"

namespace laws {

namespace {

constexpr int in_touch_days = 90, answer_days = 14, outcome_days = 90;  // docs/plays.md#movement.

/// What one day's row should say, and whose identities are members'.
struct Counted {
  std::size_t people = 0, network = 0, both_helped = 0, in_touch = 0, quiet = 0, advocates = 0, one_step_away = 0;
  std::vector<std::set<std::uint32_t>> members;
};

bool is_counted(const derive::Picture& picture, std::size_t who) {
  const people::Person& person = picture.people.persons[who];
  return picture.standings[who].known && person.organisation.empty() && !person.let_go;
}

Counted count(const ledger::Book& book, base::Day day, base::Instant moment) {
  const base::Instant at = std::min(base::end_of(day), moment);
  const derive::Picture picture = derive::picture(book, {}, at);
  const Ties ties(book, picture.people, picture.inferred, at);
  Counted out;
  for (std::uint32_t i = 0; i < picture.people.persons.size(); ++i) {
    if (!is_counted(picture, i)) continue;
    const people::Person& person = picture.people.persons[i];
    const Between& between = ties.of(people::PersonId{i});
    ++out.people;
    // Standing by itself, as the picture of that day has it.
    out.one_step_away += picture.standings[i].one_step_away ? 1 : 0;
    if (!is_network(person, between)) continue;
    ++out.network;
    out.quiet += picture.standings[i].quiet ? 1 : 0;
    out.advocates += picture.standings[i].rung == standing::Rung::advocate ? 1 : 0;
    const auto any = [&](bool outward) {
      return std::any_of(between.help.begin(), between.help.end(), [&](const Event& one) { return outward ? one.out : one.in; });
    };
    out.both_helped += any(true) && any(false) ? 1 : 0;
    const auto days = between.exchanges();
    out.in_touch += !days.empty() && day - days.back() < in_touch_days ? 1 : 0;
    std::set<std::uint32_t> identities;
    for (const ledger::IdentityId one : person.identities) identities.insert(one.value);
    out.members.push_back(std::move(identities));
  }
  return out;
}

/// How many of `some` have nothing in common with any of `others`.
std::size_t without(const Counted& some, const Counted& others) {
  std::set<std::uint32_t> known;
  for (const auto& one : others.members) known.insert(one.begin(), one.end());
  return static_cast<std::size_t>(std::count_if(some.members.begin(), some.members.end(), [&](const auto& member) {
    return std::none_of(member.begin(), member.end(), [&](std::uint32_t one) { return known.contains(one); });
  }));
}

std::string differ(std::string_view what, std::size_t said, std::size_t found) {
  return said == found ? "" : fmt::format("{} {}, not {}; ", found, what, said);
}

std::string not_counted(const derive::ReportRow& row, const Counted& found) {
  return differ("people", row.people, found.people) + differ("network", row.network, found.network) +
         differ("helped both ways", row.both_helped, found.both_helped) + differ("in touch", row.in_touch, found.in_touch) +
         differ("quiet", row.quiet, found.quiet) + differ("advocates", row.advocates, found.advocates) +
         differ("one step away", row.one_step_away, found.one_step_away);
}

/// A step that the owner took, as often as told of on one day.
struct Deed {
  people::PersonId who;
  base::Day day;
  base::Instant at;
  std::string play, topic;
  auto operator<=>(const Deed& other) const {
    return std::tie(play, who, day, topic) <=> std::tie(other.play, other.who, other.day, other.topic);
  }
  bool operator==(const Deed& other) const { return (*this <=> other) == 0; }
};

std::set<Deed> deeds_of(const World& world, base::Day since) {
  std::set<Deed> out;
  for (const ledger::Ruling& one : world.book.rulings) {
    if (one.at > world.moment || base::day_of(one.at) < since) continue;
    Deed deed{people::nobody, base::day_of(one.at), one.at, "", ""};
    if (const auto* done = std::get_if<ledger::StepDone>(&one.decision)) {
      deed.play = done->play;
      deed.topic = done->topic;
    } else if (const auto* sent = std::get_if<ledger::PieceSent>(&one.decision)) {
      deed.play = "share";
      deed.topic = fmt::format("piece-{}", sent->number.value);
    } else if (std::holds_alternative<ledger::Invitation>(one.decision)) {
      deed.play = "meet";
      deed.topic = "invitation";
    } else if (std::holds_alternative<ledger::IntroductionMade>(one.decision)) {
      deed.play = "help";
      deed.topic = "introduction";
    }
    for (const ledger::IdentityId identity : one.about) {
      deed.who = world.picture.people.person_of[identity.value];
      if (!deed.play.empty() && deed.who != people::nobody) out.insert(deed);
    }
  }
  return out;
}

/// Anything from them, or with them, within two weeks.
bool answered(const World& world, const Deed& deed) {
  const Between& between = world.ties.of(deed.who);
  for (const auto* list : {&between.wrote, &between.spoke, &between.help, &between.signs}) {
    for (const Event& one : *list) {
      const bool theirs = one.row->kind == ledger::Kind::asked ? one.out : one.in;
      if (theirs && one.row->at > deed.at && one.day() - deed.day <= answer_days) return true;
    }
  }
  return false;
}

/// The answer that the owner had given of them by then.
std::string answer_at(const World& world, people::PersonId who, base::Instant at) {
  std::string answer;
  for (const ledger::Ruling& one : world.book.rulings) {
    const auto* said = std::get_if<ledger::Answer>(&one.decision);
    if (said == nullptr || one.at > at) continue;
    for (const ledger::IdentityId identity : one.about) {
      if (world.picture.people.person_of[identity.value] == who) answer = word(said->refer);
    }
  }
  return answer;
}

/// How high somebody stood, from the rows until then: 5 advocate, 4 network, 3 met, 2 in touch, 0 less.
int rung_at(const World& world, people::PersonId who, base::Instant at) {
  Between then = world.ties.of(who);
  for (auto* list : {&then.wrote, &then.spoke, &then.help})
    std::erase_if(*list, [&](const Event& one) { return one.row->at > at; });
  people::Person person;
  person.answer = answer_at(world, who, at);
  if (is_network(person, then)) {
    return is_advocate(then, base::day_of(at)) ? 5 : 4;
  }
  if (Between::counts(then.spoke)) return 3;
  const auto any = [&](bool out) {
    return std::any_of(then.wrote.begin(), then.wrote.end(), [&](const Event& one) { return out ? one.out : one.in; });
  };
  return (any(true) && any(false)) || Between::counts(then.help) ? 2 : 0;
}

/// From where, and to where at most, they rose within three months of it.
std::pair<int, int> rise(const World& world, const Deed& deed) {
  const base::Instant eve = base::end_of(deed.day - 1), end = base::end_of(deed.day + outcome_days);
  const int before = rung_at(world, deed.who, eve);
  int highest = before;
  const auto look = [&](base::Instant at) {
    if (at > eve && at <= end && at <= world.moment) highest = std::max(highest, rung_at(world, deed.who, at));
  };
  for (const Event* one : world.ties.of(deed.who).all()) look(one->row->at);
  for (const ledger::Ruling& one : world.book.rulings) {
    if (std::holds_alternative<ledger::Answer>(one.decision)) look(one.at);
  }
  return {before, highest};
}

std::string not_done(const World& world, const plays::Outcomes& told, const std::set<Deed>& deeds) {
  std::size_t steps = 0, early = 0;
  std::set<people::PersonId> people, answers, up, network;
  for (const Deed& one : deeds) {
    if (one.play != told.play) continue;
    ++steps;
    people.insert(one.who);
    if (answered(world, one)) answers.insert(one.who);
    const auto [before, highest] = rise(world, one);
    const bool rose = highest > before && highest >= 2;
    if (rose) up.insert(one.who);
    if (before < 4 && highest >= 4) network.insert(one.who);
    early += world.today() - one.day < outcome_days && !answered(world, one) && !rose ? 1 : 0;
  }
  return differ("steps", told.steps, steps) + differ("people", told.people, people.size()) +
         differ("answered", told.answered, answers.size()) + differ("moved up", told.moved_up, up.size()) +
         differ("moved into the network", told.network, network.size()) + differ("too early to say", told.too_early, early);
}

}  // namespace

std::vector<Heard> untrue(const World& world, const derive::Report& report) {
  std::vector<Heard> out;
  std::optional<Counted> before;
  std::size_t joined = 0;
  for (const derive::ReportRow& row : report.rows) {
    const Counted now = count(world.book, row.day, world.moment);
    std::string why = not_counted(row, now);
    if (before) why += differ("joined", row.joined, without(now, *before)) + differ("left", row.left, without(*before, now));
    joined += row.joined;
    out.push_back({"report.row", base::iso(row.day), std::move(why)});
    before = now;
  }
  const std::set<Deed> deeds = deeds_of(world, report.since.value_or(world.today()));
  for (const plays::Outcomes& play : report.plays) out.push_back({"report.plays", play.play, not_done(world, play, deeds)});
  for (const derive::Moved& one : report.moved) {
    std::string why = one.day < *report.since || one.day > world.today() ? "it was another time" : "";
    for (const plays::Taken& step : one.after) {
      const bool so = std::any_of(deeds.begin(), deeds.end(), [&](const Deed& deed) {
        return people::id_text(world.person(deed.who).code) == one.id && deed.play == step.play && deed.topic == step.topic;
      });
      if (!so && base::day_of(step.at) >= *report.since) why += "no such step was done; ";
    }
    out.push_back({"report.moved", one.name, std::move(why)});
  }
  if (report.moved.size() > joined) out.push_back({"report.moved", "all", "more moved than joined"});
  return out;
}

}  // namespace laws
