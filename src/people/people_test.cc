#include "people/people.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "ledger/sample_book.h"

namespace people {
namespace {

using ledger::Book;
using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

/// What resolve makes of a book, asked by handle.
class Resolved {
 public:
  explicit Resolved(const SampleBook& sample, std::string_view moment = "2026-06-30")
      : book_(sample.book()), people_(resolve(book_, ledger::sample_noon(moment))) {}

  PersonId person(std::string_view handle) const { return people_.person_of[place(handle)]; }
  bool owners(std::string_view handle) const { return people_.is_owner[place(handle)]; }
  bool one(std::string_view a, std::string_view b) const { return person(a) == person(b) && person(a) != nobody; }
  const Person& who(std::string_view handle) const { return people_.persons[person(handle).value]; }
  const People& all() const { return people_; }
  /// True when a and b wait in review.
  bool asked(std::string_view a, std::string_view b) const {
    const auto pair = std::minmax({person(a), person(b)});
    return std::any_of(people_.doubts.begin(), people_.doubts.end(), [&](const Doubt& doubt) {
      return std::minmax({doubt.a, doubt.b}) == pair;
    });
  }

 private:
  std::size_t place(std::string_view handle) const {
    const auto found = std::find(book_.handles.begin(), book_.handles.end(), ledger::sample_handle(handle));
    return found == book_.handles.end() ? throw std::out_of_range(std::string(handle))
                                        : static_cast<std::size_t>(found - book_.handles.begin());
  }
  Book book_;
  People people_;
};

// Rule 1: the same handle is the same person, always.

TEST(People, OneCardIsOnePerson) {
  const Resolved r(SampleBook().card("uid:vcard/1", "Ada Lovelace", {"email:ada@x.example", "phone:+46701234567"}));
  EXPECT_TRUE(r.one("uid:vcard/1", "email:ada@x.example"));
  EXPECT_TRUE(r.one("uid:vcard/1", "phone:+46701234567"));
  EXPECT_EQ(r.who("uid:vcard/1").name, "Ada Lovelace");
  EXPECT_EQ(r.who("uid:vcard/1").emails, std::vector<std::string>{"ada@x.example"});
}

TEST(People, TwoCardsWithOneAddressAreOnePersonWhateverTheySayOfTheName) {
  const Resolved r(SampleBook()
                       .card("uid:vcard/1", "Ada Lovelace", {"email:ada@x.example"})
                       .card("uid:google/9", "Ada Byron", {"email:ada@x.example", "linkedin:ada-l"}));
  EXPECT_TRUE(r.one("uid:vcard/1", "uid:google/9"));
  EXPECT_TRUE(r.one("uid:vcard/1", "linkedin:ada-l"));
}

TEST(People, APlusAddressIsTheSameMailbox) {
  const Resolved r(SampleBook()
                       .mail("email:ada@x.example", "me", "2026-01-01")
                       .mail("email:ada+work@x.example", "me", "2026-01-02")
                       .mail("email:b.o.b@gmail.com", "me", "2026-01-02")
                       .mail("email:bob@googlemail.com", "me", "2026-01-02"));
  EXPECT_TRUE(r.one("email:ada@x.example", "email:ada+work@x.example"));
  EXPECT_TRUE(r.one("email:b.o.b@gmail.com", "email:bob@googlemail.com"));
  EXPECT_FALSE(r.one("email:ada@x.example", "email:bob@googlemail.com"));
}

TEST(People, ANationalNumberJoinsOnceTheRegionIsKnown) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"local_phone:0701234567"});
  book.card("phone:+46701234567", "");
  book.card("phone:+4915112345678", "");
  book.card("phone:+4915112345679", "");
  EXPECT_FALSE(Resolved(book).one("uid:vcard/1", "phone:+46701234567")) << "most numbers are German";
  book.say("me", Field::region, "SE/you/1");
  EXPECT_TRUE(Resolved(book).one("uid:vcard/1", "phone:+46701234567"));
}

