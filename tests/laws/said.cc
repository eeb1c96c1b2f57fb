#include "said.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plays/occasions.h"

namespace laws {

namespace {

using ledger::Kind;
using ledger::Role;

constexpr int small_group_max = 12, call_seconds_min = 60;

bool is_help(Kind kind) {
  return kind == Kind::helped || kind == Kind::asked || kind == Kind::introduced || kind == Kind::recommended ||
         kind == Kind::referred;
}

std::optional<bool> verdict_on(const ledger::Book& book, std::uint64_t key) {
  std::optional<bool> said;
  for (const ledger::Ruling& one : book.rulings) {
    if (const auto* verdict = std::get_if<ledger::MeetingVerdict>(&one.decision); verdict != nullptr && verdict->row == key)
      said = verdict->yes;
  }
  return said;
}

std::int64_t number(const base::Message& message, std::string_view name) {
  const base::Argument* value = message.find(name);
  return value == nullptr ? -1 : std::get<std::int64_t>(*value);
}
std::string text(const base::Message& message, std::string_view name) {
  const base::Argument* value = message.find(name);
  return value == nullptr ? "" : std::get<std::string>(*value);
}
base::Message part(const base::Message& message, std::string_view name) {
  const base::Argument* value = message.find(name);
  return value == nullptr ? base::Message{} : std::get<std::vector<base::Message>>(*value).front();
}

/// Whether so many days are said as `span` says them.
bool is_span(const base::Message& span, int days) { return span == plays::span(days); }
bool is_ago(const base::Message& ago, int days) {
  return days == 0 ? ago.code == "span.today" : ago.code == "span.ago" && is_span(part(ago, "span"), days);
}

int days_since(const Told& told, const ledger::Row& row) { return base::day_of(told.moment) - base::day_of(row.at); }

/// They wrote last of all, on the day that is told, and nothing of the owner's came after it.
std::string not_waiting(const Told& told) {
  const Between::Event* last = told.between.last();
  if (last == nullptr || !last->in || last->row->kind != Kind::wrote) return "they did not write last";
  if (!is_ago(part(told.step.reason, "ago"), days_since(told, *last->row))) {
    // The first of several letters in a row may be what waits.
    for (const Between::Event& one : told.between.wrote) {
      if (one.in && is_ago(part(told.step.reason, "ago"), days_since(told, *one.row))) return "";
    }
    return "no letter of theirs is so old";
  }
  return "";
}

std::string is_never(const Told& told) {
  if (!told.between.meetings_covered && text(told.step.reason, "sure") != "no")
    return "no calendar or call log could have shown it";
  if (!told.between.spoke.empty()) return "they met or spoke";
  return told.between.touched.empty() ? "" : "there was a short call";
}

std::string not_first_talk(const Told& told) {
  if (const std::string why = is_never(told); !why.empty()) return why;
  const auto count = [&](bool out) {
    return std::count_if(told.between.wrote.begin(), told.between.wrote.end(),
                         [&](const auto& one) { return out ? one.out : one.in; });
  };
  if (number(told.step.reason, "out") > count(true)) return "fewer letters from the owner";
  if (number(told.step.reason, "in") > count(false)) return "fewer letters from them";
  return "";
}

std::string not_unspoken(const Told& told) {
  if (const std::string why = is_never(told); !why.empty()) return why;
  const auto any = [&](bool out) {
    return std::any_of(told.between.help.begin(), told.between.help.end(),
                       [&](const auto& one) { return out ? one.out : one.in; });
  };
  const std::string way = text(told.step.reason, "way");
  if (way != "in" && !any(true)) return "no help from the owner";
  if (way != "out" && !any(false)) return "no help from them";
  return "";
}

std::string not_without_help(const Told& told) {
  const auto sure = std::count_if(told.between.spoke.begin(), told.between.spoke.end(), [](const auto& one) { return one.sure; });
  if (number(told.step.reason, "times") > static_cast<std::int64_t>(told.between.spoke.size())) return "fewer meetings and calls";
  if (sure == 0 && told.between.spoke.size() < 2) return "no meeting is sure";
  if (std::any_of(told.between.help.begin(), told.between.help.end(), [](const auto& one) { return one.sure; }))
    return "help flowed";
  if (!told.between.help_covered && text(told.step.reason, "sure") != "no") return "no source could have shown it";
  return "";
}

std::string not_quiet(const Told& told) {
  const ledger::Row* two_way = nullptr;
  for (const auto* list : {&told.between.wrote, &told.between.spoke, &told.between.help}) {
    for (const Between::Event& one : *list) {
      if (two_way == nullptr || one.row->at > two_way->at) two_way = one.row;
    }
  }
  if (two_way == nullptr) return "nothing ever passed";
  // Nothing both ways for so long: at least nothing of theirs and the owner's on one side since.
  for (const Between::Event& one : told.between.spoke) {
    if (one.sure && plays::span(days_since(told, *one.row)) != part(told.step.reason, "since") && days_since(told, *one.row) < 7)
      return "they spoke within a week";
  }
  return "";
}

std::string not_to_be_thanked(const Told& told) {
  const auto helped = std::find_if(told.between.help.rbegin(), told.between.help.rend(), [](const auto& one) { return one.in; });
  if (helped == told.between.help.rend()) return "they did not help";
  for (const auto* list : {&told.between.wrote, &told.between.spoke}) {
    for (const Between::Event& one : *list) {
      if (one.out && one.row->at > helped->row->at && base::day_of(one.row->at) > base::day_of(helped->row->at))
        return "the owner was in touch since";
    }
  }
  return "";
}

std::string not_out_of_touch(const Told& told) {
  const auto any = [&](bool out) {
    return std::any_of(told.between.wrote.begin(), told.between.wrote.end(),
                       [&](const auto& one) { return out ? one.out : one.in; });
  };
  if (any(true) && any(false)) return "letters went both ways";
  return std::any_of(told.between.spoke.begin(), told.between.spoke.end(), [](const auto& one) { return one.sure; })
             ? "they spoke"
             : "";
}

std::string no_birthday(const Told& told) {
  const people::Person& person = told.picture.people.persons[told.step.person.value];
  const auto day = plays::next_birthday(person.birthday, base::day_of(told.moment));
  return day && *day - base::day_of(told.moment) == number(told.step.reason, "ahead") ? "" : "their birthday is another day";
}

std::string no_anniversary(const Told& told) {
  for (const Between::Event& one : told.between.spoke) {
    const base::Civil first = base::civil_of(base::day_of(one.row->at));
    const base::Civil now = base::civil_of(std::get<base::Day>(*told.step.reason.find("day")));
    if (now.year - first.year == number(told.step.reason, "years") && now.month == first.month &&
        std::abs(now.day - first.day) <= 1)
      return "";
  }
  return "they did not speak on that day";
}

std::string no_ruling(const Told& told) {
  const auto of = [&](const ledger::Ruling& one) { return one.number.value == told.step.number && one.at <= told.moment; };
  return std::any_of(told.book.rulings.begin(), told.book.rulings.end(), of) ? "" : "the owner said nothing of the kind";
}

std::string no_new_job(const Told& told) {
  return told.picture.people.persons[told.step.person.value].job_change ? "" : "no other job is known";
}

/// What each sentence says of the rows, by its code.
const std::map<std::string_view, std::string (*)(const Told&)>& conditions() {
  static const std::map<std::string_view, std::string (*)(const Told&)> all = {{"talk.owed", not_waiting},
                                                                               {"talk.last-word", not_waiting},
                                                                               {"talk.dropped", not_waiting},
                                                                               {"talk.quiet", not_quiet},
                                                                               {"talk.due", not_quiet},
                                                                               {"talk.birthday", no_birthday},
                                                                               {"talk.anniversary", no_anniversary},
                                                                               {"talk.new-job", no_new_job},
                                                                               {"meet.first-talk", not_first_talk},
                                                                               {"meet.unspoken", not_unspoken},
                                                                               {"meet.untold", no_ruling},
                                                                               {"help.no-help", not_without_help},
                                                                               {"help.thanks", not_to_be_thanked},
                                                                               {"help.need", no_ruling},
                                                                               {"help.agreed", no_ruling},
                                                                               {"help.asked", no_ruling},
                                                                               {"help.introduce", no_ruling},
                                                                               {"help.introduced", no_ruling},
                                                                               {"share.piece", no_ruling},
                                                                               {"focus.first-letter", not_out_of_touch}};
  return all;
}

}  // namespace

Between::Between(const ledger::Book& book, const derive::Picture& picture, people::PersonId who, base::Instant moment) {
  for (const ledger::ClaimRow& claim : book.claims) {
    if (claim.field != ledger::Field::covers || claim.at > moment) continue;
    meetings_covered = meetings_covered || claim.value.starts_with("meet");
    help_covered = help_covered || claim.value.starts_with("help");
  }
  for (const ledger::Row& row : book.rows) {
    if (row.at > moment) continue;
    meetings_covered = meetings_covered || row.kind == Kind::met || row.kind == Kind::called;
    help_covered = help_covered || is_help(row.kind);
    take(book, picture.people, who, row);
  }
  for (const store::Inferred& one : picture.inferred) {
    const auto row =
        std::find_if(book.rows.begin(), book.rows.end(), [&](const ledger::Row& candidate) { return candidate.id == one.row; });
    if (one.person != who || row == book.rows.end()) continue;
    const bool out = one.direction != standing::Direction::in, in = one.direction != standing::Direction::out;
    (one.kind == Kind::met ? spoke : help).push_back({&*row, out, in, one.confidence >= 0.9F});
  }
  for (auto* list : {&wrote, &spoke, &touched, &help}) {
    std::stable_sort(list->begin(), list->end(), [](const Event& a, const Event& b) { return a.row->at < b.row->at; });
  }
}

void Between::take(const ledger::Book& book, const people::People& people, people::PersonId who, const ledger::Row& row) {
  bool owner_from = false, owner_to = false, owner_declined = false, owner_sure = false, owner_there = false;
  bool they_from = false, they_to = false, they_there = false, they_declined = false, they_sure = false;
  std::uint32_t others = 0;
  const auto answers = [](Role role) { return role == Role::accepted || role == Role::organiser || role == Role::with; };
  for (const ledger::Seat& seat : book.seats_of(row)) {
    const bool to = seat.role == Role::to || seat.role == Role::copied || seat.role == Role::with;
    if (people.is_owner[seat.who.value]) {
      owner_there = true;
      owner_from = owner_from || seat.role == Role::from;
      owner_to = owner_to || seat.role == Role::to || seat.role == Role::copied;
      owner_declined = owner_declined || seat.role == Role::declined;
      owner_sure = owner_sure || answers(seat.role);
      continue;
    }
    ++others;
    if (people.person_of[seat.who.value] != who) continue;
    they_from = they_from || seat.role == Role::from;
    they_to = they_to || to;
    they_there = true;
    they_declined = they_declined || seat.role == Role::declined;
    they_sure = they_sure || answers(seat.role);
  }
  if (!they_there) return;
  if (row.kind == Kind::met) {
    const std::optional<bool> verdict = verdict_on(book, row.key);
    if ((row.flags & ledger::cancelled) != 0 || owner_declined || they_declined || verdict == false) return;
    if (std::max(row.group, others + 1) > small_group_max) return;
    spoke.push_back({&row, true, true, verdict == true || (they_sure && (owner_sure || !owner_there) && row.confidence >= 0.9F)});
  } else if (row.kind == Kind::called) {
    if ((row.flags & ledger::missed) != 0) return;
    (row.duration_seconds >= call_seconds_min ? spoke : touched).push_back({&row, true, true, row.confidence >= 0.9F});
  } else if (row.kind == Kind::wrote || is_help(row.kind)) {
    const bool out = owner_from && they_to, in = !owner_from && owner_to && they_from;
    if (!out && !in) return;
    // Who asks is who is helped.
    const bool asks = row.kind == Kind::asked;
    if (row.kind == Kind::wrote) {
      if (in && (row.flags & ledger::bulk) != 0) return;
      wrote.push_back({&row, out, in, true});
    } else {
      help.push_back({&row, asks ? in : out, asks ? out : in, row.confidence >= 0.9F});
    }
  }
}

const Between::Event* Between::last() const {
  const Event* found = nullptr;
  for (const auto* list : {&wrote, &spoke, &touched}) {
    if (!list->empty() && list->back().sure && (found == nullptr || list->back().row->at >= found->row->at))
      found = &list->back();
  }
  return found;
}

bool is_known(std::string_view code) { return conditions().contains(code); }

std::string untrue(const Told& told) {
  const auto found = conditions().find(told.step.reason.code);
  return found == conditions().end() ? "no condition is known" : found->second(told);
}

namespace {

std::int64_t count(const std::vector<Between::Event>& events, bool out) {
  return std::count_if(events.begin(), events.end(), [out](const Between::Event& one) { return out ? one.out : one.in; });
}

std::int64_t of_kind(const std::vector<Between::Event>& events, Kind kind) {
  return std::count_if(events.begin(), events.end(), [kind](const Between::Event& one) { return one.row->kind == kind; });
}

/// Told with days from 0 to 1 off, as a day of the owner's may be another in UTC.
std::string not_often(const base::Message& reason, const Between& between, base::Day today) {
  const std::string kind = text(reason, "kind");
  std::vector<const ledger::Row*> rows;
  const auto take = [&](const std::vector<Between::Event>& events, std::optional<Kind> of) {
    for (const Between::Event& one : events) {
      if (!of || one.row->kind == *of) rows.push_back(one.row);
    }
  };
  if (kind == "wrote") take(between.wrote, Kind::wrote);
  // A meeting that a title alone tells is of a row of another kind.
  if (kind == "met") {
    for (const Between::Event& one : between.spoke) {
      if (one.row->kind != Kind::called) rows.push_back(one.row);
    }
  }
  if (kind == "called") take(between.spoke, Kind::called);
  if (kind == "help") take(between.help, {});
  if (rows.empty()) return kind == "engaged" ? "" : "nothing of the kind ever was";
  std::set<base::Day> days;
  for (const ledger::Row* row : rows) days.insert(base::day_of(row->at));
  const auto said = kind == "wrote" ? number(reason, "days") : number(reason, "times");
  const auto found = static_cast<std::int64_t>(kind == "wrote" ? days.size() : rows.size());
  if (said != found) return fmt::format("{} of them, not {}", found, said);
  const base::Message ago = part(reason, "ago");
  const int since = today - *days.rbegin();
  const bool fits = ago.code == "span.today" ? since <= 0 : ago.code == "span.yesterday" ? since == 1 : since >= 2;
  return fits ? "" : fmt::format("the last was {} days ago", since);
}

}  // namespace

std::string untrue(const standing::Counts& counts, const Between& between) {
  const auto differ = [](std::string_view what, std::int64_t said, std::int64_t found) {
    return said == found ? "" : fmt::format("{} {}, not {}; ", found, what, said);
  };
  return differ("letters from the owner", counts.wrote_out, count(between.wrote, true)) +
         differ("letters from them", counts.wrote_in, count(between.wrote, false)) +
         differ("calls", counts.called, of_kind(between.spoke, Kind::called)) +
         differ("times help from the owner", counts.help_out, count(between.help, true)) +
         differ("times help from them", counts.help_in, count(between.help, false));
}

std::string untrue(const base::Message& reason, const Between& between, base::Day today) {
  if (reason.code == "strength.often") return not_often(reason, between, today);
  if (reason.code == "strength.both-ways") {
    const bool so = number(reason, "out") == count(between.wrote, true) && number(reason, "in") == count(between.wrote, false);
    return so ? "" : "so many letters went neither way";
  }
  if (reason.code == "strength.mutual") return "";  // Help or reactions both ways; no number is told.
  if (reason.code != "strength.nothing-since") return "no condition is known";
  const auto day = std::get<base::Day>(*reason.find("day"));
  for (const auto* list : {&between.wrote, &between.spoke, &between.touched, &between.help}) {
    if (!list->empty() && base::day_of(list->back().row->at) > day)
      return fmt::format("a {} was later", ledger::word(list->back().row->kind)) + (list->back().sure ? "" : ", perhaps") +
             (list == &between.touched ? ", a short one" : "");
  }
  return "";
}

}  // namespace laws
