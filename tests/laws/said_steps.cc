// Why a step is in the plan: each reason, held against the rows.

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/text.h"
#include "plays/occasions.h"
#include "said.h"

namespace laws {

namespace {

using ledger::Kind;

constexpr int quiet_gaps = 3, quiet_days_min = 90, quiet_days_max = 730;  // docs/policy.md.

int days_since(const Told& told, const Event& event) { return told.world.today() - event.day(); }

/// Their letters since the owner last wrote, met or called them.
std::vector<const Event*> unanswered(const Between& between) {
  std::vector<const Event*> out;
  for (const Event& one : between.wrote) {
    if (one.out) out.clear();
    if (one.in) out.push_back(&one);
  }
  if (!between.spoke.empty()) std::erase_if(out, [&](const Event* one) { return one->row->at < between.spoke.back().row->at; });
  return out;
}

/// They wrote last of all, on the day that is told, and nothing of the owner's came after it.
std::string not_waiting(const Told& told) {
  const Event* last = told.between().last();
  if (last == nullptr || !last->in || last->kind != Kind::wrote) return "they did not write last";
  // The first of several letters in a row may be what waits.
  for (const Event* one : unanswered(told.between())) {
    if (is_ago(part(told.reason, "ago"), days_since(told, *one))) return "";
  }
  return "no letter of theirs that waits is so old";
}

/// The same, and it answered one of the owner's.
std::string not_last_word(const Told& told) {
  if (const std::string why = not_waiting(told); !why.empty()) return why;
  const auto waits = unanswered(told.between());
  const auto& wrote = told.between().wrote;
  for (std::size_t i = 1; i < wrote.size(); ++i) {
    if (wrote[i].row == waits.front()->row) return wrote[i - 1].out ? "" : "it answers nothing of the owner's";
  }
  return "it answers nothing of the owner's";
}

/// That they never spoke, or what little there was.
std::string is_never(const Told& told) {
  const std::string sure = text(told.reason, "sure");
  const Between& between = told.between();
  if (Between::counts(between.spoke)) return "they met or spoke";
  if (sure == "met") return between.spoke.empty() ? "there is no meeting that is not sure" : "";
  if (sure == "called" && between.spoke.empty()) return between.touched.empty() ? "there was no short call" : "";

  if (!told.world.ties.meetings_covered() && text(told.reason, "sure") != "no")
    return "no calendar or call log could have shown it";
  for (const Event& one : told.between().spoke) return one.sure() ? "they met or spoke" : "they may have met";
  return told.between().touched.empty() ? "" : "there was a short call";
}

std::string not_first_talk(const Told& told) {
  if (const std::string why = is_never(told); !why.empty()) return why;
  if (number(told.reason, "out") != count(told.between().wrote, true)) return "not so many letters from the owner";
  if (number(told.reason, "in") != count(told.between().wrote, false)) return "not so many letters from them";
  return "";
}

std::string_view way_of_help(const Between& between) {
  const bool out = count(between.help, true) > 0, in = count(between.help, false) > 0;
  return out && in ? "both" : in ? "in" : out ? "out" : "";
}

std::string not_unspoken(const Told& told) {
  if (const std::string why = is_never(told); !why.empty()) return why;
  if (text(told.reason, "way") != way_of_help(told.between())) return "help went another way";
  return Between::counts(told.between().help) ? "" : "no help is sure";
}

/// That no help flowed, or that some may have.
std::string no_help(const Told& told) {
  const Between& between = told.between();
  const bool perhaps = !between.perhaps_help.empty() || !between.help.empty();
  if (Between::counts(between.help)) return "help flowed";
  if (text(told.reason, "sure") == "perhaps") return perhaps ? "" : "nothing tells of help";
  if (perhaps) return "help may have flowed";
  return told.world.ties.help_covered() || text(told.reason, "sure") == "no" ? "" : "no source could have shown it";
}

std::string not_without_help(const Told& told) {
  const auto& spoke = told.between().spoke;
  if (!Between::counts(spoke)) return "no meeting is sure";
  const auto sure = std::count_if(spoke.begin(), spoke.end(), [](const Event& one) { return one.sure(); });
  if (number(told.reason, "times") != sure) return "not so many meetings and calls that are sure";
  return no_help(told);
}
std::string no_tie_of_the_network(const Told& told) {
  return is_network(told.world.person(told.who), told.between()) ? "" : "not the owner's network";
}

/// A silence of so long, where every so often was usual; `share` of what would be quiet.
std::string not_silent(const Told& told, int of, int parts) {
  if (const std::string why = no_tie_of_the_network(told); !why.empty()) return why;
  const std::vector<base::Day> days = told.between().exchanges();
  if (days.size() < 3) return "too little passed for a rhythm";
  const int silent = told.world.today() - days.back();
  if (part(told.reason, "since") != plays::span(silent)) return "the last exchange was " + std::to_string(silent) + " days ago";
  std::vector<int> gaps;
  for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(days[i] - days[i - 1]);
  std::sort(gaps.begin(), gaps.end());
  const int usual = gaps[gaps.size() / 2];
  if (part(told.reason, "usual") != plays::span(usual)) return "usual was every " + std::to_string(usual) + " days";
  const int quiet = std::clamp(quiet_gaps * usual, quiet_days_min, quiet_days_max);
  return silent * parts >= quiet * of - parts ? "" : "it is not silent for so long";
}

std::string not_quiet(const Told& told) { return not_silent(told, 1, 1); }
std::string not_due(const Told& told) { return not_silent(told, 2, 3); }

std::string not_to_be_thanked(const Told& told) {
  const Between& between = told.between();
  const auto& help = between.help;
  const auto so = [&](const Event& one) {
    return one.in && one.kind != Kind::asked && part(told.reason, "since") == plays::span(days_since(told, one));
  };
  const auto helped = std::find_if(help.rbegin(), help.rend(), so);
  if (helped == help.rend()) return "they did not help then";
  for (const Event* one : between.all()) {
    // What asks for more is no thanks, nor is a call that nobody answered.
    const bool heard = one->out && one->row->kind != Kind::asked && (one->row->flags & ledger::missed) == 0;
    if (heard && one->row->at > helped->row->at && one->day() > helped->day()) return "they heard from the owner since";
  }
  return "";
}

/// Every condition of the rule, as far as words go: "title:founder,cto city:berlin".
bool fits_rule(const std::string& rule, const people::Person& person) {
  const auto text_of = [&](std::string_view field) {
    if (field == "title") return person.title;
    if (field == "company") return person.company;
    if (field == "city") return person.city;
    std::string all = person.name + " " + person.title + " " + person.company + " " + person.city;
    for (const auto* list : {&person.notes, &person.tags}) {
      for (const std::string& one : *list) all += " " + one;
    }
    return all;
  };
  const auto words = base::split_words(rule);
  return std::all_of(words.begin(), words.end(), [&](std::string_view one) {
    const std::size_t colon = one.find(':');
    const std::string there = base::fold(text_of(colon == std::string_view::npos ? "" : one.substr(0, colon)));
    const auto choices = base::split(colon == std::string_view::npos ? one : one.substr(colon + 1), ',');
    return std::any_of(choices.begin(), choices.end(),
                       [&](std::string_view choice) { return base::contains(there, base::fold(choice)); });
  });
}

std::string not_of_the_market(const Told& told) {
  const std::string name = base::fold(text(told.reason, "market"));
  std::string rule;
  for (const ledger::Ruling& one : told.world.book.rulings) {
    if (one.at > told.world.moment) continue;
    const auto* market = std::get_if<ledger::Market>(&one.decision);
    if (market != nullptr && base::fold(market->name) == name) rule = market->rule;
    const auto* dropped = std::get_if<ledger::MarketDropped>(&one.decision);
    if (dropped != nullptr && base::fold(dropped->text) == name) rule.clear();
  }
  if (rule.empty()) return "there is no such market";
  const people::Person& person = told.world.person(told.who);
  const bool tagged =
      std::any_of(person.tags.begin(), person.tags.end(), [&](const std::string& one) { return base::fold(one) == name; });
  return tagged || fits_rule(rule, person) ? "" : "the market is of others";
}

std::string not_out_of_touch(const Told& told) {
  const Between& between = told.between();
  if (const std::string why = not_of_the_market(told); !why.empty()) return why;
  if (count(between.wrote, true) > 0 && count(between.wrote, false) > 0) return "letters went both ways";
  if (Between::counts(between.spoke)) return "they spoke";
  return Between::counts(between.help) ? "help flowed" : "";
}

std::string no_birthday(const Told& told) {
  const auto day = plays::next_birthday(told.world.person(told.who).birthday, told.world.today());
  return day && *day - told.world.today() == number(told.reason, "ahead") ? "" : "their birthday is another day";
}

std::string no_anniversary(const Told& told) {
  if (told.between().spoke.empty() || !told.between().spoke.front().sure()) return "they never spoke, or it is not sure";
  const base::Civil first = base::civil_of(told.between().spoke.front().day());
  const auto day = std::get<base::Day>(*told.reason.find("day"));
  const base::Civil then = base::civil_of(day);
  if (day - told.world.today() != number(told.reason, "ahead")) return "that is not so far ahead";
  const bool same = then.month == first.month && std::abs(then.day - first.day) <= 1;
  return same && then.year - first.year == number(told.reason, "years") ? "" : "they first spoke on another day";
}

std::string no_new_job(const Told& told) {
  const people::Person& person = told.world.person(told.who);
  const std::string known = text(told.reason, "known");
  if (known != "company" && text(told.reason, "title") != person.title) return "their title is another";
  if (known != "title" && text(told.reason, "company") != person.company) return "their company is another";
  std::set<std::string> jobs;
  for (const ledger::ClaimRow& claim : told.world.book.claims) {
    const bool job = claim.field == ledger::Field::company || claim.field == ledger::Field::title;
    if (job && claim.at <= told.world.moment && told.world.picture.people.person_of[claim.who.value] == told.who)
      jobs.insert(std::string(ledger::word(claim.field)) + base::fold(claim.value));
  }
  return jobs.size() > 2 || (known != "both" && jobs.size() > 1) ? "" : "no other job is known";
}

/// What each reason says of the rows, by its code.
const std::map<std::string_view, std::string (*)(const Told&)>& conditions() {
  static const std::map<std::string_view, std::string (*)(const Told&)> all = {{"talk.owed", not_waiting},
                                                                               {"talk.last-word", not_last_word},
                                                                               {"talk.dropped", not_waiting},
                                                                               {"talk.quiet", not_quiet},
                                                                               {"talk.due", not_due},
                                                                               {"talk.birthday", no_birthday},
                                                                               {"talk.anniversary", no_anniversary},
                                                                               {"talk.new-job", no_new_job},
                                                                               {"meet.first-talk", not_first_talk},
                                                                               {"meet.unspoken", not_unspoken},
                                                                               {"help.no-help", not_without_help},
                                                                               {"help.thanks", not_to_be_thanked},
                                                                               {"focus.first-letter", not_out_of_touch}};
  return all;
}

}  // namespace

std::vector<std::string_view> known_codes() {
  std::vector<std::string_view> codes = {"help.need",       "help.agreed", "help.asked", "help.introduce",
                                         "help.introduced", "share.piece", "meet.untold"};
  for (const auto& [code, condition] : conditions()) codes.push_back(code);
  return codes;
}

std::string untrue(const Told& told) {
  if (const auto of_ruling = untrue_of_ruling(told)) return *of_ruling;
  const auto found = conditions().find(told.reason.code);
  return found == conditions().end() ? "no condition is known" : found->second(told);
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

bool is_ago(const base::Message& ago, int days) {
  return days == 0 ? ago.code == "span.today" : ago.code == "span.ago" && part(ago, "span") == plays::span(days);
}

}  // namespace laws