TEST(People, TheRegionIsTheOwnersWordThenTheirNumberThenTheProfileThenTheMostFrequent) {
  SampleBook book;
  book.card("phone:+4915112345678", "").card("phone:+4915112345679", "").card("phone:+46701234567", "");
  book.card("uid:vcard/1", "Ada Lovelace", {"local_phone:0791234567"});
  EXPECT_EQ(Resolved(book).all().owner.region.code, "DE");
  book.say("me", Field::region, "GB");
  EXPECT_EQ(Resolved(book).all().owner.region.code, "GB");
  book.say("phone:+46701234567", Field::owner, "you/1");
  EXPECT_EQ(Resolved(book).all().owner.region.code, "SE");
  book.say("me", Field::region, "FR/you/2");
  book.say("me", Field::region, "NO/you/3");
  EXPECT_EQ(Resolved(book).all().owner.region.code, "NO");
}

TEST(People, ANumberThatTheOwnerDisownedSaysNothingOfTheRegion) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"local_phone:0791234567"});
  book.say("me", Field::region, "GB");
  book.say("phone:+46701234567", Field::owner, "archive");
  book.say("phone:+46701234567", Field::not_owner, "you/1");
  EXPECT_EQ(Resolved(book).all().owner.region.code, "GB");
}

// Shared and role handles are nobody's.

TEST(People, ANumberOfTwoIncompatibleNamesIsNobodys) {
  const Resolved r(SampleBook()
                       .card("uid:vcard/1", "Ada Lovelace", {"phone:+46701234567"})
                       .card("uid:vcard/2", "Charles Babbage", {"phone:+46701234567"}));
  EXPECT_FALSE(r.one("uid:vcard/1", "uid:vcard/2"));
  EXPECT_EQ(r.person("phone:+46701234567"), nobody);
}

TEST(People, AnAddressUnderThreeNamesIsNobodys) {
  SampleBook book;
  for (const std::string_view name : {"Ada Lovelace", "Charles Babbage", "Grace Hopper"}) {
    book.row(Kind::wrote, "2026-01-01", {{"email:lab@x.example", Role::from, name}, {"me", Role::to}});
  }
  EXPECT_EQ(Resolved(book).person("email:lab@x.example"), nobody);
}

TEST(People, AnOfficeAddressJoinsNobody) {
  const Resolved r(SampleBook()
                       .card("uid:vcard/1", "Ada Lovelace", {"email:info@x.example"})
                       .card("uid:vcard/2", "Ada Lindqvist", {"email:info@x.example"}));
  EXPECT_FALSE(r.one("uid:vcard/1", "uid:vcard/2"));
  EXPECT_FALSE(r.one("uid:vcard/1", "email:info@x.example"));
}

// Rule 2, the sure part.

TEST(People, ANameThatIsUniqueOnBothSidesJoins) {
  SampleBook book;
  book.card("linkedin:ada-l", "Ada Lovelace").card("email:ada@x.example", "Ada Lovelace");
  EXPECT_TRUE(Resolved(book).one("linkedin:ada-l", "email:ada@x.example"));
}

TEST(People, ANameTwiceOnOneSideIsAskedAbout) {
  const Resolved r(SampleBook()
                       .card("linkedin:ada-1", "Ada Lovelace")
                       .card("linkedin:ada-2", "Ada Lovelace")
                       .card("email:ada@x.example", "Ada Lovelace"));
  EXPECT_FALSE(r.one("linkedin:ada-1", "email:ada@x.example"));
  EXPECT_FALSE(r.one("linkedin:ada-2", "email:ada@x.example"));
  EXPECT_TRUE(r.asked("linkedin:ada-1", "email:ada@x.example"));
  EXPECT_TRUE(r.asked("linkedin:ada-2", "email:ada@x.example"));
}

TEST(People, DifferentCompaniesAreADoubt) {
  SampleBook book;
  book.card("linkedin:ada-l", "Ada Lovelace").say("linkedin:ada-l", Field::company, "Fjord AB");
  book.card("uid:vcard/1", "Ada Lovelace").say("uid:vcard/1", Field::company, "Kestrel");
  const Resolved r(book);
  EXPECT_FALSE(r.one("linkedin:ada-l", "uid:vcard/1"));
  EXPECT_TRUE(r.asked("linkedin:ada-l", "uid:vcard/1"));
}

