// What letters say of the rows between the two, of them and of their days.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "letters.h"
#include "plays/occasions.h"

namespace laws {

namespace {

using ledger::Kind;
using Events = std::vector<Event>;

bool is_when(const Letter& letter, const Places& said, const Event& one) {
  return laws::is_when(at(said, "when"), one.day(), letter.today());
}

template <class Is>
const Event* latest(const Events& events, const Is& is) {
  const auto found = std::find_if(events.rbegin(), events.rend(), is);
  return found == events.rend() ? nullptr : &*found;
}

bool is_meeting(const Event& one) { return one.kind != Kind::called; }
bool is_any(const Event&) { return true; }
bool is_mail(const Event& one) { return one.row->channel == ledger::Channel::mail; }

/// The latest of `events` that is so is of the day that is said, and bears the title.
template <class Is>
std::string not_latest(const Letter& letter, const Places& said, const Events& events, const Is& is) {
  const Event* last = latest(events, is);
  if (last == nullptr) return "there was nothing of the kind";
  if (!last->sure()) return "it is not sure";
  if (!is_when(letter, said, *last)) return "the last was on " + base::iso(last->day());
  return has_title(letter, said, *last) ? "" : "it has another title";
}

/// One of `events` is of the day that is said, is sure, and bears the title.
template <class Is>
std::string none_then(const Letter& letter, const Places& said, const Events& events, const Is& is) {
  const bool any = std::any_of(events.begin(), events.end(), [&](const Event& one) {
    return is(one) && one.sure() && is_when(letter, said, one) && has_title(letter, said, one);
  });
  return any ? "" : "there was nothing of the kind on that day";
}

std::string not_last_met(const Letter& l, const Places& said) { return not_latest(l, said, l.between().spoke, is_meeting); }
std::string not_last_spoke(const Letter& l, const Places& said) { return not_latest(l, said, l.between().spoke, is_any); }
std::string not_met(const Letter& l, const Places& said) { return none_then(l, said, l.between().spoke, is_meeting); }
std::string not_spoke(const Letter& l, const Places& said) { return none_then(l, said, l.between().spoke, is_any); }

bool is_out(const Event& one) { return one.out; }
bool is_in(const Event& one) { return one.in; }
std::string not_last_mine(const Letter& l, const Places& said) { return not_latest(l, said, l.between().wrote, is_out); }
std::string not_last_theirs(const Letter& l, const Places& said) { return not_latest(l, said, l.between().wrote, is_in); }
std::string not_last_letter(const Letter& l, const Places& said) { return not_latest(l, said, l.between().wrote, is_any); }
std::string not_mine(const Letter& l, const Places& said) { return none_then(l, said, l.between().wrote, is_out); }
std::string not_theirs(const Letter& l, const Places& said) { return none_then(l, said, l.between().wrote, is_in); }

/// Letters about it went both ways, or at least letters did.
std::string not_both_wrote(const Letter& letter, const Places& said) {
  const Events& wrote = letter.between().wrote;
  if (std::none_of(wrote.begin(), wrote.end(), is_in)) return "they never wrote";
  if (std::none_of(wrote.begin(), wrote.end(), is_out)) return "the owner never wrote";
  return none_then(letter, said, wrote, is_any);
}

std::string not_last_in_touch(const Letter& letter, const Places& said) {
  const auto days = letter.between().exchanges();
  return !days.empty() && laws::is_when(at(said, "when"), days.back(), letter.today()) ? "" : "the last exchange was another day";
}

std::string is_spoken(const Letter& letter, const Places&) {
  const Between& between = letter.between();
  if (!letter.world.ties.meetings_covered()) return "no calendar or call log could have shown it";
  if (!between.spoke.empty()) return between.spoke.back().sure() ? "they met or spoke" : "they may have met";
  return between.touched.empty() ? "" : "there was a short call";
}

std::string not_only_written(const Letter& letter, const Places& said) {
  if (const std::string why = is_spoken(letter, said); !why.empty()) return why;
  const bool told = said.contains("when");
  if (const std::string why = not_both_wrote(letter, told ? said : Places{{"when", "today"}}); told && !why.empty()) return why;
  return told ? not_last_letter(letter, said) : "";
}

/// A letter of theirs of that day, which nothing of the owner's came after.
std::string not_waiting(const Letter& letter, const Places& said) {
  const std::string what = at(said, "what");
  const Events& wrote = letter.between().wrote;
  for (std::size_t i = 0; i < wrote.size(); ++i) {
    const Event& one = wrote[i];
    if (!one.in || !is_date(at(said, "date"), one.day(), letter.today()) || !has_title(letter, said, one)) continue;
    if ((what == "letter" && !is_mail(one)) || (what == "message" && is_mail(one))) continue;
    if (what == "answer" && std::none_of(wrote.begin(), wrote.begin() + static_cast<std::ptrdiff_t>(i), is_out)) continue;
    const auto since = [&](const Event& other) { return other.out && other.row->at > one.row->at; };
    if (std::any_of(wrote.begin(), wrote.end(), since)) return "the owner wrote since";
    const auto& spoke = letter.between().spoke;
    return std::any_of(spoke.begin(), spoke.end(), since) ? "they spoke since" : "";
  }
  return "they wrote no " + what + " on that day";
}

std::string not_answer(const Letter& letter, const Places& said) {
  Places more = said;
  more["what"] = "answer";
  return not_waiting(letter, more);
}

std::string not_late(const Letter& letter, const Places&) {
  const Event* last = latest(letter.between().wrote, is_in);
  if (last == nullptr) return "they never wrote";
  const Events& wrote = letter.between().wrote;
  for (const Event& one : wrote) {
    const bool answered =
        std::any_of(wrote.begin(), wrote.end(), [&](const Event& other) { return other.out && other.row->at > one.row->at; });
    if (one.in && !answered) return letter.today() - one.day() >= 7 ? "" : "it is not a week";
  }
  return "nothing waits";
}

bool is_deed(const std::string& what, Kind kind) {
  if (what == "introduction") return kind == Kind::introduced;
  if (what == "recommendation") return kind == Kind::recommended;
  if (what == "referral") return kind == Kind::referred;
  return kind == Kind::helped || kind == Kind::asked;
}

template <const char* what>
std::string not_helped(const Letter& letter, const Places& said) {
  const auto is = [](const Event& one) { return one.in && is_deed(what, one.kind); };
  return none_then(letter, said, letter.between().help, is);
}
constexpr char introduction[] = "introduction", recommendation[] = "recommendation", referral[] = "referral", any_help[] = "help";

std::string no_help_since(const Letter& letter, const Places&) {
  const Between& between = letter.between();
  const Event* help = latest(between.help, is_in);
  if (help == nullptr) return "they never helped";
  return between.spoke.empty() || help->day() >= between.spoke.front().day() ? "" : "they helped before";
}

std::string no_help_ever(const Letter& letter, const Places&) {
  return latest(letter.between().help, is_in) == nullptr ? "they never helped" : "";
}

std::string no_birthday(const Letter& letter, const Places& said) {
  const auto day = plays::next_birthday(letter.reader().birthday, letter.today());
  if (!day) return "no birthday is known";
  const std::string when = at(said, "when");
  const int ahead = *day - letter.today();
  if (when.empty()) return ahead <= 1 ? "" : "it is not today";
  if (when == "tomorrow") return ahead <= 2 ? "" : "it is not tomorrow";
  return when.starts_with("on ") && is_date(when.substr(3), *day, letter.today()) ? "" : "it is another day";
}

std::string not_so_many_years(const Letter& letter, const Places& said) {
  const Events& spoke = letter.between().spoke;
  if (spoke.empty()) return "they never spoke";
  const base::Day day = said.contains("date") ? base::Day{letter.today().days} : letter.today();
  for (int ahead = 0; ahead <= 4; ++ahead) {
    const base::Civil first = base::civil_of(spoke.front().day()), then = base::civil_of(day + ahead);
    const bool told = said.contains("date") ? is_date(at(said, "date"), day + ahead, letter.today()) : ahead <= 1;
    const bool same = first.month == then.month && std::abs(first.day - then.day) <= 1;
    if (told && same && is_years(at(said, "years"), then.year - first.year)) return "";
  }
  return "they first spoke on another day";
}

std::string no_new_job(const Letter& letter, const Places& said) {
  const people::Person& person = letter.reader();
  if (!person.job_change) return "no other job is known";
  if (said.contains("title") && !says(person.title, at(said, "title"))) return "their title is another";
  return said.contains("company") && !says(person.company, at(said, "company")) ? "their company is another" : "";
}

std::string not_their_town(const Letter& letter, const Places& said) {
  return !said.contains("town") || says(letter.reader().city, at(said, "town")) ? "" : "they live elsewhere";
}
/// "Tariffs" may have been help, a letter or a meeting of that month.
std::string nothing_begun(const Letter& letter, const Places& said) {
  const auto all = letter.between().all();
  const bool any = std::any_of(all.begin(), all.end(), [&](const Event* one) {
    return has_title(letter, said, *one) && laws::is_when("in " + at(said, "month"), one->day(), one->day());
  });
  return any ? "" : "nothing of the kind in that month";
}

std::string no_such_title(const Letter& letter, const Places& said) {
  const Events& wrote = letter.between().wrote;
  const bool any =
      std::any_of(wrote.begin(), wrote.end(), [&](const Event& one) { return is_mail(one) && has_title(letter, said, one); });
  return any ? "" : "no letter has that subject";
}

std::string never_wrote(const Letter& letter, const Places&) {
  return latest(letter.between().wrote, is_in) == nullptr ? "they never wrote" : "";
}
std::string no_call(const Letter& letter, const Places&) {
  const Event* last = latest(letter.between().spoke, is_any);
  return last == nullptr || is_meeting(*last) ? "the last was no call" : "";
}
std::string no_meeting(const Letter& letter, const Places&) {
  const Event* last = latest(letter.between().spoke, is_any);
  if (last == nullptr || !is_meeting(*last)) return "the last was no meeting";
  return last->sure() ? "" : "it is not sure";
}

std::string not_called_so(const Letter& letter, const Places& said) {
  return says(letter.reader().name, at(said, "name")) ? "" : "their name is another";
}

constexpr Sentence of_contact[] = {
    {"Hi {name},", not_called_so},
    {"Signed: {owner}", not_the_owner},
    {"Subject: Re: {title}", no_such_title},
    {"Subject: Your letter", never_wrote},
    {"Subject: Your message", never_wrote},
    {"Subject: Your answer", never_wrote},
    {"Subject: Happy birthday", no_birthday},
    {"Subject: Your new job", no_new_job},
    {"Subject: Hello[ from {owner}]", not_the_owner},
    {"Subject: After our call", no_call},
    {"Subject: After our meeting", no_meeting},
    {"Thank you for your help in that time.", no_help_since},
    {"Thank you for your help.", no_help_ever},
    {"Thank you for your time {when}[ ({title})].", not_spoke},
    {"Thank you for your answer of {date}[ about {title}]: I am sorry that I left it there.", not_answer},
    {"Thank you for your {what} of {date}[ about {title}].", not_waiting},
    {"Thank you[ again] for the introduction {when}[ ({title})].", not_helped<introduction>},
    {"Thank you[ again] for your recommendation {when}[ ({title})].", not_helped<recommendation>},
    {"Thank you[ again] for recommending me {when}[ ({title})].", not_helped<referral>},
    {"Thank you[ again] for your help {when}[ ({title})].", not_helped<any_help>},
    {"I am sorry that my answer took so long.", not_late},
    {"I am sorry that your {what} of {date}[ about {title}] had no answer from me for so long.", not_waiting},
    {"All the best for your birthday {when}, and a good year to come!", no_birthday},
    {"Happy birthday, and a good year to come!", no_birthday},
    {"Today it is {years} since we first spoke, as far as my calendar and notes go.", not_so_many_years},
    {"On {date} it will be {years} since we first spoke, as far as my calendar and notes go.", not_so_many_years},
    {"Congratulations on your new role at {company}: {title}!", no_new_job},
    {"Congratulations on your new job: {title}, {company}!", no_new_job},
    {"Congratulations on your new job: {title}!", no_new_job},
    {"Congratulations on your new job[ at {company}]!", no_new_job},
    {"We last met {when}.", not_last_met},
    {"{when} we met: {title}.", not_met},
    {"We last spoke {when}.", not_last_spoke},
    {"We spoke {when}[, {title}].", not_spoke},
    {"{when} we spoke: {title}.", not_spoke},
    {"We were last in touch {when}.", not_last_in_touch},
    {"I last wrote to you {when}.", not_last_mine},
    {"You last wrote to me {when}.", not_last_theirs},
    {"We last wrote {when}.", not_last_letter},
    {"I wrote to you {when}[ about {title}].", not_mine},
    {"You wrote to me {when}[ about {title}].", not_theirs},
    {"{when} I wrote to you about {title}.", not_mine},
    {"{when} you wrote to me about {title}.", not_theirs},
    {"{when} we wrote about {title}.", not_both_wrote},
    {"We have written to each other[, last {when} about {title}], and never spoken.", not_only_written},
    {"We have never spoken: would you have twenty minutes for a call next week[, or for coffee in {town}]?", is_spoken},
    {"Would you have twenty minutes for a call next week[, or for coffee in {town}]?", not_their_town},
    {"I am {owner}.", not_the_owner},
    {"What has come of {title} since {month}?", nothing_begun},
    {"How are things at {company}?", not_their_company},
    {"What are you working on[ at {company}] just now?", not_their_company},
    {"What would help you most[ at {company}] just now?", not_their_company},
};

}  // namespace

std::span<const Sentence> sentences_of_contact() { return of_contact; }

}  // namespace laws
