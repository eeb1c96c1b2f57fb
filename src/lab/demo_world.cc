#include "lab/demo_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "lab/demo_names.h"

namespace lab {

std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

std::size_t Dice::below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

std::string DemoPerson::name() const {
  if (organisation) return company;
  return given + " " + family;
}

std::string DemoPerson::short_name() const { return nickname.empty() ? name() : nickname + " " + family; }

bool is_network(const Facts& facts) { return facts.spoken > 0 && (facts.help_in > 0 || facts.help_out > 0); }

bool is_one_step_away(const Facts& facts) {
  const bool help = facts.help_in > 0 || facts.help_out > 0;
  if (facts.spoken > 0) return !help;
  return help && facts.wrote_in > 0 && facts.wrote_out > 0;
}

std::string rung_of(const Facts& facts) {
  if (is_network(facts)) return facts.help_in >= 2 ? "advocate" : "network";
  if (facts.spoken > 0) return "met";
  const bool both = facts.wrote_in > 0 && facts.wrote_out > 0;
  if (both || facts.help_in > 0 || facts.help_out > 0) return "in_touch";
  return facts.wrote_in + facts.wrote_out + facts.one_way > 0 ? "aware" : "listed";
}

namespace {

// How near somebody is to the owner; what happens follows from it.
enum class Nearness { advocate, network, met, helped, in_touch, aware, listed };

Nearness nearness_of(std::size_t percent_of_thousand) {
  if (percent_of_thousand < 6) return Nearness::advocate;
  if (percent_of_thousand < 42) return Nearness::network;
  if (percent_of_thousand < 120) return Nearness::met;
  if (percent_of_thousand < 135) return Nearness::helped;
  if (percent_of_thousand < 260) return Nearness::in_touch;
  if (percent_of_thousand < 430) return Nearness::aware;
  return Nearness::listed;
}

std::string letters(std::string_view text) {
  std::string out;
  for (const char c : base::fold(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out.empty() ? "x" : out;
}

class Maker {
 public:
  Maker(int people, std::uint64_t seed, base::Day today) : dice_(seed), count_(static_cast<std::size_t>(std::max(people, 1))) {
    world_.today = today;
  }

  DemoWorld make() {
    // Who there is comes first: later steps only add what happened.
    for (std::size_t i = 0; i < count_; ++i) add_person(i);
    for (std::size_t i = 0; i < count_; ++i) live(i);
    choose_chat();
    add_gatherings();
    add_noise();
    add_circles();
    return std::move(world_);
  }

 private:
  void add_person(std::size_t i);
  void name_person(DemoPerson& person, std::size_t i);
  void live(std::size_t i);
  void live_near(std::size_t i, Nearness nearness);
  void exchange(std::size_t i, int times);
  void write(std::size_t i, bool out);
  void speak(std::size_t i);
  void recommend(std::size_t i, bool out, int days_ago_max);
  void choose_chat();
  void add_gatherings();
  void add_noise();
  void add_circles();
  void bring_together(const std::vector<std::size_t>& circle);
  std::string unique(std::set<std::string>& taken, const std::string& wish, std::string_view tail);
  base::Instant moment(int days_ago_max);
  base::Day past_day(int days_ago_max) { return world_.today - dice_.between(2, days_ago_max); }

  Dice dice_;
  std::size_t count_;
  DemoWorld world_;
  std::set<std::string> emails_;
  std::set<std::string> slugs_;
  std::set<std::string> names_;
};

base::Instant Maker::moment(int days_ago_max) {
  const base::Day day = past_day(days_ago_max);
  return {base::start_of(day).seconds + dice_.between(7 * 3600, 20 * 3600)};
}

std::string Maker::unique(std::set<std::string>& taken, const std::string& wish, std::string_view tail) {
  std::string made = wish + std::string(tail);
  for (int n = 2; !taken.insert(made).second; ++n) made = fmt::format("{}{}{}", wish, n, tail);
  return made;
}

void Maker::name_person(DemoPerson& person, std::size_t i) {
  const auto& given = given_names();
  const auto& family = family_names();
  // Five in a hundred share their name with somebody else.
  if (i > 20 && dice_.below(1000) < 26) {
    DemoPerson& other = world_.people[dice_.below(i)];
    if (!other.organisation && !other.namesake) {
      person.given = other.given;
      person.family = other.family;
      person.namesake = other.namesake = true;
      while (person.company == other.company) {
        person.company = company_names()[dice_.below(company_names().size())];
      }
      return;
    }
  }
  for (int tries = 0; tries < 20; ++tries) {
    person.given = given[dice_.below(given.size())];
    person.family = family[dice_.below(family.size())];
    // Among very many people names run out: then they have two family names.
    if (tries > 4) person.family += "-" + std::string(family[dice_.below(family.size())]);
    if (names_.insert(person.name()).second) return;
  }
}

void Maker::add_person(std::size_t i) {
  DemoPerson person;
  person.company = company_names()[dice_.below(company_names().size())];
  person.title = job_titles()[dice_.below(job_titles().size())];
  person.connected = past_day(3600);
  if (i % 100 == 99) {
    person.organisation = true;
    person.card = true;
    person.company += fmt::format(" Services {}", i / 100 + 1);
    person.phone = fmt::format("+468{:07}", 5'000'000 + i);
    world_.people.push_back(std::move(person));
    return;
  }
  name_person(person, i);
  const std::string first = letters(person.given);
  const std::string last = letters(person.family);
  const bool phone_only = dice_.below(1000) < 30;
  const bool linkedin_only = !phone_only && dice_.chance(50);
  if (phone_only || (!linkedin_only && dice_.chance(35))) {
    person.phone = fmt::format("+4670{:07}", 1'000'000 + i * 7 % 8'999'999);
  }
  if (!phone_only && (linkedin_only || dice_.chance(80))) {
    person.slug = unique(slugs_, first + "-" + last, "");
  }
  if (!phone_only && !linkedin_only) {
    const std::string domain = "@" + letters(person.company) + ".example";
    person.emails.push_back(unique(emails_, first + "." + last, domain));
    if (dice_.chance(20)) person.emails.push_back(unique(emails_, first + last, "@post.example"));
  }
  person.unsigned_mail = i % 8 == 3;
  if (dice_.chance(60)) person.nickname = nickname_of(person.given);
  person.card = phone_only || (!linkedin_only && dice_.chance(50)) || person.slug.empty();
  world_.people.push_back(std::move(person));
}

void Maker::write(std::size_t i, bool out) {
  DemoPerson& person = world_.people[i];
  if (!person.emails.empty()) {
    world_.mails.push_back(
        {.person = i, .out = out, .second_address = person.emails.size() > 1 && dice_.chance(30), .at = moment(1500)});
  } else if (!person.slug.empty()) {
    world_.linkedin_messages.push_back({.person = i, .out = out, .at = moment(1500)});
  } else if (!person.phone.empty()) {
    world_.texts.push_back({.person = i, .out = out, .at = moment(900)});
  } else {
    return;
  }
  ++(out ? person.facts.wrote_out : person.facts.wrote_in);
}

void Maker::exchange(std::size_t i, int times) {
  write(i, true);
  write(i, false);
  for (int n = 0; n < times; ++n) write(i, dice_.chance(50));
}

// A meeting or a call that counts.
void Maker::speak(std::size_t i) {
  DemoPerson& person = world_.people[i];
  ++person.facts.spoken;
  if (!person.phone.empty() && (person.emails.empty() || dice_.chance(40))) {
    world_.calls.push_back({.person = i, .out = dice_.chance(50), .seconds = dice_.between(61, 2400), .at = moment(900)});
    return;
  }
  if (person.emails.empty()) {
    // Meetings name people by their address.
    person.emails.push_back(
        unique(emails_, letters(person.given) + "." + letters(person.family), "@" + letters(person.company) + ".example"));
  }
  const bool weekly = dice_.chance(25);
  world_.meetings.push_back({.kind = weekly ? Meeting::weekly : Meeting::once,
                             .people = {i},
                             .owner_organises = dice_.chance(50),
                             .day = weekly ? world_.today - dice_.between(100, 700) : past_day(1000),
                             .hour = dice_.between(8, 16)});
}

void Maker::recommend(std::size_t i, bool out, int days_ago_max) {
  DemoPerson& person = world_.people[i];
  world_.recommendations.push_back({.person = i, .out = out, .at = moment(days_ago_max)});
  person.recommended = true;
  ++(out ? person.facts.help_out : person.facts.help_in);
}

void Maker::live_near(std::size_t i, Nearness nearness) {
  DemoPerson& person = world_.people[i];
  const bool reachable = !person.emails.empty() || !person.slug.empty() || !person.phone.empty();
  switch (nearness) {
    case Nearness::advocate:
      recommend(i, false, 400);
      recommend(i, false, 700);
      [[fallthrough]];
    case Nearness::network:
      if (!person.recommended) recommend(i, dice_.chance(50), 1000);
      speak(i);
      exchange(i, dice_.between(10, 60));
      break;
    case Nearness::met:
      speak(i);
      if (dice_.chance(85)) exchange(i, dice_.between(2, 40));
      break;
    case Nearness::helped:
      recommend(i, dice_.chance(50), 1000);
      if (dice_.chance(60)) exchange(i, dice_.between(1, 10));
      break;
    case Nearness::in_touch:
      if (reachable) exchange(i, dice_.between(1, 25));
      break;
    case Nearness::aware:
      if (!person.slug.empty() && dice_.chance(60)) {
        const bool endorses = dice_.chance(40);
        auto& deeds = endorses ? world_.endorsements : world_.invitations;
        deeds.push_back({.person = i, .out = dice_.chance(50), .at = moment(900)});
        ++person.facts.one_way;
      } else {
        const bool out = dice_.chance(50);
        for (int n = dice_.between(1, 4); n > 0; --n) write(i, out);
      }
      break;
    case Nearness::listed:
      break;
  }
}

void Maker::live(std::size_t i) {
  DemoPerson& person = world_.people[i];
  if (person.organisation) return;
  live_near(i, nearness_of(dice_.below(1000)));
  // Recommendations are LinkedIn's: whoever gave or got one has a profile there.
  if (person.recommended && person.slug.empty()) {
    person.slug = unique(slugs_, letters(person.given) + "-" + letters(person.family), "");
  }
  if (person.slug.empty() && person.emails.empty()) person.card = true;
  // What proves nothing: short calls, declined, cancelled and future meetings, mere mentions.
  if (!person.phone.empty() && dice_.chance(20)) {
    world_.calls.push_back(
        {.person = i, .out = dice_.chance(50), .seconds = dice_.chance(50) ? 0 : dice_.between(1, 59), .at = moment(900)});
  }
  if (!person.emails.empty() && dice_.chance(20)) {
    constexpr Meeting nothing[] = {Meeting::declined, Meeting::cancelled, Meeting::future};
    const Meeting kind = nothing[dice_.below(3)];
    world_.meetings.push_back({.kind = kind,
                               .people = {i},
                               .owner_organises = dice_.chance(50),
                               .day = kind == Meeting::future ? world_.today + dice_.between(1, 60) : past_day(600),
                               .hour = dice_.between(8, 16)});
  }
  if (!person.namesake && person.facts.wrote_out > 0 && dice_.chance(8)) {
    world_.meetings.push_back({.kind = Meeting::coffee, .people = {i}, .day = past_day(600), .hour = dice_.between(8, 16)});
  }
  if (!person.slug.empty() && dice_.chance(1)) {
    world_.notes.push_back({.person = i, .out = true, .at = moment(400)});
  }
}

// With somebody who is in touch anyway: a chat knows people by name only.
void Maker::choose_chat() {
  for (std::size_t i = 0; i < count_; ++i) {
    const DemoPerson& person = world_.people[i];
    const bool both = person.facts.wrote_in > 0 && person.facts.wrote_out > 0;
    if (!both || person.namesake || !person.card) continue;
    world_.chat_with = i;
    for (int n = 0; n < 40; ++n) {
      world_.chat.push_back(
          {.person = i, .out = n % 3 != 1, .at = {base::start_of(world_.today - 60 + n).seconds + 36'000 + n * 60}});
    }
    return;
  }
}

void Maker::add_gatherings() {
  std::vector<std::size_t> reachable;
  for (std::size_t i = 0; i < count_; ++i) {
    if (!world_.people[i].emails.empty()) reachable.push_back(i);
  }
  if (reachable.size() < 20) return;
  for (std::size_t n = 0; n < 5 + count_ / 100; ++n) {
    std::set<std::size_t> chosen;
    const std::size_t size = std::min<std::size_t>(reachable.size(), 15 + dice_.below(40));
    while (chosen.size() < size) chosen.insert(reachable[dice_.below(reachable.size())]);
    world_.meetings.push_back({.kind = Meeting::large,
                               .people = {chosen.begin(), chosen.end()},
                               .owner_organises = dice_.chance(30),
                               .day = past_day(900),
                               .hour = dice_.between(8, 16)});
  }
}

// As much again as people wrote, and half of that more: real mailboxes are like that.
void Maker::add_noise() {
  const std::size_t count = std::max<std::size_t>(world_.mails.size(), count_ * 6);
  constexpr Noise kinds[] = {Noise::list, Noise::robot, Noise::newsletter, Noise::draft};
  for (std::size_t n = 0; n < count; ++n) {
    const std::size_t roll = dice_.below(100);
    const Noise kind = kinds[roll < 40 ? 0 : roll < 70 ? 1 : roll < 98 ? 2 : 3];
    world_.mails.push_back({.person = dice_.below(count_), .noise = kind, .at = moment(1500)});
  }
}

// Letters and small meetings of several, among people with whom the same has passed already: so nobody's rung moves.
void Maker::bring_together(const std::vector<std::size_t>& circle) {
  const std::size_t first = circle[dice_.below(circle.size())];
  std::vector<std::size_t> others;
  for (const std::size_t i : circle) {
    if (i != first && others.size() < 4 && dice_.chance(60)) others.push_back(i);
  }
  if (others.empty()) return;
  const auto spoken = [&](std::size_t i) { return world_.people[i].facts.spoken > 0; };
  if (spoken(first) && others.size() > 1 && std::all_of(others.begin(), others.end(), spoken)) {
    others.insert(others.begin(), first);
    for (const std::size_t i : others) ++world_.people[i].facts.spoken;
    world_.meetings.push_back({.kind = Meeting::once,
                               .people = others,
                               .owner_organises = dice_.chance(50),
                               .day = past_day(900),
                               .hour = dice_.between(8, 16)});
    return;
  }
  const bool out = dice_.chance(50);
  ++(out ? world_.people[first].facts.wrote_out : world_.people[first].facts.wrote_in);
  for (const std::size_t i : others) world_.people[i].facts.wrote_out += out ? 1 : 0;
  world_.mails.push_back({.person = first, .out = out, .at = moment(900), .copied = std::move(others)});
}

// Of one company, or six who know each other from elsewhere.
void Maker::add_circles() {
  std::map<std::string, std::vector<std::size_t>> companies;
  std::vector<std::vector<std::size_t>> circles;
  std::size_t found = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    const DemoPerson& person = world_.people[i];
    const bool both = person.facts.wrote_in > 0 && person.facts.wrote_out > 0;
    if (!both || person.emails.empty() || person.namesake) continue;
    companies[person.company].push_back(i);
    if (found++ % 6 == 0) circles.emplace_back();
    circles.back().push_back(i);
  }
  for (auto& [company, circle] : companies) circles.push_back(std::move(circle));
  for (const std::vector<std::size_t>& circle : circles) {
    if (circle.size() < 2) continue;
    for (int n = dice_.between(1, 4); n > 0; --n) bring_together(circle);
  }
}

}  // namespace

DemoWorld make_world(int people, std::uint64_t seed, base::Day today) { return Maker(people, seed, today).make(); }

}  // namespace lab