TEST(People, TwoProfilesAreNeverOnePersonByName) {
  SampleBook book;
  book.card("linkedin:ada-1", "Ada Lovelace").card("linkedin:ada-2", "Ada Lovelace");
  EXPECT_FALSE(Resolved(book).one("linkedin:ada-1", "linkedin:ada-2"));
  // Nor by way of a third who agrees with both: which of the two it is, only the owner can tell.
  for (const std::string_view who : {"linkedin:ada-1", "linkedin:ada-2"}) book.say(who, Field::company, "Fjord");
  book.card("email:ada@fjord.example", "Ada Lovelace");
  const Resolved r(book);
  EXPECT_FALSE(r.one("linkedin:ada-1", "linkedin:ada-2"));
  EXPECT_FALSE(r.one("linkedin:ada-1", "email:ada@fjord.example"));
  EXPECT_TRUE(r.asked("linkedin:ada-1", "email:ada@fjord.example"));
  EXPECT_TRUE(r.asked("linkedin:ada-2", "email:ada@fjord.example"));
}

TEST(People, AnAddressThatSpellsANameBearsIt) {
  const auto joined = [](std::string_view address, std::string_view shown = "") {
    SampleBook book;
    book.card("linkedin:ada-l", "Ada Lovelace").say("linkedin:ada-l", Field::company, "Analytical Engines, Ltd");
    book.card("linkedin:bo-ek", "Bo Ek").mail(address, "me", "2026-01-01");
    if (!shown.empty()) book.say(address, Field::name, shown);
    return Resolved(book).one("linkedin:ada-l", address);
  };
  for (const char* address : {"email:ada.lovelace@x.example", "email:lovelace_ada@x.example", "email:adalovelace99@x.example",
                              "email:alovelace@engines.analyticalengines.example", "email:lovelacea@analytical.example"}) {
    EXPECT_TRUE(joined(address)) << address;
  }
  EXPECT_TRUE(joined("email:ada.lovelace@x.example", "Ada"));
  EXPECT_TRUE(joined("email:countess@analytical.example", "A. Lovelace"));
  EXPECT_FALSE(joined("email:countess@x.example", "A. Lovelace"));
  EXPECT_FALSE(joined("email:ada.lovelace@x.example", "Grace")) << "somebody else's name beside it";
  EXPECT_FALSE(joined("email:ada.lovelace@x.example", "Grace Hopper"));
  EXPECT_FALSE(joined("email:alovelace@x.example")) << "an initial, and not at her company";
  EXPECT_FALSE(joined("email:ada@x.example"));
}

/// At one company, one on LinkedIn, the other only in mail.
Resolved colleagues(std::string_view profile_name, std::string_view mail_name, std::string_view company = "Fjord AB") {
  SampleBook book;
  book.card("linkedin:one", profile_name).say("linkedin:one", Field::company, company);
  book.card("linkedin:other", "Olu Example").say("linkedin:other", Field::company, "Fjord AB");
  book.say("email:x1@fjord.example", Field::name, mail_name).mail("email:x1@fjord.example", "me", "2026-01-01");
  return Resolved(book);
}

TEST(People, TheSameWordsInAnotherOrderAtOneCompanyAreOnePerson) {
  EXPECT_TRUE(colleagues("Lovelace Ada", "Ada Lovelace").one("linkedin:one", "email:x1@fjord.example"));
  EXPECT_FALSE(colleagues("Lovelace Ada", "Ada Lovelace", "Kestrel").one("linkedin:one", "email:x1@fjord.example"));
}

