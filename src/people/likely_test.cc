// Rule 2 seen from outside: who becomes one person, who is asked about, and why.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ledger/sample_book.h"
#include "people/compare_companies.h"
#include "people/people.h"

namespace people {
namespace {

using ledger::Field;
using ledger::Kind;
using ledger::Role;
using ledger::SampleBook;

class Found {
 public:
  explicit Found(const SampleBook& sample) : book_(sample.book()), people_(resolve(book_, ledger::sample_noon("2026-06-30"))) {}

  [[nodiscard]] bool one(std::string_view a, std::string_view b) const { return person(a) == person(b) && person(a) != nobody; }
  /// The question about the two; empty: none.
  [[nodiscard]] base::Message question(std::string_view a, std::string_view b) const {
    const auto pair = std::minmax({person(a), person(b)});
    for (const Doubt& doubt : people_.doubts) {
      if (std::minmax({doubt.a, doubt.b}) == pair) return doubt.why;
    }
    return {};
  }

 private:
  [[nodiscard]] PersonId person(std::string_view handle) const {
    const auto wanted = ledger::sample_handle(handle);
    const auto found = std::find(book_.handles.begin(), book_.handles.end(), wanted);
    return people_.person_of.at(static_cast<std::size_t>(found - book_.handles.begin()));
  }
  ledger::Book book_;
  People people_;
};

constexpr int words = 16;
constexpr const char* given[words] = {"Ada",    "Grace", "Alan",   "Edith",    "Konrad", "Barbara", "Niklaus", "Frances",
                                      "Edsger", "Radia", "Donald", "Margaret", "Claude", "Hedy",    "Dennis",  "Karen"};
constexpr const char* family[words] = {"Lovelace", "Hopper",  "Turing", "Clarke",   "Zuse",    "Liskov", "Wirth",   "Allen",
                                       "Dijkstra", "Perlman", "Knuth",  "Hamilton", "Shannon", "Lamarr", "Ritchie", "Jones"};

std::string name_of(int member) { return std::string(given[member / words]) + " " + family[member % words]; }
std::string profile_of(int member) { return "linkedin:m" + std::to_string(member); }

/// Members of each given and family name: the words are frequent, each name stands once.
SampleBook members() {
  SampleBook book;
  for (int i = 0; i < words * words; ++i) book.card(profile_of(i), name_of(i));
  return book;
}

TEST(Likely, ARareNameIsEnoughAndAFrequentOneIsNot) {
  SampleBook book = members();
  book.card("linkedin:rare", "Wolfgang Händel").card("email:x1@x.example", "Wolfgang Händel");
  book.card("email:x2@x.example", "Ada Lovelace");
  const Found found(book);
  EXPECT_TRUE(found.one("linkedin:rare", "email:x1@x.example"));
  EXPECT_FALSE(found.one("linkedin:m0", "email:x2@x.example"));
  EXPECT_EQ(found.question("linkedin:m0", "email:x2@x.example"), base::say("doubt.little", {{"same", "name"}}));
}

TEST(Likely, AFrequentNameAndTheCompanyAreEnough) {
  SampleBook book = members();
  for (int i = 0; i < words * words; ++i) book.say(profile_of(i), Field::company, "Company" + std::to_string(i % 32));
  book.card("email:x2@company0.example", "Ada Lovelace");
  EXPECT_TRUE(Found(book).one("linkedin:m0", "email:x2@company0.example"));
}

TEST(Likely, AMisspeltNameIsAskedAboutWhereverItStands) {
  SampleBook book;
  book.card("linkedin:ada", "Ada Lovelace").card("email:x1@x.example", "Ada Lovlace");
  const Found found(book);
  EXPECT_FALSE(found.one("linkedin:ada", "email:x1@x.example"));
  EXPECT_EQ(found.question("linkedin:ada", "email:x1@x.example"), base::say("doubt.nearly"));
}

TEST(Likely, AnUmlautIsWrittenInTwoWays) {
  SampleBook book;
  book.card("linkedin:w", "Jürgen Händel").card("uid:vcard/1", "Juergen Haendel");
  book.card("linkedin:o", "Øystein Ågård").mail("email:oeystein.aagaard@x.example", "me", "2026-01-01");
  const Found found(book);
  EXPECT_TRUE(found.one("linkedin:w", "uid:vcard/1"));
  EXPECT_TRUE(found.one("linkedin:o", "email:oeystein.aagaard@x.example"));
}

TEST(Likely, TheNamesOfOthersAreNoQuestion) {
  SampleBook book;
  book.card("linkedin:ada", "Ada Lovelace").card("email:x1@x.example", "Grace Lovelace");
  book.card("email:x2@x.example", "Ada Hopper").card("email:x3@x.example", "Ida Lovelace");
  const Found found(book);
  for (const char* other : {"email:x1@x.example", "email:x2@x.example", "email:x3@x.example"}) {
    EXPECT_FALSE(found.one("linkedin:ada", other)) << other;
    EXPECT_TRUE(found.question("linkedin:ada", other).empty()) << other;
  }
}

TEST(Likely, ManyNearlyOfOneNameTeachNothing) {
  SampleBook book;
  int joined = 0;
  const auto mail_of = [](int i) { return "email:p" + std::to_string(i) + "@company" + std::to_string(i % 50) + ".example"; };
  constexpr int all = 1'500;
  for (int i = 0; i < all; ++i) {
    const std::string name = std::string(given[i % 8]) + " " + family[i / 8 % 8] + static_cast<char>('a' + i / 64);
    book.card(profile_of(i), name);
    book.say(profile_of(i), Field::company, "Company" + std::to_string(i % 50));
    if (i % 2 == 1) book.card(mail_of(i), name);
  }
  const Found found(book);
  for (int i = 1; i < all; i += 2) joined += found.one(profile_of(i), mail_of(i)) ? 1 : 0;
  EXPECT_EQ(joined, all / 2);
}

TEST(Likely, TwoBirthdaysAreTwoPeople) {
  const auto born = [](std::string_view one, std::string_view other) {
    SampleBook book;
    book.card("uid:vcard/1", "Ada Lovelace").say("uid:vcard/1", Field::birthday, one);
    book.card("uid:google/1", "Ada Lovelace").say("uid:google/1", Field::birthday, other);
    return Found(book);
  };
  EXPECT_FALSE(born("1815-12-10", "1816-12-10").one("uid:vcard/1", "uid:google/1"));
  EXPECT_TRUE(born("1815-12-10", "1816-12-10").question("uid:vcard/1", "uid:google/1").empty());
  EXPECT_TRUE(born("1815-12-10", "--12-10").one("uid:vcard/1", "uid:google/1"));
  EXPECT_FALSE(born("1815-12-10", "--12-11").one("uid:vcard/1", "uid:google/1"));
}

TEST(Likely, ABirthdayOutweighsTwoCompanies) {
  SampleBook book;
  for (const char* who : {"uid:vcard/1", "uid:google/1"}) book.card(who, "Ada Lovelace").say(who, Field::birthday, "1815-12-10");
  book.say("uid:vcard/1", Field::company, "Fjord").say("uid:google/1", Field::company, "Kestrel");
  EXPECT_TRUE(Found(book).one("uid:vcard/1", "uid:google/1"));
}

TEST(Likely, TwoCardsOfOneAddressBookAreAskedAbout) {
  SampleBook book;
  book.card("uid:vcard/1", "Ada Lovelace", {"phone:+46701234567"});
  book.card("uid:vcard/2", "Ada Lovelace", {"phone:+46701234568"});
  const Found found(book);
  EXPECT_FALSE(found.one("uid:vcard/1", "uid:vcard/2"));
  EXPECT_EQ(found.question("uid:vcard/1", "uid:vcard/2"), base::say("doubt.book", {{"same", "name"}}));
}

TEST(Likely, WhoeverGotTheNumberIsAskedAbout) {
  SampleBook book;
  book.card("email:ada.lovelace@x.example", "Ada Lovelace").card("email:ada.lovelace2@x.example", "Ada Lovelace");
  const Found found(book);
  EXPECT_EQ(found.question("email:ada.lovelace@x.example", "email:ada.lovelace2@x.example"),
            base::say("doubt.numbered", {{"same", "name"}}));
  EXPECT_FALSE(found.one("email:ada.lovelace@x.example", "email:ada.lovelace2@x.example"));
}

TEST(Likely, MailFromTwoPlacesIsAskedAbout) {
  const auto found = [](const char* one, const char* other) {
    SampleBook book;
    book.card(one, "Ada Lovelace").card(other, "Ada Lovelace");
    return Found(book);
  };
  const Found two = found("email:ada@fjord.example", "email:ada@kestrel.example");
  EXPECT_FALSE(two.one("email:ada@fjord.example", "email:ada@kestrel.example"));
  EXPECT_EQ(two.question("email:ada@fjord.example", "email:ada@kestrel.example"),
            base::say("doubt.domains", {{"same", "name"}, {"one", "fjord.example"}, {"other", "kestrel.example"}}));
  for (const char* home : {"email:ada@gmail.com", "email:ada@lovelace.example"})
    EXPECT_TRUE(found("email:ada@fjord.example", home).one("email:ada@fjord.example", home));
}

TEST(Likely, WhoeverWritesToSomebodyIsNotThem) {
  SampleBook book;
  book.card("email:a@x.example", "Ada Lovelace").card("email:b@gmail.com", "Ada Lovelace");
  EXPECT_TRUE(Found(book).one("email:a@x.example", "email:b@gmail.com"));
  SampleBook wrote = book;
  wrote.row(Kind::wrote, "2026-01-01",
            {{"email:a@x.example", Role::from}, {"me", Role::to}, {"email:b@gmail.com", Role::copied}});
  EXPECT_EQ(Found(wrote).question("email:a@x.example", "email:b@gmail.com"), base::say("doubt.wrote", {{"same", "name"}}));
  SampleBook met = book;
  met.row(Kind::met, "2026-01-01",
          {{"me", Role::organiser}, {"email:a@x.example", Role::accepted}, {"email:b@gmail.com", Role::accepted}});
  EXPECT_EQ(Found(met).question("email:a@x.example", "email:b@gmail.com"), base::say("doubt.together", {{"same", "name"}}));
  SampleBook later = book;
  later.row(Kind::wrote, "2026-07-01", {{"email:a@x.example", Role::from}, {"email:b@gmail.com", Role::to}});
  EXPECT_TRUE(Found(later).one("email:a@x.example", "email:b@gmail.com")) << "after the moment";
}

TEST(Likely, WhoeverGoesOnInAConversationIsLikelier) {
  SampleBook book = members();
  book.card("email:x2@x.example", "Ada Lovelace").mail("linkedin:m0", "me", "2026-01-01");
  book.last().thread = "engines";
  book.mail("email:x2@x.example", "me", "2026-01-02");
  EXPECT_FALSE(Found(book).one("linkedin:m0", "email:x2@x.example"));
  book.last().thread = "engines";
  EXPECT_TRUE(Found(book).one("linkedin:m0", "email:x2@x.example"));
}

TEST(Likely, AProfileThatNothingNamesBearsItsMembersName) {
  SampleBook book;
  book.mail("linkedin:wolfgang-haendel-1a2b3c", "me", "2026-01-01").card("email:x1@x.example", "Wolfgang Haendel");
  EXPECT_TRUE(Found(book).one("linkedin:wolfgang-haendel-1a2b3c", "email:x1@x.example"));
  SampleBook word;
  word.mail("linkedin:wolfgang1815", "me", "2026-01-01").card("email:x1@x.example", "Wolfgang Haendel");
  EXPECT_FALSE(Found(word).one("linkedin:wolfgang1815", "email:x1@x.example"));
}

/// Members and mail under eight of their names, a few of which the owner has been asked about.
SampleBook asked(const ledger::Decision& answer, int answers) {
  SampleBook book = members();
  for (int i = 0; i < 8; ++i) {
    const std::string mail = "email:x" + std::to_string(i) + "@x" + std::to_string(i) + ".example";
    const int member = i * (words + 1);
    book.card(mail, name_of(member));
    if (i < answers) book.ruled(answer, {profile_of(member), mail}, "2026-01-01");
  }
  return book;
}

TEST(Likely, TheOwnersAnswersTeach) {
  const auto last = [](const Found& found) { return found.one(profile_of(7 * (words + 1)), "email:x7@x7.example"); };
  const auto question = [](const Found& found) { return found.question(profile_of(7 * (words + 1)), "email:x7@x7.example"); };
  EXPECT_FALSE(last(Found(asked(ledger::Same{}, 0))));
  EXPECT_FALSE(question(Found(asked(ledger::Same{}, 0))).empty());
  EXPECT_TRUE(last(Found(asked(ledger::Same{}, 6)))) << "six times yes";
  EXPECT_FALSE(last(Found(asked(ledger::Apart{}, 6))));
  EXPECT_TRUE(question(Found(asked(ledger::Apart{}, 6))).empty()) << "six times no: not asked a seventh time";
}

TEST(Likely, AThirdWhoCouldBeBothTiesNobody) {
  SampleBook book;
  // One card under two names, as a couple keeps it.
  book.card("uid:vcard/1", "Wolfgang Händel").say("uid:vcard/1", Field::name, "Wolfgang Bach");
  book.card("email:h@x.example", "Wolfgang Händel").card("email:b@y.example", "Wolfgang Bach");
  const Found found(book);
  EXPECT_FALSE(found.one("email:h@x.example", "email:b@y.example"));
}

TEST(Likely, TheNameOfACrowdIsNobodys) {
  SampleBook book;
  for (int i = 0; i < 60; ++i) {
    const std::string mail = "email:user" + std::to_string(i) + "@x" + std::to_string(i) + ".example";
    book.card(mail, "Unknown Caller");
  }
  EXPECT_FALSE(Found(book).one("email:user1@x1.example", "email:user2@x2.example"));
  EXPECT_TRUE(Found(book).question("email:user1@x1.example", "email:user2@x2.example").empty());
}

// Companies and the domains of mail.

Outcome companies(const std::vector<std::pair<std::string, std::string>>& rows) {
  LinkTable table;
  table.columns.emplace_back(Trait::company, "company");
  table.columns.emplace_back(Trait::email, "email");
  for (const auto& [company, email] : rows) {
    table.columns[0].add(company);
    table.columns[1].add(email);
    ++table.rows;
  }
  return compare_companies(table.columns[0], &table.columns[1])->compare(0, 1);
}

TEST(CompareCompanies, KnowsLegalFormsAndDomains) {
  EXPECT_EQ(companies({{"Fjord AB", ""}, {"FJORD", ""}}).level, 1);
  EXPECT_EQ(companies({{"Fjord AB", ""}, {"", "ada@fjord.example"}}).level, 1);
  EXPECT_EQ(companies({{"Fjord Analytics AB", ""}, {"", "ada@mail.fjordanalytics.example"}}).level, 1);
  EXPECT_EQ(companies({{"Fjord AB", ""}, {"Fjord Analytics", ""}}).level, 2);
  EXPECT_EQ(companies({{"Fjord AB", ""}, {"Kestrel", ""}}).level, 3);
  EXPECT_EQ(companies({{"Fjord AB", ""}, {"", "ada@kestrel.example"}, {"Kestrel", ""}}).level, 3);
  EXPECT_EQ(companies({{"Fjord AB", ""}, {"", "ada@post.example"}}).level, 0) << "nobody works for Post";
  EXPECT_EQ(companies({{"", "bo@lovelace.example"}, {"", "ada@lovelace.example"}}).level, 1);
  EXPECT_EQ(companies({{"", ""}, {"Fjord", ""}}).level, 0);
}

TEST(CompareCompanies, AProviderIsNoCompany) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (int i = 0; i < 5; ++i) rows.push_back({"", "x" + std::to_string(i) + "@post.example"});
  EXPECT_EQ(companies(rows).level, 0);
  rows.push_back({"Post", ""});
  EXPECT_EQ(companies(rows).level, 1) << "somebody works there";
  EXPECT_EQ(companies({{"", "a@gmail.com"}, {"", "b@gmail.com"}}).level, 0);
  EXPECT_EQ(companies({{"Gmail", ""}, {"", "b@gmail.com"}}).level, 0);
}

TEST(CompareCompanies, ALargeCompanySaysLess) {
  const float small = companies({{"Fjord", ""}, {"Fjord", ""}, {"A", ""}, {"B", ""}, {"C", ""}, {"D", ""}}).bits;
  const float large = companies({{"Fjord", ""}, {"Fjord", ""}, {"Fjord", ""}, {"Fjord", ""}, {"C", ""}, {"D", ""}}).bits;
  EXPECT_GT(small, large);
}

}  // namespace
}  // namespace people
