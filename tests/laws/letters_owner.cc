// What letters say for the owner's own word: needs and offers, introductions, pieces, what they are known for.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "letters.h"

namespace laws {

namespace {

/// What the owner said, and has not taken back: a text of theirs that is said so.
template <class Kind, class... Dropped>
bool is_owners(const Letter& letter, const std::string& said, bool of_reader) {
  const auto& world = letter.world;
  for (const ledger::Ruling& one : world.book.rulings) {
    const auto* text = std::get_if<Kind>(&one.decision);
    if (text == nullptr || one.at > world.moment || !says(text->text, said)) continue;
    if (of_reader && world.picture.people.person_of[one.about.front().value] != letter.who) continue;
    const auto drops = [&](const ledger::Ruling& other) {
      const auto of = [&]<class D>(const D* dropped) { return dropped != nullptr && dropped->number == one.number; };
      return (of(std::get_if<Dropped>(&other.decision)) || ...);
    };
    if (std::none_of(world.book.rulings.begin(), world.book.rulings.end(), drops)) return true;
  }
  return false;
}

std::string no_need(const Letter& letter, const Places& said) {
  return is_owners<ledger::Need, ledger::NeedMet, ledger::NeedDropped>(letter, at(said, "need"), true) ? "" : "they need no such";
}
std::string no_offer(const Letter& letter, const Places& said) {
  return is_owners<ledger::Offer, ledger::OfferDropped>(letter, at(said, "offer"), false) ? "" : "the owner offers no such";
}
std::string no_need_or_offer(const Letter& letter, const Places& said) {
  const std::string why = no_need(letter, said);
  return why.empty() ? no_offer(letter, said) : why;
}

const ledger::Ruling* commitment(const Letter& letter) {
  const auto& rulings = letter.world.book.rulings;
  const auto found = std::find_if(rulings.begin(), rulings.end(), [&](const ledger::Ruling& one) {
    return letter.number != 0 && one.number.value == letter.number;
  });
  return found == rulings.end() ? nullptr : &*found;
}

/// Who of an introduction is not the reader; nullptr: it is none, or not of the reader.
const people::Person* other_of(const Letter& letter) {
  const ledger::Ruling* one = commitment(letter);
  if (one == nullptr || !std::holds_alternative<ledger::Introduction>(one->decision)) return nullptr;
  const auto& whose = letter.world.picture.people.person_of;
  const people::PersonId first = whose[one->about[0].value], second = whose[one->about[1].value];
  if (first != letter.who && second != letter.who) return nullptr;
  return &letter.world.person(first == letter.who ? second : first);
}

/// Whether somebody is told as "Bo Berg (engineer, Fjord)".
bool is_described(const people::Person& person, const std::string& said) {
  const std::string job = person.title + (person.title.empty() || person.company.empty() ? "" : ", ") + person.company;
  return said == person.name + (job.empty() ? "" : " (" + job + ")");
}

std::string not_to_be_introduced(const Letter& letter, const Places& said) {
  const people::Person* other = other_of(letter);
  if (other == nullptr) return "the owner wants no such introduction";
  if (!is_described(*other, at(said, "other"))) return "the other is another";
  const std::string why = at(said, "why");
  return why.empty() || says(why, std::get<ledger::Introduction>(commitment(letter)->decision).why) ? "" : "for another reason";
}

std::string not_as_promised(const Letter& letter, const Places& said) {
  const people::Person* other = other_of(letter);
  if (other == nullptr) return "the owner wants no such introduction";
  const auto is = [&](const people::Person& person) {
    return is_described(person, at(said, "first")) || is_described(person, at(said, "second"));
  };
  if (!is(*other) || !is(letter.reader())) return "the two are others";
  std::set<bool> agreed;
  for (const ledger::Ruling& one : letter.world.book.rulings) {
    const auto* yes = std::get_if<ledger::IntroductionAgreed>(&one.decision);
    if (yes != nullptr && yes->number.value == letter.number) agreed.insert(yes->second);
  }
  return agreed.size() == 2 ? "" : "one of the two has not agreed";
}

std::string not_introduced(const Letter& letter, const Places& said) {
  const people::Person* other = other_of(letter);
  if (other == nullptr || !says(other->name, at(said, "name"))) return "the owner made no such introduction";
  for (const ledger::Ruling& one : letter.world.book.rulings) {
    const auto* made = std::get_if<ledger::IntroductionMade>(&one.decision);
    if (made != nullptr && made->number.value == letter.number &&
        laws::is_when(at(said, "when"), base::day_of(one.at), letter.today()))
      return "";
  }
  return "it was not made on that day";
}

std::string not_the_other(const Letter& letter, const Places& said) {
  const people::Person* other = other_of(letter);
  return other != nullptr && says(other->name, at(said, "name")) ? "" : "the other is another";
}

std::string not_both_called_so(const Letter& letter, const Places& said) {
  const people::Person* other = other_of(letter);
  const auto is = [&](const people::Person& one) {
    return base::contains(one.name, at(said, "first")) || base::contains(one.name, at(said, "second"));
  };
  return other != nullptr && is(*other) && is(letter.reader()) ? "" : "the two are others";
}
std::string not_what_the_owner_does(const Letter& letter, const Places& said) {
  std::string topics;
  for (const ledger::Ruling& one : letter.world.book.rulings) {
    if (const auto* known = std::get_if<ledger::Topics>(&one.decision)) topics = known->text;
  }
  if (said.contains("topics") && !says(topics, at(said, "topics"))) return "the owner works on something else";
  return not_the_owner(letter, said);
}

/// Something about it went both ways in that month: "Mar 2026".
std::string no_exchange(const Letter& letter, const Places& said) {
  const Between& between = letter.between();
  const auto then = [&](const Event& one) {
    return base::contains(base::words(one.day()), at(said, "month")) && has_title(letter, said, one);
  };
  if (std::any_of(between.spoke.begin(), between.spoke.end(), then)) return "";
  if (std::none_of(between.wrote.begin(), between.wrote.end(), then)) return "nothing of the kind in that month";
  const bool both = std::any_of(between.wrote.begin(), between.wrote.end(), [](const Event& one) { return one.in; }) &&
                    std::any_of(between.wrote.begin(), between.wrote.end(), [](const Event& one) { return one.out; });
  return both ? "" : "letters went one way only";
}

std::string not_their_work(const Letter& letter, const Places& said) {
  return says(letter.reader().title, at(said, "title")) ? not_their_company(letter, said) : "their work is another";
}

constexpr Sentence of_the_owner[] = {
    {"Hi {first}, hi {second},", not_both_called_so},
    {"Subject: You and {name}", not_the_other},
    {"Subject: May I introduce you to {name}?", not_the_other},
    {"Subject: {first}, meet {second}", not_both_called_so},
    {"I gather that you need {need}, and I can help with {offer}.", no_need_or_offer},
    {"Do you still need {need}?", no_need},
    {"I can help with {offer}.", no_offer},
    {"{when} I introduced you and {name} to each other.", not_introduced},
    {"I think that you and {other} should know each other: {why}", not_to_be_introduced},
    {"I think that you and {other} should know each other.", not_to_be_introduced},
    {"as promised: {first}, meet {second}.", not_as_promised},
    {"I am looking into {words}.", nullptr},
    {"I am {owner}; what I work on is {topics}.", not_what_the_owner_does},
    {"After our exchange about {title} ({month}), I thought {rest}", no_exchange},
    {"With your work as {title} at {company}, I thought {rest}", not_their_work},
    {"With your work as {title}, I thought {rest}", not_their_work},
    {"With what {company} does, I thought {rest}", not_their_company},
};

}  // namespace

std::span<const Sentence> sentences_of_the_owner() { return of_the_owner; }

std::string not_own_words(const Letter& letter, const Places& said) {
  const std::string text = at(said, "words");
  if (const ledger::Ruling* one = commitment(letter); one != nullptr) {
    if (const auto* piece = std::get_if<ledger::Piece>(&one->decision))
      return text == piece->title || text == piece->link ? "" : "not its words";
    if (const auto* two = std::get_if<ledger::Introduction>(&one->decision); two != nullptr && says(text, two->why)) return "";
    if (const auto* need = std::get_if<ledger::Need>(&one->decision); need != nullptr && says(need->text, text)) return "";
  }
  return "no condition is known";
}

}  // namespace laws