TEST(People, NearlyOneNameAtOneCompanyIsAskedAbout) {
  for (const auto& [a, b] : {std::pair("Maria Silva Santos", "Maria Silva"), std::pair("Robert Lee Smith Jones", "Bob Smith"),
                             std::pair("Ada Lovelace", "Ada Lovlace"), std::pair("John Smith", "Jhon Smith")}) {
    const Resolved r = colleagues(a, b);
    EXPECT_FALSE(r.one("linkedin:one", "email:x1@fjord.example")) << a;
    ASSERT_TRUE(r.asked("linkedin:one", "email:x1@fjord.example")) << a;
    EXPECT_EQ(r.all().doubts.front().why, base::say("doubt.nearly-at", {{"company", "Fjord AB"}}));
    EXPECT_FALSE(colleagues(a, b, "Kestrel").asked("linkedin:one", "email:x1@fjord.example")) << a << " elsewhere";
  }
  for (const auto& [a, b] :
       {std::pair("Ada Lovelace", "Grace Lovelace"), std::pair("Maria Silva", "Maria Costa"), std::pair("Li Wei", "Li Wen")}) {
    EXPECT_FALSE(colleagues(a, b).asked("linkedin:one", "email:x1@fjord.example")) << a;
  }
}

TEST(People, WhoCouldBeTwoOfNearlyTheirNameIsAskedAbout) {
  SampleBook book;
  for (const auto& [who, name] : {std::pair("linkedin:a", "Maria Silva Santos"), std::pair("linkedin:b", "Maria Silva Costa")}) {
    book.card(who, name).say(who, Field::company, "Fjord AB");
  }
  book.say("email:x1@fjord.example", Field::name, "Maria Silva").mail("email:x1@fjord.example", "me", "2026-01-01");
  const Resolved r(book);
  EXPECT_TRUE(r.asked("linkedin:a", "email:x1@fjord.example"));
  EXPECT_TRUE(r.asked("linkedin:b", "email:x1@fjord.example"));
}

TEST(People, AnAddressThatCouldSpellTwoNamesSpellsNone) {
  SampleBook book;
  book.card("linkedin:anna-lee", "Anna Lee")
      .card("linkedin:ann-alee", "Ann Alee")
      .mail("email:annalee@x.example", "me", "2026-01-01");
  const Resolved r(book);
  EXPECT_FALSE(r.one("linkedin:anna-lee", "email:annalee@x.example"));
  EXPECT_FALSE(r.one("linkedin:ann-alee", "email:annalee@x.example"));
}

TEST(People, AnAddressThatSpellsANameOfTwoIsAskedAbout) {
  SampleBook book;
  book.card("linkedin:ada-1", "Ada Lovelace").card("linkedin:ada-2", "Ada Lovelace");
  book.mail("email:ada.lovelace@x.example", "me", "2026-01-01");
  const Resolved r(book);
  EXPECT_FALSE(r.one("linkedin:ada-1", "email:ada.lovelace@x.example"));
  EXPECT_TRUE(r.asked("linkedin:ada-1", "email:ada.lovelace@x.example"));
  EXPECT_TRUE(r.asked("linkedin:ada-2", "email:ada.lovelace@x.example"));
}

TEST(People, AnAddressThatOnlyLooksLikeTheOwnersIsNotTheirs) {
  SampleBook book;
  book.say("me", Field::name, "Mara Lindqvist");
  for (const char* who : {"email:a@x.example", "email:b@x.example", "email:c@x.example"}) {
    book.mail("email:mara.lindqvist@x.example", who, "2026-01-01").mail(who, "email:mara.lindqvist@x.example", "2026-01-02");
  }
  EXPECT_FALSE(Resolved(book).owners("email:mara.lindqvist@x.example"));
}

TEST(People, AProfileThatMovedIsTheSamePersonsByNameAndDayOfConnecting) {
  SampleBook book;
  const auto connect = [&](std::string_view who, std::string_view name, std::string_view day) {
    book.say(who, Field::name, name).row(Kind::listed, day, {{who}});
    book.last().channel = ledger::Channel::linkedin;
  };
  connect("linkedin:ada-byron", "Ada Lovelace", "2020-03-01");
  connect("linkedin:ada-lovelace", "Ada Lovelace", "2020-03-01");
  connect("linkedin:ada-l", "Ada Lovelace", "2021-07-09");
  connect("linkedin:bo-ek", "Bo Ek", "2020-03-01");
  book.row(Kind::listed, "2020-03-01", {});  // Whatever a file of rows says: a connection with nobody.
  book.last().channel = ledger::Channel::linkedin;
  const Resolved r(book);
  EXPECT_TRUE(r.one("linkedin:ada-byron", "linkedin:ada-lovelace"));
  EXPECT_FALSE(r.one("linkedin:ada-byron", "linkedin:ada-l")) << "never by name alone";
  EXPECT_FALSE(r.one("linkedin:ada-byron", "linkedin:bo-ek"));
}

TEST(People, TheOneMemberOfTheProfilesNameWhoWritesIsTheOwner) {
  SampleBook book;
  book.say("me", Field::name, "Mara Lindqvist").say("linkedin:mara", Field::name, "Mara Lindqvist");
  book.mail("linkedin:mara", "linkedin:ada", "2026-01-01");
  EXPECT_TRUE(Resolved(book).owners("linkedin:mara"));
  book.say("linkedin:mara-2", Field::name, "Mara Lindqvist").mail("linkedin:mara-2", "linkedin:ada", "2026-01-01");
  EXPECT_FALSE(Resolved(book).owners("linkedin:mara")) << "two of that name";
}

TEST(People, AMentionGoesToTheOnlyOneOfThatName) {
  SampleBook book;
  book.card("linkedin:ada-1", "Ada Lovelace");
  book.row(Kind::recommended, "2026-01-01", {{"name:linkedin/Ada Lovelace", Role::from, "Ada Lovelace"}, {"me", Role::to}});
  EXPECT_TRUE(Resolved(book).one("linkedin:ada-1", "name:linkedin/Ada Lovelace"));
  book.card("linkedin:ada-2", "Ada Lovelace");
  for (const std::string_view who : {"linkedin:ada-1", "linkedin:ada-2", "name:linkedin/Ada Lovelace"}) {
    book.say(who, Field::company, "Fjord");
  }
  const Resolved r(book);
  EXPECT_FALSE(r.one("linkedin:ada-1", "name:linkedin/Ada Lovelace")) << "two of that name and company";
  EXPECT_FALSE(r.one("linkedin:ada-2", "name:linkedin/Ada Lovelace"));
}

// The owner's word.

TEST(People, AMergeJoinsAndASplitPartsForEver) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"email:ada@x.example", "email:charles@x.example"});
  book.ruled(ledger::Apart{}, {"uid:vcard/1", "email:charles@x.example"}, "2026-01-01");
  EXPECT_TRUE(Resolved(book, "2025-12-01").one("uid:vcard/1", "email:charles@x.example"));
  EXPECT_FALSE(Resolved(book).one("uid:vcard/1", "email:charles@x.example"));
  // Whatever new card says so.
  book.card("uid:google/1", "Ada Lovelace", {"email:charles@x.example", "email:ada@x.example"});
  const Resolved later(book);
  EXPECT_FALSE(later.one("email:ada@x.example", "email:charles@x.example") &&
               later.one("uid:vcard/1", "email:charles@x.example"));
  EXPECT_FALSE(later.one("uid:vcard/1", "email:charles@x.example"));
  book.ruled(ledger::Same{}, {"uid:vcard/1", "email:charles@x.example"}, "2026-02-01");
  EXPECT_TRUE(Resolved(book).one("uid:vcard/1", "email:charles@x.example")) << "a merge after a split";
  book.ruled(ledger::Apart{}, {"email:charles@x.example", "uid:vcard/1"}, "2026-03-01");
  EXPECT_FALSE(Resolved(book).one("uid:vcard/1", "email:charles@x.example")) << "a split after a merge";
}

TEST(People, AMergeOutranksEveryNameAndCompany) {
  SampleBook book;
  book.card("linkedin:ada-l", "Ada Lovelace").say("linkedin:ada-l", Field::company, "Fjord");
  book.card("uid:vcard/1", "Grace Hopper").say("uid:vcard/1", Field::company, "Kestrel");
  book.ruled(ledger::Same{}, {"linkedin:ada-l", "uid:vcard/1"}, "2026-01-01");
  EXPECT_TRUE(Resolved(book).one("linkedin:ada-l", "uid:vcard/1"));
}

TEST(People, WhereTwoMergesCannotStandTogetherTheNewerWins) {
  SampleBook book;
  book.card("uid:vcard/a", "Ada A").card("uid:vcard/b", "Bo B").card("uid:vcard/c", "Cy C");
  book.ruled(ledger::Apart{}, {"uid:vcard/a", "uid:vcard/b"}, "2026-01-01");
  book.ruled(ledger::Same{}, {"uid:vcard/a", "uid:vcard/c"}, "2026-02-01");
  book.ruled(ledger::Same{}, {"uid:vcard/b", "uid:vcard/c"}, "2026-03-01");
  const Resolved r(book);
  EXPECT_TRUE(r.one("uid:vcard/b", "uid:vcard/c"));
  EXPECT_FALSE(r.one("uid:vcard/a", "uid:vcard/c"));
}

TEST(People, AQuestionPutAsideIsNotAskedAgain) {
  SampleBook book;
  book.card("email:a@x.example", "");
  book.card("uid:vcard/1", "Ada Lovelace", {"email:a@x.example"}).say("uid:vcard/1", Field::company, "Kestrel");
  book.card("linkedin:ada-l", "Ada Lovelace").say("linkedin:ada-l", Field::company, "Fjord");
  EXPECT_TRUE(Resolved(book).asked("linkedin:ada-l", "uid:vcard/1"));
  // Said of any of their handles: of the persons, not of the handle that happens to come first.
  book.ruled(ledger::Unsure{}, {"linkedin:ada-l", "uid:vcard/1"}, "2026-01-01");
  EXPECT_FALSE(Resolved(book).asked("linkedin:ada-l", "uid:vcard/1"));
}

TEST(People, RulingsOfAPersonCountFromTheirDay) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"email:ada@x.example"});
  book.ruled(ledger::Answer{ledger::Refer::hesitate}, {"email:ada@x.example"}, "2026-01-01");
  book.ruled(ledger::Answer{ledger::Refer::yes}, {"uid:vcard/1"}, "2026-02-01");
  book.ruled(ledger::LetGo{}, {"uid:vcard/1"}, "2026-03-01");
  book.ruled(ledger::TakeBack{}, {"uid:vcard/1"}, "2026-04-01");
  book.ruled(ledger::Exempt{}, {"uid:vcard/1"}, "2026-05-01");
  EXPECT_EQ(Resolved(book, "2026-01-15").who("uid:vcard/1").answer, "hesitate");
  EXPECT_EQ(Resolved(book, "2026-02-15").who("uid:vcard/1").answer, "yes");
  EXPECT_TRUE(Resolved(book, "2026-03-15").who("uid:vcard/1").let_go);
  EXPECT_FALSE(Resolved(book, "2026-04-15").who("uid:vcard/1").let_go);
  EXPECT_TRUE(Resolved(book, "2026-05-15").who("uid:vcard/1").exempt);
}

TEST(People, TagsAreThoseOfAddressBooksUnlessTheOwnerSaysOtherwise) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace").say("uid:vcard/1", Field::label, "Sailing").say("uid:vcard/1", Field::label, "work");
  book.ruled(ledger::Untag{"sailing"}, {"uid:vcard/1"}, "2026-01-01");
  book.ruled(ledger::Tag{"chess club"}, {"uid:vcard/1"}, "2026-02-01");
  book.ruled(ledger::Tag{"WORK"}, {"uid:vcard/1"}, "2026-03-01");
  book.ruled(ledger::Untag{"chess club"}, {"uid:vcard/1"}, "2026-04-01");
  using Tags = std::vector<std::string>;
  EXPECT_EQ(Resolved(book, "2025-12-31").who("uid:vcard/1").tags, (Tags{"Sailing", "work"}));
  EXPECT_EQ(Resolved(book, "2026-01-15").who("uid:vcard/1").tags, (Tags{"work"}));
  EXPECT_EQ(Resolved(book, "2026-02-15").who("uid:vcard/1").tags, (Tags{"chess club", "work"}));
  EXPECT_EQ(Resolved(book, "2026-03-15").who("uid:vcard/1").tags, (Tags{"WORK", "chess club"}));
  EXPECT_EQ(Resolved(book, "2026-04-15").who("uid:vcard/1").tags, (Tags{"WORK"}));
  EXPECT_EQ(Resolved(book, "2026-04-15").who("uid:vcard/1").labels, (Tags{"Sailing", "work"}));
}

TEST(People, TheOwnersWordSaysWhatIsAnOrganisation) {
  SampleBook book;
  book.card("uid:vcard/1", "Hill").card("uid:vcard/2", "Lake").say("uid:vcard/2", Field::organisation, "company card");
  book.ruled(ledger::IsOrganisation{}, {"uid:vcard/1"}, "2026-01-01");
  book.ruled(ledger::IsPerson{}, {"uid:vcard/2"}, "2026-01-01");
  EXPECT_EQ(Resolved(book).who("uid:vcard/1").organisation, "your word");
  EXPECT_EQ(Resolved(book).who("uid:vcard/2").organisation, "");
  EXPECT_EQ(Resolved(book, "2025-12-31").who("uid:vcard/2").organisation, "company card") << "not said yet";
}

// Who the owner is.

TEST(People, TheOwnersHandlesAreThoseThatAreClaimed) {
  SampleBook book;
  book.say("email:mara@x.example", Field::owner, "archive").say("email:mara@y.example", Field::owner, "sent mail");
  book.mail("email:mara@y.example", "email:ada@x.example", "2026-01-01");
  const Resolved r(book);
  EXPECT_TRUE(r.owners("email:mara@x.example"));
  EXPECT_TRUE(r.owners("email:mara@y.example"));
  EXPECT_EQ(r.person("email:mara@y.example"), nobody);
  book.say("email:mara@y.example", Field::not_owner, "you/2");
  EXPECT_FALSE(Resolved(book).owners("email:mara@y.example"));
  EXPECT_FALSE(Resolved(book, "2026-01-15").owners("email:mara@y.example")) << "who the owner is holds for all time";
}

/// Mail of `who`, shown as Mara Lindqvist, to and from `count` people.
void write_around(SampleBook& book, std::string_view who, int count) {
  static constexpr std::string_view people[] = {"email:a@x.example", "email:b@x.example", "email:c@x.example"};
  for (int i = 0; i < count; ++i) {
    book.row(Kind::wrote, "2026-01-01", {{who, Role::from, "Mara Lindqvist"}, {people[i], Role::to}});
    book.mail(people[i], who, "2026-01-02");
  }
}

TEST(People, AnAddressUnderTheOwnersNameIsTheirsFromThreePeopleBothWaysOn) {
  SampleBook book;
  book.say("me", Field::name, "Mara Lindqvist");
  write_around(book, "email:m.lindqvist@old.example", 2);
  EXPECT_FALSE(Resolved(book).owners("email:m.lindqvist@old.example"));
  SampleBook more = book;
  write_around(more, "email:m.lindqvist@old.example", 3);
  const Resolved r(more);
  EXPECT_TRUE(r.owners("email:m.lindqvist@old.example"));
  EXPECT_EQ(r.all().owner.assumed, std::vector<std::string>{"m.lindqvist@old.example"});
  more.say("email:m.lindqvist@old.example", Field::not_owner, "you/2");
  EXPECT_FALSE(Resolved(more).owners("email:m.lindqvist@old.example"));
}

TEST(People, SomebodyElsesNameIsNeverTakenForTheOwner) {
  SampleBook book;
  book.say("me", Field::name, "Mara Berg");
  write_around(book, "email:m.lindqvist@old.example", 3);
  EXPECT_FALSE(Resolved(book).owners("email:m.lindqvist@old.example"));
}

TEST(People, ClaimsAfterTheMomentAreNotKnownYet) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace");
  book.say("uid:vcard/1", Field::company, "Fjord", "2026-01-01").say("uid:vcard/1", Field::company, "Kestrel", "2026-03-01");
  EXPECT_EQ(Resolved(book, "2026-02-01").who("uid:vcard/1").company, "Fjord");
  EXPECT_EQ(Resolved(book).who("uid:vcard/1").company, "Kestrel");
}

// The same, whatever the order of the rows.

std::set<std::set<std::string>> groups(const Book& book, const People& people) {
  std::map<std::uint32_t, std::set<std::string>> by_person;
  for (std::size_t i = 0; i < book.handles.size(); ++i) {
    if (people.person_of[i] != nobody) by_person[people.person_of[i].value].insert(ledger::text(book.handles[i]));
  }
  std::set<std::set<std::string>> out;
  for (auto& [person, handles] : by_person) out.insert(std::move(handles));
  return out;
}

TEST(People, ComeOutTheSameInAnyOrderOfRows) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"email:ada@fjord.example", "phone:+46701234567"});
  book.card("uid:vcard/2", "Charles Babbage", {"phone:+46701234567", "local_phone:0709999999"});
  book.card("linkedin:ada-l", "Ada Lovelace").say("linkedin:ada-l", Field::company, "Fjord");
  book.card("linkedin:ada-2", "Ada Lovelace").say("linkedin:ada-2", Field::company, "Fjord");
  // One mailbox in three spellings, two of them told apart: which of the two the third joins must
  // not hang on which came first.
  for (const std::string_view who : {"email:bo@x.example", "email:bo+1@x.example", "email:bo+2@x.example"}) {
    book.mail(who, "me", "2026-01-01");
  }
  book.ruled(ledger::Apart{}, {"email:bo+1@x.example", "email:bo@x.example"}, "2026-01-01");
  book.say("me", Field::region, "SE", "2026-01-01").say("me", Field::region, "NO", "2026-01-01");
  for (const std::string_view name : {"Lee Ann", "Ann Lee", "Ann Smith"}) {
    book.card("uid:names/" + std::string(name), name, {"phone:+46709999999"});
  }
  const Book first = book.book();
  const People people = resolve(first, ledger::sample_noon("2026-06-30"));
  const auto expected = groups(first, people);
  std::vector<std::uint64_t> codes;
  for (const Person& person : people.persons) codes.push_back(person.code);
  auto& records = book.records();
  for (std::size_t turn = 0; turn < 40; ++turn) {
    // A fixed set of shuffles: rotate, and every other time turn round.
    std::rotate(records.begin(), records.begin() + 1 + static_cast<std::ptrdiff_t>(turn % 5), records.end());
    if (turn % 2 == 0) std::reverse(records.begin(), records.end());
    const Book again = book.book();
    const People other = resolve(again, ledger::sample_noon("2026-06-30"));
    ASSERT_EQ(groups(again, other), expected) << "turn " << turn;
    std::vector<std::uint64_t> other_codes;
    for (const Person& person : other.persons) other_codes.push_back(person.code);
    ASSERT_EQ(other_codes, codes);
    ASSERT_EQ(other.doubts.size(), people.doubts.size());
    ASSERT_EQ(other.owner.region.code, people.owner.region.code);
  }
}

TEST(People, IdsReadBackAsTheyAreWritten) {
  const std::uint64_t code = code_of(ledger::sample_handle("email:ada@x.example"));
  std::uint64_t again = 0;
  ASSERT_TRUE(parse_id(id_text(code), again));
  EXPECT_EQ(again, code);
  for (const char* wrong : {"", "p", "qaaaaaaaa", "paaaaaaa", "paaaaaaal", "paaaaaaaaa"})
    EXPECT_FALSE(parse_id(wrong, again)) << wrong;
}

}  // namespace
}  // namespace people
